package graph

import (
	"errors"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"latchkey/graph/trouble"
	"latchkey/graph/value/valuetest"
)

// TestTheAppSecretGoesIntoTheBody, as the token does that it is about: neither
// stands in an address or a header.
func TestTheAppSecretGoesIntoTheBody(t *testing.T) {
	const fresh = "EAAanotherTokenMadeUpForThisTestQ7xW2v"
	for name, test := range map[string]struct {
		path string
		form map[string]string
		ask  func(*Client) error
	}{
		"extend": {"/v25.0/oauth/access_token", map[string]string{
			"grant_type": "fb_exchange_token", "fb_exchange_token": valuetest.MadeUp, "set_token_expires_in_60_days": "true",
		}, func(c *Client) error {
			got, err := c.ExtendToken(t.Context(), "111", NewToken(madeUpSecret))
			if err == nil && (got.Token.Reveal() != fresh || got.Lifetime != 60*24*time.Hour) {
				t.Errorf("got a token for %s", got.Lifetime)
			}
			return err
		}},
		"revoke": {"/v25.0/oauth/revoke", map[string]string{"revoke_token": valuetest.MadeUp, "access_token": valuetest.MadeUp}, func(c *Client) error {
			return c.RevokeToken(t.Context(), "111", NewToken(madeUpSecret))
		}},
	} {
		t.Run(name, func(t *testing.T) {
			options := quick
			options.AppSecret = NewToken(madeUpSecret) // a proof is not sent where the secret itself is
			client, calls := answering(t, options, func(w http.ResponseWriter, r *http.Request) {
				if r.Method != http.MethodPost || r.RequestURI != test.path || r.Header.Get("Authorization") != "" {
					t.Errorf("asked %s %s with %v", r.Method, r.RequestURI, r.Header)
				}
				_ = r.ParseForm()
				for field, want := range test.form {
					if r.PostForm.Get(field) != want {
						t.Errorf("%s is %q", field, r.PostForm.Get(field))
					}
				}
				if r.PostForm.Get("client_id") != "111" || r.PostForm.Get("client_secret") != madeUpSecret {
					t.Error("the app or its secret is not as given")
				}
				_, _ = io.WriteString(w, `{"success":true,"access_token":"`+fresh+`","expires_in":5184000}`)
			})
			if err := test.ask(client); err != nil || calls.Load() != 1 {
				t.Errorf("%v after %d calls", err, calls.Load())
			}
		})
	}
}

// TestWhatNeedsTheAppSecretIsAskedOnce: an outage is no reason to send it again, and
// an answer that says nothing of what was asked is no success.
func TestWhatNeedsTheAppSecretIsAskedOnce(t *testing.T) {
	for body, kind := range map[string]NetworkKind{`{"success":false}`: NetworkNotJSON, `{"id":"1"}`: NetworkNotJSON, ``: NetworkEmpty} {
		client, calls := answering(t, quick, func(w http.ResponseWriter, _ *http.Request) { _, _ = io.WriteString(w, body) })
		if err := client.RevokeToken(t.Context(), "111", NewToken(madeUpSecret)); kindOf(t, err) != kind || calls.Load() != 1 {
			t.Errorf("%s: %v after %d calls", body, err, calls.Load())
		}
		if _, err := client.ExtendToken(t.Context(), "111", NewToken(madeUpSecret)); kindOf(t, err) != kind {
			t.Errorf("%s: %v", body, err)
		}
	}
	client, calls := answering(t, quick, func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusServiceUnavailable) })
	_, err := client.ExtendToken(t.Context(), "111", NewToken(madeUpSecret))
	if kindOf(t, err) != NetworkOutage || calls.Load() != 1 {
		t.Errorf("%v after %d calls", err, calls.Load())
	}
	if err := client.RevokeToken(t.Context(), "me", NewToken(madeUpSecret)); !errors.Is(err, ErrNotAnID) {
		t.Errorf("an app that is no id: %v", err)
	}
	if _, err := client.ExtendToken(t.Context(), "", NewToken(madeUpSecret)); !errors.Is(err, ErrNotAnID) || calls.Load() != 1 {
		t.Errorf("no app: %v", err)
	}
}

// TestAnEchoOfTheSecretIsHidden, and of the token and the proof that was sent.
func TestAnEchoOfTheSecretIsHidden(t *testing.T) {
	options := quick
	options.AppSecret = NewToken(madeUpSecret)
	proof := proofOf(NewToken(valuetest.MadeUp), NewToken(madeUpSecret)).Reveal()
	client, _ := answering(t, options, func(w http.ResponseWriter, _ *http.Request) {
		w.WriteHeader(http.StatusBadRequest)
		_, _ = io.WriteString(w, `{"error":{"message":"no `+madeUpSecret+" "+valuetest.MadeUp+" "+valuetest.Spaced(proof, ".")+`","code":1}}`)
	})
	_, extended := client.ExtendToken(t.Context(), "111", NewToken(madeUpSecret))
	revoked := client.RevokeToken(t.Context(), "111", NewToken(madeUpSecret))
	_, asked := client.Me(t.Context())
	for _, err := range []error{extended, revoked, asked} {
		said := trouble.AsError(err)
		if said == nil {
			t.Fatal(err)
		}
		for _, secret := range []string{madeUpSecret, valuetest.MadeUp, proof} {
			valuetest.MustHideAll(t, said.Message+err.Error(), secret)
		}
	}
}

// TestTheProofIsThatOfMetasRule: HMAC-SHA256 of the token with the app's secret, in
// hex, with every call that has a token; the value is worked out by openssl.
func TestTheProofIsThatOfMetasRule(t *testing.T) {
	proof := proofOf(NewToken("EAAtoken"), NewToken("5ec7e70123456789abcdef5ec7e70fed"))
	if proof.Reveal() != "2456ea651e84be207db1cf1dd9177619b8fa39286cc2e442b8b92f74a69e15be" {
		t.Errorf("the proof is %s", proof.Reveal())
	}
	options, without := quick, 0
	options.AppSecret = NewToken(madeUpSecret)
	client, _ := answering(t, options, func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Query().Get("appsecret_proof") != proofOf(NewToken(valuetest.MadeUp), NewToken(madeUpSecret)).Reveal() {
			without++
		}
		if strings.Contains(r.RequestURI, madeUpSecret) {
			t.Error("the secret itself was sent")
		}
		_, _ = io.WriteString(w, `{"id":"1","data":[]}`)
	})
	_, _ = client.Me(t.Context())
	_, _ = client.InspectToken(t.Context())
	_, _ = client.Permissions(t.Context())
	if without != 0 {
		t.Errorf("%d calls had no proof", without)
	}
	if !client.options.AppSecret.IsZero() {
		t.Error("the client keeps the secret")
	}
}
