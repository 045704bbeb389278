package terminal_test

import (
	"io"
	"os"
	"strconv"
	"testing"

	"golang.org/x/sys/unix"

	"latchkey/ui/terminal"
)

// keyboard is a terminal of this test's own, and where somebody types.
func keyboard(t *testing.T) (typing, shown *os.File) {
	t.Helper()
	typing, err := os.OpenFile("/dev/ptmx", os.O_RDWR, 0)
	if err != nil {
		t.Skip("there are no terminals here")
	}
	number, err := unix.IoctlGetInt(int(typing.Fd()), unix.TIOCGPTN)
	if err == nil {
		err = unix.IoctlSetPointerInt(int(typing.Fd()), unix.TIOCSPTLCK, 0)
	}
	if err == nil {
		shown, err = os.OpenFile("/dev/pts/"+strconv.Itoa(number), os.O_RDWR|unix.O_NOCTTY, 0)
	}
	if err != nil {
		t.Skip("no terminal can be opened here:", err)
	}
	t.Cleanup(func() { _, _ = shown.Close(), typing.Close() })
	return typing, shown
}

// Ctrl+D ends the input, also where what is typed is hidden.
func TestInputCanBeEndedAtAHiddenPrompt(t *testing.T) {
	b := newBench(t)
	typing, shown := keyboard(t)
	b.In = shown
	if _, err := io.WriteString(typing, "\x04"); err != nil {
		t.Fatal(err)
	}
	if code := b.Run(t.Context(), []string{"check"}); code != terminal.ExitNoToken {
		t.Errorf("ends with %d: %s", code, b.err)
	}
	says(t, b.err.String(), "Paste the token (it stays hidden):")
	b.clear()
	if _, err := io.WriteString(typing, token(t, "ready")+"\r"); err != nil {
		t.Fatal(err)
	}
	if code := b.Run(t.Context(), []string{"check"}); code != terminal.ExitReady {
		t.Errorf("ends with %d: %s", code, b.err)
	}
}
