package ui_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"latchkey/graph"
	"latchkey/graph/sandbox"
	"latchkey/ui/internal/person"
	"latchkey/ui/words"
	"latchkey/wizard/setup"
	"latchkey/wizard/vault"
)

func TestCheckAllRunsOnceHoweverOftenItIsPressed(t *testing.T) {
	requests := map[int]int32{}
	for _, presses := range []int{1, 2} {
		p := person.Sit(t, person.Habits{})
		p.HasSaved("ready", "Good shop")
		p.HasSaved("expired", "Late shop")
		before := p.Requests.Load()
		for range presses {
			p.Tap(p.Say("saved.check_all"))
		}
		p.MustSee(p.Progress(0, 2))
		p.Settle()
		p.MustSee(p.Say("saved.progress_done"), p.Say("condition.works"), p.Say("condition.ended"))
		requests[presses] = p.Requests.Load() - before
	}
	if requests[1] != requests[2] {
		t.Errorf("one press makes %d calls, two make %d", requests[1], requests[2])
	}
}

// TestCheckAllSaysWhatCouldNotBeChecked: a token that the keychain no longer holds was
// not checked just now.
func TestCheckAllSaysWhatCouldNotBeChecked(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	p.HasSaved("ready", "Good shop", "Lost shop")
	person.Must(t, p.Keychain.Delete(vault.Service, "Lost shop"))
	p.Press(p.Say("saved.check_all"))
	p.MustSee(p.Words.Say("saved.progress_failed", words.Counted(1)), p.Say("keychain.not_found.title"))
	if p.Sees(p.Say("saved.progress_done")) {
		t.Error("all are said to be checked")
	}
}

func TestLeavingHomeEndsCheckAll(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	p.HasSaved("ready", "Good shop", "Second shop")
	p.Graph.SetFault(sandbox.FaultHang, 0)
	for range 2 {
		p.Tap(p.Say("saved.check_all"))
	}
	p.MustSee(p.Progress(0, 2))
	p.Tap(p.Say("home.check"))
	p.EndsInTime()
	entries, err := p.Env.Vault.List(t.Context())
	person.Must(t, err)
	for _, entry := range entries {
		if !entry.LastCheckedAt.IsZero() {
			t.Errorf("%q was checked all the same", entry.Name)
		}
	}
}

// TestWhatWasFoundIsStillThereAfterASearch: searching takes the cards away and
// brings them back.
func TestWhatWasFoundIsStillThereAfterASearch(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	p.HasSaved("ready", "1", "2", "3", "4", "5", "6", "7")
	p.Press(p.Say("saved.check")) // of the first
	p.MustSee(p.Say("saved.just_checked"))
	p.ToNextTextField()
	p.TypeName("no token is called so")
	p.Key(fyne.KeyReturn)
	p.MustSee(p.Say("home.nothing_found"))
	p.TypeName("")
	p.MustSee(p.Say("saved.just_checked"))
}

// TestATokenThatWasNeverCheckedSaysSo: in place of what nobody has asked Meta.
func TestATokenThatWasNeverCheckedSaysSo(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	_, err := p.Env.Vault.Save(t.Context(), vault.Entry{Name: "Shop"}, graph.NewToken(person.TokenOf(t, "ready")))
	person.Must(t, err)
	p.Window.Home()
	p.Settle()
	p.Press(p.Say("saved.details"))
	p.MustSee(p.Say("kept.unknown"))
	if text := p.Text(); strings.Contains(text, "[") || strings.Contains(text, p.Say("keep.not_known")) {
		t.Errorf("the page says\n%s", text)
	}
}

// TestOneThingOnHomeIsInTheAccent: what is the most urgent, also once a check has told more.
func TestOneThingOnHomeIsInTheAccent(t *testing.T) {
	for name, c := range map[string]struct {
		saved []string // of these scenarios
		first string
		then  string // once all are checked
	}{
		"nothing saved":             {nil, "home.setup", ""},
		"all is well":               {[]string{"ready", "sixty-days"}, "home.new", "home.new"},
		"only another token helps":  {[]string{"ready", "expired", "revoked"}, "home.new", "saved.renew"},
		"it is put right from here": {[]string{"ready", "number-not-registered"}, "home.new", "fix.register.button"},
		"it is put right at Meta":   {[]string{"account-not-assigned"}, "home.new", "saved.check"},
	} {
		t.Run(name, func(t *testing.T) {
			p := person.Sit(t, person.Habits{})
			for _, scenario := range c.saved {
				p.HasSaved(scenario, scenario)
			}
			accented := func(want string) {
				t.Helper()
				if main := p.Accented(); len(main) != 1 || main[0] != p.Say(want) {
					t.Errorf("in the accent are %q, want “%s”", main, p.Say(want))
				}
			}
			accented(c.first)
			switch len(c.saved) {
			case 0:
				return
			case 1:
				p.Press(p.Say("saved.check"))
			default:
				p.Press(p.Say("saved.check_all"))
			}
			accented(c.then)
			button := p.Find(p.Say(c.then))
			title := p.Screen.Title()
			p.Screen.Canvas().Unfocus()
			p.Key(fyne.KeyReturn)
			if checks := c.then == "saved.check"; checks != (p.Screen.Title() == title) || checks && p.Find(p.Say(c.then)) == button {
				t.Errorf("Enter does not press “%s”:\n%s", p.Say(c.then), p.Text())
			}
		})
	}
}

// TestAnUnfinishedSetupGivesWay to a saved token that needs something, and can be begun anew.
func TestAnUnfinishedSetupGivesWay(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	leave := func() {
		p.GoTo(setup.StepGenerate, "")
		p.Key(fyne.KeyEscape)
		p.Settle()
	}
	p.HasSaved("ready", "Good shop")
	leave()
	p.MustSee(p.Say("home.unfinished"))
	if main := p.Accented(); len(main) != 1 || main[0] != p.Say("home.resume") {
		t.Errorf("in the accent are %q", main)
	}
	p.HasSaved("expired", "Late shop")
	p.Press(p.Say("saved.check_all"))
	if main := p.Accented(); len(main) != 1 || main[0] != p.Say("saved.renew") {
		t.Errorf("in the accent are %q", main)
	}
	p.Press(p.Say("home.start_over"))
	if p.Step() != int(setup.StepBusiness) {
		t.Errorf("it begins at step %d", p.Step())
	}
}

// TestTheMostUrgentOfManyIsInTheAccent, also where several need the same, and drawn anew.
func TestTheMostUrgentOfManyIsInTheAccent(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	p.HasSaved("expired", "1", "2")
	p.HasSaved("ready", "3", "4", "5", "6", "7")
	p.Press(p.Say("saved.check_all"))
	only := func() {
		t.Helper()
		if main := p.Accented(); len(main) != 1 || main[0] != p.Say("saved.renew") {
			t.Errorf("in the accent are %q", main)
		}
	}
	only()
	p.Window.Home()
	p.Settle()
	only()
	p.Press(p.Say("saved.check")) // of the first, which stays the most urgent
	only()
}
