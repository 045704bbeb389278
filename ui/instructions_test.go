package ui_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"latchkey/ui/internal/person"
	"latchkey/ui/theme"
	"latchkey/ui/widgets"
	"latchkey/ui/words"
)

// TestMainInstructionsDiffer: no two pages or dialogs tell a person to do the same, or tell the
// same of what was done, in any language.
func TestMainInstructionsDiffer(t *testing.T) {
	const (
		onTop    = "the same page, with what was wrong on top"
		outcome  = "the same page, with what was asked of it"
		pictures = "the same page, with the next picture of Meta's"
		choice   = "the same step, with a choice on it"
		keychain = "the same step, with a line on the keychain that leads to a page of its own"
		practice = "practice is the same steps"
	)
	same := map[[2]string]string{
		{"env_file", "env_file, refused"}: onTop, {"store", "store, refused"}: onTop, {"test message", "test message, refused"}: onTop,
		{"story", "story, not solved"}:        outcome,
		{"step paste", "step paste, refused"}: onTop, {"repair, number-not-registered", "repair, no PIN"}: onTop, {"extend", "extend, no secret"}: onTop,
		{"need.make_portfolio", "need.make_portfolio, next picture"}: pictures, {"need.make_app", "need.make_app, next picture"}: pictures,
		{"need.make_number", "need.make_number, next picture"}:       pictures,
		{"step business, no keychain", "step business"}:              keychain,
		{"step business, no keychain", "step business, others"}:      choice,
		{"step business, no keychain", "step business, provider"}:    choice,
		{"step business, no keychain", "step business, partner"}:     choice,
		{"step business, no keychain", "step business, credit line"}: choice,
		{"step keep", "step keep, a choice"}:                         choice,
		{"step business, no keychain", "practice, step business"}:    practice,
		{"step paste", "practice, step paste"}:                       practice,
		{"step check", "step check, fixed"}:                          "the same verdict, and what has been fixed for it",
	}
	isHelp := func(page string) bool { return strings.HasPrefix(page, "help for ") } // above the page that it is about
	for _, language := range words.Languages() {
		t.Run(language.Tag, func(t *testing.T) {
			p := person.Sit(t, person.Habits{Appearance: theme.Light, Language: language.Tag})
			first := map[string]string{}
			tour(p, func(page string) {
				title := p.MainInstruction()
				other, said := first[title]
				switch {
				case title == "":
					t.Errorf("%s has no main instruction", page)
				case !said:
					first[title] = page
				case other != page && same[[2]string{other, page}] == "" && (!isHelp(other) || !isHelp(page)):
					t.Errorf("%s and %s both say “%s”", other, page, title)
				}
			})
		})
	}
}

// TestHelpHasOnePlace: whether a page has Back or not, and whatever its buttons are called.
func TestHelpHasOnePlace(t *testing.T) {
	for _, language := range []string{"en", "de"} {
		p := person.Sit(t, person.Habits{Appearance: theme.Light, Language: language})
		places := map[bool]map[fyne.Position]string{true: {}, false: {}} // of the pages with the list of steps, and of the others
		tour(p, func(page string) {
			if len(p.Screen.Canvas().Overlays().List()) > 0 || strings.HasPrefix(page, "home") {
				return // a dialog is over a page; Home has its links in its head
			}
			p.Screen.Resize(fyne.NewSize(900, 640))
			found := false
			person.Walk(p.Front(), fyne.Position{}, true, func(o fyne.CanvasObject, at fyne.Position, seen bool) {
				if button, ok := o.(*widgets.Button); ok && seen && button.AccessibilityLabel() == p.Say("button.help") {
					found = true
					places[p.Step() > 0][at] = page
				}
			})
			if !found {
				t.Errorf("%s has no Help", page)
			}
		})
		for _, each := range places {
			if len(each) > 1 {
				t.Errorf("%s: Help stands in %d places: %v", language, len(each), each)
			}
		}
	}
}
