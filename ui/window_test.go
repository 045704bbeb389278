package ui_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"latchkey/graph/sandbox"
	"latchkey/ui/internal/person"
	"latchkey/wizard/setup"
	"latchkey/wizard/vault"
)

// closesInTime fails when the window's end waits for something that does not
// end by itself.
func closesInTime(p *person.Person) {
	p.T.Helper()
	closed := make(chan struct{})
	go func() {
		defer close(closed)
		p.Window.Close()
	}()
	select {
	case <-closed:
	case <-time.After(person.InVain):
		p.T.Fatal("the window does not close")
	}
	p.CatchUp()
}

func TestClosingEndsACheckUnderWay(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	p.GoTo(setup.StepPaste, "")
	p.Paste(person.TokenOf(t, "ready"))
	p.Graph.SetFault(sandbox.FaultHang, 0)
	p.Tap(p.Say("step.paste.main"))
	p.Until("the check", func() bool { return p.Find(p.Say("step.check.stop")) != nil })
	closesInTime(p)
}

func TestClosingDoesNotWaitForAKeychainThatHangs(t *testing.T) {
	saving := person.Sit(t, person.Habits{Deadline: time.Minute})
	saving.GoTo(setup.StepKeep, "ready")
	defer saving.Keychain.Hang()()
	saving.Tap(saving.Say("step.keep.main"))
	closesInTime(saving)

	proving := person.Sit(t, person.Habits{Deadline: time.Minute})
	defer proving.Keychain.Hang()()
	proving.Tap(proving.Say("home.setup"))
	proving.Until("the trial", func() bool { return proving.Sees(proving.Say("keychain.proving")) })
	closesInTime(proving)
}

// The keychain has not answered yet: the page must not say that it works.
func TestNextWaitsForTheTrialOfTheKeychain(t *testing.T) {
	p := person.Sit(t, person.Habits{Deadline: time.Minute})
	answer := p.Keychain.Hang()
	p.Tap(p.Say("home.setup"))
	p.Until("the trial", func() bool { return p.Sees(p.Say("keychain.proving")) })
	p.Tap(p.Say("situation.own_business.title"))
	p.Until("the answer", func() bool { return chosen(p, p.Say("situation.own_business.title")) })
	p.Tap(p.Say("step.business.main"))
	p.CatchUp()
	if p.Sees(p.Say("keychain.proved")) || p.Step() != int(setup.StepBusiness) {
		t.Error("it goes on before the keychain has answered")
	}
	p.MustSee(p.Say("keychain.proving"))
	answer()
	p.Settle()
	if p.Step() != int(setup.StepSystemUser) {
		t.Errorf("it does not go on by itself, and stays at step %d", p.Step())
	}
}

func TestAProvedKeychainTakesNoOtherTroubleAway(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	answer := p.Keychain.Hang()
	p.Tap(p.Say("home.setup"))
	p.Until("the trial", func() bool { return p.Sees(p.Say("keychain.proving")) })
	p.Tap(p.Say("step.business.main"))
	p.MustSee(p.Say("missing.situation"))
	answer()
	p.Settle()
	p.MustSee(p.Say("keychain.proved"), p.Say("missing.situation"))
}

// chosen tells whether an answer is marked.
func chosen(p *person.Person, label string) bool {
	card, ok := p.Find(label).(interface{ Chosen() bool })
	return ok && card.Chosen()
}

