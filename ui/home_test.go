package ui_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"latchkey/graph"
	"latchkey/graph/sandbox"
	"latchkey/ui/words"
	"latchkey/wizard/vault"
)

// hasSaved puts a scenario's token into the keychain under each of the names,
// and goes Home.
func (p *person) hasSaved(scenario string, names ...string) {
	p.t.Helper()
	found, ok := sandbox.FindScenario(scenario)
	if !ok {
		p.t.Fatalf("there is no scenario %q", scenario)
	}
	for _, name := range names {
		entry := vault.Entry{Name: name, AppID: found.AppID, AccountID: found.AccountID, PhoneID: found.PhoneID}
		_, err := p.env.Vault.Save(p.t.Context(), entry, found.Token)
		must(p.t, err)
	}
	p.window.Home()
	p.settle()
}

// progress is how far a check of all saved tokens is said to be.
func (p *person) progress(done, all int) string {
	return p.words.Say("saved.progress", words.Counted(all), words.Values{"Done": fmt.Sprint(done)})
}

func TestCheckAllRunsOnceHoweverOftenItIsPressed(t *testing.T) {
	requests := map[int]int32{}
	for _, presses := range []int{1, 2} {
		p := sit(t, habits{})
		p.hasSaved("ready", "Good shop")
		p.hasSaved("expired", "Late shop")
		before := p.requests.Load()
		for range presses {
			p.tap(p.say("saved.check_all"))
		}
		p.mustSee(p.progress(0, 2))
		p.settle()
		p.mustSee(p.say("saved.progress_done"), p.say("condition.works"), p.say("condition.ended"))
		requests[presses] = p.requests.Load() - before
	}
	if requests[1] != requests[2] {
		t.Errorf("one press makes %d calls, two make %d", requests[1], requests[2])
	}
}

// endsInTime fails when something is under way that does not end by itself.
func (p *person) endsInTime() {
	p.t.Helper()
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		p.window.Shell.Wait()
	}()
	select {
	case <-ended:
		p.settle()
	case <-time.After(inVain):
		for !p.over(ended) {
			p.catchUp() // lets the window close all the same
		}
		p.t.Fatal("something goes on, or waits to be drawn")
	}
}

// over waits a moment for something to have ended.
func (p *person) over(ended <-chan struct{}) bool {
	select {
	case <-ended:
		return true
	case <-time.After(10 * time.Millisecond):
		return false
	}
}

func TestLeavingHomeEndsCheckAll(t *testing.T) {
	p := sit(t, habits{})
	p.hasSaved("ready", "Good shop", "Second shop")
	p.graph.SetFault(sandbox.FaultHang, 0)
	for range 2 {
		p.tap(p.say("saved.check_all"))
	}
	p.mustSee(p.progress(0, 2))
	p.tap(p.say("home.check"))
	p.endsInTime()
	entries, err := p.env.Vault.List(t.Context())
	must(t, err)
	for _, entry := range entries {
		if !entry.LastCheckedAt.IsZero() {
			t.Errorf("%q was checked all the same", entry.Name)
		}
	}
}

// TestWhatWasFoundIsStillThereAfterASearch: searching takes the cards away and
// brings them back.
func TestWhatWasFoundIsStillThereAfterASearch(t *testing.T) {
	p := sit(t, habits{})
	p.hasSaved("ready", "1", "2", "3", "4", "5", "6", "7")
	p.press(p.say("saved.check")) // of the first
	p.mustSee(p.say("saved.just_checked"))
	p.toNextTextField()
	p.typeName("no token is called so")
	p.mustSee(p.say("home.nothing_found"))
	p.typeName("")
	p.mustSee(p.say("saved.just_checked"))
}

// TestATokenThatWasNeverCheckedSaysSo: in place of what nobody has asked Meta.
func TestATokenThatWasNeverCheckedSaysSo(t *testing.T) {
	p := sit(t, habits{})
	_, err := p.env.Vault.Save(t.Context(), vault.Entry{Name: "Shop"}, graph.NewToken(tokenOf(t, "ready")))
	must(t, err)
	p.window.Home()
	p.settle()
	p.press(p.say("saved.more"))
	p.mustSee(p.say("kept.unknown"))
	if text := p.text(); strings.Contains(text, "[") || strings.Contains(text, p.say("keep.not_known")) {
		t.Errorf("the page says\n%s", text)
	}
}
