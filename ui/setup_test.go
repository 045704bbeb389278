package ui_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"latchkey/ui/theme"
	"latchkey/ui/widgets"
	"latchkey/wizard/setup"
	"latchkey/wizard/vault"
)

func TestTheWholeWayFromNothingToTheKeychain(t *testing.T) {
	p := sit(t, habits{})
	titles := map[string]int{}
	token := tokenOf(t, "ready")
	for _, step := range setup.Steps {
		p.goTo(step, "ready")
		if p.step() != int(step) {
			t.Fatalf("at step %d, want %d", p.step(), step)
		}
		titles[p.screen.Title()]++
		if place := p.leaks(token); place != "" {
			t.Errorf("step %d: the token stands in %s", step, place)
		}
	}
	p.press(p.say("step.keep.main"))
	titles[p.screen.Title()]++
	p.mustSee(p.say("kept.token"), p.say("kept.phone_id"), p.say("kept.account_id"))
	if place := p.leaks(token); place != "" {
		t.Errorf("kept, and the token stands in %s", place)
	}
	entries, err := p.env.Vault.List(t.Context())
	must(t, err)
	if len(entries) != 1 || p.keychain.Holds(vault.Service, entries[0].Name) != token {
		t.Fatalf("the keychain does not hold the token: %v", entries)
	}
	if p.app.Clipboard().Content() != "" {
		t.Error("the token is still on the clipboard")
	}
	p.press(p.say("button.close"))
	titles[p.screen.Title()]++
	p.mustSee(p.say("home.saved"), entries[0].Name)
	for title, count := range titles {
		if count > 1 {
			t.Errorf("%d pages are called %q", count, title)
		}
	}
	if place := p.leaks(token); place != "" {
		t.Errorf("Home: the token stands in %s", place)
	}
}

