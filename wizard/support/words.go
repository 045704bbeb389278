package support

import (
	"time"

	"latchkey/wizard/report"
)

// Words speak a person's language. They are handed in, because sentences belong
// to the window and the terminal.
type Words interface {
	report.Words
	// Say returns the sentence of an id with the values in it.
	Say(id string, values ...map[string]string) string
	// Date names a moment as a person would, told at now.
	Date(moment, now time.Time) string
}
