package ui_test

import (
	"bytes"
	"testing"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
	"github.com/go-text/typesetting/font"

	"latchkey/assets"
	"latchkey/ui/internal/person"
)

// TestEveryLetterIsInFynesFont: what is not there comes from whatever fonts the
// computer has, and where it has none a box is drawn.
func TestEveryLetterIsInFynesFont(t *testing.T) {
	text, err := assets.Words("en")
	person.Must(t, err)
	for name, resource := range map[string]fyne.Resource{
		"regular": fynetheme.DefaultTextFont(), "bold": fynetheme.DefaultTextBoldFont(),
	} {
		face, err := font.ParseTTF(bytes.NewReader(resource.Content()))
		person.Must(t, err)
		missing := map[rune]bool{}
		for _, letter := range string(text) {
			if _, ok := face.NominalGlyph(letter); !ok && letter > ' ' {
				missing[letter] = true
			}
		}
		for letter := range missing {
			t.Errorf("%c is not in the %s font", letter, name)
		}
	}
}
