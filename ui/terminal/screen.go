package terminal

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"runtime"
	"strings"

	"golang.org/x/term"

	"latchkey/wizard/check"
)

// screen is where text goes: how wide it is, and whether it shows colours.
type screen struct {
	io.Writer
	width   int
	colours bool
}

// output is standard output, which remembers what kept it from taking a text. What
// comes after that is not printed: half a document would be taken for a whole one.
type output struct {
	io.Writer
	failed error
}

func (o *output) Write(text []byte) (int, error) {
	if o.failed != nil {
		return 0, o.failed
	}
	written, err := o.Writer.Write(text)
	o.failed = err
	return written, err
}

// systemCause is an error about a file in the system's own words, without the
// file's name.
func systemCause(err error) string {
	var failure *fs.PathError
	if errors.As(err, &failure) {
		err = failure.Err
	}
	return err.Error()
}

// screenOf takes a terminal's width, and 80 characters for a pipe or a file.
// Colours are for terminals, and not with NO_COLOR set (no-color.org).
func screenOf(writer io.Writer) screen {
	const usual, narrowest = 80, 40
	target := writer
	if watched, ok := writer.(*output); ok {
		target = watched.Writer
	}
	file, ok := target.(*os.File)
	if !ok || !term.IsTerminal(int(file.Fd())) {
		return screen{Writer: writer, width: usual}
	}
	width, _, err := term.GetSize(int(file.Fd()))
	if err != nil || width < narrowest {
		width = usual
	}
	return screen{Writer: writer, width: width, colours: wantsColours()}
}

// wantsColours leaves the old console of Windows without: it shows the codes
// themselves. Windows Terminal names itself by WT_SESSION.
func wantsColours() bool {
	if os.Getenv("NO_COLOR") != "" || os.Getenv("TERM") == "dumb" {
		return false
	}
	return runtime.GOOS != "windows" || os.Getenv("WT_SESSION") != ""
}

// line prints a text, wrapped.
func (s screen) line(text string) { s.indented(0, text) }

// indented prints a text, wrapped, that many characters from the left.
func (s screen) indented(indent int, text string) { s.beside(strings.Repeat(" ", indent), text) }

// beside prints a text, wrapped, to the right of what stands in front of its
// first line.
func (s screen) beside(front, text string) {
	indent := length(front)
	lines := wrap(text, s.width-indent)
	for i := range lines {
		if i > 0 && lines[i] != "" {
			lines[i] = strings.Repeat(" ", indent) + lines[i]
		}
	}
	s.exactly(strings.TrimRight(front+strings.Join(lines, "\n"), " "))
}

// exactly prints a text as it stands, with bold words in bold where that can
// be shown.
func (s screen) exactly(text string) {
	on, off := "", ""
	if s.colours {
		on, off = "\x1b[1m", "\x1b[22m"
	}
	var result strings.Builder
	for i, piece := range strings.Split(text, bold) {
		if i > 0 && i%2 == 1 {
			result.WriteString(on)
		} else if i > 0 {
			result.WriteString(off)
		}
		result.WriteString(piece)
	}
	_, _ = fmt.Fprintln(s, result.String())
}

// signs stand before the word of a status, as in the window.
var signs = map[check.Status]string{
	check.Pass: "✓", check.Warn: "!", check.Fail: "✕", check.Unknown: "?", check.Skipped: "–",
}

// colours are the codes of ECMA-48 for the signs: never the only difference.
var colours = map[check.Status]string{
	check.Pass: "32", check.Warn: "33", check.Fail: "31", check.Unknown: "35", check.Skipped: "2",
}

// row prints a status by sign and word, the first text beside it and the others
// below that one. Empty texts are left out.
func (t *Terminal) row(to screen, status check.Status, texts ...string) {
	mark := signs[status] + " " + t.Words.Say("status."+string(status))
	column := t.statusWidth()
	front := pad(mark, column)
	if to.colours {
		front = "\x1b[" + colours[status] + "m" + mark + "\x1b[0m" + strings.Repeat(" ", max(0, column-length(mark)))
	}
	for i, text := range texts {
		switch lines := wrap(text, to.width-column); {
		case i == 0:
			to.exactly(front + strings.Join(lines, "\n"+strings.Repeat(" ", column)))
		case text != "":
			to.indented(column, text)
		}
	}
}

// statusWidth is the width of the column of statuses in this language.
func (t *Terminal) statusWidth() int {
	width := 0
	for status, sign := range signs {
		width = max(width, length(sign+" "+t.Words.Say("status."+string(status))))
	}
	return width + 2
}

// tell writes to people: standard error, so that standard output stays for
// what was asked for.
func (t *Terminal) tell(text string) { screenOf(t.Err).line(text) }

func (t *Terminal) print(text string) { screenOf(t.Out).line(text) }

// printJSON prints one document.
func (t *Terminal) printJSON(document any) error {
	encoder := json.NewEncoder(t.Out)
	encoder.SetIndent("", "  ")
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(document); err != nil {
		return fmt.Errorf("writing the document: %w", err)
	}
	return nil
}
