package desk_test

import (
	"strings"
	"testing"

	"latchkey/ui/internal/person"
)

// TestWhatWasFixedIsSaidOnce: when the same token is checked again, and not of another one.
func TestWhatWasFixedIsSaidOnce(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	checks := func(scenario string) {
		p.Paste(person.TokenOf(t, scenario))
		p.Press(p.Say("desk.main"))
	}
	p.Press(p.Say("home.check"))
	checks("number-not-registered")
	checks("ready")
	if p.Sees(p.Say("status.mended")) {
		t.Error("another token is said to be mended")
	}
	checks("app-not-subscribed")
	p.Press(p.Say("fix.subscribe.button"))
	p.Press(p.Say("fix.subscribe.button"))
	p.Press(p.Say("fix.back"))
	p.MustSee(p.Say("verdict.ready.title"), p.Say("status.mended"))
	checks("app-not-subscribed")
	p.MustSee(p.Say("verdict.ready.title"))
	if p.Sees(p.Say("status.mended")) {
		t.Error("it is said once more")
	}
}

// TestTheCustomerIsToldOfAGoodToken: that it works, for how long and what was checked, and
// nothing of the kind of one that does not.
func TestTheCustomerIsToldOfAGoodToken(t *testing.T) {
	for scenario, works := range map[string]bool{"ready": true, "sixty-days": true, "expired": false} {
		p := person.Sit(t, person.Habits{})
		p.Press(p.Say("home.check"))
		p.Paste(person.TokenOf(t, scenario))
		p.Press(p.Say("desk.main"))
		p.Press(p.Say("desk.messages"))
		if p.Sees(p.Say("message.checked")) != works {
			t.Errorf("%s: %t is not what the messages say:\n%s", scenario, works, p.Text())
		}
		if !works {
			continue
		}
		text := p.Text()
		for range 2 { // the first answer, and this one
			p.Press(p.Say("button.copy"))
		}
		copied := p.App.Clipboard().Content()
		if !strings.Contains(text, copied) || !strings.Contains(copied, p.Say("message.checked")) {
			t.Errorf("%s: copied is\n%s", scenario, copied)
		}
		if !strings.Contains(copied, "expires") {
			t.Errorf("%s: nobody is told for how long:\n%s", scenario, copied)
		}
	}
}
