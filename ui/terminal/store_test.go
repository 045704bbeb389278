package terminal_test

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"latchkey/ui/terminal"
	"latchkey/wizard/handover/storetest"
)

// withoutStore takes the store that the tests' own environment may name away.
func withoutStore(t *testing.T) {
	t.Helper()
	for _, maker := range []string{"VAULT_", "BAO_"} {
		for _, name := range []string{"ADDR", "TOKEN", "NAMESPACE", "CACERT"} {
			t.Setenv(maker+name, "")
		}
	}
}

func TestStoresThatAreNotReached(t *testing.T) {
	withoutStore(t)
	s := storetest.New(t)
	t.Setenv("VAULT_CACERT", s.Authority())
	t.Setenv("BAO_TOKEN", storetest.Token.Reveal())
	sealed := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.WriteHeader(http.StatusServiceUnavailable)
		_, _ = w.Write([]byte(`{"errors":["Vault is sealed"]}`))
	}))
	t.Cleanup(sealed.Close)
	b := newBench(t)
	b.save("shop", "ready")
	for address, wanted := range map[string]string{
		sealed.URL: "The store is sealed.",
		strings.Replace(s.URL, "127.0.0.1", "localhost", 1): "No secure connection to the store",
	} {
		b.expect(terminal.ExitUnknown, "", "store", "--saved", "shop", "--path", "whatsapp", "--address", address)
		says(t, b.err.String(), wanted)
		silent(t, b.err.String(), token(t, "ready"), storetest.Token.Reveal(), "[store.")
	}
	if version, _ := s.Newest("secret/whatsapp"); version != 0 {
		t.Error("something was kept")
	}
}
