package setup

import (
	"fyne.io/fyne/v2"

	"latchkey/ui/widgets"
	"latchkey/wizard/setup"
)

// answerCards are the answers to a question, side by side; answered is called
// with each answer.
func (p *pages) answerCards(question setup.Question, answered func()) fyne.CanvasObject {
	cards := make([]*widgets.ChoiceCard, len(question.Answers))
	objects := make([]fyne.CanvasObject, len(cards))
	for i, answer := range question.Answers {
		cards[i] = widgets.NewAnswerCard(p.shell.Say(answer.ID+".title"), p.shell.Say(answer.ID+".detail"), func() {
			for j, card := range cards {
				card.SetChosen(i == j)
			}
			p.answer(answer.Note, answered)
		})
		cards[i].SetChosen(answer.Chosen)
		objects[i] = cards[i]
	}
	widgets.JoinAnswers(cards)
	p.firstAnswer[question.Missing] = cards[0]
	return widgets.NewGrid(len(objects), 12, 170, objects...)
}

// answer notes an answer and takes away the trouble that asked for it.
func (p *pages) answer(note func(*setup.Progress), then func()) {
	p.setup.Change(note)
	p.remember()
	p.clearTrouble()
	then()
}

// helpMeChoose finds the situation by plain questions.
func (p *pages) helpMeChoose() { p.askPlainly(setup.FirstPlainQuestion) }

// askPlainly asks a question that is answered with yes or no.
func (p *pages) askPlainly(question setup.PlainQuestion) {
	var dialog *widgets.Dialog
	button := func(label string, importance widgets.Importance, conclusion setup.Conclusion) *widgets.Button {
		return widgets.NewButton(importance, p.shell.Say(label), func() {
			dialog.Hide()
			if conclusion.Question != nil {
				p.askPlainly(*conclusion.Question)
				return
			}
			p.answer(func(progress *setup.Progress) { progress.Situation = conclusion.Situation }, p.showStep)
		})
	}
	dialog = p.shell.Dialog(p.shell.Say("situation.unsure"), widgets.NewText(p.shell.Say(question.ID)),
		button("button.no", widgets.Secondary, question.No), button("button.yes", widgets.Primary, question.Yes))
}
