package ui

import (
	"strconv"
	"time"

	"fyne.io/fyne/v2"

	"latchkey/graph/site"
	"latchkey/ui/theme"
	"latchkey/ui/widgets"
	"latchkey/ui/words"
	"latchkey/wizard/check"
)

var badges = map[check.Status]widgets.Status{
	check.Pass: widgets.Fine, check.Warn: widgets.Advice, check.Fail: widgets.ToFix,
	check.Unknown: widgets.Quiet, check.Skipped: widgets.Quiet,
}

// rowList shows the rows of a check as they become known.
type rowList struct {
	*Window
	column *fyne.Container
	shown  map[check.ID]*widgets.CheckRow
	at     time.Time
}

// newRowList starts with every row of interest being looked at.
func (w *Window) newRowList(ids []check.ID) *rowList {
	list := &rowList{Window: w, column: widgets.NewColumn(0), shown: map[check.ID]*widgets.CheckRow{}, at: w.now()}
	for _, id := range ids {
		row := widgets.NewCheckRow(widgets.CheckResult{
			Status: widgets.Busy, Word: w.say("status.busy"), Title: w.say("check." + string(id) + ".title"),
		})
		list.shown[id] = row
		list.column.Add(row)
	}
	return list
}

// set shows what came of a check. Rows that nobody waits for are left out.
func (l *rowList) set(row check.Row) {
	if shown, ok := l.shown[row.ID]; ok {
		shown.Set(l.result(row))
	}
}

// replace shows these rows instead of those there were.
func (l *rowList) replace(rows []check.Row) {
	l.column.RemoveAll()
	l.shown = map[check.ID]*widgets.CheckRow{}
	for _, row := range rows {
		l.shown[row.ID] = widgets.NewCheckRow(l.result(row))
		l.column.Add(l.shown[row.ID])
	}
}

func (l *rowList) result(row check.Row) widgets.CheckResult {
	text := l.Words.Row(row, l.at)
	result := widgets.CheckResult{
		Status: badges[row.Status], Word: text.Status, Title: text.Title, Detail: text.Detail,
	}
	if details := l.details(row); details != "" && row.Problem() {
		result.Link = l.say("button.details")
		result.More = widgets.NewColumn(8, widgets.NewStyledText(details, widgets.TextStyle{
			Size: theme.SizeNameSmall, Color: theme.ColorNameQuietText, Plain: true,
		}), l.copyButton(details))
	}
	return result
}

// copyButton copies a text that is no secret.
func (w *Window) copyButton(text string) *widgets.Button {
	button := widgets.NewButton(widgets.SmallLink, w.say("button.copy"), nil)
	button.OnTapped = func() {
		w.copy(text)
		button.SetLabel(w.say("button.copied"))
	}
	return button
}

// details is what support wants to know of a row: codes, trace and time.
func (l *rowList) details(row check.Row) string {
	if row.Graph == nil {
		return ""
	}
	values := words.Values{
		"HTTP": strconv.Itoa(row.Graph.HTTP), "Check": string(row.ID), "Time": l.at.UTC().Format("2006-01-02 15:04:05"),
	}
	if err := row.Graph.Error; err != nil {
		values["Code"], values["Message"], values["Trace"] = err.CodeText(), err.Message, err.TraceID
	}
	return l.say("details.row", values)
}

// fixCard is the card above the rows: what to do first, with the page's button.
// opened is called when that is pressed, and sees to it that the token is
// checked again when the person comes back; nil where it is not. more stands
// below.
func (w *Window) fixCard(row check.Row, ids func() site.PageIDs, opened func(), more ...fyne.CanvasObject) fyne.CanvasObject {
	text := w.Words.Row(row, w.now())
	fix := widgets.Fix{Word: text.Status, Title: text.Title, Text: text.Fix}
	if text.Fix == "" {
		fix.Text = text.Detail
	}
	if row.Page != site.PageNone {
		fix.More = []fyne.CanvasObject{w.opener(w.say("page."+string(row.Page)), widgets.Primary,
			func() string { return w.env().Page(row.Page, ids()) }, opened)}
		if opened != nil {
			fix.More = append(fix.More, widgets.NewSmallText(w.say("check.again_on_return")))
		}
	}
	if len(more) > 0 {
		fix.More = append(fix.More, widgets.NewFlowRow(theme.Gap, 6, more...))
	}
	return widgets.NewStatusCard(badges[row.Status], fix)
}
