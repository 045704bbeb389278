package ui_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"latchkey/ui/internal/person"
	"latchkey/wizard/setup"
	"latchkey/wizard/vault"
)

// TestNoKeyDestroysByItself: at every question before something is replaced, removed or
// left, Enter, Esc and a click on an empty part of the dialog followed by Enter change
// nothing.
func TestNoKeyDestroysByItself(t *testing.T) {
	questions := map[string]struct {
		ask  func(*person.Person)
		safe string // the words of the button that Enter means
	}{
		"replace a token": {func(p *person.Person) {
			p.GoTo(setup.StepKeep, "two-accounts")
			p.Press(p.Say("button.change"))
			p.TypeName("Shop")
			p.Key(fyne.KeyReturn)
			p.Key(fyne.KeyReturn)
			p.MustSee(p.Say("taken.title"))
		}, "taken.rename"},
		"renew with another app's token": {func(p *person.Person) {
			entry, err := p.Env.Vault.Entry(p.T.Context(), "Shop")
			person.Must(p.T, err)
			p.Window.Renew(entry, p.Window.Home)
			p.GoTo(setup.StepKeep, "two-accounts")
			p.Key(fyne.KeyReturn)
			p.MustSee(p.Say("renew.ask"))
		}, "renew.keep_old"},
		"leave without saving": {func(p *person.Person) {
			p.GoTo(setup.StepPaste, "")
			p.Paste(person.TokenOf(p.T, "two-accounts"))
			p.Key(fyne.KeyEscape)
			p.MustSee(p.Say("leave.title"))
		}, "leave.stay"},
		"remove a token": {func(p *person.Person) {
			p.Press(p.Say("saved.details"))
			p.Press(p.Say("saved.remove"))
			p.MustSee(p.Say("remove.keep"))
		}, "remove.keep"},
		"remove everything": {func(p *person.Person) {
			p.Press(p.Say("settings.title"))
			p.Press(p.Say("removeall.button"))
			p.MustSee(p.Say("removeall.title"))
		}, "removeall.keep"},
	}
	keys := map[string]func(*person.Person){
		"Enter": func(p *person.Person) { p.Key(fyne.KeyReturn) },
		"Esc":   func(p *person.Person) { p.Key(fyne.KeyEscape) },
		"a click beside and Enter": func(p *person.Person) {
			p.Screen.Canvas().Unfocus() // as a click on an empty part of the dialog does
			p.Key(fyne.KeyEnter)
		},
	}
	for question, of := range questions {
		for key, press := range keys {
			t.Run(question+", "+key, func(t *testing.T) {
				p := person.Sit(t, person.Habits{})
				p.HasSaved("ready", "Shop")
				of.ask(p)
				title := p.Screen.Title()
				focused, ok := p.Screen.Canvas().Focused().(interface{ AccessibilityLabel() string })
				if !ok || focused.AccessibilityLabel() != p.Say(of.safe) {
					t.Errorf("the focus is on %v", p.Screen.Canvas().Focused())
				}
				press(p)
				if p.Keychain.Holds(vault.Service, "Shop") != person.TokenOf(t, "ready") {
					t.Error("the saved token is gone")
				}
				if p.Screen.Title() != title {
					t.Errorf("the page was left:\n%s", p.Text())
				}
			})
		}
	}
}
