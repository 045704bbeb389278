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

// chosen is the answer that is chosen, or first where none is; a is nil for a card that stands alone.
func (a *Answers) chosen(first *ChoiceCard) *ChoiceCard {
	if a != nil {
		for _, card := range a.cards {
			if card.chosen {
				return card
			}
		}
	}
	return first
}
