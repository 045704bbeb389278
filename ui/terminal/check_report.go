package terminal

import (
	"slices"
	"strconv"

	"latchkey/graph/site"
	"latchkey/ui/terminal/screen"
	"latchkey/ui/words"
	"latchkey/wizard/check"
	"latchkey/wizard/report"
)

// printReport prints a report for people: the verdict first, then what they
// look at, then how much more there is. With details it prints every row.
func (t *Terminal) printReport(out screen.Screen, result check.Report, details bool) {
	t.printReportAt(out, result, site.PageIDs{App: result.Token.AppID}, details)
}

// printReportAt is printReport with the ids that make the links exact.
func (t *Terminal) printReportAt(out screen.Screen, result check.Report, ids site.PageIDs, details bool) {
	if details {
		t.printDetails(out, report.New(result), ids)
		return
	}
	out.Line(screen.Bold(t.Words.Verdict(result).Summary))
	out.Line("")
	shown, _ := check.Sorted(result)
	for i, row := range shown {
		if row.Status != check.Skipped && !slices.ContainsFunc(shown[:i], t.same(row, result)) {
			out.CheckRow(t.Words, row, result.CheckedAt, site.Meta.Address(row.Page, ids), t.alsoAbout(row, shown[i+1:], result))
		}
	}
	if rest := t.rest(result); rest != "" {
		out.Line("")
		out.Line(rest)
	}
}

// printDetails prints the verdict and every row, with what Meta's support asks
// for.
func (t *Terminal) printDetails(out screen.Screen, told report.Document, ids site.PageIDs) {
	out.Line(screen.Bold(t.Words.Verdict(told).Summary))
	out.Line("")
	for _, one := range told.Checks {
		out.CheckRow(t.Words, one.Row, told.CheckedAt, site.Meta.Address(one.Page, ids), screen.Details(t.Words, one.Row))
	}
}

// same finds rows that say what this one says: one trouble met by several
// checks.
func (t *Terminal) same(row check.Row, result check.Report) func(check.Row) bool {
	text := t.Words.Row(row, result.CheckedAt)
	return func(other check.Row) bool {
		said := t.Words.Row(other, result.CheckedAt)
		return row.Problem() && other.Status == row.Status && said.Title == text.Title && said.Detail == text.Detail && said.Fix == text.Fix
	}
}

// alsoAbout names the checks that a row stands for when others say the same.
func (t *Terminal) alsoAbout(row check.Row, others []check.Row, result check.Report) string {
	names := []string{t.Words.Say("check." + string(row.ID) + ".name")}
	same := t.same(row, result)
	for _, other := range others {
		if same(other) {
			names = append(names, t.Words.Say("check."+string(other.ID)+".name"))
		}
	}
	if len(names) == 1 {
		return ""
	}
	return t.Words.Say("terminal.also_about", words.Values{"Checks": t.Words.List(names...)})
}

// rest says how many checks are not printed, in one line.
func (t *Terminal) rest(result check.Report) string {
	_, more := check.Sorted(result)
	fine, waiting := 0, 0
	for _, row := range result.Rows {
		switch {
		case row.Status == check.Skipped && row.Reason != check.SkippedNotAsked:
			waiting++
		case row.Status == check.Pass && slices.ContainsFunc(more, func(other check.Row) bool { return other.ID == row.ID }):
			fine++
		}
	}
	if fine == 0 && waiting == 0 {
		return ""
	}
	var sentences []string
	if fine > 0 {
		sentences = append(sentences, t.Words.Say("terminal.rest_fine", words.Counted(fine)))
	}
	if waiting > 0 {
		sentences = append(sentences, t.Words.Say("terminal.rest_waiting", words.Counted(waiting)))
	}
	return t.Words.Paragraph(append(sentences, t.Words.Say("terminal.rest_all"))...)
}

// count is "" for none, so that a sentence can leave it out.
func count(number int) string {
	if number == 0 {
		return ""
	}
	return strconv.Itoa(number)
}
