package ui_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"latchkey/graph/sandbox"
	"latchkey/wizard/setup"
	"latchkey/wizard/vault"
)

// closesInTime fails when the window's end waits for something that does not
// end by itself.
func (p *person) closesInTime() {
	p.t.Helper()
	closed := make(chan struct{})
	go func() {
		defer close(closed)
		p.window.Close()
	}()
	select {
	case <-closed:
	case <-time.After(inVain):
		p.t.Fatal("the window does not close")
	}
	p.catchUp()
}

func TestClosingEndsACheckUnderWay(t *testing.T) {
	p := sit(t, habits{})
	p.goTo(setup.StepPaste, "")
	p.paste(tokenOf(t, "ready"))
	p.graph.SetFault(sandbox.FaultHang, 0)
	p.tap(p.say("step.paste.main"))
	p.until("the check", func() bool { return p.find(p.say("step.check.stop")) != nil })
	p.closesInTime()
}

func TestClosingDoesNotWaitForAKeychainThatHangs(t *testing.T) {
	saving := sit(t, habits{deadline: time.Minute})
	saving.goTo(setup.StepKeep, "ready")
	defer saving.keychain.Hang()()
	saving.tap(saving.say("step.keep.main"))
	saving.closesInTime()

	proving := sit(t, habits{deadline: time.Minute})
	defer proving.keychain.Hang()()
	proving.tap(proving.say("home.setup"))
	proving.until("the trial", func() bool { return proving.sees(proving.say("keychain.proving")) })
	proving.closesInTime()
}

// The keychain has not answered yet: the page must not say that it works.
func TestNextWaitsForTheTrialOfTheKeychain(t *testing.T) {
	p := sit(t, habits{deadline: time.Minute})
	answer := p.keychain.Hang()
	p.tap(p.say("home.setup"))
	p.until("the trial", func() bool { return p.sees(p.say("keychain.proving")) })
	p.tap(p.say("situation.own_business.title"))
	p.until("the answer", func() bool { return p.chosen(p.say("situation.own_business.title")) })
	p.tap(p.say("step.business.main"))
	p.catchUp()
	if p.sees(p.say("keychain.proved")) || p.step() != int(setup.StepBusiness) {
		t.Error("it goes on before the keychain has answered")
	}
	p.mustSee(p.say("keychain.proving"))
	answer()
	p.settle()
	if p.step() != int(setup.StepSystemUser) {
		t.Errorf("it does not go on by itself, and stays at step %d", p.step())
	}
}

func TestAProvedKeychainTakesNoOtherTroubleAway(t *testing.T) {
	p := sit(t, habits{})
	answer := p.keychain.Hang()
	p.tap(p.say("home.setup"))
	p.until("the trial", func() bool { return p.sees(p.say("keychain.proving")) })
	p.tap(p.say("step.business.main"))
	p.mustSee(p.say("missing.situation"))
	answer()
	p.settle()
	p.mustSee(p.say("keychain.proved"), p.say("missing.situation"))
}

// chosen tells whether an answer is marked.
func (p *person) chosen(label string) bool {
	card, ok := p.find(label).(interface{ Chosen() bool })
	return ok && card.Chosen()
}

func TestWithoutAKeychainNoOneIsSentToMeta(t *testing.T) {
	p := sit(t, habits{})
	p.keychain.FailWith(errors.New("org.freedesktop.secrets was not provided by any .service files"))
	p.press(p.say("home.setup"))
	p.mustSee(p.say("keychain.no_service.title"), p.say("keychain.no_service.fix"))
	p.press(p.say("situation.own_business.title"))
	p.press(p.say("step.business.main"))
	p.mustSee(p.say("trouble.summary"), p.say("missing.keychain"))
	if p.step() != int(setup.StepBusiness) {
		t.Fatalf("at step %d", p.step())
	}
	p.keychain.FailWith(nil)
	p.press(p.say("button.try_again"))
	p.mustSee(p.say("keychain.proved"))
	p.press(p.say("step.business.main"))
	if p.step() != int(setup.StepSystemUser) {
		t.Errorf("mended, and still at step %d", p.step())
	}
}

func TestTheCloseButtonAsksOnlyWhereATokenWouldBeLost(t *testing.T) {
	p := sit(t, habits{})
	p.goTo(setup.StepCheck, "ready")
	p.screen.closeButton()
	p.mustSee(p.say("leave.title"))
	p.press(p.say("leave.stay"))
	if p.screen.closed {
		t.Error("it closes all the same")
	}
	p.screen.closeButton()
	p.screen.closeButton()
	if !p.screen.closed {
		t.Error("pressing it twice does not close")
	}
	if p.app.Clipboard().Content() != "" {
		t.Error("the token stays on the clipboard")
	}

	p = sit(t, habits{})
	p.screen.closeButton()
	if !p.screen.closed {
		t.Error("Home does not close at once")
	}
}

