package setup

import (
	"fyne.io/fyne/v2"

	"latchkey/ui/widgets"
	"latchkey/wizard/setup"
)

// answerCards are the answers to a question, side by side where they are two; answered is called
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
	p.firstAnswer[question.Missing] = cards[0]
	const beside = 2
	shown := widgets.NewColumn(8, objects...)
	if len(objects) == beside {
		shown = widgets.NewGrid(beside, 12, 170, objects...)
	}
	return widgets.NewAnswers(cards, shown)
}

// answer notes an answer and takes away the trouble that asked for it.
func (p *pages) answer(note func(*setup.Progress), then func()) {
	p.setup.Change(note)
	p.remember()
	p.clearTrouble()
	then()
}
