package handover_test

import (
	"errors"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/zalando/go-keyring"

	"latchkey/graph"
	"latchkey/graph/sandbox"
	"latchkey/graph/trouble"
	"latchkey/wizard/environment"
	"latchkey/wizard/files"
	"latchkey/wizard/handover"
	"latchkey/wizard/vault"
)

// oneToken is a keychain that holds a single token under every name.
type oneToken struct{ token graph.Token }

func (k oneToken) Set(_, _, _ string) error { return nil }

func (k oneToken) Get(_, _ string) (string, error) {
	if k.token.IsZero() {
		return "", keyring.ErrNotFound
	}
	return k.token.Reveal(), nil
}

func (k oneToken) Delete(_, _ string) error { return nil }

// environmentOf is an environment with one token and a Graph of the test's own.
func environmentOf(t *testing.T, token graph.Token, address string) environment.Environment {
	t.Helper()
	folder := files.Open(filepath.Join(t.TempDir(), "latchkey"), nil)
	return environment.Environment{
		Graph: graph.Options{BaseURL: address, Pause: time.Millisecond, Attempt: 5 * time.Second},
		Vault: vault.Open(vault.Options{Folder: folder, Keychain: oneToken{token}}),
		Now:   time.Now,
	}
}

func sendTest(t *testing.T, env environment.Environment, entry vault.Entry, to string) (handover.Sent, error) {
	t.Helper()
	return handover.SendTest(t.Context(), env.Graph, env.Vault, entry, handover.TestMessage{Template: "order_ready", Language: "de"}, to)
}

// graphThat answers every call with one status and body, and counts the calls.
func graphThat(t *testing.T, status int, body string) (address string, calls *atomic.Int32) {
	t.Helper()
	calls = new(atomic.Int32)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		calls.Add(1)
		if r.Method != http.MethodPost || r.URL.Path != "/v25.0/106540352242922/messages" {
			t.Errorf("asked for %s %s", r.Method, r.URL.Path)
		}
		w.Header().Set("Content-Type", "application/json")
		w.WriteHeader(status)
		_, _ = w.Write([]byte(body))
	}))
	t.Cleanup(server.Close)
	return server.URL, calls
}

func TestTestMessageGoesOut(t *testing.T) {
	server, err := sandbox.Start(sandbox.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = server.Close() })
	scenario, _ := sandbox.FindScenario("ready")
	env := environmentOf(t, scenario.Token, server.GraphURL())
	shop := vault.Entry{Name: "shop", Last4: scenario.Token.Last4(), AccountID: scenario.AccountID, PhoneID: scenario.PhoneID}
	message, err := handover.FindTestMessage(t.Context(), env.Graph, env.Vault, shop)
	if err != nil {
		t.Fatal(err)
	}
	sent, err := handover.SendTest(t.Context(), env.Graph, env.Vault, shop, message, "+49 (0)170 1234567")
	if err != nil || sent.Recipient != "491701234567" || sent.Message.ID == "" || sent.KeptBack() {
		t.Errorf("%+v, %v", sent, err)
	}
}

// TestWhichTemplateIsSent: an own one that can go out as it is, or else Meta's sample
// where that is taken.
func TestWhichTemplateIsSent(t *testing.T) {
	server, err := sandbox.Start(sandbox.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = server.Close() })
	for name, want := range map[string]string{"ready": "order_ready de", "test-number-only": "hello_world en_US", "no-template-to-test": ""} {
		scenario, _ := sandbox.FindScenario(name)
		env := environmentOf(t, scenario.Token, server.GraphURL())
		shop := vault.Entry{Name: "shop", Last4: scenario.Token.Last4(), AccountID: scenario.AccountID, PhoneID: scenario.PhoneID}
		found, err := handover.FindTestMessage(t.Context(), env.Graph, env.Vault, shop)
		if want == "" {
			if !errors.Is(err, handover.ErrNoTemplate) {
				t.Errorf("%s: %v", name, err)
			}
			continue
		}
		if err != nil || found.Template+" "+found.Language != want {
			t.Errorf("%s: %+v, %v", name, found, err)
		}
	}
}

