package widgets

import (
	"fyne.io/fyne/v2"

	"latchkey/ui/theme"
)

const cardRadius = 12

// Card is a rounded surface with its content inside.
type Card struct {
	composite
	panel *Panel
}

// NewCard returns a card with the usual space around its content.
func NewCard(content fyne.CanvasObject) *Card {
	return NewPaddedCard(theme.CardPadding, theme.CardPadding, content)
}

// NewPaddedCard returns a card with horizontal and vertical pixels of space around its content.
func NewPaddedCard(horizontal, vertical float32, content fyne.CanvasObject) *Card {
	c := &Card{panel: NewPanel(theme.ColorNameSurface, theme.ColorNameLine, cardRadius)}
	c.root = NewStack(c.panel, NewPadded(horizontal, vertical, horizontal, vertical, content))
	c.ExtendBaseWidget(c)
	return c
}
