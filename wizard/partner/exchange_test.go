package partner

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"strings"
	"sync"
	"testing"
	"time"

	"latchkey/graph"
	"latchkey/graph/sandbox"
	"latchkey/graph/value/valuetest"
	"latchkey/wizard/vault"
)

// prepared is an exchange with app and secret, all else ready.
func prepared(t *testing.T, p *place, scenario sandbox.Scenario) *Exchange {
	t.Helper()
	exchange := p.tokens.NewExchange()
	t.Cleanup(exchange.Close)
	if fault := exchange.SetApp(scenario.AppID); fault != NoFault {
		t.Fatal(fault)
	}
	if fault := exchange.SetSecret(scenario.AppSecret.Reveal()); fault != NoFault {
		t.Fatal(fault)
	}
	if err := exchange.Prepare(t.Context()); err != nil {
		t.Fatal(err)
	}
	return exchange
}

func codeOf(t *testing.T, server *sandbox.Server, app, customer string) Code {
	t.Helper()
	code, fault := ReadCode(server.State().IssueCode(app, customer))
	if fault != NoFault {
		t.Fatal(fault)
	}
	return code
}

func TestACodeAtItsLastSecondAndAfter(t *testing.T) {
	for _, test := range []struct {
		after  time.Duration
		left   time.Duration
		reason string
	}{
		{0, 30 * time.Second, ""},
		{29 * time.Second, time.Second, ""},
		{31 * time.Second, 0, "trouble.code_expired"},
	} {
		t.Run(test.after.String(), func(t *testing.T) {
			server, p, scenario := rehearse(t)
			exchange := prepared(t, p, scenario)
			if _, running := exchange.Left(); running {
				t.Error("the half minute runs before there is a code")
			}
			code := codeOf(t, server, scenario.AppID, scenario.CustomerID)
			exchange.Begin()
			p.clock.advance(test.after)
			if left, running := exchange.Left(); !running || left != test.left {
				t.Errorf("%v left, want %v", left, test.left)
			}
			got, err := exchange.Run(t.Context(), code)
			if test.reason == "" {
				if err != nil || got.Token.IsZero() {
					t.Fatal(err)
				}
				return
			}
			if reason := ExchangeReason(err); reason.ID != test.reason || !got.Token.IsZero() {
				t.Errorf("got %v", err)
			}
		})
	}
}

func TestWhatSpoilsAnExchange(t *testing.T) {
	server, p, scenario := rehearse(t)
	other, _ := sandbox.FindScenario("business-token")
	used := codeOf(t, server, scenario.AppID, scenario.CustomerID)
	if _, err := prepared(t, p, scenario).Run(t.Context(), used); err != nil {
		t.Fatal(err)
	}
	wrong := scenario
	wrong.AppSecret = graph.NewToken(aSecret)
	unknown := scenario
	unknown.AppID = "999999999999999"
	for name, test := range map[string]struct {
		scenario sandbox.Scenario
		code     Code
		reason   string
	}{
		"used":         {scenario, used, "trouble.code_used"},
		"wrong secret": {wrong, codeOf(t, server, scenario.AppID, scenario.CustomerID), "trouble.app_secret_wrong"},
		"other app":    {other, codeOf(t, server, scenario.AppID, scenario.CustomerID), "trouble.code_not_recognised"},
		"no such app":  {unknown, codeOf(t, server, scenario.AppID, scenario.CustomerID), "trouble.app_unknown"},
	} {
		t.Run(name, func(t *testing.T) {
			exchange := prepared(t, p, test.scenario)
			_, err := exchange.Run(t.Context(), test.code)
			if reason := ExchangeReason(err); reason.ID != test.reason {
				t.Errorf("got %s for %v", reason.ID, err)
			}
			if _, err := exchange.Run(t.Context(), test.code); !errors.Is(err, ErrIncomplete) {
				t.Errorf("a second press: %v", err)
			}
		})
	}
}

func TestACodeThatWasNotAnsweredMayBeUsed(t *testing.T) {
	server, p, scenario := rehearse(t)
	for fault, want := range map[sandbox.Fault]string{
		sandbox.FaultCut: "partner.unanswered", sandbox.FaultUnavailable: "partner.unanswered", sandbox.FaultEmpty: "partner.unanswered",
		sandbox.FaultTooMany: "trouble.too_many_calls", sandbox.FaultWebPage: "network.captive_portal",
	} {
		exchange := prepared(t, p, scenario)
		server.SetFault(fault, 1)
		_, err := exchange.Run(t.Context(), codeOf(t, server, scenario.AppID, scenario.CustomerID))
		if reason := ExchangeReason(err); reason.ID != want {
			t.Errorf("%s: %s", fault, reason.ID)
		}
	}
}

