package screen

import (
	"strings"

	"github.com/mattn/go-runewidth"

	"latchkey/assets/marks"
	"latchkey/graph"
)

// Bold is a text in bold.
func Bold(text string) string { return marks.Bold + text + marks.Bold }

// wrap breaks a text into lines of at most width cells. Line breaks in it stay, and so does
// what a space that does not break holds together, as before a colon in French. A word that is longer, such as an address, gets a line of its own and
// is not broken, so that it can be copied.
func wrap(text string, width int) []string {
	var lines []string
	for _, paragraph := range strings.Split(text, "\n") {
		line := ""
		for _, word := range strings.FieldsFunc(graph.Clean(paragraph), breaks) {
			if line != "" && Length(line)+1+Length(word) > width {
				lines = append(lines, line)
				line = ""
			}
			if line != "" {
				line += " "
			}
			line += word
		}
		lines = append(lines, line)
	}
	return lines
}

func breaks(letter rune) bool { return letter == ' ' || letter == '\t' }

// Length counts the cells that a text takes: marks of bold words take none, nor do the signs
// of Hindi that stand above and below its letters.
func Length(text string) int {
	return runewidth.StringWidth(marks.Plain(text))
}

// Pad fills a text up to width cells.
func Pad(text string, width int) string {
	return text + strings.Repeat(" ", max(0, width-Length(text)))
}
