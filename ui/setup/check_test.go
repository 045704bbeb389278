package setup_test

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"latchkey/graph/sandbox"
	"latchkey/ui/internal/person"
	"latchkey/ui/widgets"
	"latchkey/ui/words"
	"latchkey/wizard/setup"
)

func TestRowsAppearAsTheyAreKnown(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	p.GoTo(setup.StepPaste, "")
	p.Paste(person.TokenOf(t, "ready"))
	release := p.HoldsBack("/subscribed_apps")
	p.Tap(p.Say("step.paste.main"))
	p.Until("the first rows", func() bool { return p.Sees(p.Say("status.pass")) && p.Sees(p.Say("status.busy")) })
	p.MustSee(p.Say("step.check.title"), p.Say("step.check.stop"))
	release()
	p.Settle()
	p.MustSee(p.Say("verdict.ready.title"), p.Say("verdict.ready.below"))
	if p.Sees(p.Say("status.busy")) {
		t.Error("it goes on looking")
	}
}

// TestAnEndCanBePutIntoACalendarAtOnce: an expiring token is ready, and the person is to know when
// it is not any more. One without an end has nothing to remember.
func TestAnEndCanBePutIntoACalendarAtOnce(t *testing.T) {
	for scenario, ends := range map[string]bool{"sixty-days": true, "ready": false} {
		p := person.Sit(t, person.Habits{})
		p.GoTo(setup.StepCheck, scenario)
		if p.Sees(p.Say("calendar.button")) != ends {
			t.Errorf("%s: offers a calendar: %v", scenario, !ends)
		}
		// The group that the end belongs to is folded, and says so.
		if p.Sees(p.Say("status.warn")) != ends || strings.Count(p.Text(), "expires on") < 2 == ends {
			t.Errorf("%s: the rows call an end fine, or none an end:\n%s", scenario, p.Text())
		}
	}
}

func TestACheckCanBeStopped(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	p.GoTo(setup.StepPaste, "")
	p.Paste(person.TokenOf(t, "ready"))
	p.Graph.SetFault(sandbox.FaultHang, 0)
	p.Tap(p.Say("step.paste.main"))
	p.Until("the check", func() bool { return p.Find(p.Say("step.check.stop")) != nil })
	p.Tap(p.Say("step.check.stop"))
	p.Until("the paste", func() bool { return p.Step() == int(setup.StepPaste) })
	p.Settle()
	if p.Step() != int(setup.StepPaste) {
		t.Fatalf("Stop leads to step %d", p.Step())
	}
	// What was stopped said nothing, so the next check starts anew.
	p.Graph.SetFault("", 0)
	p.Press(p.Say("step.paste.main"))
	p.MustSee(p.Say("verdict.ready.title"))
}

func TestEveryRowThatIsNotFineSaysWhatToDo(t *testing.T) {
	next := map[string]string{ // what helps: something at Meta, or only another token
		"account-not-assigned": "check.again_on_return", "number-not-registered": "check.again_on_return",
		"messaging-missing": "step.check.paste", "expired": "step.check.paste",
	}
	for scenario, helps := range next {
		p := person.Sit(t, person.Habits{})
		p.GoTo(setup.StepCheck, scenario)
		p.MustSee(p.Say("status.fail"), p.Say(helps))
		if p.Find(p.Say("step.check.main")) != nil {
			t.Errorf("%s: a token that does not work can be kept", scenario)
		}
		p.MustSee(p.Say("step.check.again"))
	}
}

func TestATroubleOnTheWayNeverReadsAsABadToken(t *testing.T) {
	for _, fault := range []sandbox.Fault{sandbox.FaultUnavailable, sandbox.FaultTooMany, sandbox.FaultWebPage, sandbox.FaultCut, sandbox.FaultEcho} {
		p := person.Sit(t, person.Habits{})
		p.Graph.SetFault(fault, 0)
		p.GoTo(setup.StepCheck, "ready")
		if fault != sandbox.FaultEcho { // that one is Graph's own refusal
			p.MustSee(p.Say("verdict.unknown.title"))
		}
		if place := p.Leaks(person.TokenOf(t, "ready")); place != "" {
			t.Errorf("%s: the token stands in %s", fault, place)
		}
		p.Graph.SetFault("", 0)
		p.Press(p.Say("step.check.again"))
		p.MustSee(p.Say("verdict.ready.title"))
	}
}

