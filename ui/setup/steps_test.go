package setup_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"latchkey/ui/internal/person"
	"latchkey/ui/theme"
	"latchkey/ui/widgets"
	"latchkey/wizard/setup"
	"latchkey/wizard/vault"
)

func TestTheWholeWayFromNothingToTheKeychain(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	titles := map[string]int{}
	token := person.TokenOf(t, "ready")
	for _, step := range setup.Steps {
		p.GoTo(step, "ready")
		if p.Step() != int(step) {
			t.Fatalf("at step %d, want %d", p.Step(), step)
		}
		titles[p.Screen.Title()]++
		if place := p.Leaks(token); place != "" {
			t.Errorf("step %d: the token stands in %s", step, place)
		}
	}
	p.Press(p.Say("step.keep.main"))
	titles[p.Screen.Title()]++
	p.MustSee(p.Say("kept.token"), p.Say("kept.phone_id"), p.Say("kept.account_id"))
	if place := p.Leaks(token); place != "" {
		t.Errorf("kept, and the token stands in %s", place)
	}
	entries, err := p.Env.Vault.List(t.Context())
	person.Must(t, err)
	if len(entries) != 1 || p.Keychain.Holds(vault.Service, entries[0].Name) != token {
		t.Fatalf("the keychain does not hold the token: %v", entries)
	}
	if p.App.Clipboard().Content() != "" {
		t.Error("the token is still on the clipboard")
	}
	p.Press(p.Say("button.close"))
	titles[p.Screen.Title()]++
	p.MustSee(p.Say("home.saved"), entries[0].Name)
	for title, count := range titles {
		if count > 1 {
			t.Errorf("%d pages are called %q", count, title)
		}
	}
	if place := p.Leaks(token); place != "" {
		t.Errorf("Home: the token stands in %s", place)
	}
}

// TestButtonsKeepTheirPlace: Back, the main button and Help are where they were
// on the page before.
func TestButtonsKeepTheirPlace(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	type place struct{ backLeft, backTop, mainRight, mainTop, helpLeft, helpTop float32 }
	places := map[setup.Step]place{}
	for _, step := range setup.Steps {
		p.GoTo(step, "ready")
		back, help, main := at(p, p.Say("button.back")), at(p, p.Say("button.help")), at(p, p.Say(person.MainLabels[step]))
		places[step] = place{back.left, back.top, main.right, main.top, help.left, help.top}
		if back.left <= help.right || back.right >= main.left {
			t.Errorf("step %d: Back is not between Help and the main button", step)
		}
	}
	for step, place := range places {
		if place != places[setup.StepBusiness] {
			t.Errorf("step %d has its buttons at %+v, step 1 at %+v", step, place, places[setup.StepBusiness])
		}
	}
}

// box is where something is in the window.
type box struct{ left, top, right, bottom float32 }

// at is where something to press is.
func at(p *person.Person, label string) box {
	p.T.Helper()
	var found *box
	person.Walk(p.Front(), fyne.Position{}, true, func(o fyne.CanvasObject, at fyne.Position, seen bool) {
		if each, ok := o.(person.Pressable); ok && seen && each.AccessibilityLabel() == label && found == nil {
			found = &box{at.X, at.Y, at.X + o.Size().Width, at.Y + o.Size().Height}
		}
	})
	if found == nil {
		p.T.Fatalf("there is no “%s” in\n%s", label, p.Text())
	}
	return *found
}

