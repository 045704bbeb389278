package terminal_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"latchkey/graph/sandbox"
)

// canary begins the token that no output and no file may hold.
const canary = "EAACANARY"

// TestTokenIsNowhere takes a token through every command and every fault, and
// then searches all that was written.
func TestTokenIsNowhere(t *testing.T) {
	b := newBench(t)
	b.Graph.Attempt, b.Graph.Tries = 200*time.Millisecond, 1
	secret := canary + strings.Repeat("Ab3dEf6hIj", 19)
	var written strings.Builder
	run := func(input string, arguments ...string) {
		b.run(input, arguments...)
		written.WriteString(b.out.String() + b.err.String())
	}
	flags := [][]string{{}, {"--json"}, {"--details"}}
	for _, fault := range append(sandbox.Faults(), "") {
		b.server.SetFault(fault, 0)
		for _, flag := range flags {
			run("Authorization: Bearer "+secret+"\n", append([]string{"check", "--timeout", "300ms"}, flag...)...)
		}
		run(through(secret, "d", "q", "q"), "setup")
		run("q\n", "setup")
	}
	run(`curl -H "Authorization: Bearer `+secret+`" gives {"error":{"message":"Malformed `+secret+`","code":190}}`, "explain", "-")
	run(`curl -H "Authorization: Bearer `+secret+`" gives {"error":{"message":"Malformed `+secret+`","code":190}}`, "explain", "--json", "-")
	run("", "check", "--saved", secret)
	run("", "saved", "remove", secret)
	run("", "explain", secret)
	b.keychain.FailWith(errors.New("cannot store " + secret))
	run("", "doctor")
	run("", "doctor", "--json")
	run(through(secret, "q", "q"), "setup")
	for i, text := range []string{written.String(), b.inFiles()} {
		if at := strings.Index(text, canary); at >= 0 {
			t.Errorf("the token stands in what was written (%d): %s", i, text[max(0, at-200):at+40])
		}
	}
	if len(written.String()) < 10000 {
		t.Error("hardly anything was written: the search is broken")
	}
}
