package desk_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"latchkey/graph/sandbox"
	"latchkey/ui/internal/person"
	"latchkey/ui/widgets"
	"latchkey/wizard/vault"
)

// choosesSaved checks a saved token on the desk, in a window that is on it.
func choosesSaved(p *person.Person, name string) {
	p.T.Helper()
	p.Tap(p.Say("desk.saved"))
	p.Until("the choice", func() bool { return p.Find(name) != nil })
	p.Tap(name)
}

// TestOnlyTheLastTokenChosenIsReported: whichever way a check is begun, it ends
// the one before.
func TestOnlyTheLastTokenChosenIsReported(t *testing.T) {
	for way, begin := range map[string]func(p *person.Person){
		"a saved one, then a pasted one": func(p *person.Person) {
			choosesSaved(p, "Late shop")
			p.Tap(p.Say("desk.main"))
		},
		"two saved ones": func(p *person.Person) {
			choosesSaved(p, "Late shop")
			choosesSaved(p, "Good shop")
		},
		"a pasted one, then a saved one": func(p *person.Person) {
			p.App.Clipboard().SetContent(person.TokenOf(t, "expired"))
			p.Tap(p.Say("button.paste"))
			p.Tap(p.Say("desk.main"))
			p.Tap(p.Say("button.paste")) // the links are there again
			choosesSaved(p, "Good shop")
		},
	} {
		t.Run(way, func(t *testing.T) {
			p := person.Sit(t, person.Habits{})
			p.HasSaved("ready", "Good shop")
			p.HasSaved("expired", "Late shop")
			p.Press(p.Say("home.check"))
			p.Paste(person.TokenOf(t, "ready"))
			begin(p)
			p.Settle()
			p.MustSee(p.Say("verdict.ready.title"))
			if p.Sees(p.Say("verdict.dead.title")) || p.Sees("Late shop") {
				t.Errorf("the former check's report is there too:\n%s", p.Text())
			}
		})
	}
}

func TestASavedTokensReportNamesIt(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	p.HasSaved("ready", "Good shop")
	p.Press(p.Say("home.check"))
	choosesSaved(p, "Good shop")
	p.Settle()
	p.MustSee("Good shop", p.Say("verdict.ready.title"))
	if text := p.Text(); strings.Index(text, "Good shop") > strings.Index(text, p.Say("verdict.ready.title")) {
		t.Errorf("the name does not stand above the report:\n%s", text)
	}
}

// TestCheckAfterASavedTokenChecksItAgain: nothing is wrong with the empty field.
func TestCheckAfterASavedTokenChecksItAgain(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	p.HasSaved("ready", "Good shop")
	p.Press(p.Say("home.check"))
	choosesSaved(p, "Good shop")
	p.Settle()
	before := p.Requests.Load()
	p.Press(p.Say("step.check.again"))
	p.MustSee("Good shop", p.Say("verdict.ready.title"))
	if p.Sees(p.Say("trouble.summary")) || p.Requests.Load() == before {
		t.Errorf("the saved token is not checked again:\n%s", p.Text())
	}
	p.Paste(person.TokenOf(t, "expired"))
	p.Press(p.Say("desk.main"))
	p.MustSee(p.Say("verdict.dead.title"))
}

// TestACopyLinkIsAsWideAsItsWords: the focus ring lies around them, not around the
// whole card or dialog.
func TestACopyLinkIsAsWideAsItsWords(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	narrow := func(page string) {
		t.Helper()
		found := false
		for _, link := range p.Pressables() {
			if link.AccessibilityLabel() != p.Say("button.copy") {
				continue
			}
			if found = true; link.Size().Width > 100 {
				t.Errorf("%s: it is %v wide", page, link.Size().Width)
			}
		}
		if !found {
			t.Fatalf("%s has no link to copy:\n%s", page, p.Text())
		}
	}
	p.Press(p.Say("home.check"))
	p.Press(p.Say("desk.explain"))
	p.TypeName("190/463")
	p.Press(p.Say("explain.main"))
	narrow("the error")
	p.Press(p.Say("button.back"))
	p.Paste(person.TokenOf(t, "expired"))
	p.Press(p.Say("desk.main"))
	p.Press(p.Say("desk.messages"))
	narrow("the messages")
}

