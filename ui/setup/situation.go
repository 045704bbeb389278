package setup

import (
	"fyne.io/fyne/v2"

	"latchkey/ui/shell"
	"latchkey/ui/theme"
	"latchkey/ui/widgets"
	"latchkey/wizard/setup"
)

// situationCards ask which situation the person is in; chosen is called with
// each answer.
func (p *pages) situationCards(chosen func()) []*widgets.ChoiceCard {
	cards := make([]*widgets.ChoiceCard, len(setup.Situations))
	current := p.setup.Progress().Situation
	for i, situation := range setup.Situations {
		id := "situation." + string(situation)
		cards[i] = widgets.NewAnswerCard(p.shell.Say(id+".title"), p.shell.Say(id+".detail"), func() {
			p.answer(func(progress *setup.Progress) { progress.Situation = situation }, func() {
				for j, card := range cards {
					card.SetChosen(setup.Situations[j] == situation)
				}
				chosen()
			})
		})
		cards[i].SetChosen(current == situation)
	}
	return cards
}

// purposeCard asks a solution partner which of the two tokens it is.
func (p *pages) purposeCard() fyne.CanvasObject {
	options := make([]widgets.Option, len(setup.Purposes))
	current := -1
	for i, purpose := range setup.Purposes {
		id := "purpose." + string(purpose)
		options[i] = widgets.Option{Title: p.shell.Say(id + ".title"), Detail: p.shell.Say(id + ".detail")}
		if p.setup.Progress().Purpose == purpose {
			current = i
		}
	}
	p.purposes = widgets.NewRadioGroup(options, current, func(i int) {
		p.answer(func(progress *setup.Progress) { progress.Purpose = setup.Purposes[i] }, func() {})
	})
	return widgets.NewPaddedCard(theme.CardPadding, 14, widgets.NewColumn(8, widgets.NewCardTitle(p.shell.Say("purpose.question")), p.purposes))
}

// answer notes an answer and takes away the trouble that asked for it.
func (p *pages) answer(change func(*setup.Progress), then func()) {
	p.setup.Change(change)
	p.remember()
	p.clearTrouble()
	then()
}

// helpMeChoose finds the situation by two plain questions.
func (p *pages) helpMeChoose() {
	choose := func(situation setup.Situation) func() {
		return func() {
			p.answer(func(progress *setup.Progress) { progress.Situation = situation }, p.showStep)
		}
	}
	question(p.shell, "situation.question_own", choose(setup.OwnBusiness), func() {
		question(p.shell, "situation.question_credit", choose(setup.SolutionPartner), choose(setup.TechProvider))
	})
}

// question asks something that is answered with yes or no.
func question(s *shell.Shell, id string, yes, no func()) {
	var dialog *widgets.Dialog
	button := func(label string, importance widgets.Importance, act func()) *widgets.Button {
		return widgets.NewButton(importance, s.Say(label), func() {
			dialog.Hide()
			act()
		})
	}
	dialog = s.Dialog(s.Say("situation.unsure"), widgets.NewText(s.Say(id)),
		button("button.no", widgets.Secondary, no), button("button.yes", widgets.Primary, yes))
}