// TestPressedTooEarlyItSaysWhatIsMissing: the main button is always there to be
// pressed; the page then says what it lacks, and the focus goes to those words.
func TestPressedTooEarlyItSaysWhatIsMissing(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	tooEarly := func(step setup.Step, words string) {
		t.Helper()
		p.Press(p.Say(person.MainLabels[step]))
		p.MustSee(p.Say("trouble.summary"), words)
		if p.Step() != int(step) {
			t.Errorf("step %d was left", step)
		}
		if _, ok := p.Screen.Canvas().Focused().(*widgets.TroubleSummary); !ok {
			t.Errorf("step %d: the focus is on %T", step, p.Screen.Canvas().Focused())
		}
		if again := strings.Count(p.Text(), p.Say("trouble.summary")); again != 1 {
			t.Errorf("step %d says so %d times", step, again)
		}
	}
	p.Press(p.Say("home.setup"))
	tooEarly(setup.StepBusiness, p.Say("missing.situation"))
	tooEarly(setup.StepBusiness, p.Say("missing.situation"))
	p.Press(p.Say("situation.own_business.title"))
	if p.Sees(p.Say("trouble.summary")) {
		t.Error("the trouble stays though the question is answered")
	}
	p.GoTo(setup.StepPaste, "")
	tooEarly(setup.StepPaste, p.Say("check.local.shape.empty.title"))
}

func TestEnterPressesTheMainButton(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	p.Press(p.Say("home.setup"))
	p.Press(p.Say("situation.own_business.title"))
	p.Screen.Canvas().Unfocus()
	for _, step := range setup.Steps {
		if p.Step() != int(step) {
			t.Fatalf("Enter has led to step %d, want %d", p.Step(), step)
		}
		if step == setup.StepPaste {
			p.Paste(person.TokenOf(t, "ready"))
			p.Screen.Canvas().Unfocus()
		}
		if step == setup.StepSystemUser {
			p.Key(fyne.KeyReturn) // opens Meta's page first
		}
		p.Key(fyne.KeyReturn)
	}
	p.MustSee(p.Say("kept.lead"))
	p.Key(fyne.KeyEnter)
	p.MustSee(p.Say("handover.lead"))
}

func TestEscGoesHomeAndAsksOnlyWhereATokenWouldBeLost(t *testing.T) {
	for _, step := range setup.Steps {
		p := person.Sit(t, person.Habits{})
		p.GoTo(step, "ready")
		p.Key(fyne.KeyEscape)
		if step <= setup.StepPaste {
			p.MustSee(p.Say("home.title"))
			continue
		}
		p.MustSee(p.Say("leave.title"))
		p.Key(fyne.KeyEscape)
		if p.Sees(p.Say("leave.title")) || p.Step() != int(step) {
			t.Errorf("step %d: Esc does not stay", step)
		}
		p.Key(fyne.KeyEscape)
		p.Press(p.Say("leave.stay"))
		if p.Step() != int(step) {
			t.Errorf("step %d was left", step)
		}
		p.Key(fyne.KeyEscape)
		p.Press(p.Say("leave.do"))
		p.MustSee(p.Say("home.title"), p.Say("home.resume"))
	}
}

func TestEscAsksAlsoForATokenThatWasOnlyPasted(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	p.GoTo(setup.StepPaste, "")
	p.Paste(person.TokenOf(t, "ready"))
	p.Key(fyne.KeyEscape)
	p.MustSee(p.Say("leave.title"))
}

func TestTabReachesWhateverCanBePressed(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	everything := func(page string) {
		t.Helper()
		reached := map[fyne.Focusable]bool{}
		p.Screen.Canvas().Unfocus()
		for range 200 {
			p.Screen.Canvas().FocusNext()
			if reached[p.Screen.Canvas().Focused()] {
				break
			}
			reached[p.Screen.Canvas().Focused()] = true
		}
		for _, each := range p.Pressables() {
			if !reached[each] {
				t.Errorf("%s: Tab does not reach “%s”", page, each.AccessibilityLabel())
			}
		}
	}
	everything("Home")
	p.Press(p.Say("settings.title"))
	everything("Settings")
	p.Press(p.Say("button.done"))
	for _, step := range setup.Steps {
		p.GoTo(step, "ready")
		everything("step " + step.ID())
	}
}

