package screen

import (
	"strings"
	"unicode/utf8"

	"latchkey/assets/marks"
	"latchkey/graph"
)

// Bold is a text in bold.
func Bold(text string) string { return marks.Bold + text + marks.Bold }

// wrap breaks a text into lines of at most width characters. Line breaks in it
// stay. A word that is longer, such as an address, gets a line of its own and
// is not broken, so that it can be copied.
func wrap(text string, width int) []string {
	var lines []string
	for _, paragraph := range strings.Split(text, "\n") {
		line := ""
		for _, word := range strings.Fields(graph.Clean(paragraph)) {
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

// Length counts the characters that are seen: marks of bold words are not.
func Length(text string) int {
	return utf8.RuneCountInString(marks.Plain(text))
}

// Pad fills a text up to width characters.
func Pad(text string, width int) string {
	return text + strings.Repeat(" ", max(0, width-Length(text)))
}
