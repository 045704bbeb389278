package words

import (
	"cmp"
	"maps"
	"time"

	"latchkey/wizard/check"
	"latchkey/wizard/report"
)

// Row puts a row into words. now is the moment of the check. Fix is "" where
// nothing is to be done.
func (w *Words) Row(row check.Row, now time.Time) report.Text {
	values, reason := w.rowValues(row, now), string(row.Reason)
	text := report.Text{
		Status: w.Say("status." + string(row.Status)),
		Detail: cmp.Or(w.Maybe(reason+".detail", values), w.Maybe(reason+".cause", values)),
	}
	if row.Status == check.Skipped {
		// What was not asked is told by what the check asks.
		text.Title = w.Say("check." + string(row.ID) + ".title")
	} else {
		text.Title = w.Say(reason+".title", values)
	}
	if row.Problem() {
		text.Fix, text.Steps = w.Say(reason+".fix", values), w.Steps(reason+".fix", values)
	}
	return text
}

// rowValues adds what only a language can say: dates, and the names behind ids.
func (w *Words) rowValues(row check.Row, now time.Time) Values {
	values := WithCount(row.Values)
	if !row.Date.IsZero() {
		values["Date"] = w.Date(row.Date, now)
		values["When"] = w.When(row.Date, now)
		values["Left"] = w.Left(row.Date, now)
	}
	if junk := row.Values["Junk"]; junk != "" {
		values["Junk"] = w.Say("junk." + junk)
	}
	return values
}

// WithCount returns the values of a row, or of what else was found, and says
// which of them its sentences bend to.
func WithCount(found map[string]string) Values {
	values := Values{}
	maps.Copy(values, found)
	values["Count"] = cmp.Or(found["Minutes"], found["More"], found["Left"])
	return values
}

// Verdict says in one sentence what came of a check.
func (w *Words) Verdict(judged report.Judged) report.VerdictText {
	reason, about, at := judged.Deciding()
	values := w.rowValues(about, at)
	values["Title"] = w.Row(about, at).Title
	return report.VerdictText{Title: w.Say(string(reason)+".title", values), Summary: w.Say(string(reason)+".summary", values)}
}