func TestWhatsAppTakesTheMessage(t *testing.T) {
	for status, held := range map[string]bool{"": false, "accepted": false, "held_for_quality_assessment": true, "paused": true} {
		address, calls := graphThat(t, 200, `{"messages":[{"id":"wamid.1","message_status":"`+status+`"}]}`)
		sent, err := sendTest(t, environmentOf(t, canary, address), entry(), "+491701234567")
		if err != nil || sent.KeptBack() != held || calls.Load() != 1 {
			t.Errorf("%q: held %v after %d calls (%v)", status, sent.KeptBack(), calls.Load(), err)
		}
	}
}

// TestWhatsAppRefuses: each outcome is known by its code, and nothing is sent a
// second time.
func TestWhatsAppRefuses(t *testing.T) {
	for _, each := range []struct {
		code, status int
		trouble      string
	}{
		{131030, 400, "recipient_not_on_list"},
		{133010, 400, "number_not_registered"},
		{131005, 403, "access_denied"},
		{131047, 400, "reply_window_over"},
		{190, 401, "token_not_accepted"},
		{200, 403, "no_access_to_account"},
		{2, 500, "outage"},
		{130429, 429, "too_many_messages"},
	} {
		body := `{"error":{"message":"(#` + strconv.Itoa(each.code) + `) no ` + canary.Reveal() + `","code":` + strconv.Itoa(each.code) + `,"is_transient":true,"fbtrace_id":"A1"}}`
		address, calls := graphThat(t, each.status, body)
		_, err := sendTest(t, environmentOf(t, canary, address), entry(), "+491701234567")
		failure := trouble.AsError(err)
		if failure == nil || failure.Trouble().ID != each.trouble || handover.MayHaveGoneOut(err) {
			t.Errorf("%d: %v, not %s", each.code, err, each.trouble)
		}
		if calls.Load() != 1 {
			t.Errorf("%d: sent %d times", each.code, calls.Load())
		}
		if err != nil && strings.Contains(err.Error(), canary.Reveal()) {
			t.Errorf("%d: the error holds the token", each.code)
		}
	}
}

// TestNoAnswerIsNoRefusal: the message may be on its way, and is not sent again.
func TestNoAnswerIsNoRefusal(t *testing.T) {
	var calls atomic.Int32
	cut := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		calls.Add(1)
		connection, _, err := w.(http.Hijacker).Hijack()
		if err == nil {
			_ = connection.Close()
		}
	}))
	t.Cleanup(cut.Close)
	_, err := sendTest(t, environmentOf(t, canary, cut.URL), entry(), "+491701234567")
	if graph.AsNetworkError(err) == nil || !handover.MayHaveGoneOut(err) || calls.Load() != 1 {
		t.Errorf("%v after %d calls", err, calls.Load())
	}

	closed := httptest.NewServer(nil)
	closed.Close()
	_, err = sendTest(t, environmentOf(t, canary, closed.URL), entry(), "+491701234567")
	if graph.AsNetworkError(err) == nil || handover.MayHaveGoneOut(err) {
		t.Errorf("nobody listened, and yet: %v", err)
	}
}

func TestNothingIsSentWithoutNumberOrToken(t *testing.T) {
	address, calls := graphThat(t, 200, `{}`)
	env := environmentOf(t, canary, address)
	var recipient *handover.RecipientError
	if _, err := sendTest(t, env, entry(), "0170 1234567"); !errors.As(err, &recipient) {
		t.Errorf("a number without a country: %v", err)
	}
	if _, err := sendTest(t, env, vault.Entry{Name: "shop"}, "+491701234567"); !errors.Is(err, handover.ErrNoPhoneNumber) {
		t.Errorf("no number chosen: %v", err)
	}
	if _, err := sendTest(t, environmentOf(t, graph.NewToken("EAAanotherTokenThanTheOneListed"), address), entry(), "+491701234567"); !errors.Is(err, handover.ErrNoPhoneNumber) {
		t.Errorf("with another token than the one listed: %v", err)
	}
	var keychain *vault.Error
	if _, err := sendTest(t, environmentOf(t, graph.Token{}, address), entry(), "+491701234567"); !errors.As(err, &keychain) {
		t.Errorf("no token kept: %v", err)
	}
	if calls.Load() > 0 {
		t.Errorf("%d calls were made", calls.Load())
	}
}