// TestWhatWasNotAskedForSaysSo: nobody waits for what will not come, and each sentence
// begins as one.
func TestWhatWasNotAskedForSaysSo(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	p.Press(p.Say("home.check"))
	p.Paste(person.TokenOf(t, "account-not-assigned"))
	p.Press(p.Say("desk.main"))
	p.MustSee("Meta accepts the token. The WhatsApp account is not assigned to the system user")
	p.PressBeside("report.group.token", p.Say("group.show"))
	p.MustSee("Not asked", p.Say("skipped.not_asked.detail"))
	if p.Sees("Later") {
		t.Errorf("it is said to come later:\n%s", p.Text())
	}
}

// TestASlowCheckDoesNotComeAfterALaterOne: the former ends, though the keychain
// has not answered it.
func TestASlowCheckDoesNotComeAfterALaterOne(t *testing.T) {
	p := person.Sit(t, person.Habits{Deadline: time.Minute})
	p.HasSaved("expired", "Late shop")
	p.Press(p.Say("home.check"))
	answer := p.Keychain.Hang() // the saved token is not even read yet
	choosesSaved(p, "Late shop")
	p.MustSee(p.Say("saved.checking"))
	p.App.Clipboard().SetContent(person.TokenOf(t, "ready"))
	p.Tap(p.Say("button.paste"))
	p.Tap(p.Say("desk.main"))
	p.Until("the report", func() bool { return p.Sees(p.Say("verdict.ready.title")) })
	p.EndsInTime()
	answer()
	p.Settle()
	p.MustSee(p.Say("verdict.ready.title"))
	if p.Sees("Late shop") || p.Sees(p.Say("verdict.dead.title")) {
		t.Errorf("the former check comes after the later one:\n%s", p.Text())
	}
}

func TestAListThatCannotBeReadIsNotCalledEmpty(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	p.Press(p.Say("home.check"))
	person.Must(t, os.MkdirAll(p.Folder.Path(), 0o700))
	person.Must(t, os.WriteFile(filepath.Join(p.Folder.Path(), "index.json"),
		[]byte(`{"schema":"latchkey.index","version":99,"content":{}}`), 0o600))
	p.Press(p.Say("desk.saved"))
	p.MustSee(p.Say("files.newer.cause"), "index.json")
	if p.Sees(p.Say("terminal.nothing_saved")) {
		t.Error("it says that nothing is saved")
	}
}

func TestATokenThatCannotBeSentIsSaidInWords(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	p.HasSaved("ready", "Good shop")
	person.Must(t, p.Keychain.Set(vault.Service, "Good shop", "EAA\x01"+strings.Repeat("x", 60)))
	p.Press(p.Say("home.check"))
	choosesSaved(p, "Good shop")
	p.Settle()
	p.MustSee(p.Say("desk.odd_token"))
}

