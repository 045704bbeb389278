// Package screen is where the terminal's text goes: wrapped to its width, with
// colours where they can be shown.
package screen

import (
	"fmt"
	"io"
	"os"
	"runtime"
	"strings"

	"golang.org/x/term"

	"latchkey/assets/marks"
	"latchkey/graph"
)

// Screen is where text goes: how wide it is, and whether it shows colours.
type Screen struct {
	io.Writer
	Width   int
	colours bool
}

// Of takes a terminal's width, and 80 characters for a pipe or a file.
// Colours are for terminals, and not with NO_COLOR set (no-color.org).
func Of(writer io.Writer) Screen {
	const expected, narrowest = 80, 40
	target := writer
	for wrapping, ok := target.(interface{ Unwrap() io.Writer }); ok; wrapping, ok = target.(interface{ Unwrap() io.Writer }) {
		target = wrapping.Unwrap()
	}
	file, ok := target.(*os.File)
	if !ok || !term.IsTerminal(int(file.Fd())) {
		return Screen{Writer: writer, Width: expected}
	}
	width, _, err := term.GetSize(int(file.Fd()))
	if err != nil || width < narrowest {
		width = expected
	}
	return Screen{Writer: writer, Width: width, colours: wantsColours()}
}

// wantsColours leaves the old console of Windows without: it shows the codes
// themselves. Windows Terminal names itself by WT_SESSION.
func wantsColours() bool {
	if os.Getenv("NO_COLOR") != "" || os.Getenv("TERM") == "dumb" {
		return false
	}
	return runtime.GOOS != "windows" || os.Getenv("WT_SESSION") != ""
}

// Line prints a text, wrapped.
func (s Screen) Line(text string) { s.Indented(0, text) }

// Indented prints a text, wrapped, that many characters from the left.
func (s Screen) Indented(indent int, text string) { s.Beside(strings.Repeat(" ", indent), text) }

// Beside prints a text, wrapped, to the right of what stands in front of its
// first line.
func (s Screen) Beside(front, text string) {
	indent := Length(front)
	lines := wrap(text, s.Width-indent)
	for i := range lines {
		if i > 0 && lines[i] != "" {
			lines[i] = strings.Repeat(" ", indent) + lines[i]
		}
	}
	s.Exactly(strings.TrimRight(front+strings.Join(lines, "\n"), " "))
}

// Secret prints a secret that the person asked to see, behind a text: the only way
// past the guard that stands before the writer.
func (s Screen) Secret(before string, secret graph.Token) {
	open := s.Writer
	if guard, ok := open.(interface{ Unwrap() io.Writer }); ok {
		open = guard.Unwrap()
	}
	_, _ = fmt.Fprintln(open, before+secret.Reveal())
}

// Exactly prints a text as it stands, with bold words in bold where that can
// be shown.
func (s Screen) Exactly(text string) {
	on, off := "", ""
	if s.colours {
		on, off = "\x1b[1m", "\x1b[22m"
	}
	var result strings.Builder
	for _, piece := range marks.Pieces(text) {
		if piece.Bold {
			piece.Text = on + piece.Text + off
		}
		result.WriteString(piece.Text)
	}
	_, _ = fmt.Fprintln(s, result.String())
}