// TestADoubleClickPassesOverNoStep: two presses before the next page is there
// are one.
func TestADoubleClickPassesOverNoStep(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	p.GoTo(setup.StepSystemUser, "")
	p.Tap(p.Say("step.system_user.main"))
	p.TapAtOnce(p.Say("step.system_user.main"))
	p.Settle()
	if p.Step() != int(setup.StepAssets) {
		t.Errorf("two presses lead to step %d", p.Step())
	}
	p.Press(p.Say("button.back"))
	if p.Step() != int(setup.StepSystemUser) {
		t.Errorf("and back from there is step %d", p.Step())
	}
}

// TestASecondPressIsNotMeantForTheNextPage, where it comes within half a second: by
// the mouse or by Enter, whether or not something has the focus.
func TestASecondPressIsNotMeantForTheNextPage(t *testing.T) {
	for way, again := range map[string]func(*person.Person){
		"the mouse": func(p *person.Person) { p.TapAtOnce(p.Say("step.assets.main")) },
		"Enter": func(p *person.Person) {
			p.Screen.Canvas().Unfocus()
			p.KeyAtOnce(fyne.KeyReturn)
		},
		"Enter on the button": func(p *person.Person) {
			p.Screen.Canvas().Focus(p.Find(p.Say("step.assets.main")))
			p.KeyAtOnce(fyne.KeyReturn)
		},
	} {
		p := person.Sit(t, person.Habits{})
		p.GoTo(setup.StepSystemUser, "")
		p.Press(p.Say("page.system_users")) // until then Enter opens it
		p.Press(p.Say("step.system_user.main"))
		again(p)
		p.Settle()
		if p.Step() != int(setup.StepAssets) {
			t.Errorf("a second press by %s leads to step %d", way, p.Step())
		}
		p.Look()
		again(p)
		p.Settle()
		if p.Step() != int(setup.StepGenerate) {
			t.Errorf("a late press by %s leads to step %d", way, p.Step())
		}
	}
}

func TestBackKeepsWhatWasPastedAndChecked(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	p.GoTo(setup.StepPaste, "")
	p.Paste(person.TokenOf(t, "ready"))
	summary := p.Words.Say("secret.summary", map[string]string{"Count": "205", "Last4": last4(person.TokenOf(t, "ready"))})
	p.MustSee(summary)
	p.Press(p.Say("button.back"))
	p.Press(p.Say("step.generate.main"))
	p.MustSee(summary)

	p.GoTo(setup.StepKeep, "ready")
	requests := p.Requests.Load()
	for range 6 {
		p.Press(p.Say("button.back"))
	}
	for step := setup.StepBusiness; step < setup.StepKeep; step++ {
		p.Press(p.Say(person.MainLabels[step]))
	}
	if p.Step() != int(setup.StepKeep) || p.Requests.Load() != requests {
		t.Errorf("step %d after %d more calls", p.Step(), p.Requests.Load()-requests)
	}
}

// TestAHalfWaySetupCanBeStartedOver, as the first step without an answer, and what was
// left is gone.
func TestAHalfWaySetupCanBeStartedOver(t *testing.T) {
	for _, language := range []string{"en", "de"} {
		p := person.Sit(t, person.Habits{Language: language})
		p.GoTo(setup.StepAssets, "ready")
		p.Key(fyne.KeyEscape)
		p.Screen.Resize(fyne.NewSize(900, 640))
		p.MustSee(p.Say("home.resume"))
		p.MustNotScroll("Home with a setup left half-way, in " + language)
		p.Press(p.Say("home.start_over"))
		p.MustSee(p.Say("step.business.title"))
		p.Press(p.Say("step.business.main"))
		if p.Step() != int(setup.StepBusiness) {
			t.Error("the former answer is still chosen")
		}
		p.Key(fyne.KeyEscape)
		if p.Sees(p.Say("home.resume")) || p.Find(p.Say("home.start_over")) != nil {
			t.Error("it goes on where it was left")
		}
	}
}

func last4(token string) string { return token[len(token)-4:] }