// TestFiveHundredSavedTokensToChooseFrom: they scroll in their own place, so
// that all of the dialog is in sight, and can be searched.
func TestFiveHundredSavedTokensToChooseFrom(t *testing.T) {
	for _, count := range []int{3, 6, 500} {
		p := person.Sit(t, person.Habits{})
		p.HasSaved("ready", "Good shop")
		p.MultiplySaved(count)
		p.Press(p.Say("home.check"))
		size := fyne.NewSize(900, 640)
		p.Screen.Resize(size)
		p.Press(p.Say("desk.saved"))
		p.MustFit("the choice", size)
		cancel, outer := false, (*widgets.Scroll)(nil)
		person.Walk(p.Front(), fyne.Position{}, true, func(o fyne.CanvasObject, at fyne.Position, seen bool) {
			if scroll, ok := o.(*widgets.Scroll); ok && outer == nil {
				outer = scroll
			}
			if each, ok := o.(person.Pressable); ok && each.AccessibilityLabel() == p.Say("button.cancel") {
				cancel = seen && at.Y+o.Size().Height <= size.Height
			}
		})
		if needs, has := outer.Content.MinSize().Height, outer.Size().Height; !cancel || needs > has+0.5 {
			t.Errorf("%d tokens: the dialog needs %v and has %v, Cancel is in sight: %v", count, needs, has, cancel)
		}
		if count < 500 {
			continue
		}
		p.TypeName("shop 499") // the focus is on the search
		p.Press("Shop 499")
		p.MustSee("Shop 499", p.Say("desk.main"))
	}
}

// TestASavedCheckEndsWithThePage: it is not waited for on another one.
func TestASavedCheckEndsWithThePage(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	p.HasSaved("ready", "Good shop")
	p.Press(p.Say("home.check"))
	p.Graph.SetFault(sandbox.FaultHang, 0)
	choosesSaved(p, "Good shop")
	p.Until("the rows", func() bool { return p.Sees(p.Say("status.busy")) })
	p.Tap(p.Say("button.back"))
	p.EndsInTime()
}

func TestCheckATokenKeepsNothing(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	p.Press(p.Say("home.check"))
	p.Press(p.Say("desk.main"))
	p.MustSee(p.Say("trouble.summary"))
	p.Paste(person.TokenOf(t, "messaging-missing"))
	p.Press(p.Say("desk.main"))
	p.MustSee(p.Say("verdict.almost.title"))
	if p.Sees(p.Say("trouble.summary")) {
		t.Error("the trouble stays")
	}
	p.Paste(person.TokenOf(t, "ready"))
	p.Tap(p.Say("desk.main"))
	p.Paste(person.TokenOf(t, "expired"))
	p.Press(p.Say("desk.main"))
	p.MustSee(p.Say("verdict.dead.title"))
	p.Press(p.Say("button.back"))
	p.MustSee(p.Say("home.title"))
	p.Press(p.Say("home.check"))
	p.MustSee(p.Say("secret.placeholder"))
	if entries, err := p.Env.Vault.List(t.Context()); len(entries) > 0 || err != nil {
		t.Errorf("kept %v, %v", entries, err)
	}
}

// TestTheVerdictStaysInSight, below whose token it is about, and so does what support does next,
// however many rows there are.
func TestTheVerdictStaysInSight(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	p.Screen.Resize(fyne.NewSize(900, 640))
	p.Press(p.Say("home.check"))
	if p.MainInstruction() != p.Say("desk.title") {
		t.Errorf("the desk is called “%s”", p.MainInstruction())
	}
	for scenario, verdict := range map[string]string{"messaging-missing": "verdict.almost.title", "expired": "verdict.dead.title"} {
		p.Paste(person.TokenOf(t, scenario))
		p.Press(p.Say("desk.main"))
		token := person.TokenOf(t, scenario)
		if last4 := token[len(token)-4:]; !strings.HasSuffix(p.MainInstruction(), last4) || !strings.Contains(p.Screen.Title(), p.Say(verdict)) {
			t.Errorf("the page is called “%s”, the window “%s”", p.MainInstruction(), p.Screen.Title())
		}
		p.MustSee(p.Say(verdict))
		if strings.Count(p.Text(), p.Say(verdict)) > 1 {
			t.Errorf("the verdict is said twice:\n%s", p.Text())
		}
		below := p.MainScroll().Position().Y + p.MainScroll().Size().Height
		for _, next := range []string{"desk.save_report", "desk.messages"} {
			found := p.Find(p.Say(next))
			if at := fyne.CurrentApp().Driver().AbsolutePositionForObject(found); at.Y < below || at.Y > 640 {
				t.Errorf("“%s” is at %v, which scrolls", p.Say(next), at)
			}
		}
	}
	p.Press(p.Say("desk.messages"))
	p.MustSee(p.Words.Say("desk.messages"))
	p.Press(p.Say("button.close"))
	p.Tap(p.Say("step.check.again")) // another check takes the verdict away
	if p.MainInstruction() != p.Say("desk.title") {
		t.Errorf("while it is checked the page is called “%s”", p.MainInstruction())
	}
	p.Settle()
}

