package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"latchkey/ui/theme"
)

// Fix is what a FixCard says.
type Fix struct {
	Word  string // in the badge, such as "To fix"
	Title string
	Text  string // with ** around what Meta's page says
	// Button goes to where it is fixed; may be nil.
	Button *Button
	// More stands below all, such as the address to copy when the browser does not open.
	More []fyne.CanvasObject
}

// NewFixCard returns a card that says what is wrong and how it is put right.
func NewFixCard(fix Fix) *Card { return NewStatusCard(ToFix, fix) }

// NewPlainCard is a fix card without the colour of its status, for a page on which another one
// has that already.
func NewPlainCard(status Status, fix Fix) *Card {
	card, badge := newStatusCard(status, fix)
	badge.onSurface = false
	card.panel.Fill, card.panel.Line = theme.ColorNameSurface, theme.ColorNameLine
	return card
}

// NewStatusCard is a fix card in the colours of another status: a word of
// advice is no error, and neither is what could not be checked.
func NewStatusCard(status Status, fix Fix) *Card {
	card, _ := newStatusCard(status, fix)
	return card
}

func newStatusCard(status Status, fix Fix) (*Card, *Badge) {
	badge := NewBadge(status, fix.Word)
	badge.onSurface = true
	words := NewColumn(1, NewStyledText(fix.Title, TextStyle{Bold: true}))
	if fix.Text != "" {
		words.Add(NewQuietText(fix.Text))
	}
	column := NewColumn(theme.SmallGap, words)
	if fix.Button != nil {
		column.Add(Row{}.New(fix.Button))
	}
	for _, o := range fix.More {
		column.Add(o)
	}
	card := NewCard(container.New(&sideOrAboveLayout{gap: theme.Gap}, badge, column))
	line, fill := status.colors()
	card.panel.Fill, card.panel.Line = fill, line
	return card, badge
}
