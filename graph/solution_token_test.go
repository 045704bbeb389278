package graph

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"latchkey/graph/trouble"
)

func TestSolutionToken(t *testing.T) {
	const another = "EAAanotherMadeUpTokenOfACustomer123456789"
	client, _ := answering(t, quick, func(w http.ResponseWriter, r *http.Request) {
		if r.Method != http.MethodGet || r.URL.Path != "/v25.0/111/access_token" || r.URL.Query().Encode() != "business_id=222" {
			t.Errorf("%s %s", r.Method, r.URL)
		}
		_, _ = io.WriteString(w, `{"access_token":"`+another+`","expires_at":1735689600}`)
	})
	got, err := client.SolutionToken(t.Context(), "111", "222")
	if err != nil || got.Token.Reveal() != another || !got.ExpiresAt.Equal(time.Unix(1735689600, 0)) {
		t.Fatalf("%v %v", got, err)
	}
	if shown := fmt.Sprintf("%v %+v %#v", got, got, got); strings.Contains(shown, another[:12]) {
		t.Errorf("shown: %s", shown)
	}
	old := clientOf(t, client.base.String(), Options{Version: "v22.0"})
	if _, err := old.SolutionToken(t.Context(), "111", "222"); !errors.Is(err, ErrSolutionVersion) {
		t.Errorf("v22.0: %v", err)
	}
	for _, id := range []ID{"me", "12a", "١٢", ""} {
		if _, err := client.SolutionToken(t.Context(), "111", id); !errors.Is(err, ErrNotAnID) {
			t.Errorf("id %q: %v", id, err)
		}
	}
}

// Meta has not published the endpoint for a later version, which is no reason to
// refuse it.
func TestSolutionTokenOfALaterVersion(t *testing.T) {
	client, calls := answering(t, quick, func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/v27.0/111/access_token" {
			t.Errorf("%s", r.URL)
		}
		_, _ = io.WriteString(w, `{"access_token":"EAAanotherMadeUpTokenOfACustomer123456789"}`)
	})
	later := clientOf(t, client.base.String(), Options{Version: "v27.0"})
	if _, err := later.SolutionToken(t.Context(), "111", "222"); err != nil || calls.Load() != 1 {
		t.Errorf("%v after %d calls", err, calls.Load())
	}
}

// The eight answers of Meta's specification.
func TestSolutionTokenTroubles(t *testing.T) {
	for _, test := range []struct {
		status int
		body   string
		want   string
		tries  int32
	}{
		{400, `{"error":{"message":"Invalid parameter: business_id must be a valid numeric string","type":"OAuthException","code":100}}`, "parameter", 1},
		{401, `{"error":{"message":"Invalid OAuth access token","type":"OAuthException","code":190,"error_subcode":463}}`, "token_expired", 1},
		{403, `{"error":{"message":"Your app doesn't have permission to access this Multi-Partner Solution or the specified business","code":200,"error_subcode":1349174}}`, "solution_not_shared", 1},
		{404, `{"error":{"message":"Multi-Partner Solution or specified business not found","type":"GraphMethodException","code":803}}`, "solution_not_found", 1},
		{422, `{"error":{"message":"The specified business has not shared a WABA with this Multi-Partner Solution","type":"GraphMethodException","code":100}}`, "account_not_shared_with_solution", 1},
		{429, `{"error":{"message":"Application request limit reached","type":"OAuthException","code":4,"error_subcode":2446079,"is_transient":true}}`, "too_many_calls", 3},
		{429, `{"error":{"message":"Application request limit reached","type":"OAuthException","code":4}}`, "too_many_calls", 1},
		{500, `{"error":{"message":"An unexpected error occurred. Please retry your request","type":"GraphMethodException","code":2,"is_transient":true}}`, "outage", 3},
	} {
		client, calls := answering(t, quick, func(w http.ResponseWriter, _ *http.Request) {
			w.WriteHeader(test.status)
			_, _ = io.WriteString(w, test.body)
		})
		_, err := client.SolutionToken(t.Context(), "1", "2")
		if graphError := trouble.AsError(err); graphError == nil || graphError.Trouble().ID != test.want || graphError.HTTPStatus != test.status {
			t.Errorf("%d: %v", test.status, err)
		}
		if calls.Load() != test.tries {
			t.Errorf("%d: asked %d times, want %d", test.status, calls.Load(), test.tries)
		}
	}
	if _, err := saying(t, 200, `{"token_type":"bearer"}`).SolutionToken(t.Context(), "1", "2"); kindOf(t, err) != NetworkNotJSON {
		t.Errorf("an answer without a token: %v", err)
	}
}
