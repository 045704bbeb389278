package ui_test

import (
	"testing"
	"time"

	"latchkey/graph"
	"latchkey/graph/sandbox"
	"latchkey/ui/words"
	"latchkey/wizard/partner"
	"latchkey/wizard/vault"
)

const customerName = "First customer"

// hasCustomer has a customer's token of a solution saved that ends tomorrow, and
// the partner's own token with which it is fetched again. It goes Home.
func (p *person) hasCustomer() {
	p.t.Helper()
	known, _ := sandbox.FindScenario("solution-partner")
	keep, customer := p.env.Vault, known.Customers[0].BusinessID
	_, err := keep.Save(p.t.Context(), vault.Entry{Name: "Our own", Kind: "system_user", NeverExpires: true}, known.Token)
	must(p.t, err)
	source := partner.Source{Solution: graph.ID(known.SolutionID), Partner: known.Token}
	got, err := p.env.BusinessTokens().Fetch(p.t.Context(), source, graph.ID(customer))
	must(p.t, err)
	_, err = keep.Save(p.t.Context(), vault.Entry{
		Name: customerName, Kind: "business_integration", SolutionID: known.SolutionID, ClientBusinessID: customer,
		Partner: "Our own", ExpiresAt: time.Now().Add(24 * time.Hour),
	}, got.Token)
	must(p.t, err)
	p.window.Home()
	p.settle()
}

func (p *person) customersToken() string { return p.keychain.Holds(vault.Service, customerName) }

func TestATokenFetchedAgainIsToldOfWhereItWasPressed(t *testing.T) {
	for place, open := range map[string]func(p *person){
		"on its card": func(*person) {},
		"on its page": func(p *person) { p.press(p.say("saved.more")) },
	} {
		t.Run(place, func(t *testing.T) {
			p := sit(t, habits{})
			p.hasCustomer()
			open(p)
			title, old := p.screen.Title(), p.customersToken()
			p.tap(p.say("saved.renew"))
			p.mustSee(p.say("renew.fetching"))
			if again := p.find(p.say("saved.renew")); again != nil {
				again.Tapped(nil)
			}
			p.settle()
			p.mustSee(p.words.Say("renew.fetched", words.Values{"Name": customerName}))
			if p.sees(p.say("renew.fetching")) || p.screen.Title() != title {
				t.Errorf("it is not told where it was pressed:\n%s", p.text())
			}
			if p.customersToken() == old {
				t.Error("the old token is still there")
			}
			if p.sees("Tomorrow") || p.sees("tomorrow") {
				t.Errorf("the old token's end is still shown:\n%s", p.text())
			}
		})
	}
}

func TestFetchingAgainRunsOnceHoweverOftenItIsPressed(t *testing.T) {
	requests := map[int]int32{}
	for _, presses := range []int{1, 2} {
		p := sit(t, habits{})
		p.hasCustomer()
		p.press(p.say("saved.more"))
		before := p.requests.Load()
		for range presses {
			p.tap(p.say("saved.renew"))
		}
		p.settle()
		requests[presses] = p.requests.Load() - before
	}
	if requests[1] != requests[2] {
		t.Errorf("one press makes %d calls, two make %d", requests[1], requests[2])
	}
}

// TestLeavingThePageEndsFetchingAgain: nothing comes between the person and the
// page they went to, and the old token stays.
func TestLeavingThePageEndsFetchingAgain(t *testing.T) {
	p := sit(t, habits{})
	p.hasCustomer()
	old := p.customersToken()
	p.graph.SetFault(sandbox.FaultHang, 0)
	p.tap(p.say("saved.renew"))
	p.mustSee(p.say("renew.fetching"))
	p.tap(p.say("home.check"))
	p.endsInTime()
	p.mustSee(p.say("desk.title"))
	if p.sees(p.say("home.saved")) || p.customersToken() != old {
		t.Errorf("fetching went on:\n%s", p.text())
	}
	p.graph.SetFault("", 0)
	p.press(p.say("button.back"))
	p.press(p.say("saved.renew"))
	p.mustSee(p.words.Say("renew.fetched", words.Values{"Name": customerName}))
}

func TestFetchingAgainCanBeStopped(t *testing.T) {
	p := sit(t, habits{})
	p.hasCustomer()
	old := p.customersToken()
	p.graph.SetFault(sandbox.FaultHang, 0)
	p.tap(p.say("saved.renew"))
	p.tap(p.say("step.check.stop"))
	p.endsInTime()
	p.mustSee(p.say("renew.stopped"), p.say("saved.renew"))
	if p.customersToken() != old {
		t.Error("the token was replaced")
	}
}

func TestAFailedFetchSaysWhyWhereItWasPressed(t *testing.T) {
	p := sit(t, habits{})
	p.hasCustomer()
	must(t, p.env.Vault.Remove(t.Context(), "Our own"))
	p.press(p.say("saved.renew"))
	p.mustSee(p.say("home.saved"), p.say("keychain.not_found.title"), p.say("saved.renew"))
}

func TestTheSavedPageTellsWhoseBusinessTokenItIs(t *testing.T) {
	known, _ := sandbox.FindScenario("solution-partner")
	p := sit(t, habits{})
	p.hasCustomer()
	p.press(p.say("saved.more"))
	p.mustSee(p.say("keep.customer"), known.Customers[0].BusinessID, p.say("keep.solution"), known.SolutionID,
		p.say("keep.fetched_with"), p.words.Say("keep.fetched_with_text", words.Values{"Name": "Our own"}))
}
