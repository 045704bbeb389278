package ui_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"github.com/zalando/go-keyring"

	"latchkey/ui/words"
	"latchkey/wizard/setup"
	"latchkey/wizard/vault"
)

func TestChangeReturnsToTheSummary(t *testing.T) {
	p := sit(t, habits{})
	p.goTo(setup.StepKeep, "two-accounts")
	p.press(p.say("button.change")) // of the name
	p.mustSee(p.say("keep.name_hint"))
	p.typeName("  Main shop ")
	p.key(fyne.KeyReturn)
	p.mustSee("Main shop", p.say("keep.kept_in"))

	p.press(p.say("button.change"))
	p.typeName("Another")
	p.key(fyne.KeyEscape)
	p.mustSee("Main shop", p.say("keep.kept_in"))

	changes := 0
	for _, each := range p.pressables() {
		if each.AccessibilityLabel() == p.say("button.change") {
			if changes++; changes == 3 { // name, account, number
				each.Tapped(&fyne.PointEvent{})
			}
		}
	}
	wanted := p.numbers()[5]
	p.press(wanted)
	p.press(p.say("button.done"))
	p.mustSee(p.say("keep.kept_in"), wanted[:strings.Index(wanted, "  ")])
}

func TestANameThatCannotBeUsedIsSaidBesideTheField(t *testing.T) {
	p := sit(t, habits{})
	p.goTo(setup.StepKeep, "ready")
	before := p.text()
	p.press(p.say("button.change"))
	for name, id := range map[string]string{
		"   ": "name.empty", strings.Repeat("n", 81): "name.too_long", "latchkey-internal-x": "name.reserved",
		tokenOf(t, "ready")[:70]: "name.token",
	} {
		p.typeName(name)
		p.key(fyne.KeyReturn)
		p.mustSee(p.say(id + ".fix"))
	}
	p.typeName("")
	p.key(fyne.KeyEscape)
	if p.text() != before {
		t.Errorf("the summary has changed:\n%s", p.text())
	}
}

func TestASaveThatFailsSaysWhyAndLosesNothing(t *testing.T) {
	for reason, answer := range map[vault.Reason]error{
		vault.NoService:    errors.New("org.freedesktop.secrets was not provided by any .service files"),
		vault.NoCollection: errors.New("failed to unlock correct collection '/org/freedesktop/secrets/aliases/default'"),
		vault.Refused:      errors.New("failed to unlock correct collection '/org/freedesktop/secrets/collection/login'"),
		vault.Locked:       errors.New("exit status 36"),
		vault.TooBig:       keyring.ErrSetDataTooBig,
		vault.Unsupported:  keyring.ErrUnsupportedPlatform,
		vault.Other:        errors.New("nobody has seen this one"),
	} {
		p := sit(t, habits{})
		p.goTo(setup.StepKeep, "ready")
		summary := p.text()
		p.keychain.FailWith(answer)
		p.press(p.say("step.keep.main"))
		p.mustSee(p.say("trouble.summary"), p.say("keychain."+string(reason)+".title"), p.say("keychain."+string(reason)+".fix"))
		for _, line := range strings.Split(summary, "\n") {
			p.mustSee(line)
		}
		p.keychain.FailWith(nil)
		p.press(p.say("step.keep.main"))
		p.mustSee(p.say("kept.lead"))
	}
}

func TestASaveThatCannotWriteNamesTheFile(t *testing.T) {
	p := sit(t, habits{})
	p.goTo(setup.StepKeep, "ready")
	inTheWay := filepath.Join(p.folder.Path(), "index.json")
	must(t, os.Rename(inTheWay, inTheWay+".aside"))
	must(t, os.Mkdir(inTheWay, 0o700))
	p.press(p.say("step.keep.main"))
	p.mustSee(p.say("trouble.summary"), inTheWay)

	must(t, os.Remove(inTheWay))
	must(t, os.Rename(inTheWay+".aside", inTheWay))
	p.press(p.say("step.keep.main"))
	p.mustSee(p.say("kept.lead"))
}

func TestAKeychainThatNeverAnswersDoesNotFreezeTheWindow(t *testing.T) {
	p := sit(t, habits{deadline: 100 * time.Millisecond})
	p.goTo(setup.StepKeep, "ready")
	answer := p.keychain.Hang()
	p.tap(p.say("step.keep.main"))
	p.mustSee(p.say("step.keep.saving"))
	p.settle()
	p.mustSee(p.say("trouble.summary"), p.say("keychain.timeout.title"), p.say("keychain.timeout.fix"))
	answer()
}

func TestATakenNameIsAskedAbout(t *testing.T) {
	p := sit(t, habits{})
	save := func(scenario string) {
		t.Helper()
		p.goTo(setup.StepKeep, scenario)
		p.press(p.say("button.change"))
		p.typeName("Main shop")
		p.key(fyne.KeyReturn)
		p.press(p.say("step.keep.main"))
	}
	save("ready")
	p.press(p.say("button.close"))
	save("two-accounts")
	p.mustSee(p.say("taken.title"))
	p.press(p.say("taken.rename"))
	p.typeName("Second shop")
	p.key(fyne.KeyReturn)
	p.press(p.say("step.keep.main"))
	p.mustSee(p.say("kept.lead"), "Second shop")
	p.press(p.say("button.close"))
	save("two-accounts")
	p.press(p.say("taken.replace"))
	p.mustSee(p.say("kept.lead"), "Main shop")
	if p.keychain.Holds(vault.Service, "Main shop") != tokenOf(t, "two-accounts") {
		t.Error("the old token is still there")
	}
}

