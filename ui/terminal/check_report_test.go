package terminal_test

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"latchkey/graph/sandbox"
	"latchkey/ui/terminal"
)

// One trouble that many checks meet is told once, with the checks it is about.
func TestEqualRowsAreToldOnce(t *testing.T) {
	b := newBench(t)
	b.expect(terminal.ExitUnknown, token(t, "rate-limited"), "check")
	says(t, b.out.String(), "This holds for: Acceptance of the token by Meta, Kind of token,")
	if count := strings.Count(b.out.String(), "Wait an hour"); count != 1 {
		t.Errorf("it is told %d times:\n%s", count, b.out)
	}
	b.expect(terminal.ExitUnknown, token(t, "rate-limited"), "check", "--details")
	silent(t, b.out.String(), "This holds for")
}

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
