package terminal_test

import (
	"io"
	"os"
	"strconv"
	"strings"
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

// term.ReadPassword goes on reading after Ctrl+D, so an empty line ends the input.
func TestAHiddenPromptPassesOverCtrlDAndEndsWithAnEmptyLine(t *testing.T) {
	b := newBench(t)
	typing, shown := keyboard(t)
	b.In = shown
	for _, typed := range []struct {
		text string
		code int
	}{
		{"\r", terminal.ExitNoToken},
		{"\x04" + token(t, "ready") + "\r", terminal.ExitReady},
	} {
		if _, err := io.WriteString(typing, typed.text); err != nil {
			t.Fatal(err)
		}
		if code := b.Run(t.Context(), []string{"check"}); code != typed.code {
			t.Errorf("ends with %d, want %d: %s", code, typed.code, b.err)
		}
		says(t, b.err.String(), "Paste the token (it stays hidden):")
		if strings.Contains(b.err.String()+b.out.String(), token(t, "ready")) {
			t.Error("what is typed is shown")
		}
		b.clear()
	}
}
