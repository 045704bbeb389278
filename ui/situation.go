package ui

import (
	"fyne.io/fyne/v2"

	"latchkey/ui/theme"
	"latchkey/ui/widgets"
	"latchkey/wizard"
)

// situationCards ask which situation the person is in; chosen is called with
// each answer.
func (p *setupPages) situationCards(chosen func()) []*widgets.ChoiceCard {
	cards := make([]*widgets.ChoiceCard, len(wizard.Situations))
	current := p.setup.Progress().Situation
	for i, situation := range wizard.Situations {
		id := "situation." + string(situation)
		cards[i] = widgets.NewAnswerCard(p.say(id+".title"), p.say(id+".detail"), func() {
			p.answer(func(progress *wizard.Progress) { progress.Situation = situation }, func() {
				for j, card := range cards {
					card.SetChosen(wizard.Situations[j] == situation)
				}
				chosen()
			})
		})
		cards[i].SetChosen(current == situation)
	}
	return cards
}

// purposeCard asks a solution partner which of the two tokens it is.
func (p *setupPages) purposeCard() fyne.CanvasObject {
	options := make([]widgets.Option, len(wizard.Purposes))
	current := -1
	for i, purpose := range wizard.Purposes {
		id := "purpose." + string(purpose)
		options[i] = widgets.Option{Title: p.say(id + ".title"), Detail: p.say(id + ".detail")}
		if p.setup.Progress().Purpose == purpose {
			current = i
		}
	}
	p.purposes = widgets.NewRadioGroup(options, current, func(i int) {
		p.answer(func(progress *wizard.Progress) { progress.Purpose = wizard.Purposes[i] }, func() {})
	})
	return widgets.NewPaddedCard(theme.CardPadding, 14, widgets.NewColumn(8, widgets.NewCardTitle(p.say("purpose.question")), p.purposes))
}

// answer notes an answer and takes away the trouble that asked for it.
func (p *setupPages) answer(change func(*wizard.Progress), then func()) {
	p.setup.Change(change)
	p.remember()
	p.clearTrouble()
	then()
}

// helpMeChoose finds the situation by two plain questions.
func (p *setupPages) helpMeChoose() {
	choose := func(situation wizard.Situation) func() {
		return func() {
			p.answer(func(progress *wizard.Progress) { progress.Situation = situation }, p.showStep)
		}
	}
	p.question("situation.question_own", choose(wizard.OwnBusiness), func() {
		p.question("situation.question_credit", choose(wizard.SolutionPartner), choose(wizard.TechProvider))
	})
}

// question asks something that is answered with yes or no.
func (w *Window) question(id string, yes, no func()) {
	var dialog *widgets.Dialog
	button := func(label string, importance widgets.Importance, act func()) *widgets.Button {
		return widgets.NewButton(importance, w.say(label), func() {
			dialog.Hide()
			act()
		})
	}
	dialog = w.dialog(w.say("situation.unsure"), widgets.NewText(w.say(id)),
		button("button.no", widgets.Secondary, no), button("button.yes", widgets.Primary, yes))
}
