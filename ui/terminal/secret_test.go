package terminal_test

import (
	"io"
	"testing"

	"latchkey/ui/terminal"
)

// TestAPipeLeftOpenIsNotWaitedForForEver: a saved token's check, run by a program
// that leaves standard input open, ends without the app secret.
func TestAPipeLeftOpenIsNotWaitedForForEver(t *testing.T) {
	b := newBench(t)
	b.save("Shop", "app-secret-proof")
	open, end := io.Pipe()
	defer func() { _ = end.Close() }()
	b.In = open
	ended := make(chan int, 1)
	go func() { ended <- b.Run(t.Context(), []string{"check", "--saved", "Shop", "--timeout", "2s"}) }()
	if code := <-ended; code != terminal.ExitUnknown {
		t.Errorf("it ends with %d: %s", code, b.err)
	}
}
