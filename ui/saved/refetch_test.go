package saved_test

import (
	"errors"
	"testing"
	"time"

	"latchkey/graph"
	"latchkey/graph/sandbox"
	"latchkey/ui/internal/person"
	"latchkey/ui/words"
	"latchkey/wizard/partner"
	"latchkey/wizard/vault"
)

const customerName = "First customer"

// hasCustomer has a customer's token of a solution saved that ends tomorrow, and
// the partner's own token with which it is fetched again. It goes Home.
func hasCustomer(p *person.Person) {
	p.T.Helper()
	known, _ := sandbox.FindScenario("solution-partner")
	keep, customer := p.Env.Vault, known.Customers[0].BusinessID
	_, err := keep.Save(p.T.Context(), vault.Entry{Name: "Our own", Kind: "system_user", NeverExpires: true}, known.Token)
	person.Must(p.T, err)
	source := partner.Source{Solution: graph.ID(known.SolutionID), Partner: known.Token}
	got, err := p.Env.BusinessTokens().Fetch(p.T.Context(), source, graph.ID(customer))
	person.Must(p.T, err)
	_, err = keep.Save(p.T.Context(), vault.Entry{
		Name: customerName, Kind: "business_integration", SolutionID: known.SolutionID, ClientBusinessID: customer,
		Partner: "Our own", ExpiresAt: time.Now().Add(24 * time.Hour),
	}, got.Token)
	person.Must(p.T, err)
	p.Window.Home()
	p.Settle()
}

func customersToken(p *person.Person) string { return p.Keychain.Holds(vault.Service, customerName) }

// TestFetchingAgainCanBeUndone on the page where it was pressed.
func TestFetchingAgainCanBeUndone(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	hasCustomer(p)
	old := customersToken(p)
	p.Press(p.Say("saved.renew"))
	p.MustSee(p.Words.Say("undo.text", words.Values{"Last4": old[len(old)-4:]}))
	p.Keychain.FailWith(errors.New("nobody has seen this one"))
	p.Press(p.Say("undo.do"))
	p.MustSee(p.Say("keychain.other.title"))
	p.Keychain.FailWith(nil)
	p.Press(p.Say("undo.do"))
	p.MustSee(p.Say("undo.done.title"), p.Say("undo.fetched"))
	if customersToken(p) != old {
		t.Error("the old token is not back")
	}
	if p.Find(p.Say("undo.do")) != nil {
		t.Error("it can be undone once more")
	}
}

func TestATokenFetchedAgainIsToldOfWhereItWasPressed(t *testing.T) {
	for place, open := range map[string]func(p *person.Person){
		"on its card": func(*person.Person) {},
		"on its page": func(p *person.Person) { p.Press(p.Say("saved.details")) },
	} {
		t.Run(place, func(t *testing.T) {
			p := person.Sit(t, person.Habits{})
			hasCustomer(p)
			open(p)
			title, old := p.Screen.Title(), customersToken(p)
			p.Tap(p.Say("saved.renew"))
			p.MustSee(p.Say("renew.fetching"))
			if again := p.Find(p.Say("saved.renew")); again != nil {
				again.Tapped(nil)
			}
			p.Settle()
			p.MustSee(p.Words.Say("renew.fetched", words.Values{"Name": customerName}))
			if p.Sees(p.Say("renew.fetching")) || p.Screen.Title() != title {
				t.Errorf("it is not told where it was pressed:\n%s", p.Text())
			}
			if customersToken(p) == old {
				t.Error("the old token is still there")
			}
			if p.Sees("Tomorrow") || p.Sees("tomorrow") {
				t.Errorf("the old token's end is still shown:\n%s", p.Text())
			}
		})
	}
}

func TestFetchingAgainRunsOnceHoweverOftenItIsPressed(t *testing.T) {
	requests := map[int]int32{}
	for _, presses := range []int{1, 2} {
		p := person.Sit(t, person.Habits{})
		hasCustomer(p)
		p.Press(p.Say("saved.details"))
		before := p.Requests.Load()
		for range presses {
			p.Tap(p.Say("saved.renew"))
		}
		p.Settle()
		requests[presses] = p.Requests.Load() - before
	}
	if requests[1] != requests[2] {
		t.Errorf("one press makes %d calls, two make %d", requests[1], requests[2])
	}
}

// TestLeavingThePageEndsFetchingAgain: nothing comes between the person and the
// page they went to, and the old token stays.
func TestLeavingThePageEndsFetchingAgain(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	hasCustomer(p)
	old := customersToken(p)
	p.Graph.SetFault(sandbox.FaultHang, 0)
	p.Tap(p.Say("saved.renew"))
	p.MustSee(p.Say("renew.fetching"))
	p.Tap(p.Say("home.check"))
	p.EndsInTime()
	p.MustSee(p.Say("desk.title"))
	if p.Sees(p.Say("home.saved")) || customersToken(p) != old {
		t.Errorf("fetching went on:\n%s", p.Text())
	}
	p.Graph.SetFault("", 0)
	p.Press(p.Say("button.back"))
	p.Press(p.Say("saved.renew"))
	p.MustSee(p.Words.Say("renew.fetched", words.Values{"Name": customerName}))
}

func TestFetchingAgainCanBeStopped(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	hasCustomer(p)
	old := customersToken(p)
	p.Graph.SetFault(sandbox.FaultHang, 0)
	p.Tap(p.Say("saved.renew"))
	p.Tap(p.Say("step.check.stop"))
	p.EndsInTime()
	p.MustSee(p.Say("renew.stopped"), p.Say("saved.renew"))
	if customersToken(p) != old {
		t.Error("the token was replaced")
	}
}

func TestAFailedFetchSaysWhyWhereItWasPressed(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	hasCustomer(p)
	person.Must(t, p.Env.Vault.Remove(t.Context(), "Our own"))
	p.Press(p.Say("saved.renew"))
	p.MustSee(p.Say("home.saved"), p.Say("keychain.not_found.title"), p.Say("saved.renew"))
}

func TestTheSavedPageTellsWhoseBusinessTokenItIs(t *testing.T) {
	known, _ := sandbox.FindScenario("solution-partner")
	p := person.Sit(t, person.Habits{})
	hasCustomer(p)
	p.Press(p.Say("saved.details"))
	p.MustSee(p.Say("keep.customer"), known.Customers[0].BusinessID, p.Say("keep.solution"), known.SolutionID,
		p.Say("keep.fetched_with"), p.Words.Say("keep.fetched_with_text", words.Values{"Name": "Our own"}))
}
