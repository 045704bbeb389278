package ui_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"latchkey/ui/internal/person"
	"latchkey/ui/theme"
)

// TestTabReachesWhateverCanBePressed on every page and in every dialog.
func TestTabReachesWhateverCanBePressed(t *testing.T) {
	p := person.Sit(t, person.Habits{Appearance: theme.Light})
	tour(p, func(page string) {
		had, reached := p.Screen.Canvas().Focused(), map[fyne.Focusable]bool{}
		for next := fyne.Focusable(nil); !reached[next]; next = p.Screen.Canvas().Focused() {
			reached[next] = true
			p.Screen.Canvas().FocusNext()
		}
		for _, each := range p.Pressables() {
			if !reached[each] {
				t.Errorf("%s: Tab does not reach “%s”", page, each.AccessibilityLabel())
			}
		}
		p.Screen.Canvas().Focus(had)
	})
}