func TestPrepareSaysWhatIsInTheWay(t *testing.T) {
	server, p, _ := rehearse(t)
	exchange := p.tokens.NewExchange()
	defer exchange.Close()
	p.keychain.FailWith(errors.New("the user refused"))
	var keychain *vault.Error
	if err := exchange.Prepare(t.Context()); !errors.As(err, &keychain) {
		t.Errorf("with a keychain that refuses: %v", err)
	}
	p.keychain.FailWith(nil)
	_ = server.Close()
	if err := exchange.Prepare(t.Context()); graph.AsNetworkError(err) == nil {
		t.Errorf("without a way to Graph: %v", err)
	}
}

// recording passes everything on to the pretend Meta and keeps what an address
// or a header held.
type recording struct {
	mutex sync.Mutex
	seen  strings.Builder
}

func (r *recording) text() string {
	r.mutex.Lock()
	defer r.mutex.Unlock()
	return r.seen.String()
}

func (r *recording) before(t *testing.T, server *sandbox.Server) string {
	target, err := url.Parse(server.GraphURL())
	if err != nil {
		t.Fatal(err)
	}
	onward := httputil.NewSingleHostReverseProxy(target)
	onward.ErrorLog = log.New(io.Discard, "", 0)
	proxy := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, request *http.Request) {
		head, _ := httputil.DumpRequest(request, false)
		r.mutex.Lock()
		r.seen.Write(head)
		r.mutex.Unlock()
		request.Host = target.Host
		onward.ServeHTTP(w, request)
	}))
	t.Cleanup(func() {
		proxy.Close()
		http.DefaultTransport.(*http.Transport).CloseIdleConnections()
	})
	return proxy.URL
}

// TestTheSecretIsNowhereAfterwards searches for secret and code wherever they
// could have come to lie: addresses and headers, the server's log, errors, logs,
// what is printed or written of the models, files, the keychain.
func TestTheSecretIsNowhereAfterwards(t *testing.T) {
	var told bytes.Buffer
	var lines sync.Mutex
	p := newPlace(t, "")
	server, err := sandbox.Start(sandbox.Options{Now: p.clock.now, Log: func(line sandbox.RequestLine) {
		lines.Lock()
		defer lines.Unlock()
		fmt.Fprintf(&told, "%+v\n", line)
	}})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = server.Close() })
	scenario, _ := sandbox.FindScenario("solution-partner")
	var addresses recording
	p.tokens.Graph.BaseURL = addresses.before(t, server)
	var shown strings.Builder
	secrets := []string{scenario.AppSecret.Reveal()}

	show := func(exchange *Exchange, code Code, err error) {
		slog.New(slog.NewJSONHandler(&shown, nil)).Info("exchange", "exchange", exchange, "code", code, "err", err)
		fmt.Fprintf(&shown, "%v %+v %#v %v %#v %+v %v\n", exchange, exchange, exchange, code, code, err, ExchangeReason(err))
		for _, value := range []any{exchange, code, ExchangeReason(err)} {
			encoded, _ := json.Marshal(value)
			shown.Write(encoded)
		}
	}
	for _, fault := range append([]sandbox.Fault{""}, sandbox.FaultCut, sandbox.FaultEcho, sandbox.FaultEchoAnswer, sandbox.FaultEchoRefusal, sandbox.FaultGarbage, sandbox.FaultRedirect, sandbox.FaultServerError) {
		exchange := prepared(t, p, scenario)
		code := codeOf(t, server, scenario.AppID, scenario.CustomerID)
		secrets = append(secrets, code.Reveal())
		show(exchange, code, nil)
		server.SetFault(fault, 1)
		got, err := exchange.Run(t.Context(), code)
		server.SetFault("", 0)
		show(exchange, code, err)
		if fault != "" {
			continue
		}
		entry, err := p.tokens.Keep(t.Context(), graph.ID(scenario.AppID), got, "")
		if err != nil || entry.Name != "Corner Bakery" || entry.ClientBusinessID != scenario.CustomerID {
			t.Fatalf("%+v %v", entry, err)
		}
	}
	// What is in a body is not in an address.
	places := map[string]string{
		"an address or a header": addresses.text(), "the server's log": told.String(), "what is shown": shown.String(),
		"a file": p.written(t), "the keychain": fmt.Sprint(p.keychain.All()),
	}
	if !strings.Contains(places["an address or a header"], "POST /v25.0/oauth/access_token HTTP/1.1") {
		t.Fatal("no exchange was seen: the search is broken")
	}
	for where, text := range places {
		for _, secret := range secrets {
			if spelled := valuetest.Shown(text, secret); spelled != "" && where == "what is shown" {
				t.Errorf("%s holds a secret: %s", where, spelled)
			}
			for i := range len(secret) - 7 {
				if strings.Contains(text, secret[i:i+8]) {
					t.Fatalf("%s holds %s of a secret", where, secret[i:i+8])
				}
			}
		}
	}
}
