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

// Row puts a row into words. now is the moment of the check. Of a row that
// another program wrote, and this one has no words for, it names the check.
func (w *Words) Row(row check.Row, now time.Time) RowText {
	text := RowText{Status: w.Say("status." + string(row.Status))}
	if !row.Known() {
		text.Title = cmp.Or(w.Maybe("check."+string(row.ID)+".name"), string(row.ID))
		return text
	}
	ids, values := row.WordIDs(), w.rowValues(row, now)
	text.Title = w.Say(ids.Title, values)
	if ids.Detail != "" {
		text.Detail = w.Say(ids.Detail, values)
	}
	if ids.Fix != "" {
		text.Fix = w.Say(ids.Fix, values)
	}
	return text
}

// steps are what the fix of a row says to do, one after another.
func (w *Words) steps(row check.Row, now time.Time) []string {
	fix := row.WordIDs().Fix
	if fix == "" || !row.Known() {
		return nil
	}
	return w.Steps(fix, w.rowValues(row, now))
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

// VerdictText is a verdict in words.
type VerdictText struct {
	Title   string // a page's title: "Almost: one thing is missing"
	Summary string // one sentence
}

// Verdict says in one sentence what came of a check.
func (w *Words) Verdict(report check.Report) VerdictText {
	verdict := report.Verdict
	if !verdict.Known() {
		outcome := w.Say("report.verdict." + string(verdict.Status))
		return VerdictText{Title: outcome, Summary: outcome}
	}
	values := w.rowValues(verdict.About, report.CheckedAt)
	values["Title"] = w.Row(verdict.About, report.CheckedAt).Title
	return VerdictText{Title: w.Say(string(verdict.Reason)+".title", values), Summary: w.Say(string(verdict.Reason)+".summary", values)}
}
