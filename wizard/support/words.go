package support

import (
	"time"

	"latchkey/wizard/report"
)

// Words speak a person's language. They are handed in, because sentences belong
// to the window and the terminal.
type Words interface {
	report.Words
	// Maybe returns the sentence of an id, "" where there is none.
	Maybe(id string, values ...map[string]string) string
	// Say returns the sentence of an id with the values in it.
	Say(id string, values ...map[string]string) string
	// Paragraph puts titles and sentences behind one another.
	Paragraph(sentences ...string) string
	// Sentence gives a title its full stop.
	Sentence(title string) string
	// List puts names behind one another, Named a name before its value.
	List(items ...string) string
	Named(name, value string) string
	// Date names a moment as a person would, told at now.
	Date(moment, now time.Time) string
}
