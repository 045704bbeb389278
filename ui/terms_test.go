package ui_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"latchkey/ui/internal/person"
	"latchkey/wizard/setup"
)

// TestTermsAreExplainedWhereTheyAreFirstMet: who has never heard the word reads there what it
// means, without asking for help.
func TestTermsAreExplainedWhereTheyAreFirstMet(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	p.MustSee(
		"A token is a long password for your software",
		"this computer’s own safe for passwords, the keychain",
		"A business portfolio (your company’s account at Meta)",
	)
	p.GoTo(setup.StepBusiness, "")
	p.MustSee("How Meta knows your software. It is free, with nothing to install")
	p.GoTo(setup.StepSystemUser, "")
	p.MustSee("A system user is an account for software, not for a person")
	p.Key(fyne.KeyEscape)
	p.HasSaved("ready", "Shop")
	p.Press(p.Say("saved.details"))
	p.Press(p.Say("fix.revoke.button"))
	p.MustSee("Revoking switches it off for good, for everyone who has it")
}