// TestWithoutAKeychainNoOneIsSentToMeta: what is wrong is a line on step 1, and a page of its own for
// who goes on all the same. Once the keychain works, step 1 is back with its answers.
func TestWithoutAKeychainNoOneIsSentToMeta(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	p.Keychain.FailWith(errors.New("org.freedesktop.secrets was not provided by any .service files"))
	p.Press(p.Say("home.setup"))
	p.MustSee(p.Say("keychain.no_service.title"))
	onItsPage := func() {
		t.Helper()
		p.MustSee(p.Say("keychain.no_service.title"), p.Say("keychain.no_service.cause"))
		p.MustSee(p.Words.Steps("keychain.no_service.fix")[:2]...)
		if p.Sees(p.Say("step.business.title")) || p.Step() != int(setup.StepBusiness) {
			t.Fatalf("it is no page of its own:\n%s", p.Text())
		}
	}
	p.Press(p.Say("keychain.what_to_do"))
	onItsPage()
	p.Press("+ " + strings.TrimSuffix(p.Words.Steps("keychain.no_service.fix")[3], ":"))
	p.Press(p.Say("button.copy"))
	if copied := p.App.Clipboard().Content(); copied != "dbus-run-session -- bash" {
		t.Errorf("copied is %q", copied)
	}
	p.Key(fyne.KeyF1)
	p.MustSee(p.Say("term.keychain.text"))
	p.Press(p.Say("button.close"))
	p.Key(fyne.KeyEscape)
	p.MustSee(p.Say("step.business.title"))
	p.Press(p.Say("situation.own_business.title"))
	p.Press(p.Say("step.business.main"))
	onItsPage()
	p.Press(p.Say("button.back"))
	p.MustSee(p.Say("step.business.title"))
	p.Press(p.Say("step.business.main"))
	p.Press(p.Say("keychain.test_again"))
	onItsPage()
	p.Keychain.FailWith(errors.New("exit status 36"))
	p.Key(fyne.KeyReturn)
	p.MustSee(p.Say("keychain.locked.title"), p.Say("missing.keychain"))
	p.MustSee(p.Words.Steps("keychain.locked.fix")[:2]...) // what is wrong now
	p.Keychain.FailWith(nil)
	p.Press(p.Say("keychain.test_again"))
	p.MustSee(p.Say("step.business.title"), p.Say("keychain.proved"))
	if !chosen(p, p.Say("situation.own_business.title")) {
		t.Error("the answer is lost")
	}
	p.Press(p.Say("step.business.main"))
	if p.Step() != int(setup.StepSystemUser) {
		t.Errorf("mended, and still at step %d", p.Step())
	}
}

func TestTheCloseButtonAsksOnlyWhereATokenWouldBeLost(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	p.GoTo(setup.StepCheck, "ready")
	p.Screen.CloseButton()
	p.MustSee(p.Say("leave.title"))
	p.Press(p.Say("leave.stay"))
	if p.Screen.Closed {
		t.Error("it closes all the same")
	}
	p.Screen.CloseButton()
	p.Screen.CloseButton()
	if p.Screen.Closed {
		t.Error("a double click on it closes")
	}
	p.Look()
	p.Screen.CloseButton()
	if !p.Screen.Closed {
		t.Error("pressing it twice does not close")
	}
	if p.App.Clipboard().Content() != "" {
		t.Error("the token stays on the clipboard")
	}

	p = person.Sit(t, person.Habits{})
	p.Screen.CloseButton()
	if !p.Screen.Closed {
		t.Error("Home does not close at once")
	}
}

func TestClosingTakesACopiedTokenOffTheClipboard(t *testing.T) {
	for way, end := range map[string]func(*person.Person){
		"the close button":       func(p *person.Person) { p.Screen.CloseButton() },
		"the end of the session": func(p *person.Person) { p.End() },
	} {
		p := person.Sit(t, person.Habits{})
		p.GoTo(setup.StepKeep, "ready")
		p.Press(p.Say("step.keep.main"))
		p.Press(p.Say("button.copy"))
		if p.App.Clipboard().Content() != person.TokenOf(t, "ready") {
			t.Fatal("not copied")
		}
		end(p)
		p.Until("the window to close: "+way, func() bool { return p.Screen.Closed })
		if p.App.Clipboard().Content() != "" {
			t.Errorf("%s leaves the token on the clipboard", way)
		}
	}
}

// TestASavedTokenCopiedOnHomeGoesToo: nothing was pasted before.
func TestASavedTokenCopiedOnHomeGoesToo(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	p.HasSaved("ready", "Shop")
	p.Press(p.Say("button.copy"))
	if p.App.Clipboard().Content() == "" {
		t.Fatal("not copied")
	}
	p.End()
	p.Until("the window to close", func() bool { return p.Screen.Closed })
	if p.App.Clipboard().Content() != "" {
		t.Error("the token stays on the clipboard")
	}
}

