package partner

import (
	"io"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"testing"
	"time"

	"latchkey/graph"
	"latchkey/wizard/vault"
)

func TestKeepNeverLosesATokenToAName(t *testing.T) {
	server, p, scenario := rehearse(t)
	p.save(t, vault.Entry{Name: "Corner Bakery"}, graph.NewToken("EAAanotherTokenThatWasThereBefore"))
	got, err := prepared(t, p, scenario).Run(t.Context(), codeOf(t, server, scenario.AppID, scenario.CustomerID))
	if err != nil {
		t.Fatal(err)
	}
	entry, err := p.tokens.Keep(t.Context(), graph.ID(scenario.AppID), got, "corner bakery")
	if err != nil || entry.Name != "corner bakery "+scenario.CustomerID {
		t.Fatalf("%+v %v", entry, err)
	}
	if p.keychain.Holds(vault.Service, entry.Name) != got.Token.Reveal() || p.keychain.Holds(vault.Service, "Corner Bakery") == got.Token.Reveal() {
		t.Error("the keychain does not hold each under its own name")
	}
}

// A customer who signs up a third time and more: the code is used up each time,
// so each token must find a name.
func TestKeepFindsANameForEverySignUp(t *testing.T) {
	server, p, scenario := rehearse(t)
	long := strings.Repeat("Ö", vault.MaxName)
	for name, wanted := range map[string][]string{
		"":   {"Corner Bakery", "Corner Bakery " + scenario.CustomerID, "Corner Bakery " + scenario.CustomerID + " 2", "Corner Bakery " + scenario.CustomerID + " 3"},
		long: {long, "Ö " + scenario.CustomerID, "Ö " + scenario.CustomerID + " 2", "Ö " + scenario.CustomerID + " 3"},
	} {
		for _, want := range wanted {
			got, err := prepared(t, p, scenario).Run(t.Context(), codeOf(t, server, scenario.AppID, scenario.CustomerID))
			if err != nil {
				t.Fatal(err)
			}
			entry, err := p.tokens.Keep(t.Context(), graph.ID(scenario.AppID), got, name)
			if err != nil || !strings.HasSuffix(entry.Name, want) || p.keychain.Holds(vault.Service, entry.Name) != got.Token.Reveal() {
				t.Errorf("%q was kept as %q, not %q: %v", name, entry.Name, want, err)
			}
		}
	}
}

func TestKeepFindsANameForACustomerWithoutAnID(t *testing.T) {
	server := httptest.NewServer(http.NotFoundHandler())
	defer server.Close()
	p := newPlace(t, server.URL)
	for i, want := range []string{"Shop", "Shop 2", "Shop 3"} {
		token := graph.NewToken(aToken + strconv.Itoa(i))
		entry, err := p.tokens.Keep(t.Context(), "1", graph.IssuedToken{Token: token}, "Shop")
		if err != nil || entry.Name != want || p.keychain.Holds(vault.Service, want) != token.Reveal() {
			t.Errorf("kept as %q, not %q: %v", entry.Name, want, err)
		}
	}
}

func TestKeepNotesTheEnd(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.WriteHeader(http.StatusInternalServerError)
		_, _ = io.WriteString(w, "<html>")
	}))
	defer server.Close()
	p := newPlace(t, server.URL)
	entry, err := p.tokens.Keep(t.Context(), "1", graph.IssuedToken{Token: graph.NewToken(aToken), Lifetime: time.Hour}, "")
	if err != nil || entry.Name != "WhatsApp" || !entry.ExpiresAt.Equal(p.clock.now().Add(time.Hour)) {
		t.Errorf("%+v %v", entry, err)
	}
	if p.keychain.Holds(vault.Service, "WhatsApp") != aToken {
		t.Error("trouble after the exchange lost the token")
	}
}
