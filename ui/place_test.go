package ui_test

import (
	"image"
	"testing"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"latchkey/ui/internal/person"
	"latchkey/ui/theme"
	"latchkey/wizard/setup"
)

// TestTheWindowOpensWhereItWasClosed, and as large; where it stood beside the browser, as
// it was before that.
func TestTheWindowOpensWhereItWasClosed(t *testing.T) {
	habits := person.Habits{Display: image.Rect(0, 0, 1920, 1080)}
	size, corner := fyne.NewSize(940, 660), image.Pt(70, 40)
	for way, before := range map[string]func(*person.Person){
		"as it was": func(*person.Person) {},
		"beside the browser": func(p *person.Person) {
			p.GoTo(setup.StepSystemUser, "")
			p.Press(p.Say("trip.beside"))
			if p.Screen.Canvas().Size() == size {
				t.Error("it is as wide as before")
			}
		},
	} {
		p := person.Sit(t, habits)
		p.Screen.Resize(size)
		p.Screen.RequestPosition(corner.X, corner.Y)
		before(p)
		p.Shortcut(ctrlW)
		p.Open(habits)
		if got := p.Screen.Canvas().Size(); got != size {
			t.Errorf("%s: it opens %v large, and was closed with %v", way, got, size)
		}
		if p.Screen.Corner != corner {
			t.Errorf("%s: it opens at %v, and was closed at %v", way, p.Screen.Corner, corner)
		}
	}
}

// TestLightWhereTheSystemSaysNothing: Fyne takes such a system for dark.
func TestLightWhereTheSystemSaysNothing(t *testing.T) {
	for silent, want := range map[bool]theme.Appearance{true: theme.Light, false: theme.Dark} {
		p := person.Sit(t, person.Habits{Silent: silent})
		drawn := p.App.Settings().Theme().Color(theme.ColorNameBackground, fynetheme.VariantDark)
		if drawn != theme.New(want, 1).Color(theme.ColorNameBackground, fynetheme.VariantDark) {
			t.Errorf("on a system that says nothing, %v, and is taken for dark, it is drawn on %v", silent, drawn)
		}
	}
}
