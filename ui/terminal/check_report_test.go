package terminal_test

import (
	"net/http"
	"net/http/httptest"
	"testing"

	"latchkey/graph/sandbox"
)

// A token that does not tell its app is fixed on the page of the app that the
// list, or a flag, knows.
func TestLinksHoldWhatIsKnown(t *testing.T) {
	b := newBench(t)
	b.save("shop", "ready")
	refusing := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.WriteHeader(http.StatusBadRequest)
		_, _ = w.Write([]byte(`{"error":{"message":"API calls from the server require an appsecret_proof argument","type":"GraphMethodException","code":100}}`))
	}))
	t.Cleanup(refusing.Close)
	b.Graph.BaseURL = refusing.URL
	story, _ := sandbox.FindScenario("ready")
	b.run("", "check", "--saved", "shop")
	says(t, b.out.String(), "/apps/"+story.AppID+"/settings/")
	b.run("", "check", "--saved", "shop", "--json")
	says(t, b.out.String(), "/apps/"+story.AppID+"/settings/")
	b.run(token(t, "surplus"), "check", "--app", "700700700700700")
	says(t, b.out.String(), "/apps/700700700700700/settings/")
}
