package terminal

import (
	"fmt"
	"io"
	"os"

	"golang.org/x/term"

	"latchkey/wizard/check"
)

// mostInput bounds what is read from standard input.
const mostInput = 16 << 20

// readToken reads a token from standard input: all of it from a pipe, one
// hidden line from a person. What came is judged, not refused.
func (t *Terminal) readToken(prompt string) (check.Paste, error) {
	file, ok := t.In.(*os.File)
	if !ok || !term.IsTerminal(int(file.Fd())) {
		text, err := io.ReadAll(io.LimitReader(t.In, mostInput))
		if err != nil {
			return check.Paste{}, fmt.Errorf("reading standard input: %w", err)
		}
		return check.ReadPaste(string(text)), nil
	}
	_, _ = fmt.Fprint(t.Err, prompt+" ")
	text, err := term.ReadPassword(int(file.Fd()))
	_, _ = fmt.Fprintln(t.Err)
	if err != nil {
		return check.Paste{}, fmt.Errorf("reading the hidden line: %w", err)
	}
	return check.ReadPaste(string(text)), nil
}
