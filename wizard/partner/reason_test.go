package partner

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strconv"
	"sync/atomic"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"

	"latchkey/graph"
	"latchkey/graph/trouble"
	"latchkey/wizard/files"
	"latchkey/wizard/vault"
)

// wanted is what each answer of the solution endpoint means, and how often it
// is asked for.
var wanted = map[int]struct {
	reason string
	tries  int32
}{
	400: {"partner.ids", 1},
	401: {"partner.partner_token", 1},
	403: {"trouble.solution_not_shared", 1},
	404: {"trouble.solution_not_found", 1},
	422: {"trouble.account_not_shared_with_solution", 1},
	429: {"trouble.too_many_calls", fetchTries},
	500: {"trouble.outage", fetchTries},
}

func TestTheEightAnswersInTheRehearsal(t *testing.T) {
	_, p, scenario := rehearse(t)
	if fetched, err := p.tokens.Fetch(t.Context(), sourceOf(scenario), graph.ID(scenario.CustomerID)); err != nil || !fetched.ExpiresAt.After(p.clock.now()) {
		t.Errorf("200: %v %v", fetched, err)
	}
	for status, want := range wanted {
		before := p.clock.waits
		_, err := p.tokens.Fetch(t.Context(), sourceOf(scenario), graph.ID(strconv.Itoa(status)))
		if reason := SolutionReason(err); reason.ID != want.reason || reason.Graph.HTTPStatus != status || reason.Again != (want.tries > 1) {
			t.Errorf("%d: %s, again %t", status, reason.ID, reason.Again)
		}
		if waited := p.clock.waits - before; waited != int(want.tries-1) {
			t.Errorf("%d: %d pauses, want %d", status, waited, want.tries-1)
		}
	}
}

// specification finds Meta's own description of the API
// (github.com/facebook/openapi) beside the project.
func specification(t *testing.T) *openapi3.T {
	t.Helper()
	folder, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		path := filepath.Join(folder, "shared", "meta-openapi", "business-messaging-api_v23.0.yaml")
		if _, err := os.Stat(path); err == nil {
			document, err := openapi3.NewLoader().LoadFromFile(path)
			if err != nil {
				t.Fatal(err)
			}
			return document
		}
		parent := filepath.Dir(folder)
		if parent == folder {
			t.Skip("Meta's specification (business-messaging-api_v23.0.yaml) is not beside the project")
		}
		folder = parent
	}
}

// TestTheAnswersOfTheSpecification replays the example of each answer.
func TestTheAnswersOfTheSpecification(t *testing.T) {
	operation := specification(t).Paths.Value("/{Version}/{Solution-ID}/access_token").Get
	if got := operation.Responses.Len(); got != len(wanted)+1 {
		t.Errorf("the specification has %d answers, and %d are known here", got, len(wanted)+1)
	}
	for _, version := range []string{"v23.0", "v24.0", "v25.0"} {
		for name, response := range operation.Responses.Map() {
			status, _ := strconv.Atoi(name)
			media := response.Value.Content.Get("application/json")
			example := media.Example
			for _, named := range media.Examples {
				example = named.Value.Value
			}
			body, err := json.Marshal(example)
			if err != nil || example == nil {
				t.Fatalf("%s has no example", name)
			}
			var asked atomic.Int32
			server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
				asked.Add(1)
				w.WriteHeader(status)
				_, _ = w.Write(body)
			}))
			p := newPlace(t, server.URL)
			p.tokens.Graph.Version = version
			fetched, err := p.tokens.Fetch(t.Context(), Source{Solution: "1", Partner: graph.NewToken(aToken)}, "2")
			server.Close()
			want, refused := wanted[status]
			if !refused {
				if err != nil || fetched.ExpiresAt.Unix() != 1735689600 {
					t.Errorf("%s: %v %v", name, fetched, err)
				}
				continue
			}
			if reason := SolutionReason(err); reason.ID != want.reason || asked.Load() != want.tries {
				t.Errorf("%s: %s after %d tries, want %s after %d", name, reason.ID, asked.Load(), want.reason, want.tries)
			}
		}
	}
}

func TestReasonsThatAreNotGraphs(t *testing.T) {
	_, p, scenario := rehearse(t)
	p.tokens.Graph.Version = "v22.0"
	if _, err := p.tokens.Fetch(t.Context(), sourceOf(scenario), "1"); SolutionReason(err).ID != "partner.version" {
		t.Error(err)
	}
	p.tokens.Graph.Version = ""
	if _, err := p.tokens.Fetch(t.Context(), sourceOf(scenario), "me"); SolutionReason(err).ID != "partner.ids" {
		t.Error(err)
	}
	if _, err := p.tokens.SavedSource(t.Context(), "1", "Nobody"); SolutionReason(err).ID != "keychain.not_found" {
		t.Error(err)
	}
}

func TestReasonsAreOfAKind(t *testing.T) {
	refused := func(code int, transient bool) error { return &trouble.Error{Code: code, Transient: transient} }
	for name, test := range map[string]struct {
		err  error
		kind Kind
		id   string
	}{
		"stopped":                  {context.Canceled, KindCanceled, "network.canceled"},
		"trouble at Meta":          {&graph.NetworkError{Kind: graph.NetworkOutage}, KindUndecided, "network.outage"},
		"no answer in time":        {fmt.Errorf("x: %w", &graph.NetworkError{Kind: graph.NetworkTimeout}), KindUndecided, "network.timeout"},
		"a locked keychain":        {&vault.Error{Reason: vault.Locked, Err: io.EOF}, KindKeychain, "keychain.locked"},
		"a keychain that is slow":  {&vault.Error{Reason: vault.Timeout, Err: context.DeadlineExceeded}, KindKeychain, "keychain.timeout"},
		"a full disk":              {&files.Error{Reason: files.Full, Err: io.EOF}, KindKeychain, "files.full"},
		"a name that is too long":  {&vault.NameError{Fault: vault.NameTooLong}, KindInput, "name.too_long"},
		"a name that is taken":     {&vault.TakenError{Name: "Shop"}, KindRefused, "partner.taken"},
		"no id":                    {graph.ErrNotAnID, KindInput, "partner.ids"},
		"an id that Graph refuses": {refused(100, false), KindInput, "partner.ids"},
		"a refusal that passes":    {refused(190, true), KindUndecided, "partner.partner_token"},
		"a refusal":                {refused(190, false), KindRefused, "partner.partner_token"},
		"a limit":                  {refused(4, false), KindUndecided, "trouble.too_many_calls"},
		"not proved":               {&NotProvedError{}, KindRefused, "partner.not_proved"},
		"nothing that is known":    {io.EOF, KindUndecided, "network.network_trouble"},
	} {
		if got := SolutionReason(test.err); got.Kind != test.kind || got.ID != test.id {
			t.Errorf("%s: %s, %s; want %s, %s", name, got.Kind, got.ID, test.kind, test.id)
		}
	}
}
