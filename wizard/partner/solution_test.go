package partner

import (
	"errors"
	"testing"
	"time"

	"latchkey/graph"
	"latchkey/graph/sandbox"
	"latchkey/wizard/vault"
)

func TestDue(t *testing.T) {
	now := newClock().now()
	day := 24 * time.Hour
	for name, test := range map[string]struct {
		life, left time.Duration
		want       bool
	}{
		"sixty days, eight left":      {60 * day, 8 * day, false},
		"sixty days, seven left":      {60 * day, 7 * day, true},
		"an hour, twenty minutes":     {time.Hour, 20 * time.Minute, false},
		"an hour, a quarter of it":    {time.Hour, 15 * time.Minute, true},
		"past its end":                {time.Hour, -time.Minute, true},
		"began after it ended, oddly": {-time.Hour, 8 * day, false},
	} {
		entry := vault.Entry{SolutionID: "1", ClientBusinessID: "2", IssuedAt: now.Add(test.left - test.life), ExpiresAt: now.Add(test.left)}
		if got := Due(entry, now); got != test.want {
			t.Errorf("%s: due %t", name, got)
		}
		entry.SavedAt, entry.IssuedAt = entry.IssuedAt, time.Time{}
		if got := Due(entry, now); got != test.want {
			t.Errorf("%s, by when it was saved: due %t", name, got)
		}
	}
	ended := now.Add(-day)
	if Due(vault.Entry{ExpiresAt: ended}, now) || Due(vault.Entry{SolutionID: "1", ClientBusinessID: "2"}, now) {
		t.Error("a token that is not a solution's, or never ends, is due")
	}
}

// keepOne saves the partner's token and one customer's, as fetched.
func keepOne(t *testing.T, p *place, scenario sandbox.Scenario) (Source, vault.Entry) {
	t.Helper()
	p.save(t, vault.Entry{Name: "Oven"}, scenario.Token)
	from, err := p.tokens.SavedSource(t.Context(), graph.ID(scenario.SolutionID), "Oven")
	if err != nil {
		t.Fatal(err)
	}
	results, err := p.tokens.FetchMany(t.Context(), from, []Customer{{Business: graph.ID(scenario.CustomerID)}}, nil)
	if err != nil || results[0].Done != DoneSaved {
		t.Fatalf("%+v %v", results, err)
	}
	return from, p.entry(t, results[0].SavedAs)
}

func TestRefetchReplacesWhatIsProved(t *testing.T) {
	_, p, scenario := rehearse(t)
	_, entry := keepOne(t, p, scenario)
	if entry.Name != "Corner Bakery" || entry.SolutionID != scenario.SolutionID || entry.ClientBusinessID != scenario.CustomerID ||
		entry.Partner != "Oven" || entry.AccountID != scenario.Customers[0].AccountID || entry.Kind != "business_integration" {
		t.Errorf("saved as %+v", entry)
	}
	old := p.keychain.Holds(vault.Service, entry.Name)
	p.clock.advance(25 * 24 * time.Hour)
	if !Due(entry, p.clock.now()) {
		t.Error("with five days left it is not due")
	}
	// The partner's token was given another name meanwhile.
	if err := p.tokens.Vault.Rename(t.Context(), "Oven", "Oven Software"); err != nil {
		t.Fatal(err)
	}
	got, err := p.tokens.Refetch(t.Context(), entry.Name, graph.Token{})
	if err != nil || got.Outcome != vault.Replaced {
		t.Fatalf("%+v %v", got, err)
	}
	fresh := p.entry(t, entry.Name)
	if p.keychain.Holds(vault.Service, entry.Name) == old || !fresh.ExpiresAt.After(entry.ExpiresAt) || fresh.Verdict == "" || Due(fresh, p.clock.now()) {
		t.Errorf("after fetching again: %+v", fresh)
	}
	// What the new token may do and reaches is what a renewal is compared with.
	if len(fresh.Permissions) == 0 || len(fresh.Accounts) != 1 || len(fresh.Accounts[0].Phones) == 0 {
		t.Errorf("the card still says what the old token reached: %+v", fresh)
	}
}

func TestRefetchKeepsTheOldTokenUntilTheNewOneIsProved(t *testing.T) {
	server, p, scenario := rehearse(t)
	_, entry := keepOne(t, p, scenario)
	old := p.keychain.Holds(vault.Service, entry.Name)
	elsewhere := entry
	elsewhere.AccountID = scenario.Customers[1].AccountID // which this customer's token does not reach
	var notProved *NotProvedError
	for name, spoil := range map[string]func() (vault.Entry, graph.Token){
		"another account": func() (vault.Entry, graph.Token) { return elsewhere, graph.Token{} },
		"no solution":     func() (vault.Entry, graph.Token) { return vault.Entry{}, graph.Token{} },
		"no partner": func() (vault.Entry, graph.Token) {
			return vault.Entry{SolutionID: scenario.SolutionID, ClientBusinessID: scenario.CustomerID}, graph.Token{}
		},
		"a partner's token that ended": func() (vault.Entry, graph.Token) {
			ended, _ := sandbox.FindScenario("expired")
			return entry, ended.Token
		},
		"an outage": func() (vault.Entry, graph.Token) {
			server.SetFault(sandbox.FaultServerError, 0)
			return entry, graph.Token{}
		},
	} {
		t.Run(name, func(t *testing.T) {
			changed, partner := spoil()
			defer server.SetFault("", 0)
			if err := p.tokens.Vault.Update(t.Context(), entry.Name, func(held *vault.Entry) {
				name, last4, place, saved := held.Name, held.Last4, held.Place, held.SavedAt
				*held = changed
				held.Name, held.Last4, held.Place, held.SavedAt = name, last4, place, saved
			}); err != nil {
				t.Fatal(err)
			}
			_, err := p.tokens.Refetch(t.Context(), entry.Name, partner)
			if err == nil || p.keychain.Holds(vault.Service, entry.Name) != old {
				t.Errorf("the old token gave way: %v", err)
			}
			if name == "another account" && (!errors.As(err, &notProved) || SolutionReason(err).ID != "partner.not_proved") {
				t.Errorf("got %v", err)
			}
			if name == "no solution" && !errors.Is(err, ErrNotOfASolution) || name == "no partner" && !errors.Is(err, ErrNoPartner) {
				t.Errorf("got %v", err)
			}
		})
	}
	if _, err := p.tokens.Refetch(t.Context(), "Nobody", graph.Token{}); SolutionReason(err).ID != "partner.not_listed" {
		t.Error(err)
	}
}
