package terminal_test

import (
	"bytes"
	"os"
	"testing"

	"golang.org/x/sys/unix"
)

// TestColoursAreForTerminalsThatWantThem: see no-color.org. A pipe gets none, as what
// reads it is a program or a file.
func TestColoursAreForTerminalsThatWantThem(t *testing.T) {
	for _, where := range []struct {
		name     string
		settings map[string]string
		piped    bool
		coloured bool
	}{
		{name: "terminal", coloured: true},
		{name: "NO_COLOR", settings: map[string]string{"NO_COLOR": "1"}},
		{name: "dumb terminal", settings: map[string]string{"TERM": "dumb"}},
		{name: "pipe", piped: true},
	} {
		t.Run(where.name, func(t *testing.T) {
			t.Setenv("NO_COLOR", "")
			t.Setenv("TERM", "xterm")
			for name, value := range where.settings {
				t.Setenv(name, value)
			}
			b := newBench(t)
			read, shown := keyboard(t)
			if where.piped {
				var err error
				if read, shown, err = os.Pipe(); err != nil {
					t.Fatal(err)
				}
			}
			// An explained error is short, and has words in bold.
			b.Out = shown
			b.Run(t.Context(), []string{"explain", "190/463"})
			printed := make([]byte, 1<<16)
			n, err := unix.Read(int(read.Fd()), printed)
			if err != nil || n == 0 {
				t.Fatalf("%d bytes were printed: %v", n, err)
			}
			if coloured := bytes.Contains(printed[:n], []byte("\x1b[")); coloured != where.coloured {
				t.Errorf("colours: %v, want %v:\n%s", coloured, where.coloured, printed[:n])
			}
		})
	}
}
