package terminal_test

import (
	"strings"
	"testing"

	"latchkey/ui/terminal"
)

func TestCheckingAllSavedTokensTellsOfEach(t *testing.T) {
	b := newBench(t)
	b.expect(terminal.ExitReady, "", "check", "--saved-all")
	says(t, b.err.String(), "Nothing is saved yet.")

	b.save("Good shop", "ready")
	b.save("Late shop", "expired")
	url := b.server.GraphURL()
	b.expect(terminal.ExitFailed, "", "check", "--saved-all", "--graph-url", url)
	says(t, b.out.String(), "Good shop", "Late shop", "This token has expired")

	b.expect(terminal.ExitFailed, "", "check", "--saved-all", "--json", "--graph-url", url)
	document := b.document()
	reports := document["reports"].([]any)
	if len(reports) != 2 {
		t.Fatalf("%d reports, not 2", len(reports))
	}
	states := map[string]string{}
	for _, one := range reports {
		named := one.(map[string]any)
		verdict := named["report"].(map[string]any)["verdict"].(map[string]any)
		states[named["name"].(string)] = verdict["status"].(string)
	}
	if states["Good shop"] != "ready" || states["Late shop"] != "not_ready" {
		t.Errorf("the verdicts are %v", states)
	}
}

func TestATokenGoneFromTheKeychainDoesNotStopTheOthers(t *testing.T) {
	b := newBench(t)
	b.save("Gone shop", "ready")
	b.save("Good shop", "ready")
	if err := b.keychain.Delete("Latchkey", "Gone shop"); err != nil {
		t.Fatal(err)
	}
	b.expect(terminal.ExitNoKeychain, "", "check", "--saved-all", "--graph-url", b.server.GraphURL())
	if out := b.out.String(); !strings.Contains(out, "Good shop") || !strings.Contains(out, "never expires") {
		t.Errorf("the other token was not checked:\n%s", out)
	}
}
