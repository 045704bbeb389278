package terminal

import (
	"slices"
	"strings"
	"testing"
	"time"

	"latchkey/ui/words"
)

// TestTheLeakTestRunsEveryCommand: one that is added is run too.
func TestTheLeakTestRunsEveryCommand(t *testing.T) {
	english, err := words.New(time.UTC, "en")
	if err != nil {
		t.Fatal(err)
	}
	var run []string
	for _, one := range leakRuns("EAAmadeUp", "http://127.0.0.1:1", "folder", ".env") {
		run = append(run, one.arguments[0])
	}
	commands := (&Terminal{Words: english}).Commands().Commands()
	if len(commands) < 15 {
		t.Fatalf("only %d commands were found", len(commands))
	}
	for _, command := range commands {
		if !slices.Contains(run, command.Name()) {
			t.Errorf("%s is not run", command.Name())
		}
	}
	if joined := strings.Join(run, " "); !strings.Contains(joined, "doctor") {
		t.Error("the computer is not looked at")
	}
}
