package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"latchkey/ui/theme"
)

// Trouble is one line of a TroubleSummary.
type Trouble struct {
	Text  string
	Field fyne.Focusable // says the same, and gets the focus when the line is pressed; nil makes it plain text
}

// TroubleSummary stands on top of a page that could not go on. Focus it when it appears.
type TroubleSummary struct {
	pressable
	card   *Card
	ring   *focusRing
	fields []markable
}

// NewTroubleSummary returns a box with a title, such as "There is a problem", and a line for
// every trouble. The fields say the same, until something else stands in them.
func NewTroubleSummary(title string, troubles ...Trouble) *TroubleSummary {
	s := &TroubleSummary{ring: newFocusRing(cardRadius)}
	column := NewColumn(4, NewCardTitle(title))
	for _, t := range troubles {
		if t.Field == nil {
			column.Add(NewText(t.Text))
			continue
		}
		column.Add(newTroubleLine(t))
		if field, ok := t.Field.(markable); ok {
			field.markTrouble(t.Text)
			s.fields = append(s.fields, field)
		}
	}
	s.card = NewPaddedCard(theme.CardPadding, 14, column)
	s.card.panel.Fill, s.card.panel.Line = theme.ColorNameToFixBehind, theme.ColorNameToFix
	s.become(s, func() {})
	return s
}

// Settle takes what the summary says off the fields. One that is changed settles by itself.
func (s *TroubleSummary) Settle() {
	for _, field := range s.fields {
		field.markTrouble("")
	}
}

// TypedKey leaves every key to the page: the box itself cannot be pressed.
func (s *TroubleSummary) TypedKey(key *fyne.KeyEvent) { passToPage(s, key) }

// CreateRenderer is called by Fyne.
func (s *TroubleSummary) CreateRenderer() fyne.WidgetRenderer {
	s.ring.refresh(s.focused)
	return &drawing{
		objects: fixed(s.card, s.ring.rectangle),
		layout: func(size fyne.Size) {
			s.card.Resize(size)
			s.ring.layout(size)
		},
		minSize: func() fyne.Size { return s.card.MinSize() },
		refresh: func() {
			s.ring.refresh(s.focused)
			s.card.Refresh()
			canvas.Refresh(s)
		},
	}
}

func (s *TroubleSummary) parts() []fyne.CanvasObject { return []fyne.CanvasObject{s.card} }

// newTroubleLine returns a link that focuses the field in question.
func newTroubleLine(t Trouble) fyne.CanvasObject {
	b := NewButton(SmallLink, t.Text, nil)
	b.OnTapped = func() {
		if c := fyne.CurrentApp().Driver().CanvasForObject(b); c != nil {
			c.Focus(t.Field)
			if field, ok := t.Field.(interface{ skipSpace() }); ok {
				field.skipSpace()
			}
		}
	}
	return b
}

// MarkTrouble says below a field what is wrong with what stands in it, where no summary is
// needed.
func MarkTrouble(field fyne.Focusable, text string) {
	if field, ok := field.(markable); ok {
		field.markTrouble(text)
	}
}
