package setup_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"github.com/zalando/go-keyring"

	"latchkey/ui/internal/person"
	"latchkey/ui/words"
	"latchkey/wizard/setup"
	"latchkey/wizard/vault"
)

func TestChangeReturnsToTheSummary(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	p.GoTo(setup.StepKeep, "two-accounts")
	p.Press(p.Say("button.change")) // of the name
	p.MustSee(p.Say("keep.name_hint"))
	p.TypeName("  Main shop ")
	p.Key(fyne.KeyReturn)
	p.MustSee("Main shop", p.Say("keep.kept_in"))

	p.Press(p.Say("button.change"))
	p.TypeName("Another")
	p.Key(fyne.KeyEscape)
	p.MustSee("Main shop", p.Say("keep.kept_in"))

	changes := 0
	for _, each := range p.Pressables() {
		if each.AccessibilityLabel() == p.Say("button.change") {
			if changes++; changes == 3 { // name, account, number
				each.Tapped(&fyne.PointEvent{})
			}
		}
	}
	p.Press(p.Words.Say("choose.all", words.Counted(31)))
	wanted := numbers(p)[5]
	p.Press(wanted)
	p.Press(p.Say("button.done"))
	p.MustSee(p.Say("keep.kept_in"), wanted)
}

func TestANameThatCannotBeUsedIsSaidBesideTheField(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	p.GoTo(setup.StepKeep, "ready")
	before := p.Text()
	p.Press(p.Say("button.change"))
	for name, id := range map[string]string{
		"   ": "name.empty", strings.Repeat("n", 81): "name.too_long", "latchkey-internal-x": "name.reserved",
		person.TokenOf(t, "ready")[:70]: "name.token",
	} {
		p.TypeName(name)
		p.Key(fyne.KeyReturn)
		p.MustSee(p.Say(id + ".fix"))
	}
	p.TypeName("")
	p.Key(fyne.KeyEscape)
	if p.Text() != before {
		t.Errorf("the summary has changed:\n%s", p.Text())
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
		p := person.Sit(t, person.Habits{})
		p.GoTo(setup.StepKeep, "ready")
		summary := p.Text()
		p.Keychain.FailWith(answer)
		p.Press(p.Say("step.keep.main"))
		p.MustSee(p.Say("trouble.summary"), p.Say("keychain."+string(reason)+".title"), p.Say("keychain."+string(reason)+".fix"))
		for _, line := range strings.Split(summary, "\n") {
			p.MustSee(line)
		}
		p.Keychain.FailWith(nil)
		p.Press(p.Say("step.keep.main"))
		p.MustSee(p.Say("kept.lead"))
	}
}

func TestASaveThatCannotWriteNamesTheFile(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	p.GoTo(setup.StepKeep, "ready")
	inTheWay := filepath.Join(p.Folder.Path(), "index.json")
	person.Must(t, os.Rename(inTheWay, inTheWay+".aside"))
	person.Must(t, os.Mkdir(inTheWay, 0o700))
	p.Press(p.Say("step.keep.main"))
	p.MustSee(p.Say("trouble.summary"), inTheWay)

	person.Must(t, os.Remove(inTheWay))
	person.Must(t, os.Rename(inTheWay+".aside", inTheWay))
	p.Press(p.Say("step.keep.main"))
	p.MustSee(p.Say("kept.lead"))
}

func TestAKeychainThatNeverAnswersDoesNotFreezeTheWindow(t *testing.T) {
	p := person.Sit(t, person.Habits{Deadline: 100 * time.Millisecond})
	p.GoTo(setup.StepKeep, "ready")
	answer := p.Keychain.Hang()
	p.Tap(p.Say("step.keep.main"))
	p.MustSee(p.Say("step.keep.saving"))
	p.Settle()
	p.MustSee(p.Say("trouble.summary"), p.Say("keychain.timeout.title"), p.Say("keychain.timeout.fix"))
	answer()
}

func TestATakenNameIsAskedAbout(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	save := func(scenario string) {
		t.Helper()
		p.GoTo(setup.StepKeep, scenario)
		p.Press(p.Say("button.change"))
		p.TypeName("Main shop")
		p.Key(fyne.KeyReturn)
		p.Press(p.Say("step.keep.main"))
	}
	save("ready")
	p.Press(p.Say("button.close"))
	save("two-accounts")
	p.MustSee(p.Say("taken.title"))
	p.Press(p.Say("taken.rename"))
	p.TypeName("Second shop")
	p.Key(fyne.KeyReturn)
	p.Press(p.Say("step.keep.main"))
	p.MustSee(p.Say("kept.lead"), "Second shop")
	p.Press(p.Say("button.close"))
	save("two-accounts")
	p.Press(p.Say("taken.replace"))
	p.MustSee(p.Say("kept.lead"), "Main shop")
	if p.Keychain.Holds(vault.Service, "Main shop") != person.TokenOf(t, "two-accounts") {
		t.Error("the old token is still there")
	}
}

// TestWhatComesNextStandsFirst: then where the token lies, in words that need no explaining. What
// most people need next is the main button.
func TestWhatComesNextStandsFirst(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	p.GoTo(setup.StepKeep, "sixty-days")
	p.Press(p.Say("step.keep.main"))
	mustFollow(p, p.Say("kept.next"), p.Say("test.main"), p.Say("calendar.button"), p.Say("kept.where"))
	if strings.Contains(p.Text(), "service") {
		t.Errorf("the page speaks of a service:\n%s", p.Text())
	}
	if !isBlue(p.Find("Connect software").(fyne.Widget)) {
		t.Error("Connect software is not the main button")
	}
	p.Press("Connect software")
	p.MustSee("Connect software to “Corner Bakery”")
}