func TestTheThreeValuesCanBeCopied(t *testing.T) {
	p := sit(t, habits{})
	p.goTo(setup.StepKeep, "ready")
	p.press(p.say("step.keep.main"))
	entries, err := p.env.Vault.List(t.Context())
	must(t, err)
	var copied []string
	for _, each := range p.pressables() {
		if each.AccessibilityLabel() == p.say("button.copy") {
			each.Tapped(&fyne.PointEvent{})
			p.settle()
			copied = append(copied, p.app.Clipboard().Content())
		}
	}
	want := []string{tokenOf(t, "ready"), entries[0].PhoneID, entries[0].AccountID}
	if strings.Join(copied, "\n") != strings.Join(want, "\n") {
		t.Errorf("%d values can be copied, not token, number and account", len(copied))
	}
	if place := p.leaks(tokenOf(t, "ready")); place != "" {
		t.Errorf("copying shows the token in %s", place)
	}
}

// TestTheTokenCopiedOnTheLastPageLeavesTheClipboard: as everywhere, visibly, and
// nothing on the page says otherwise meanwhile.
func TestTheTokenCopiedOnTheLastPageLeavesTheClipboard(t *testing.T) {
	p := sit(t, habits{})
	p.goTo(setup.StepKeep, "ready")
	p.press(p.say("step.keep.main"))
	p.mustSee(p.say("kept.clipboard"))
	p.press(p.say("button.copy")) // the token stands first
	p.mustSee(p.words.Say("saved.copied", words.Values{"Left": "2:00"}))
	p.mustFit("kept, copied", fyne.NewSize(1000, 700))
	if p.app.Clipboard().Content() != tokenOf(t, "ready") || p.sees(p.say("kept.clipboard")) {
		t.Errorf("the page says of the clipboard:\n%s", p.text())
	}
	p.clock.pass(2 * time.Minute)
	p.mustSee(p.say("saved.cleared"))
	if p.app.Clipboard().Content() != "" {
		t.Error("the token is still on the clipboard")
	}
}

// TestNothingIsCopiedOnceThePageWasLeft: the keychain may answer when nobody
// thinks of it any more.
func TestNothingIsCopiedOnceThePageWasLeft(t *testing.T) {
	p := sit(t, habits{deadline: time.Minute})
	p.hasSaved("ready", "Good shop")
	answer := p.keychain.Hang()
	p.tap(p.say("saved.copy"))
	p.tap(p.say("home.check"))
	answer()
	p.settle()
	if p.app.Clipboard().Content() != "" {
		t.Error("the token is on the clipboard")
	}
}

// TestTheCountdownIsStillThereOnTheWayBack: so is the token, on the clipboard.
func TestTheCountdownIsStillThereOnTheWayBack(t *testing.T) {
	p := sit(t, habits{})
	p.hasSaved("ready", "Shop")
	p.press(p.say("button.copy"))
	p.press(p.say("home.check"))
	p.press(p.say("button.back"))
	p.press(p.say("saved.stop"))
	p.mustSee(p.say("saved.stopped"))
	p.press(p.say("home.check"))
	p.press(p.say("button.back"))
	if p.sees(p.say("saved.stopped")) {
		t.Error("a countdown that is over is still told")
	}
}

// TestOfTwoCopiedTokensOnlyTheLastIsCountedDown: the first one's countdown would
// promise what is not so.
func TestOfTwoCopiedTokensOnlyTheLastIsCountedDown(t *testing.T) {
	p := sit(t, habits{})
	p.hasSaved("ready", "First")
	p.hasSaved("expired", "Second")
	p.press(p.say("saved.copy"))
	p.pressLast(p.say("saved.copy"))
	p.clock.pass(time.Second)
	p.mustSee(p.say("saved.other_content"), p.words.Say("saved.copied", words.Values{"Left": "1:59"}))
	p.press(p.say("saved.stop"))
	p.mustSee(p.say("saved.other_content"), p.say("saved.stopped"))
	if p.find(p.say("saved.stop")) != nil {
		t.Error("a countdown that is over can be stopped")
	}
}

func TestSavingClearsTheClipboardOnlyOfTheToken(t *testing.T) {
	p := sit(t, habits{})
	p.goTo(setup.StepKeep, "ready")
	p.app.Clipboard().SetContent("a shopping list")
	p.press(p.say("step.keep.main"))
	if p.app.Clipboard().Content() != "a shopping list" {
		t.Error("what the person copied meanwhile is gone")
	}
}

func TestADoubleClickSavesOnce(t *testing.T) {
	calls := map[int]int{}
	for _, presses := range []int{1, 2} {
		p := sit(t, habits{})
		p.goTo(setup.StepKeep, "ready")
		before := p.keychain.Calls()
		for range presses {
			p.tap(p.say("step.keep.main"))
		}
		p.settle()
		p.mustSee(p.say("kept.lead"))
		calls[presses] = p.keychain.Calls() - before
	}
	if calls[2] != calls[1] {
		t.Errorf("one press calls the keychain %d times, two %d", calls[1], calls[2])
	}
}
