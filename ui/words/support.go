package words

import (
	"time"

	"latchkey/wizard/check"
	"latchkey/wizard/support"
)

// ForSupport speaks for a report that is sent.
func ForSupport(w *Words) support.Words { return supportWords{w} }

type supportWords struct{ *Words }

func (w supportWords) Row(row check.Row, at time.Time) support.Text {
	text := w.Words.Row(row, at)
	return support.Text{Title: text.Title, Detail: text.Detail, Fix: text.Fix, Steps: w.steps(row, at)}
}

func (w supportWords) Verdict(report check.Report) support.Text {
	return support.Text{Title: w.Words.Verdict(report).Summary}
}