func TestItChecksAgainWhenThePersonComesBack(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	p.GoTo(setup.StepCheck, "account-not-assigned")
	requests := p.Requests.Load()
	p.ComesBack()
	if p.Requests.Load() != requests {
		t.Error("it checks again though no page was opened")
	}
	for range 2 { // after each trip, not only after the first
		opened := len(p.Browser.Opened)
		p.Press(p.OpenButton())
		if len(p.Browser.Opened) != opened+1 || !strings.HasPrefix(p.Browser.Opened[opened], "https://business.facebook.com/") {
			t.Fatalf("opened %v", p.Browser.Opened)
		}
		requests = p.Requests.Load()
		p.ComesBack()
		if p.Requests.Load() == requests {
			t.Error("it does not check again")
		}
		requests = p.Requests.Load()
		p.ComesBack()
		if p.Requests.Load() != requests {
			t.Error("it checks again each time the window comes to the front")
		}
	}
}

func TestWhereOnlyAnotherTokenHelpsItIsPastedNext(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	p.GoTo(setup.StepCheck, "messaging-missing")
	p.Press(p.Say("step.check.paste"))
	if p.Step() != int(setup.StepPaste) {
		t.Fatalf("at step %d", p.Step())
	}
	p.Paste(person.TokenOf(t, "ready"))
	p.Press(p.Say("step.paste.main"))
	p.MustSee(p.Say("verdict.ready.title"))
}

func TestDetailsForSupportStandBehindAButton(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	p.GoTo(setup.StepCheck, "account-not-assigned")
	if p.Sees("fbtrace_id") {
		t.Error("codes stand on the page")
	}
	p.Press(p.Say("button.details"))
	p.MustSee("fbtrace_id", "Graph code 100/33", "UTC")
	p.Press(p.Say("button.copy"))
	if copied := p.App.Clipboard().Content(); !strings.Contains(copied, "fbtrace_id") || strings.Contains(copied, person.TokenOf(t, "account-not-assigned")) {
		t.Errorf("copied %q", copied)
	}
}

func TestSeveralNumbersAreChosenByName(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	p.GoTo(setup.StepCheck, "two-accounts")
	p.MustSee(p.Say("choose.number"), "Corner Bakery Deliveries")
	wanted := numbers(p)[3]
	p.Press(wanted)
	p.Press(p.Say("step.check.main"))
	p.MustSee(wanted)
	p.Press(p.Say("step.keep.main"))
	entries, err := p.Env.Vault.List(t.Context())
	person.Must(t, err)
	if len(entries) != 1 || entries[0].PhoneID == "" || !strings.Contains(p.Text(), entries[0].PhoneID) {
		t.Errorf("kept %+v", entries)
	}
}

// numbers are the labels of the numbers that can be chosen.
func numbers(p *person.Person) []string {
	var found []string
	for _, each := range p.Pressables() {
		if strings.HasPrefix(each.AccessibilityLabel(), "+") {
			found = append(found, each.AccessibilityLabel())
		}
	}
	return found
}

func TestASingleNumberIsNotAskedAbout(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	p.GoTo(setup.StepCheck, "ready")
	if p.Sees(p.Say("choose.number")) {
		t.Error("a choice between one number")
	}
}

func TestWhereOnlyAnotherTokenHelpsItLeadsToThePaste(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	p.GoTo(setup.StepCheck, "messaging-missing")
	p.Press(p.OpenButton())
	requests := p.Requests.Load()
	p.ComesBack()
	if p.Requests.Load() != requests {
		t.Error("it checks the same token again, which cannot have changed")
	}
	p.Press(p.Say("step.check.paste"))
	p.MustSee(p.Say("step.paste.title"))
}

// TestAllFineIsSeenAtAGlance: without scrolling, in words that may be longer; so are the pages that
// follow it. What webhooks are is said where they are named.
func TestAllFineIsSeenAtAGlance(t *testing.T) {
	for _, spoken := range words.Languages() {
		language := spoken.Tag
		p := person.Sit(t, person.Habits{Language: language})
		p.GoTo(setup.StepCheck, "ready")
		p.MustNotScroll(language + ", all fine")
		if language == "en" {
			p.MustSee("Incoming messages (webhooks)")
		}
		p.Press(p.Say("step.check.main"))
		p.MustNotScroll(language + ", the summary")
		p.Press(p.Say("step.keep.main"))
		p.MustNotScroll(language + ", what was kept")
	}
}

// TestTheNumberIsAskedFirst: Next takes what is chosen, so that it is seen before what may wait.
func TestTheNumberIsAskedFirst(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	p.GoTo(setup.StepCheck, "two-accounts")
	mustFollow(p, p.Say("verdict.advice.title"), p.Say("choose.number"), p.Say("fix.subscribe.button"), p.Say("report.group.token"))
}

