package terminal_test

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"sync"
	"testing"

	"latchkey/ui/terminal"
)

const storesOwnToken = "hvs.madeUpTokenOfTheStore"

// secretStore is a KV engine of version 2 with one secret.
type secretStore struct {
	*httptest.Server
	mutex   sync.Mutex
	version int
	fields  map[string]string
}

func newSecretStore(t *testing.T) *secretStore {
	t.Helper()
	s := &secretStore{}
	s.Server = httptest.NewServer(s)
	t.Cleanup(s.Close)
	return s
}

func (s *secretStore) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	var body struct {
		Options struct {
			CheckAndSet int `json:"cas"`
		} `json:"options"`
		Data map[string]string `json:"data"`
	}
	refuse := func(status int, text string) {
		w.WriteHeader(status)
		_, _ = w.Write([]byte(`{"errors":[` + text + `]}`))
	}
	switch {
	case r.Header.Get("X-Vault-Token") != storesOwnToken:
		refuse(http.StatusForbidden, `"permission denied"`)
	case r.URL.Path != "/v1/secret/data/whatsapp":
		refuse(http.StatusNotFound, `"no handler for route"`)
	case r.Method == http.MethodGet && s.version == 0:
		refuse(http.StatusNotFound, "")
	case r.Method == http.MethodGet:
		_ = json.NewEncoder(w).Encode(map[string]any{"data": map[string]any{
			"data": s.fields, "metadata": map[string]any{"version": s.version, "created_time": "2026-10-01T08:00:00Z"},
		}})
	case json.NewDecoder(r.Body).Decode(&body) != nil || body.Options.CheckAndSet != s.version:
		refuse(http.StatusBadRequest, `"check-and-set parameter did not match the current version"`)
	default:
		s.version++
		s.fields = body.Data
		_, _ = w.Write([]byte(`{"data":{"version":` + strconv.Itoa(s.version) + `}}`))
	}
}

func (s *secretStore) field(name string) string {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	return s.fields[name]
}

// withoutStore takes the store that the tests' own environment may name away.
func withoutStore(t *testing.T) {
	t.Helper()
	for _, maker := range []string{"VAULT_", "BAO_"} {
		for _, name := range []string{"ADDR", "TOKEN", "NAMESPACE", "CACERT"} {
			t.Setenv(maker+name, "")
		}
	}
}

func TestStoreKeepsATokenAndOverwritesNothingUnseen(t *testing.T) {
	withoutStore(t)
	s := newSecretStore(t)
	b := newBench(t)
	b.save("shop", "ready")
	secret := token(t, "ready")
	keep := []string{"store", "--saved", "shop", "--address", s.URL, "--path", "whatsapp"}

	b.expect(terminal.ExitUsage, "", keep...)
	says(t, b.err.String(), "The store needs a token of its own.")
	b.Prompt = &answers{storesOwnToken}
	b.expect(terminal.ExitReady, "", keep...)
	says(t, b.err.String(), "Kept at secret/whatsapp, field token, as version 1.")
	if s.field("token") != secret {
		t.Fatal("the store does not hold the token")
	}

	t.Setenv("VAULT_TOKEN", storesOwnToken)
	t.Setenv("VAULT_ADDR", s.URL)
	keep = []string{"store", "--saved", "shop", "--path", "whatsapp"}
	b.Prompt = nil
	b.expect(terminal.ExitUsage, "", keep...)
	says(t, b.err.String(), "At secret/whatsapp there is version 1, written", "with the fields token.", "Add --replace")
	b.Prompt = &answers{"n"}
	b.expect(terminal.ExitFailed, "", keep...)
	b.Prompt = &answers{"y"}
	b.expect(terminal.ExitReady, "", append(keep, "--field", "another")...)
	says(t, b.err.String(), "The field another is added.", "as version 2")
	if s.field("token") != secret || s.field("another") != secret {
		t.Error("a field was lost")
	}
	b.Prompt = nil
	b.expect(terminal.ExitReady, "", append(keep, "--replace")...)
	says(t, b.err.String(), "as version 3")
	silent(t, b.out.String()+b.err.String()+b.inFiles(), secret, storesOwnToken)
}

func TestStoreSaysWhatIsWrong(t *testing.T) {
	withoutStore(t)
	s := newSecretStore(t)
	sealed := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.WriteHeader(http.StatusServiceUnavailable)
		_, _ = w.Write([]byte(`{"errors":["Vault is sealed"]}`))
	}))
	t.Cleanup(sealed.Close)
	b := newBench(t)
	b.save("shop", "ready")
	for _, each := range []struct {
		code            int
		own, flags, say string
	}{
		{terminal.ExitUnknown, storesOwnToken, "--path whatsapp --address " + sealed.URL, "The store is sealed."},
		{terminal.ExitFailed, "hvs.another", "--path whatsapp --address " + s.URL, "The store refuses the token you log in with."},
		{terminal.ExitFailed, storesOwnToken, "--path whatsapp --mount nothere --address " + s.URL, "The store has nothing mounted there."},
		{terminal.ExitUsage, storesOwnToken, "--path whatsapp --address http://vault.example.com", "would not be encrypted."},
		{terminal.ExitUsage, storesOwnToken, "--path ../sys --address " + s.URL, "Mount, path or field cannot be used."},
		{terminal.ExitUnknown, storesOwnToken, "--path whatsapp --address " + strings.Replace(s.URL, "http:", "https:", 1), "No secure connection to the store"},
		{terminal.ExitUsage, storesOwnToken, "--path whatsapp", "Name the store and the place in it"},
	} {
		t.Setenv("BAO_TOKEN", each.own)
		b.expect(each.code, "", append([]string{"store", "--saved", "shop"}, strings.Fields(each.flags)...)...)
		says(t, b.err.String(), each.say)
		silent(t, b.err.String(), token(t, "ready"), each.own, "[store.")
	}
	s.mutex.Lock()
	defer s.mutex.Unlock()
	if s.version != 0 {
		t.Error("something was kept")
	}
}