func TestClosedHalfWayItGoesOnThere(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	p.GoTo(setup.StepCheck, "ready")
	p.Window.Close()
	p.Open(person.Habits{})
	p.MustSee(p.Say("home.resume"))
	p.Press(p.Say("home.resume"))
	if p.Step() != int(setup.StepPaste) {
		t.Errorf("goes on at step %d", p.Step())
	}
	p.MustSee(p.Say("secret.placeholder"))
	if place := p.Leaks(person.TokenOf(t, "ready")); place != "" {
		t.Errorf("the token is remembered in %s", place)
	}
}

func TestHelpStaysOpenWhileThePageChanges(t *testing.T) {
	p := person.Sit(t, person.Habits{Appearance: theme.Light})
	p.GoTo(setup.StepPaste, "")
	p.Paste(person.TokenOf(t, "ready"))
	p.Tap(p.Say("step.paste.main"))
	p.Until("the check", func() bool { return p.Step() == int(setup.StepCheck) })
	p.Tap(p.Say("button.help"))
	p.Settle()
	p.MustSee(p.Say("step.check.help"))
	p.Key(fyne.KeyEscape)
	p.MustSee(p.Say("verdict.ready.title"))
	p.Key(fyne.KeyReturn)
	if p.Step() != int(setup.StepKeep) {
		t.Errorf("Enter after help leads to step %d", p.Step())
	}
}

// TestAnAnswerCountsAtOnce: who answers and presses the main button in one go is
// not told that the answer is missing.
func TestAnAnswerCountsAtOnce(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	p.Press(p.Say("home.setup"))
	p.Tap(p.Say("situation.own_business.title"))
	p.Press(p.Say(person.MainLabels[setup.StepBusiness]))
	if p.Step() != int(setup.StepSystemUser) {
		t.Fatalf("still at step %d:\n%s", p.Step(), p.Text())
	}
}

// TestEnterChoosesAndThenGoesOn: an answer that is chosen already leaves Enter to the
// main button.
func TestEnterChoosesAndThenGoesOn(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	p.Press(p.Say("home.setup"))
	p.Screen.Canvas().Focus(p.Find(p.Say("situation.own_business.title")))
	p.Key(fyne.KeyReturn)
	if p.Step() != int(setup.StepBusiness) {
		t.Fatalf("the first Enter leads to step %d", p.Step())
	}
	p.Screen.Canvas().Focus(p.Find(p.Say("situation.own_business.title")))
	p.Key(fyne.KeyReturn)
	if p.Step() != int(setup.StepSystemUser) {
		t.Errorf("the second Enter leads to step %d:\n%s", p.Step(), p.Text())
	}
}

// TestNoGapStaysWhereATroubleStood once it is mended.
func TestNoGapStaysWhereATroubleStood(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	p.GoTo(setup.StepPaste, "")
	place := func() (at fyne.Position) {
		p.All(func(o fyne.CanvasObject, here fyne.Position, _ bool) {
			if _, ok := o.(*widgets.SecretEntry); ok {
				at = here
			}
		})
		return at
	}
	before := place()
	p.Paste("+49 30 901820")
	p.Press(p.Say("step.paste.main"))
	if place() == before {
		t.Fatal("the trouble takes no room")
	}
	p.Paste(person.TokenOf(t, "ready"))
	if after := place(); after != before {
		t.Errorf("the field stood at %v and stands at %v", before, after)
	}
}

// TestTheTroubleIsInSight: though the page was scrolled down, and though what says
// it was never drawn before.
func TestTheTroubleIsInSight(t *testing.T) {
	p := person.Sit(t, person.Habits{TextScale: 1.5})
	p.Screen.Resize(fyne.NewSize(900, 640))
	p.Press(p.Say("home.setup"))
	p.Press(p.Say("situation.others.title"))
	p.Press(p.Say("purpose.customers.title"))
	p.MainScroll().ScrollToBottom()
	p.Press(p.Say("step.business.main"))
	if offset := p.MainScroll().Offset.Y; offset > 1 {
		t.Errorf("the page is still scrolled down by %v", offset)
	}
}