// TestWhatToDoIsSeenWithoutScrolling: why and what to do, also below many numbers, of which only the
// first stand there until all are asked for; in languages with longer words too.
func TestWhatToDoIsSeenWithoutScrolling(t *testing.T) {
	for _, language := range []string{"en", "de", "fr"} {
		for _, scenario := range []string{"two-accounts", "messaging-missing", "account-not-assigned", "number-not-registered"} {
			p := person.Sit(t, person.Habits{Language: language})
			p.GoTo(setup.StepCheck, scenario)
			p.Screen.Resize(fyne.NewSize(900, 640))
			result, _ := checked(p, scenario).Result()
			row := p.Words.Row(*result.Fix, time.Now())
			told := strings.TrimSpace(row.Detail + "\n" + row.Fix)
			if end, footer := endOf(p, told), topOf(p, p.Say("button.help")); end == 0 || end > footer {
				t.Errorf("%s, %s: what to do ends at %v, and the buttons begin at %v\n%s", language, scenario, end, footer, p.Text())
			}
			if !result.Choose {
				continue
			}
			first, all := len(numbers(p)), len(setup.NumbersOf(result.Report))
			p.Press(p.Words.Say("choose.all", words.Counted(all)))
			if shown := len(numbers(p)); first > 4 || shown != all {
				t.Errorf("%d numbers at first, then %d of %d", first, shown, all)
			}
		}
	}
}

// endOf is where a text ends, from the top of the window; 0 where it is not shown.
func endOf(p *person.Person, words string) (end float32) {
	person.Walk(p.Front(), fyne.Position{}, true, func(o fyne.CanvasObject, at fyne.Position, seen bool) {
		if text, ok := o.(*widgets.Text); ok && seen && text.Text() == words {
			end = at.Y + o.Size().Height
		}
	})
	return end
}

// topOf is where a button begins, from the top of the window.
func topOf(p *person.Person, label string) (top float32) {
	person.Walk(p.Front(), fyne.Position{}, true, func(o fyne.CanvasObject, at fyne.Position, seen bool) {
		if button, ok := o.(*widgets.Button); ok && seen && button.AccessibilityLabel() == label {
			top = at.Y
		}
	})
	return top
}

// TestOneButtonOfAResultIsBlue: the one that comes next.
func TestOneButtonOfAResultIsBlue(t *testing.T) {
	for _, scenario := range []string{"ready", "two-accounts", "messaging-missing", "account-not-assigned", "number-not-registered", "expired"} {
		p := person.Sit(t, person.Habits{})
		p.GoTo(setup.StepCheck, scenario)
		var blue []string
		for _, each := range p.Pressables() {
			if button, ok := each.(*widgets.Button); ok && isBlue(button) {
				blue = append(blue, button.AccessibilityLabel())
			}
		}
		if len(blue) != 1 {
			t.Errorf("%s: %d blue buttons: %v", scenario, len(blue), blue)
		}
	}
}

// mustFollow fails unless the texts are read in that order.
func mustFollow(p *person.Person, texts ...string) {
	p.T.Helper()
	rest := p.Text()
	for _, text := range texts {
		_, after, found := strings.Cut(rest, text)
		if !found {
			p.T.Fatalf("%q does not follow in\n%s", text, p.Text())
		}
		rest = after
	}
}

// TestWhatANewTokenHasFixedIsSaidOnce, above what was fine before.
func TestWhatANewTokenHasFixedIsSaidOnce(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	p.GoTo(setup.StepCheck, "messaging-missing")
	p.Press(p.Say("step.check.paste"))
	p.Paste(person.TokenOf(t, "ready"))
	p.Press(p.Say("step.paste.main"))
	mustFollow(p, p.Say("verdict.ready.title"), p.Say("status.mended"), p.Say("check.perm.messaging.granted.title"), p.Say("report.group.token"))
	p.Press(p.Say("step.check.main"))
	p.Press(p.Say("button.back"))
	p.MustSee(p.Say("verdict.ready.title"))
	if p.Sees(p.Say("status.mended")) {
		t.Error("it is said once more")
	}
}

// TestWhatCouldNotBeAskedWasNotFixed, once Meta answers again.
func TestWhatCouldNotBeAskedWasNotFixed(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	p.Graph.SetFault(sandbox.FaultUnavailable, 0)
	p.GoTo(setup.StepCheck, "ready")
	p.Graph.SetFault("", 0)
	p.Press(p.Say("step.check.again"))
	p.MustSee(p.Say("verdict.ready.title"))
	if p.Sees(p.Say("status.mended")) {
		t.Errorf("something is said to be fixed:\n%s", p.Text())
	}
}

// TestTheMainButtonPutsItRight, where that is done from here and asking again would find the same.
func TestTheMainButtonPutsItRight(t *testing.T) {
	for scenario, leads := range map[string]string{"number-not-registered": "fix.register.pin_hint", "app-secret-proof": "fix.proof.lead"} {
		p := person.Sit(t, person.Habits{})
		p.GoTo(setup.StepCheck, scenario)
		p.MustSee(p.Say("step.check.again")) // for what was put right elsewhere
		p.Key(fyne.KeyReturn)
		p.MustSee(p.Say(leads))
	}
}
