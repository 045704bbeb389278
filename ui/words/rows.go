package words

import (
	"time"

	"latchkey/wizard/check"
	"latchkey/wizard/report"
)

// Row puts a row into words. now is the moment of the check. Fix is "" where
// nothing is to be done.
func (w *Words) Row(row check.Row, now time.Time) report.Text {
	values := w.rowValues(row, now)
	text := report.Text{
		Status: w.Say("status." + string(row.Status)),
		Title:  w.Maybe(row.Reason+".title", values),
		Detail: w.Maybe(row.Reason+".detail", values),
	}
	if text.Detail == "" {
		text.Detail = w.Maybe(row.Reason+".cause", values)
	}
	if row.Problem() {
		text.Fix = w.Maybe(row.Reason+".fix", values)
	}
	if text.Title == "" {
		text.Title = w.Say("check." + string(row.ID) + ".title")
	}
	return text
}

// rowValues adds what only a language can say: dates, and the names behind ids.
func (w *Words) rowValues(row check.Row, now time.Time) Values {
	values := Values{}
	for name, value := range row.Values {
		values[name] = value
	}
	if moment, err := time.Parse(time.RFC3339, row.Values["Date"]); err == nil {
		values["Date"] = w.Date(moment, now)
		values["When"] = w.When(moment, now)
		values["Left"] = w.Left(moment, now)
	}
	if junk := row.Values["Junk"]; junk != "" {
		values["Junk"] = w.Say("junk." + junk)
	}
	return values
}

// Verdict says in one sentence what came of a check.
func (w *Words) Verdict(judged report.Judged) report.VerdictText {
	reason, about, at := judged.Deciding()
	values := w.rowValues(about, at)
	values["Title"] = w.Row(about, at).Title
	return report.VerdictText{Title: w.Say(reason+".title", values), Summary: w.Say(reason+".summary", values)}
}
