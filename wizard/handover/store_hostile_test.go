package handover_test

import (
	"encoding/json"
	"errors"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"latchkey/graph"
	"latchkey/graph/value/spelling"
	"latchkey/graph/value/valuetest"
	"latchkey/wizard/handover"
	"latchkey/wizard/handover/storetest"
)

// TestStoreAnswersShowNoSecret, however they spell it: in what went wrong, in the
// names of fields, in the address that the store sends on to.
func TestStoreAnswersShowNoSecret(t *testing.T) {
	for _, secret := range []graph.Token{storetest.Token, canary} {
		for name, spelled := range spelling.All(secret.Reveal()) {
			refused := true
			server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				if strings.ContainsFunc(spelled, func(r rune) bool { return r < '-' || r > '~' }) {
					w.Header().Set("Location", "https://elsewhere.invalid/")
				} else {
					w.Header().Set("Location", "https://"+spelled+"/")
				}
				answer := map[string]any{"errors": []string{"no: " + spelled}}
				if !refused {
					data := map[string]any{"data": map[string]string{spelled: "x"}, "metadata": map[string]any{"version": 1}}
					answer = map[string]any{"data": data}
				} else {
					w.WriteHeader(http.StatusBadRequest)
				}
				_ = json.NewEncoder(w).Encode(answer)
			}))
			store := open(t, handover.StoreOptions{Address: server.URL, Mount: "secret", Path: "whatsapp", Token: storetest.Token})
			_, err := store.Put(t.Context(), handover.Secret{}, "token", canary)
			var failure *handover.StoreError
			if !errors.As(err, &failure) {
				t.Fatalf("%s: %v", name, err)
			}
			if shown := valuetest.Shown(failure.Said+err.Error(), secret.Reveal()); shown != "" {
				t.Errorf("%s: the error shows %s", name, shown)
			}
			refused = false
			seen, _ := store.Look(t.Context())
			if shown := valuetest.Shown(strings.Join(seen.Fields, " "), secret.Reveal()); shown != "" && secret == storetest.Token {
				t.Errorf("%s: a field's name shows %s", name, shown)
			}
			server.Close()
		}
	}
}
