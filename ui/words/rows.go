package words

import (
	"cmp"
	"maps"
	"time"

	"latchkey/wizard/check"
)

// RowText is a row of a report in words. Fix is "" where nothing is to be
// done.
type RowText struct {
	Status string // "OK", "To fix", …
	Title  string
	Detail string
	Fix    string
}

// Row puts a row into words. now is the moment of the check.
func (w *Words) Row(row check.Row, now time.Time) RowText {
	values := w.rowValues(row, now)
	text := RowText{
		Status: w.Say("status." + string(row.Status)),
		Detail: cmp.Or(w.Maybe(row.Reason+".detail", values), w.Maybe(row.Reason+".cause", values)),
	}
	if row.Status == check.Skipped {
		// What was not asked is told by what the check asks.
		text.Title = w.Say("check." + string(row.ID) + ".title")
	} else {
		text.Title = w.Say(row.Reason+".title", values)
	}
	if row.Problem() {
		text.Fix = w.Say(row.Reason+".fix", values)
	}
	return text
}

// steps are what the fix of a row says to do, one after another.
func (w *Words) steps(row check.Row, now time.Time) []string {
	if !row.Problem() {
		return nil
	}
	return w.Steps(row.Reason+".fix", w.rowValues(row, now))
}

// rowValues adds what only a language can say: dates, and the names behind ids.
func (w *Words) rowValues(row check.Row, now time.Time) Values {
	values := WithCount(row.Values)
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

// WithCount returns the values of a row, or of what else was found, and says
// which of them its sentences bend to.
func WithCount(found map[string]string) Values {
	values := Values{}
	maps.Copy(values, found)
	values["Count"] = cmp.Or(found["Minutes"], found["More"], found["Left"])
	return values
}

// VerdictText is a verdict in words.
type VerdictText struct {
	Title   string // a page's title: "Almost: one thing is missing"
	Summary string // one sentence
}

// Verdict says in one sentence what came of a check.
func (w *Words) Verdict(report check.Report) VerdictText {
	verdict := report.Verdict
	values := w.rowValues(verdict.About, report.CheckedAt)
	values["Title"] = w.Row(verdict.About, report.CheckedAt).Title
	return VerdictText{Title: w.Say(verdict.Reason+".title", values), Summary: w.Say(verdict.Reason+".summary", values)}
}
