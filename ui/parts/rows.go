package parts

import (
	"strconv"
	"time"

	"fyne.io/fyne/v2"

	"latchkey/graph/site"
	"latchkey/ui/shell"
	"latchkey/ui/theme"
	"latchkey/ui/widgets"
	"latchkey/ui/words"
	"latchkey/wizard/check"
)

var badges = map[check.Status]widgets.Status{
	check.Pass: widgets.Fine, check.Warn: widgets.Advice, check.Fail: widgets.ToFix,
	check.Unknown: widgets.Quiet, check.Skipped: widgets.Quiet,
}

// RowList shows the rows of a check as they become known.
type RowList struct {
	Column *fyne.Container // where the rows stand
	// Repair is the button of a row that can be put right from here; nil for none.
	Repair func(check.Repair, widgets.Importance) *widgets.Button
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
			shown.Set(l.result(row))
		}
	}
}

// Replace shows these rows of a report instead of those there were; at is when
// it was made.
func (l *RowList) Replace(rows []check.Row, at time.Time) {
	l.at = at
	l.Column.RemoveAll()
	l.shown = map[check.ID]*widgets.CheckRow{}
	for _, row := range rows {
		l.shown[row.ID] = widgets.NewCheckRow(l.result(row))
		l.Column.Add(l.shown[row.ID])
	}
}

func (l *RowList) result(row check.Row) widgets.CheckResult {
	s := l.shell
	text := s.Words.Row(row, l.at)
	result := widgets.CheckResult{
		Status: badges[row.Status], Word: text.Status, Title: text.Title, Detail: text.Detail,
	}
	if l.Repair != nil && row.Repair.Kind != check.RepairNone {
		result.Action = l.Repair(row.Repair, widgets.SmallLink)
	}
	if details := l.details(row); details != "" && row.Problem() {
		result.Link = s.Say("button.details")
		result.More = widgets.NewColumn(8, widgets.NewStyledText(details, widgets.TextStyle{
			Size: theme.SizeNameSmall, Color: theme.ColorNameQuietText, Plain: true,
		}), widgets.NewFlowRow(0, 0, CopyButton(s, details)))
	}
	return result
}

// details is what support wants to know of a row: codes, trace and time.
func (l *RowList) details(row check.Row) string {
	if row.Graph == nil {
		return ""
	}
	values := words.Values{
		"HTTP": strconv.Itoa(row.Graph.HTTP), "Check": string(row.ID), "Time": l.at.UTC().Format("2006-01-02 15:04:05"),
	}
	if err := row.Graph.Error; err != nil {
		values["Code"], values["Message"], values["Trace"] = err.CodeText(), err.Message, err.TraceID
	}
	return l.shell.Say("details.row", values)
}

// FixCard is the card above the rows: what to do first, with the page's button.
// opened is called when that is pressed, and sees to it that the token is
// checked again when the person comes back; nil where it is not. repair is the button
// that puts it right from here, nil for none; more stands below.
func FixCard(s *shell.Shell, row check.Row, ids func() site.PageIDs, opened func(), repair *widgets.Button, more ...fyne.CanvasObject) fyne.CanvasObject {
	text := s.Words.Row(row, s.Now())
	fix := widgets.Fix{Word: text.Status, Title: text.Title, Text: text.Fix}
	if text.Fix == "" {
		fix.Text = text.Detail
	}
	importance := widgets.Primary
	if repair != nil {
		fix.Button, importance = repair, widgets.Secondary
	}
	if row.Page != site.PageNone {
		fix.More = []fyne.CanvasObject{Opener(s, s.Say("page."+string(row.Page)), importance,
			func() string { return s.Env().Page(row.Page, ids()) }, opened)}
		if opened != nil {
			fix.More = append(fix.More, widgets.NewSmallText(s.Say("check.again_on_return")))
		}
	}
	if len(more) > 0 {
		fix.More = append(fix.More, widgets.NewFlowRow(theme.Gap, 6, more...))
	}
	return widgets.NewStatusCard(badges[row.Status], fix)
}
