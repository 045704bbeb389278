package parts

import (
	"cmp"
	"time"

	"fyne.io/fyne/v2"

	"latchkey/graph/site"
	"latchkey/ui/shell"
	"latchkey/ui/widgets"
	"latchkey/wizard/check"
)

var badges = map[check.Status]widgets.Status{
	check.Pass: widgets.Fine, check.Warn: widgets.Advice, check.Fail: widgets.ToFix,
	check.Unknown: widgets.Quiet, check.Skipped: widgets.Quiet,
}

// RowList shows the rows of a check as they become known.
type RowList struct {
	Column *fyne.Container // where the rows stand
	shell  *shell.Shell
	shown  map[check.ID]*widgets.CheckRow
	at     time.Time
}

// NewRowList starts with every row of interest being looked at.
func NewRowList(s *shell.Shell, ids []check.ID) *RowList {
	list := &RowList{shell: s, Column: widgets.NewColumn(0), shown: map[check.ID]*widgets.CheckRow{}, at: s.Now()}
	for _, id := range ids {
		row := widgets.NewCheckRow(widgets.CheckResult{
			Status: widgets.Busy, Word: s.Say("status.busy"), Title: s.Say("check." + string(id) + ".title"),
		})
		list.shown[id] = row
		list.Column.Add(row)
	}
	return list
}

// Set shows what came of checks. Rows that nobody waits for are left out.
func (l *RowList) Set(rows []check.Row) {
	for _, row := range rows {
		if shown, ok := l.shown[row.ID]; ok {
			shown.Set(resultOf(l.shell, row, l.at))
		}
	}
}

func resultOf(s *shell.Shell, row check.Row, at time.Time) widgets.CheckResult {
	text := s.Words.Row(row, at)
	result := widgets.CheckResult{
		Status: badges[row.Status], Word: text.Status, Title: text.Title, Detail: text.Detail,
		Hint: s.Words.Maybe("hint.status_" + string(row.Status)), After: s.After,
	}
	if details := detailsOf(s, row, at); details != "" && row.Problem() {
		result.Link = s.Say("button.details")
		result.More = detailsToCopy(s, details)
	}
	return result
}

// detailsOf is what support wants to know of a row; "" where Graph was not asked.
func detailsOf(s *shell.Shell, row check.Row, at time.Time) string {
	if row.Graph == nil {
		return ""
	}
	return details(s, string(row.ID), row.Graph.HTTP, row.Graph.Error, at)
}

// FixCard is the card above the rows: what to do first, with the page's button.
// opened is called when that is pressed, and sees to it that the token is
// checked again when the person comes back; nil where it is not. repair is that of
// Findings; nil where the row's repair is offered elsewhere on the page.
func FixCard(s *shell.Shell, row check.Row, ids func() site.PageIDs, opened func(), repair Repairs) fyne.CanvasObject {
	fix := fixOf(s, row, repair)
	importance := widgets.Primary
	if row.Repair.Kind != check.RepairNone { // comes first, here or elsewhere
		importance = widgets.Secondary
	}
	if row.Page != site.PageNone {
		fix.More = []fyne.CanvasObject{Opener(s, s.Say("page."+string(row.Page)), importance,
			func() string { return s.Env().Page(row.Page, ids()) }, opened)}
		if opened != nil {
			fix.More = append(fix.More, widgets.NewSmallText(s.Say("check.again_on_return")))
		}
	}
	return widgets.NewPlainCard(badges[row.Status], fix)
}

// CustomersFixCard is a FixCard for those who help others.
func CustomersFixCard(s *shell.Shell, row check.Row, ids func() site.PageIDs, repair Repairs) fyne.CanvasObject {
	fix := fixOf(s, row, repair)
	if row.Page != site.PageNone {
		fix.More = []fyne.CanvasObject{CustomersPage(s, row.Page, ids)}
	}
	return widgets.NewPlainCard(badges[row.Status], fix)
}

// CustomersPage names a page of Meta's that a customer needs: its address is to be sent on rather
// than opened. Only Meta's status is everybody's.
func CustomersPage(s *shell.Shell, page site.Page, ids func() site.PageIDs) fyne.CanvasObject {
	opener := Opener(s, s.Say("page."+string(page)), widgets.SmallLink, func() string { return s.Env().Page(page, ids()) }, nil)
	if page == site.PageStatus {
		return opener
	}
	return widgets.NewColumn(0, widgets.NewSmallText(s.Say("desk.customers_page")), opener)
}

// fixOf says what a row tells of, with the button that puts it right from here.
func fixOf(s *shell.Shell, row check.Row, repair Repairs) widgets.Fix {
	text := s.Words.Row(row, s.Now())
	return widgets.Fix{
		Word: text.Status, Title: text.Title, Text: cmp.Or(text.Fix, text.Detail),
		Button: repair.button(row, widgets.Primary),
	}
}
