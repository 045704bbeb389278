package terminal_test

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"latchkey/graph"
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

func TestStoreKeepsATokenAndOverwritesNothingUnseen(t *testing.T) {
	withoutStore(t)
	b := newBench(t)
	b.save("shop", "ready")
	secret := token(t, "ready")
	s := storetest.New(t, graph.NewToken(secret))
	t.Setenv("VAULT_CACERT", s.Authority())
	field := func(name string) string {
		_, fields := s.Newest("secret/whatsapp")
		return fields[name]
	}
	keep := []string{"store", "--saved", "shop", "--address", s.URL, "--path", "whatsapp"}

	b.expect(terminal.ExitUsage, "", keep...)
	says(t, b.err.String(), "The store needs a token of its own.")
	b.Prompt = &answers{storetest.Token.Reveal()}
	b.expect(terminal.ExitReady, "", keep...)
	says(t, b.err.String(), "Kept at secret/whatsapp, field token, as version 1.")
	if field("token") != secret {
		t.Fatal("the store does not hold the token")
	}

	t.Setenv("VAULT_TOKEN", storetest.Token.Reveal())
	t.Setenv("VAULT_ADDR", s.URL)
	keep = []string{"store", "--saved", "shop", "--path", "whatsapp"}
	b.Prompt = nil
	b.expect(terminal.ExitUsage, "", keep...)
	says(t, b.err.String(), "At secret/whatsapp there is version 1, written", "with these fields: token.", "Add --replace")
	b.Prompt = &answers{"n"}
	b.expect(terminal.ExitFailed, "", keep...)
	b.Prompt = &answers{"y"}
	b.expect(terminal.ExitReady, "", append(keep, "--field", "another")...)
	says(t, b.err.String(), "The field another is added.", "as version 2")
	if field("token") != secret || field("another") != secret {
		t.Error("a field was lost")
	}
	b.Prompt = nil
	b.expect(terminal.ExitReady, "", append(keep, "--replace")...)
	says(t, b.err.String(), "as version 3")
	silent(t, b.out.String()+b.err.String()+b.inFiles(), secret, storetest.Token.Reveal())
}

func TestStoreSaysWhatIsWrong(t *testing.T) {
	withoutStore(t)
	s := storetest.New(t)
	t.Setenv("VAULT_CACERT", s.Authority())
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
		{terminal.ExitUnknown, storetest.Token.Reveal(), "--path whatsapp --address " + sealed.URL, "The store is sealed."},
		{terminal.ExitFailed, "hvs.another", "--path whatsapp --address " + s.URL, "The store refuses the token you log in with."},
		{terminal.ExitFailed, storetest.Token.Reveal(), "--path whatsapp --mount nothere --address " + s.URL, "The store has nothing mounted there."},
		{terminal.ExitUsage, storetest.Token.Reveal(), "--path whatsapp --address http://vault.example.com", "would not be encrypted."},
		{terminal.ExitUsage, storetest.Token.Reveal(), "--path ../sys --address " + s.URL, "Mount, path or field cannot be used."},
		{terminal.ExitUnknown, storetest.Token.Reveal(), "--path whatsapp --address " + strings.Replace(s.URL, "127.0.0.1", "localhost", 1), "No secure connection to the store"},
		{terminal.ExitUsage, storetest.Token.Reveal(), "--path whatsapp", "Name the store and the place in it"},
	} {
		t.Setenv("BAO_TOKEN", each.own)
		b.expect(each.code, "", append([]string{"store", "--saved", "shop"}, strings.Fields(each.flags)...)...)
		says(t, b.err.String(), each.say)
		silent(t, b.err.String(), token(t, "ready"), each.own, "[store.")
	}
	if version, _ := s.Newest("secret/whatsapp"); version != 0 {
		t.Error("something was kept")
	}
}
