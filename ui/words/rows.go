package words

import (
	"cmp"
	"maps"
	"time"

	"latchkey/wizard/check"
	"latchkey/wizard/report"
)

// Row puts a row into words. now is the moment of the check. Of a row that
// another program wrote, and this one has no words for, it names the check.
func (w *Words) Row(row check.Row, now time.Time) report.Text {
	text := report.Text{Status: w.Say("status." + string(row.Status))}
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
		text.Fix, text.Steps = w.Say(ids.Fix, values), w.Steps(ids.Fix, values)
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
	verdict, at := judged.Judgement()
	if !verdict.Known() {
		outcome := w.Say("report.verdict." + string(verdict.Status))
		return report.VerdictText{Title: outcome, Summary: outcome}
	}
	values, reason := w.rowValues(verdict.About, at), string(verdict.Reason)
	values["Title"] = w.Row(verdict.About, at).Title
	return report.VerdictText{Title: w.Say(reason+".title", values), Summary: w.Say(reason+".summary", values)}
}

// BelowVerdict is what is said below the title of a verdict: its summary, but where that only says
// the title again.
func (w *Words) BelowVerdict(judged report.Judged) string {
	verdict, _ := judged.Judgement()
	return cmp.Or(w.Maybe(string(verdict.Reason)+".below"), w.Verdict(judged).Summary)
}