func TestClosingTakesACopiedTokenOffTheClipboard(t *testing.T) {
	for way, end := range map[string]func(*person){
		"the close button":       func(p *person) { p.screen.closeButton() },
		"the end of the session": func(p *person) { p.end() },
	} {
		p := sit(t, habits{})
		p.goTo(setup.StepKeep, "ready")
		p.press(p.say("step.keep.main"))
		p.press(p.say("button.copy"))
		if p.app.Clipboard().Content() != tokenOf(t, "ready") {
			t.Fatal("not copied")
		}
		end(p)
		p.until("the window to close: "+way, func() bool { return p.screen.closed })
		if p.app.Clipboard().Content() != "" {
			t.Errorf("%s leaves the token on the clipboard", way)
		}
	}
}

// TestASavedTokenCopiedOnHomeGoesToo: nothing was pasted before.
func TestASavedTokenCopiedOnHomeGoesToo(t *testing.T) {
	p := sit(t, habits{})
	p.hasSaved("ready", "Shop")
	p.press(p.say("button.copy"))
	if p.app.Clipboard().Content() == "" {
		t.Fatal("not copied")
	}
	p.end()
	p.until("the window to close", func() bool { return p.screen.closed })
	if p.app.Clipboard().Content() != "" {
		t.Error("the token stays on the clipboard")
	}
}

func TestOnlyTheLastPagePressedIsShown(t *testing.T) {
	p := sit(t, habits{})
	p.tap(p.say("home.setup"))
	p.tap(p.say("home.check"))
	p.settle()
	p.mustSee(p.say("desk.title"))
}

func TestTwoHundredSavedTokens(t *testing.T) {
	p := sit(t, habits{})
	p.goTo(setup.StepKeep, "ready")
	p.press(p.say("step.keep.main"))
	p.press(p.say("button.close"))
	p.multiplySaved(200)
	p.window.Home()
	p.settle()
	p.mustSee(p.say("home.saved"), "Shop 001")
}

// multiplySaved lists the one saved token under that many names.
func (p *person) multiplySaved(count int) {
	p.t.Helper()
	path := filepath.Join(p.folder.Path(), "index.json")
	text, err := os.ReadFile(path)
	must(p.t, err)
	var document struct {
		Schema  string `json:"schema"`
		Version int    `json:"version"`
		Content struct {
			Entries []vault.Entry `json:"entries"`
		} `json:"content"`
	}
	must(p.t, json.Unmarshal(text, &document))
	entry := document.Content.Entries[0]
	document.Content.Entries = nil
	for i := range count {
		entry.Name = fmt.Sprintf("Shop %03d", i)
		document.Content.Entries = append(document.Content.Entries, entry)
	}
	text, err = json.Marshal(document)
	must(p.t, err)
	must(p.t, os.WriteFile(path, text, 0o600))
}

func TestPracticeIsAlwaysSaid(t *testing.T) {
	p := sit(t, habits{})
	said := func(page string, want bool) {
		t.Helper()
		if got := p.sees(p.say("practice.banner")); got != want {
			t.Errorf("%s: the banner is there: %v", page, got)
		}
	}
	said("Home", false)
	p.goTo(setup.StepKeep, "ready")
	said("the real step 7", false)
	p.press(p.say("step.keep.main"))
	p.press(p.say("button.close"))

	p.press(p.say("home.practise"))
	for _, step := range setup.Steps {
		p.goTo(step, "ready")
		said("step "+step.ID(), true)
		if place := p.leaks(tokenOf(t, "ready")); place != "" {
			t.Errorf("step %d: the practice token stands in %s", step, place)
		}
	}
	p.press(p.say("button.change"))
	p.typeName("Trial")
	p.press(p.say("button.use_name"))
	p.press(p.say("step.keep.main"))
	said("kept", true)
	if p.keychain.Holds(vault.PracticeService, "Trial") == "" || p.keychain.Holds(vault.Service, "Trial") != "" {
		t.Error("practice does not keep to its own service")
	}
	p.press(p.say("button.close"))
	said("Home in practice", true)
	p.press(p.say("practice.end"))
	said("Home", false)
	if p.sees("Trial") {
		t.Error("a practice token is listed among the real ones")
	}
}

func TestPracticeTokensAreOfferedAndSurviveBack(t *testing.T) {
	p := sit(t, habits{})
	p.press(p.say("home.practise"))
	p.goTo(setup.StepPaste, "")
	p.press("+ " + p.say("practice.tokens"))
	p.press(p.say("scenario.two-accounts"))
	p.press(p.say("button.back"))
	p.press(p.say("step.generate.main"))
	p.press(p.say("step.paste.main"))
	p.mustSee(p.say("choose.number"))
}
