package setup_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"latchkey/graph/site"
	"latchkey/ui/internal/person"
	"latchkey/wizard/setup"
)

// TestAnotherTokenIsTakenFromTheSummary: what is fixed in a token changes only with another one,
// and that one leads back to the summary.
func TestAnotherTokenIsTakenFromTheSummary(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	p.GoTo(setup.StepKeep, "sixty-days")
	p.Press(p.Say("keep.other_token"))
	if p.Step() != int(setup.StepPaste) {
		t.Fatalf("at step %d", p.Step())
	}
	p.Paste(person.TokenOf(t, "ready"))
	p.Press(p.Say("step.paste.main"))
	p.Press(p.Say("step.check.main"))
	p.MustSee(p.Say("keep.kept_in"), p.Say("keep.never"))
}

// TestTheOnlyNumberSaysHowAnotherOneComes: at Meta, and then with a new check. Done and Check again
// both lead to the summary.
func TestTheOnlyNumberSaysHowAnotherOneComes(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	p.GoTo(setup.StepKeep, "ready")
	p.PressLast(p.Say("button.change"))
	p.MustSee(p.Say("choose.number"), p.Say("choose.missing"))
	p.Press(p.Say("page." + string(site.PageWhatsAppAccounts)))
	if opened := p.Browser.Opened; len(opened) == 0 || !strings.HasPrefix(opened[len(opened)-1], "https://business.facebook.com/") {
		t.Errorf("opened %v", opened)
	}
	p.Key(fyne.KeyEscape)
	p.MustSee(p.Say("keep.kept_in"))

	p.PressLast(p.Say("button.change"))
	requests := p.Requests.Load()
	p.Press(p.Say("step.check.again"))
	if p.Step() != int(setup.StepCheck) || p.Requests.Load() == requests {
		t.Fatalf("Meta is not asked again, at step %d", p.Step())
	}
	p.Press(p.Say("step.check.main"))
	p.MustSee(p.Say("keep.kept_in"))
}
