package parts

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"latchkey/graph/site"
	"latchkey/ui/shell"
	"latchkey/ui/theme"
	"latchkey/ui/widgets"
	"latchkey/ui/words"
	"latchkey/wizard/check"
	"latchkey/wizard/report"
)

// Findings are the rows of a report, and what is known besides of how they came about.
type Findings struct {
	Rows   []check.Row
	At     time.Time           // when they were found
	Told   check.ID            // told in a card above; "" for none
	Why    bool                // that card says why, too
	Mended []check.ID          // put right since the last look
	IDs    func() site.PageIDs // what is known of the person's portfolio and app
	Opened func()              // is called when a page is opened to put something right; may be nil
	Repair Repairs             // where the token is at hand; else nil
}

// Repairs makes the button that puts a row right from here.
type Repairs func(check.Repair, widgets.Importance) *widgets.Button

// button is that of a row; nil where it has none.
func (r Repairs) button(row check.Row, importance widgets.Importance) *widgets.Button {
	if r == nil || row.Repair.Kind == check.RepairNone {
		return nil
	}
	return r(row.Repair, importance)
}

// Groups says what was put right, then shows rows by what they are about. Where all is well a
// group is folded to a line; the others say of each row what to do.
func Groups(s *shell.Shell, found Findings) *fyne.Container {
	column := widgets.NewColumn(0)
	for _, row := range found.Rows {
		if slices.Contains(found.Mended, row.ID) {
			column.Add(widgets.NewCheckRow(widgets.CheckResult{
				Status: widgets.Fine, Word: s.Say("status.mended"), Title: s.Words.Row(row, found.At).Title,
			}))
		}
	}
	for _, group := range check.Groups {
		var rows []check.Row
		for _, row := range found.Rows {
			if check.GroupOf(row.ID) == group {
				rows = append(rows, row)
			}
		}
		if len(rows) > 0 {
			column.Add(groupOf(s, s.Say("report.group."+string(group)), rows, found))
		}
	}
	return column
}

func groupOf(s *shell.Shell, title string, rows []check.Row, found Findings) fyne.CanvasObject {
	list := widgets.NewColumn(0)
	open, asked, end := false, 0, ""
	for _, row := range rows {
		result := resultOf(s, row, found.At)
		if found.Why && row.ID == found.Told {
			result.Detail = ""
		}
		if row.Problem() {
			open = true
			if row.ID != found.Told {
				result.Below = wayOut(s, row, found)
			}
		}
		if row.Status != check.Skipped {
			asked++
		}
		if row.Ends() {
			end = result.Title
		}
		list.Add(widgets.NewCheckRow(result))
	}
	if open {
		return widgets.NewPadded(0, theme.SmallGap, 0, 0, widgets.NewColumn(6, widgets.NewCardTitle(title), list))
	}
	line := widgets.CheckResult{
		Status: widgets.Fine, Word: s.Say("status.pass"), Title: title, Beside: s.Say("group.fine", words.Counted(asked)),
		Link: s.Say("group.show"), Shown: s.Say("group.hide"), More: list,
	}
	switch {
	case end != "":
		line.Status, line.Word, line.Beside = widgets.Advice, s.Say("status.warn"), end
	case asked == 0:
		line.Status, line.Word, line.Beside = widgets.Quiet, resultOf(s, rows[0], found.At).Word, s.Say("group.waiting", words.Counted(len(rows)))
	}
	return widgets.NewCheckRow(line)
}

// wayOut says how a row is put right, with the page where that is done; nil where nothing is
// to be said.
func wayOut(s *shell.Shell, row check.Row, found Findings) fyne.CanvasObject {
	fix := s.Words.Row(row, found.At).Fix
	if fix == "" {
		return nil
	}
	out := widgets.NewColumn(2, widgets.NewSmallText(fix))
	if button := found.Repair.button(row, widgets.Secondary); button != nil {
		out.Add(widgets.NewPadded(0, 6, 0, 4, widgets.NewFlowRow(0, 0, button)))
	}
	if row.Page != site.PageNone {
		out.Add(Opener(s, s.Say("page."+string(row.Page)), widgets.SmallLink,
			func() string { return s.Env().Page(row.Page, found.IDs()) }, found.Opened))
	}
	return out
}

var verdictBadges = map[check.Outcome]struct {
	status widgets.Status
	word   string
}{
	check.Ready: {widgets.Fine, "status.pass"}, check.Attention: {widgets.Advice, "status.warn"},
	check.NotReady: {widgets.ToFix, "status.fail"}, check.Undecided: {widgets.Quiet, "status.unknown"},
}

// VerdictWord is the word on the badge of a verdict.
func VerdictWord(s *shell.Shell, outcome check.Outcome) string {
	return s.Say(verdictBadges[outcome].word)
}

// VerdictBadge is the badge of a verdict, of one width with those of checks.
func VerdictBadge(s *shell.Shell, outcome check.Outcome) *widgets.Badge {
	return widgets.NewWideBadge(verdictBadges[outcome].status, VerdictWord(s, outcome))
}

// VerdictCard says in colour, sign and one sentence what came of a check.
func VerdictCard(s *shell.Shell, judged report.Judged) fyne.CanvasObject {
	return verdictCard(s, judged, widgets.Fix{Title: words.Plain(s.Words.BelowVerdict(judged))})
}

// TitledVerdictCard is a VerdictCard for a page with a title that is not the verdict's.
func TitledVerdictCard(s *shell.Shell, judged report.Judged) fyne.CanvasObject {
	return verdictCard(s, judged, widgets.Fix{Title: s.Words.Verdict(judged).Title, Text: words.Plain(s.Words.BelowVerdict(judged))})
}

func verdictCard(s *shell.Shell, judged report.Judged, told widgets.Fix) fyne.CanvasObject {
	verdict, _ := judged.Judgement()
	badge := verdictBadges[verdict.Shown()]
	told.Word = s.Say(badge.word)
	return widgets.NewStatusCard(badge.status, told)
}
