package setup_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"latchkey/ui/internal/person"
	"latchkey/ui/words"
	"latchkey/wizard/setup"
	"latchkey/wizard/vault"
)

// TestAReplacedTokenComesBack: the last page offers it, and the new token can then be
// saved under another name. It is still asked about before the window is closed.
func TestAReplacedTokenComesBack(t *testing.T) {
	for _, way := range []string{"a taken name", "a renewal"} {
		t.Run(way, func(t *testing.T) {
			p := person.Sit(t, person.Habits{})
			p.HasSaved("ready", "Shop")
			if way == "a renewal" {
				entry, err := p.Env.Vault.Entry(t.Context(), "Shop")
				person.Must(t, err)
				p.Window.Renew(entry, p.Window.Home)
			}
			p.GoTo(setup.StepKeep, "two-accounts")
			p.Press(p.Say("button.change"))
			p.TypeName("Shop")
			p.Key(fyne.KeyReturn)
			p.Press(p.Say("step.keep.main"))
			p.Press(p.Say("taken.replace")) // the same words in a renewal
			last4 := words.Values{"Last4": last4(person.TokenOf(t, "ready"))}
			p.MustSee(p.Say("kept.lead"), p.Words.Say("undo.text", last4))
			p.MustFit("kept, replaced", fyne.NewSize(1000, 700))
			if place := p.Leaks(person.TokenOf(t, "ready")); place != "" {
				t.Errorf("the old token stands in %s", place)
			}

			p.Press(p.Say("undo.do"))
			last4["Name"] = "Shop"
			p.MustSee(p.Say("undo.done.title"), p.Words.Say("undo.done.text", last4))
			if p.Keychain.Holds(vault.Service, "Shop") != person.TokenOf(t, "ready") {
				t.Fatal("the old token is not back")
			}
			p.Key(fyne.KeyReturn)
			p.Screen.CloseButton()
			p.MustSee(p.Say("leave.title"))
			p.Key(fyne.KeyReturn)

			p.Press(p.Say("button.change"))
			p.TypeName("Second shop")
			p.Key(fyne.KeyReturn)
			p.Press(p.Say("step.keep.main"))
			if p.Find(p.Say("renew.replace")) != nil {
				p.Press(p.Say("renew.replace"))
			}
			p.MustSee(p.Say("kept.lead"), "Second shop")
			if p.Find(p.Say("undo.do")) != nil {
				t.Error("a token under a new name can be undone")
			}
			for name, scenario := range map[string]string{"Shop": "ready", "Second shop": "two-accounts"} {
				if p.Keychain.Holds(vault.Service, name) != person.TokenOf(t, scenario) {
					t.Errorf("%s is not the token of %s", name, scenario)
				}
			}
		})
	}
}

// TestARenewalThatIsDoneIsNoLongerUnderWay: the page says what was replaced, and all of it is seen.
func TestARenewalThatIsDoneIsNoLongerUnderWay(t *testing.T) {
	for _, language := range []string{"en", "de", "fr", "es"} {
		p := person.Sit(t, person.Habits{Language: language})
		p.HasSaved("expired", "Shop")
		p.Press(p.Say("saved.check"))
		p.Press(p.Say("saved.renew"))
		p.MustSee(p.Say("renew.stays"))
		p.Press(p.Say("step.generate.main"))
		p.Paste(person.TokenOf(t, "ready"))
		p.Press(p.Say("step.paste.main"))
		p.Press(p.Say("step.check.main"))
		p.Press(p.Say("step.keep.main"))
		p.Press(p.Say("renew.replace"))
		p.MustSee(p.Say("kept.lead"))
		if p.Sees(p.Say("renew.stays")) {
			t.Errorf("%s: it goes on renewing:\n%s", language, p.Text())
		}
		p.MustNotScroll(language + ", what was kept")
	}
}
