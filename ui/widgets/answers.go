package widgets

import "fyne.io/fyne/v2"

// Answers are the cards of one question. The arrow keys go from one to the next and choose it,
// as in any group of radio buttons.
type Answers struct {
	composite
	cards []*ChoiceCard
	mark  *mark
}

// NewAnswers joins the cards, which stand in what shown is.
func NewAnswers(cards []*ChoiceCard, shown fyne.CanvasObject) *Answers {
	a := &Answers{cards: cards}
	for _, card := range cards {
		card.answers = a
	}
	a.mark = newMark(a)
	a.root = NewColumn(6, shown, a.mark.text)
	a.ExtendBaseWidget(a)
	return a
}