// TestButtonsKeepTheirPlace: Back, the main button and Help are where they were
// on the page before.
func TestButtonsKeepTheirPlace(t *testing.T) {
	p := sit(t, habits{})
	type place struct{ backLeft, backTop, mainRight, mainTop, helpTop float32 }
	places := map[setup.Step]place{}
	for _, step := range setup.Steps {
		p.goTo(step, "ready")
		back, help, main := p.at(p.say("button.back")), p.at(p.say("button.help")), p.at(p.say(mainLabels[step]))
		places[step] = place{back.left, back.top, main.right, main.top, help.top}
		if help.left <= back.right || help.right >= main.left {
			t.Errorf("step %d: Help is not between Back and the main button", step)
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
func (p *person) at(label string) box {
	p.t.Helper()
	var found *box
	walk(p.front(), fyne.Position{}, true, func(o fyne.CanvasObject, at fyne.Position, seen bool) {
		if each, ok := o.(pressable); ok && seen && each.AccessibilityLabel() == label && found == nil {
			found = &box{at.X, at.Y, at.X + o.Size().Width, at.Y + o.Size().Height}
		}
	})
	if found == nil {
		p.t.Fatalf("there is no “%s” in\n%s", label, p.text())
	}
	return *found
}

// TestPressedTooEarlyItSaysWhatIsMissing: the main button is always there to be
// pressed; the page then says what it lacks, and the focus goes to those words.
func TestPressedTooEarlyItSaysWhatIsMissing(t *testing.T) {
	p := sit(t, habits{})
	tooEarly := func(step setup.Step, words string) {
		t.Helper()
		p.press(p.say(mainLabels[step]))
		p.mustSee(p.say("trouble.summary"), words)
		if p.step() != int(step) {
			t.Errorf("step %d was left", step)
		}
		if _, ok := p.screen.Canvas().Focused().(*widgets.TroubleSummary); !ok {
			t.Errorf("step %d: the focus is on %T", step, p.screen.Canvas().Focused())
		}
		if again := strings.Count(p.text(), p.say("trouble.summary")); again != 1 {
			t.Errorf("step %d says so %d times", step, again)
		}
	}
	p.press(p.say("home.setup"))
	tooEarly(setup.StepBusiness, p.say("missing.situation"))
	tooEarly(setup.StepBusiness, p.say("missing.situation"))
	p.press(p.say("situation.own_business.title"))
	if p.sees(p.say("trouble.summary")) {
		t.Error("the trouble stays though the question is answered")
	}
	p.goTo(setup.StepPaste, "")
	tooEarly(setup.StepPaste, p.say("check.local.shape.empty.title"))
}

func TestEnterPressesTheMainButton(t *testing.T) {
	p := sit(t, habits{})
	p.press(p.say("home.setup"))
	p.press(p.say("situation.own_business.title"))
	p.screen.Canvas().Unfocus()
	for _, step := range setup.Steps {
		if p.step() != int(step) {
			t.Fatalf("Enter has led to step %d, want %d", p.step(), step)
		}
		if step == setup.StepPaste {
			p.paste(tokenOf(t, "ready"))
			p.screen.Canvas().Unfocus()
		}
		p.key(fyne.KeyReturn)
	}
	p.mustSee(p.say("kept.lead"))
	p.key(fyne.KeyEnter)
	p.mustSee(p.say("home.saved"))
}

func TestEscGoesHomeAndAsksOnlyWhereATokenWouldBeLost(t *testing.T) {
	for _, step := range setup.Steps {
		p := sit(t, habits{})
		p.goTo(step, "ready")
		p.key(fyne.KeyEscape)
		if step <= setup.StepPaste {
			p.mustSee(p.say("home.title"))
			continue
		}
		p.mustSee(p.say("leave.title"))
		p.key(fyne.KeyEscape)
		if p.sees(p.say("leave.title")) || p.step() != int(step) {
			t.Errorf("step %d: Esc does not stay", step)
		}
		p.key(fyne.KeyEscape)
		p.press(p.say("leave.stay"))
		if p.step() != int(step) {
			t.Errorf("step %d was left", step)
		}
		p.key(fyne.KeyEscape)
		p.press(p.say("leave.do"))
		p.mustSee(p.say("home.title"), p.say("home.resume"))
	}
}

func TestEscAsksAlsoForATokenThatWasOnlyPasted(t *testing.T) {
	p := sit(t, habits{})
	p.goTo(setup.StepPaste, "")
	p.paste(tokenOf(t, "ready"))
	p.key(fyne.KeyEscape)
	p.mustSee(p.say("leave.title"))
}

func TestTabReachesWhateverCanBePressed(t *testing.T) {
	p := sit(t, habits{})
	everything := func(page string) {
		t.Helper()
		reached := map[fyne.Focusable]bool{}
		p.screen.Canvas().Unfocus()
		for range 200 {
			p.screen.Canvas().FocusNext()
			if reached[p.screen.Canvas().Focused()] {
				break
			}
			reached[p.screen.Canvas().Focused()] = true
		}
		for _, each := range p.pressables() {
			if !reached[each] {
				t.Errorf("%s: Tab does not reach “%s”", page, each.AccessibilityLabel())
			}
		}
	}
	everything("Home")
	p.press(p.say("settings.title"))
	everything("Settings")
	p.press(p.say("button.done"))
	for _, step := range setup.Steps {
		p.goTo(step, "ready")
		everything("step " + step.ID())
	}
}

// TestADoubleClickPassesOverNoStep: two presses before the next page is there
// are one.
func TestADoubleClickPassesOverNoStep(t *testing.T) {
	p := sit(t, habits{})
	p.goTo(setup.StepSystemUser, "")
	p.tap(p.say("step.system_user.main"))
	p.tap(p.say("step.system_user.main"))
	p.settle()
	if p.step() != int(setup.StepAssets) {
		t.Errorf("two presses lead to step %d", p.step())
	}
	p.press(p.say("button.back"))
	if p.step() != int(setup.StepSystemUser) {
		t.Errorf("and back from there is step %d", p.step())
	}
}

func TestBackKeepsWhatWasPastedAndChecked(t *testing.T) {
	p := sit(t, habits{})
	p.goTo(setup.StepPaste, "")
	p.paste(tokenOf(t, "ready"))
	summary := p.words.Say("secret.summary", map[string]string{"Count": "205", "Last4": last4(tokenOf(t, "ready"))})
	p.mustSee(summary)
	p.press(p.say("button.back"))
	p.press(p.say("step.generate.main"))
	p.mustSee(summary)

	p.goTo(setup.StepKeep, "ready")
	requests := p.requests.Load()
	for range 6 {
		p.press(p.say("button.back"))
	}
	for step := setup.StepBusiness; step < setup.StepKeep; step++ {
		p.press(p.say(mainLabels[step]))
	}
	if p.step() != int(setup.StepKeep) || p.requests.Load() != requests {
		t.Errorf("step %d after %d more calls", p.step(), p.requests.Load()-requests)
	}
}

func last4(token string) string { return token[len(token)-4:] }

func TestClosedHalfWayItGoesOnThere(t *testing.T) {
	p := sit(t, habits{})
	p.goTo(setup.StepCheck, "ready")
	p.window.Close()
	p.open(habits{})
	p.mustSee(p.say("home.resume"))
	p.press(p.say("home.resume"))
	if p.step() != int(setup.StepPaste) {
		t.Errorf("goes on at step %d", p.step())
	}
	p.mustSee(p.say("secret.placeholder"))
	if place := p.leaks(tokenOf(t, "ready")); place != "" {
		t.Errorf("the token is remembered in %s", place)
	}
}

func TestHelpStaysOpenWhileThePageChanges(t *testing.T) {
	p := sit(t, habits{appearance: theme.Light})
	p.goTo(setup.StepPaste, "")
	p.paste(tokenOf(t, "ready"))
	p.tap(p.say("step.paste.main"))
	p.until("the check", func() bool { return p.step() == int(setup.StepCheck) })
	p.tap(p.say("button.help"))
	p.settle()
	p.mustSee(p.say("step.check.help"))
	p.key(fyne.KeyEscape)
	p.mustSee(p.say("verdict.ready.title"))
	p.key(fyne.KeyReturn)
	if p.step() != int(setup.StepKeep) {
		t.Errorf("Enter after help leads to step %d", p.step())
	}
}

// TestAnAnswerCountsAtOnce: who answers and presses the main button in one go is
// not told that the answer is missing.
func TestAnAnswerCountsAtOnce(t *testing.T) {
	p := sit(t, habits{})
	p.press(p.say("home.setup"))
	p.tap(p.say("situation.own_business.title"))
	p.press(p.say(mainLabels[setup.StepBusiness]))
	if p.step() != int(setup.StepSystemUser) {
		t.Fatalf("still at step %d:\n%s", p.step(), p.text())
	}
}

// TestTheTroubleIsInSight: though the page was scrolled down, and though what says
// it was never drawn before.
func TestTheTroubleIsInSight(t *testing.T) {
	p := sit(t, habits{textScale: 1.5})
	p.screen.Resize(fyne.NewSize(900, 640))
	p.press(p.say("home.setup"))
	p.press(p.say("situation.solution_partner.title"))
	p.mainScroll().ScrollToBottom()
	p.press(p.say("step.business.main"))
	if offset := p.mainScroll().Offset.Y; offset > 1 {
		t.Errorf("the page is still scrolled down by %v", offset)
	}
}