// troubleIsOnTop of the page, below the banner of the practice, with the focus.
func troubleIsOnTop(p *person.Person) {
	p.T.Helper()
	_, focused := p.Screen.Canvas().Focused().(*widgets.TroubleSummary)
	if above, _, _ := strings.Cut(p.Text(), p.Say("trouble.summary")); !focused || strings.Contains(above, p.MainInstruction()) {
		p.T.Errorf("the focus is on %T:\n%s", p.Screen.Canvas().Focused(), p.Text())
	}
}

// TestATrainingStorySaysTroubleOnTop, and checks again when the person comes back from the pages
// on which it is put right.
func TestATrainingStorySaysTroubleOnTop(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	p.Press(p.Say("home.training"))
	p.Press(p.Say("training.account-not-assigned.title"))
	p.Press(p.Say("button.clear"))
	p.Press(p.Say("desk.main"))
	troubleIsOnTop(p)
	p.Press(p.Say("button.back"))
	p.Press(p.Say("training.account-not-assigned.title"))
	p.Press(p.Say("desk.main"))
	p.MustSee(p.Say("verdict.almost.title"), p.Say("desk.messages"))
	if strings.Count(p.Text(), p.Say("verdict.almost.title")) > 1 || p.Sees(p.Say("trouble.summary")) {
		t.Errorf("the verdict is said twice, or the trouble stays:\n%s", p.Text())
	}
	p.App.Lifecycle().(interface{ OnEnteredForeground() func() }).OnEnteredForeground()()
	p.MustSee(p.Say("status.busy"), p.Say("training.not_yet"))
	p.Settle()
	p.MustSee(p.Say("verdict.almost.title"))
}

// TestWhatTheTokenIsComparedWithHasRoom, opened above the tools of the desk.
func TestWhatTheTokenIsComparedWithHasRoom(t *testing.T) {
	for _, language := range []string{"en", "de", "fr"} {
		p := person.Sit(t, person.Habits{Language: language})
		p.Press(p.Say("home.check"))
		p.MustNotScroll("the desk")
		place := func() fyne.Position {
			return fyne.CurrentApp().Driver().AbsolutePositionForObject(p.Find(p.Say("desk.open_report")))
		}
		closed := place()
		p.Press("+ " + p.Say("desk.expected"))
		if place().Y < closed.Y+50 {
			t.Errorf("%s: the tools lie on what was opened", language)
		}
		p.MustNotScroll("the desk, compared")
		p.Press(p.Say("desk.main"))
		p.Press("– " + p.Say("desk.expected"))
		p.MustNotScroll("the desk, with nothing pasted")
	}
}

// TestNothingPastedIsSaidOnTop of the page, with the focus there, on every page of the desk that
// takes a text.
func TestNothingPastedIsSaidOnTop(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	p.Press(p.Say("home.check"))
	for _, main := range []string{"desk.main", "explain.main"} {
		p.Press(p.Say(main))
		troubleIsOnTop(p)
		if main == "desk.main" {
			p.Press(p.Say("desk.explain"))
		}
	}
	p.Press(p.Say("explain.empty")) // leads to the field
	p.Screen.Canvas().Focused().TypedRune('9')
	if p.Press(p.Say("explain.main")); p.Sees(p.Say("trouble.summary")) {
		t.Error("the trouble stays")
	}
}