func TestTheThreeValuesCanBeCopied(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	p.GoTo(setup.StepKeep, "ready")
	p.Press(p.Say("step.keep.main"))
	entries, err := p.Env.Vault.List(t.Context())
	person.Must(t, err)
	var copied []string
	for _, each := range p.Pressables() {
		if each.AccessibilityLabel() == p.Say("button.copy") {
			each.Tapped(&fyne.PointEvent{})
			p.Settle()
			copied = append(copied, p.App.Clipboard().Content())
		}
	}
	want := []string{person.TokenOf(t, "ready"), entries[0].PhoneID, entries[0].AccountID}
	if strings.Join(copied, "\n") != strings.Join(want, "\n") {
		t.Errorf("%d values can be copied, not token, number and account", len(copied))
	}
	if place := p.Leaks(person.TokenOf(t, "ready")); place != "" {
		t.Errorf("copying shows the token in %s", place)
	}
}

// TestTheTokenCopiedOnTheLastPageLeavesTheClipboard: as everywhere, visibly, and
// nothing on the page says otherwise meanwhile.
func TestTheTokenCopiedOnTheLastPageLeavesTheClipboard(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	p.GoTo(setup.StepKeep, "ready")
	p.Press(p.Say("step.keep.main"))
	p.MustSee(p.Say("kept.clipboard"))
	p.Press(p.Say("button.copy")) // the token stands first
	p.MustSee(p.Words.Say("saved.copied", words.Values{"Left": "2:00"}))
	p.MustFit("kept, copied", fyne.NewSize(1000, 700))
	if p.App.Clipboard().Content() != person.TokenOf(t, "ready") || p.Sees(p.Say("kept.clipboard")) {
		t.Errorf("the page says of the clipboard:\n%s", p.Text())
	}
	p.Clock.Pass(2 * time.Minute)
	p.MustSee(p.Say("saved.cleared"))
	if p.App.Clipboard().Content() != "" {
		t.Error("the token is still on the clipboard")
	}
}

// TestTheCountdownHasRoomAllTheTime: its words differ in width, and may need a second
// line at any second.
func TestTheCountdownHasRoomAllTheTime(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	p.GoTo(setup.StepKeep, "ready")
	p.Press(p.Say("step.keep.main"))
	p.Press(p.Say("button.copy"))
	for left := 120; left > 0; left-- {
		p.All(func(o fyne.CanvasObject, _ fyne.Position, seen bool) {
			if box, ok := o.(*fyne.Container); ok && seen && box.Size().Height < box.MinSize().Height-0.5 {
				t.Fatalf("with %d seconds left something needs %v and has %v", left, box.MinSize(), box.Size())
			}
		})
		p.Clock.Pass(time.Second)
	}
}

// TestNothingIsCopiedOnceThePageWasLeft: the keychain may answer when nobody
// thinks of it any more.
func TestNothingIsCopiedOnceThePageWasLeft(t *testing.T) {
	p := person.Sit(t, person.Habits{Deadline: time.Minute})
	p.HasSaved("ready", "Good shop")
	answer := p.Keychain.Hang()
	p.Tap(p.Say("saved.copy"))
	p.Tap(p.Say("home.check"))
	answer()
	p.Settle()
	if p.App.Clipboard().Content() != "" {
		t.Error("the token is on the clipboard")
	}
}

// TestTheCountdownIsStillThereOnTheWayBack: so is the token, on the clipboard.
func TestTheCountdownIsStillThereOnTheWayBack(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	p.HasSaved("ready", "Shop")
	p.Press(p.Say("button.copy"))
	p.Press(p.Say("home.check"))
	p.Press(p.Say("button.back"))
	p.Press(p.Say("saved.stop"))
	p.MustSee(p.Say("saved.stopped"))
	p.Press(p.Say("home.check"))
	p.Press(p.Say("button.back"))
	if p.Sees(p.Say("saved.stopped")) {
		t.Error("a countdown that is over is still told")
	}
}

// TestOfTwoCopiedTokensOnlyTheLastIsCountedDown: the first one's countdown would
// promise what is not so.
func TestOfTwoCopiedTokensOnlyTheLastIsCountedDown(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	p.HasSaved("ready", "First")
	p.HasSaved("expired", "Second")
	p.Press(p.Say("saved.copy"))
	p.PressLast(p.Say("saved.copy"))
	p.Clock.Pass(time.Second)
	p.MustSee(p.Say("saved.other_content"), p.Words.Say("saved.copied", words.Values{"Left": "1:59"}))
	p.Press(p.Say("saved.stop"))
	p.MustSee(p.Say("saved.other_content"), p.Say("saved.stopped"))
	if p.Find(p.Say("saved.stop")) != nil {
		t.Error("a countdown that is over can be stopped")
	}
}

func TestSavingClearsTheClipboardOnlyOfTheToken(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	p.GoTo(setup.StepKeep, "ready")
	p.App.Clipboard().SetContent("a shopping list")
	p.Press(p.Say("step.keep.main"))
	if p.App.Clipboard().Content() != "a shopping list" {
		t.Error("what the person copied meanwhile is gone")
	}
}

func TestADoubleClickSavesOnce(t *testing.T) {
	calls := map[int]int{}
	for _, presses := range []int{1, 2} {
		p := person.Sit(t, person.Habits{})
		p.GoTo(setup.StepKeep, "ready")
		before := p.Keychain.Calls()
		for range presses {
			p.Tap(p.Say("step.keep.main"))
		}
		p.Settle()
		p.MustSee(p.Say("kept.lead"))
		calls[presses] = p.Keychain.Calls() - before
	}
	if calls[2] != calls[1] {
		t.Errorf("one press calls the keychain %d times, two %d", calls[1], calls[2])
	}
}