func TestOnlyTheLastPagePressedIsShown(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	p.Tap(p.Say("home.setup"))
	p.Tap(p.Say("home.check"))
	p.Settle()
	p.MustSee(p.Say("desk.title"))
}

func TestTwoHundredSavedTokens(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	p.GoTo(setup.StepKeep, "ready")
	p.Press(p.Say("step.keep.main"))
	p.Press(p.Say("button.close"))
	p.MultiplySaved(200)
	p.Window.Home()
	p.Settle()
	p.MustSee(p.Say("home.saved"), "Shop 001")
}

func TestPracticeIsAlwaysSaid(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	said := func(page string, want bool) {
		t.Helper()
		if got := p.Sees(p.Say("practice.banner")); got != want {
			t.Errorf("%s: the banner is there: %v", page, got)
		}
	}
	said("Home", false)
	p.GoTo(setup.StepKeep, "ready")
	said("the real step 7", false)
	p.Press(p.Say("step.keep.main"))
	p.Press(p.Say("button.close"))

	p.Press(p.Say("home.practise"))
	for _, step := range setup.Steps {
		p.GoTo(step, "ready")
		said("step "+step.ID(), true)
		if place := p.Leaks(person.TokenOf(t, "ready")); place != "" {
			t.Errorf("step %d: the practice token stands in %s", step, place)
		}
	}
	p.Press(p.Say("button.change"))
	p.TypeName("Trial")
	p.Press(p.Say("button.use_name"))
	p.Press(p.Say("step.keep.main"))
	said("kept", true)
	if p.Keychain.Holds(vault.PracticeService, "Trial") == "" || p.Keychain.Holds(vault.Service, "Trial") != "" {
		t.Error("practice does not keep to its own service")
	}
	p.Press(p.Say("button.close"))
	said("Home in practice", true)
	p.Press(p.Say("practice.end"))
	said("Home", false)
	if p.Sees("Trial") {
		t.Error("a practice token is listed among the real ones")
	}
}

func TestPracticeTokensAreOfferedAndSurviveBack(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	p.Press(p.Say("home.practise"))
	p.GoTo(setup.StepPaste, "")
	p.Press("+ " + p.Say("practice.tokens"))
	p.Press(p.Say("scenario.two-accounts"))
	p.Press(p.Say("button.back"))
	p.Press(p.Say("step.generate.main"))
	p.Press(p.Say("step.paste.main"))
	p.MustSee(p.Say("choose.number"))
}

// TestEndOfPracticeLeavesItsPages: what is on the screen afterwards is the real thing.
func TestEndOfPracticeLeavesItsPages(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	p.Press(p.Say("home.practise"))
	p.Key(fyne.KeyEscape)
	p.Press(p.Say("home.check"))
	p.Paste(person.TokenOf(t, "ready"))
	p.Press(p.Say("practice.end"))
	p.MustSee(p.Say("home.title"))
	if p.Sees(p.Say("practice.banner")) || p.Sees(p.Say("desk.title")+"\n"+p.Say("desk.lead")) {
		t.Errorf("practice is not over:\n%s", p.Text())
	}
}

// TestPracticeGoesOnWhereItWasLeft, with the answers there were: by Esc, and by ending it.
func TestPracticeGoesOnWhereItWasLeft(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	p.Press(p.Say("home.practise"))
	p.Press(p.Say("situation.own_business.title"))
	p.Press(p.Say("step.business.main"))
	p.Key(fyne.KeyEscape)
	p.MustSee(p.Say("home.resume"))
	p.Press(p.Say("home.resume"))
	p.MustSee(p.Say("step.system_user.title"))

	p.Press(p.Say("practice.end"))
	if p.Sees(p.Say("practice.banner")) || p.Sees(p.Say("home.resume")) {
		t.Errorf("practice is not over:\n%s", p.Text())
	}
	p.Press(p.Say("home.practise"))
	p.MustSee(p.Say("practice.banner"), p.Say("step.system_user.title"))
}
