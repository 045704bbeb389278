package ui

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"latchkey/graph"
	"latchkey/ui/theme"
	"latchkey/ui/widgets"
	"latchkey/ui/words"
	"latchkey/wizard/check"
)

// ShowCheckToken shows the page that checks a token and keeps nothing of it.
func (w *Window) ShowCheckToken() {
	w.leave()
	ctx, cancel := context.WithCancel(w.ctx)
	w.left = cancel
	entry := w.secretEntry()
	account, phone, app := widgets.NewTextEntry(""), widgets.NewTextEntry(""), widgets.NewTextEntry("")
	field := func(id string, entry fyne.CanvasObject) fyne.CanvasObject {
		return widgets.NewColumn(4, widgets.NewSmallText(w.say(id)), entry)
	}
	trouble := widgets.NewColumn(0)
	results := widgets.NewColumn(10)
	stop := func() {} // ends the check of an earlier press
	press := func() {
		paste := check.ReadPaste(entry.Value())
		if !paste.Usable() {
			summary := widgets.NewTroubleSummary(w.say("trouble.summary"), widgets.Trouble{Text: words.Plain(w.pasteTrouble(paste)), Field: entry.Field()})
			w.fill(trouble, summary)
			w.window.Canvas().Focus(summary)
			return
		}
		w.fill(trouble)
		expected := check.Expectation{
			Account: typedID(account), Phone: typedID(phone), App: typedID(app),
		}
		stop()
		var checking context.Context
		checking, stop = context.WithCancel(ctx)
		w.checkInto(checking, results, paste, expected)
	}
	entry.OnSubmitted = func(string) { press() }
	main := widgets.NewButton(widgets.Primary, w.say("desk.main"), press)
	back := func() {
		entry.SetValue("")
		w.ShowHome()
	}
	w.show(page{
		title: w.say("desk.title"),
		content: widgets.NewPage(
			widgets.NewColumn(1, widgets.NewTitle(w.say("desk.title")),
				widgets.NewStyledText(w.say("desk.lead"), widgets.TextStyle{Color: theme.ColorNameQuietText, MaxWidth: 640})),
			widgets.NewColumn(theme.Gap, trouble, entry,
				widgets.NewExpander(w.say("desk.expected"), widgets.NewGrid(3, theme.SmallGap, 180,
					field("desk.account", account), field("desk.phone", phone), field("desk.app", app))),
				results)),
		footer: widgets.NewFooter([]fyne.CanvasObject{widgets.NewButton(widgets.Secondary, w.say("button.back"), back)}, []fyne.CanvasObject{widgets.NewButton(widgets.Link, w.say("button.help"), w.showHelp), main}),
		enter:  press,
		escape: back,
		focus:  entry.Field(),
	})
}

// typedID takes an id as people copy it, with spaces or a line break around.
func typedID(entry *widgets.TextEntry) graph.ID {
	return graph.ID(strings.Join(strings.Fields(entry.Text), ""))
}

// checkInto checks a token and shows everything that is known about it.
func (w *Window) checkInto(ctx context.Context, place *fyne.Container, paste check.Paste, expected check.Expectation) {
	rows := w.newRowList(check.IDs())
	w.fill(place, rows.column)
	world := w.world()
	var report check.Report
	var err error
	w.backgroundIn(ctx, func(ctx context.Context) {
		report, err = world.Check(ctx, paste, expected, func(row check.Row) { w.Do(func() { rows.set(row) }) })
	}, func() {
		if err != nil {
			w.fill(place, widgets.NewText(err.Error()))
			return
		}
		verdict := w.Words.Verdict(report)
		rows.at = report.CheckedAt
		rows.replace(report.Rows)
		objects := []fyne.CanvasObject{widgets.NewColumn(2, widgets.NewCardTitle(verdict.Title), widgets.NewText(verdict.Summary))}
		if row := report.Verdict.About; row.Problem() {
			ids := func() graph.PageIDs { return graph.PageIDs{App: report.Token.AppID} }
			objects = append(objects, w.fixCard(row, ids, func() {
				before := w.returned
				w.returned = func() {
					w.returned = before
					if before != nil {
						before()
					}
					w.checkInto(ctx, place, paste, expected)
				}
			}))
		}
		w.fill(place, append(objects, rows.column)...)
	})
}
