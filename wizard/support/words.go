package support

import (
	"strings"
	"time"

	"latchkey/wizard/check"
)

// Text is something in words. Detail and Fix may be "". Words in bold stand
// between two stars.
type Text struct {
	Title, Detail, Fix string
	Steps              []string // what the fix says to do, one after another
}

// Words speaks a person's language. It is handed in, because sentences belong
// to the window and the terminal.
type Words interface {
	// Say returns the sentence of an id with the values in it.
	Say(id string, values ...map[string]string) string
	// Maybe is Say, or "" where there is no such sentence.
	Maybe(id string, values ...map[string]string) string
	// Paragraph puts titles and sentences behind one another.
	Paragraph(sentences ...string) string
	// Sentence gives a title its full stop.
	Sentence(title string) string
	// List puts names behind one another, Named a name before its value.
	List(items ...string) string
	Named(name, value string) string
	// Date names a moment as a person would, told at now.
	Date(moment, now time.Time) string
	// Row puts a row into words, as they are at the moment of the check.
	Row(row check.Row, at time.Time) Text
	// Verdict says in one sentence, the Title, what came of a check.
	Verdict(report check.Report) Text
}

const bold = "**"

// plain takes the marks of bold words away.
func plain(text string) string { return strings.ReplaceAll(text, bold, "") }
