package widgets

import (
	"fyne.io/fyne/v2"

	"latchkey/ui/theme"
)

// Banner runs across the whole window and cannot be missed: this is practice.
type Banner struct {
	composite
}

// NewBanner returns a banner with the text and a button, which may be nil.
func NewBanner(text string, button *Button) *Banner {
	b := &Banner{}
	words := NewStyledText(text, TextStyle{Color: theme.ColorNameOnMarker})
	objects := []fyne.CanvasObject{words}
	if button != nil {
		button.onMarker = true
		button.Refresh()
		objects = append(objects, button)
	}
	row := Row{Gap: theme.Gap, Stretch: words}.New(objects...)
	b.root = NewStack(
		NewPanel(theme.ColorNameMarker, "", 0),
		NewPadded(theme.CardPadding, 9, theme.CardPadding, 9, row),
	)
	b.ExtendBaseWidget(b)
	return b
}
