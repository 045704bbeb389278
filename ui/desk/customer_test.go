package desk_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"latchkey/ui/internal/person"
	"latchkey/ui/words"
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
			if told := strings.Count(p.Text(), p.Say("trouble.token_expired.title")); told != 1 {
				t.Errorf("%s: the customer is told %d times:\n%s", scenario, told, p.Text())
			}
			continue
		}
		text := p.Text()
		p.Press(p.Say("message.copy"))
		copied := p.App.Clipboard().Content()
		if !strings.Contains(text, copied) || !strings.Contains(copied, p.Say("message.checked")) {
			t.Errorf("%s: copied is\n%s", scenario, copied)
		}
		if !strings.Contains(copied, "expires") {
			t.Errorf("%s: nobody is told for how long:\n%s", scenario, copied)
		}
	}
}

// TestTheCustomerIsAnswered: what was found is theirs to put right, so that the one thing in the
// accent, and what Enter does, is to tell them, and Meta's page is theirs. What is pasted next is
// checked first.
func TestTheCustomerIsAnswered(t *testing.T) {
	for _, scenario := range []string{"expired", "temporary", "messaging-missing", "account-not-assigned", "ready"} {
		p := person.Sit(t, person.Habits{})
		p.Press(p.Say("home.check"))
		p.Paste(person.TokenOf(t, scenario))
		p.Press(p.Say("desk.main"))
		if main := p.Accented(); len(main) != 1 || main[0] != p.Say("desk.messages") {
			t.Errorf("%s: in the accent are %q", scenario, main)
		}
		if p.Sees(p.Say("check.again_on_return")) || scenario != "ready" && !p.Sees(p.Say("desk.customers_page")) {
			t.Errorf("%s: the page is not the customer's:\n%s", scenario, p.Text())
		}
		p.Look()
		p.Key(fyne.KeyReturn)
		p.MustSee(words.Plain(strings.SplitN(p.Say("message.first_answer"), "\n", 2)[0]), p.Say("button.copy"))
		p.Press(p.Say("button.close"))
		p.Paste(person.TokenOf(t, "revoked"))
		if main := p.Accented(); len(main) != 1 || main[0] != p.Say("desk.main") {
			t.Errorf("%s: with another one pasted, in the accent are %q", scenario, main)
		}
		p.Look()
		p.Key(fyne.KeyReturn)
		p.MustSee(p.Say("verdict.dead.title"))
	}
}

// TestWhatIsPutRightFromHereComesFirst: of what the verdict is about, and nothing else is in the
// accent. What could not be checked is checked again.
func TestWhatIsPutRightFromHereComesFirst(t *testing.T) {
	for scenario, first := range map[string]string{
		"app-not-subscribed": "fix.subscribe.button", "app-secret-proof": "fix.proof.button", "outage": "step.check.again",
	} {
		p := person.Sit(t, person.Habits{})
		p.Press(p.Say("home.check"))
		p.Paste(person.TokenOf(t, scenario))
		p.Press(p.Say("desk.main"))
		if main := p.Accented(); len(main) != 1 || main[0] != p.Say(first) {
			t.Errorf("%s: in the accent are %q", scenario, main)
		}
	}
}

// TestWhatWasPastedMeanwhileIsCheckedNext, though the check of what was pasted before ends only then.
func TestWhatWasPastedMeanwhileIsCheckedNext(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	p.Press(p.Say("home.check"))
	p.Paste(person.TokenOf(t, "ready"))
	p.Tap(p.Say("desk.main"))
	p.Paste(person.TokenOf(t, "expired"))
	p.Settle()
	if main := p.Accented(); len(main) != 1 || main[0] != p.Say("desk.main") {
		t.Errorf("in the accent are %q", main)
	}
}

// TestTheEndOfACustomersTokenGoesIntoACalendar, where it has one.
func TestTheEndOfACustomersTokenGoesIntoACalendar(t *testing.T) {
	for scenario, dated := range map[string]bool{"sixty-days": true, "ready": false, "expired": false} {
		p := person.Sit(t, person.Habits{})
		p.Press(p.Say("home.check"))
		p.Paste(person.TokenOf(t, scenario))
		p.Press(p.Say("desk.main"))
		if add := p.Find(p.Say("calendar.button")); (add != nil) != dated {
			t.Errorf("%s: it is offered: %v", scenario, add != nil)
		}
		if dated {
			p.Press(p.Say("calendar.button"))
			p.MustSee(p.Say("save.do"), ".ics")
		}
	}
}
