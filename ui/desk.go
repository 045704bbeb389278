package ui

import (
	"context"
	"errors"
	"strings"

	"fyne.io/fyne/v2"

	"latchkey/graph"
	"latchkey/ui/theme"
	"latchkey/ui/widgets"
	"latchkey/ui/words"
	"latchkey/wizard/check"
	"latchkey/wizard/environment"
	"latchkey/wizard/report"
	"latchkey/wizard/setup"
	"latchkey/wizard/vault"
)

// desk is the page that checks a token and keeps nothing of it.
type desk struct {
	*Window
	entry               *widgets.SecretEntry
	account, phone, app *widgets.TextEntry
	trouble, results    *fyne.Container
	extras              *fyne.Container // what stands between the field and the results until there are some
	stop                func()          // ends the check of an earlier press; nil before there was one
}

// ShowCheckToken shows the desk.
func (w *Window) ShowCheckToken() {
	w.leave()
	d := &desk{
		Window: w, entry: w.secretEntry(),
		account: widgets.NewTextEntry(""), phone: widgets.NewTextEntry(""), app: widgets.NewTextEntry(""),
		trouble: widgets.NewColumn(0), results: widgets.NewColumn(theme.Gap),
	}
	// What was pasted goes with the page.
	w.left = func() {
		d.entry.SetValue("")
		w.window.SetOnDropped(nil)
	}
	d.entry.OnSubmitted = func(string) { d.check() }
	w.window.SetOnDropped(func(_ fyne.Position, files []fyne.URI) { w.openDropped(files) })
	link := func(id string, act func()) fyne.CanvasObject {
		return widgets.NewButton(widgets.SmallLink, w.say(id), act)
	}
	d.extras = widgets.NewColumn(theme.Gap, widgets.NewExpander(w.say("desk.expected"), d.expectations()),
		widgets.NewFlowRow(18, 4, link("desk.open_report", w.askReport), link("desk.explain", w.ShowExplain),
			link("desk.many", w.ShowBatch), link("desk.saved", d.chooseSaved),
			link("desk.in_chat", w.tellOfChat)))
	d.entry.OnChanged = func(string) { d.extras.Show() }
	w.show(page{
		title: w.say("desk.title"),
		content: widgets.NewPage(
			widgets.NewColumn(1, widgets.NewTitle(w.say("desk.title")),
				widgets.NewStyledText(w.say("desk.lead"), widgets.TextStyle{Color: theme.ColorNameQuietText, MaxWidth: 640})),
			widgets.NewColumn(theme.Gap, d.trouble, d.entry, d.extras, d.results)),
		footer: widgets.NewFooter(
			[]fyne.CanvasObject{widgets.NewButton(widgets.Secondary, w.say("button.back"), w.ShowHome)},
			[]fyne.CanvasObject{
				widgets.NewButton(widgets.Link, w.say("button.help"), w.showHelp),
				widgets.NewButton(widgets.Primary, w.say("desk.main"), d.check),
			}),
		enter:  d.check,
		escape: w.ShowHome,
		focus:  d.entry.Field(),
	})
}

// tellOfChat says what to do with a token that came in a chat, and has the message
// for the customer ready.
func (w *Window) tellOfChat() {
	var dialog *widgets.Dialog
	done := widgets.NewButton(widgets.Primary, w.say("button.close"), func() { dialog.Hide() })
	dialog = w.dialog(w.say("desk.in_chat"), widgets.NewColumn(12,
		widgets.NewText(w.say("message.token_in_chat_desk")), w.message(w.say("message.token_in_chat"))), done)
}

// chooseSaved checks one of the saved tokens in full detail.
func (d *desk) chooseSaved() {
	env := d.env()
	var entries []vault.Entry
	var err error
	d.onPage(func(ctx context.Context) { entries, err = env.Vault.List(ctx) }, func() {
		switch {
		case err != nil:
			d.tell(d.say("files.title"), d.fileTrouble(err))
		case len(entries) == 0:
			d.tell(d.say("desk.saved"), d.say("terminal.nothing_saved"))
		default:
			d.chooseEntry(d.say("desk.saved"), entries, d.checkEntry)
		}
	})
}

// checkEntry checks a saved token, with its name above what is found.
func (d *desk) checkEntry(entry vault.Entry) {
	ctx, place := d.begin(widgets.NewCardTitle(entry.Name))
	d.fill(place, widgets.NewSmallText(d.say("saved.checking")))
	env := d.env()
	var token graph.Token
	var err error
	d.backgroundIn(ctx, func(ctx context.Context) { token, err = env.Vault.Token(ctx, entry.Name) }, func() {
		if err != nil {
			d.fill(place, d.savedTrouble(entry, err, d.noteIn(place)))
			return
		}
		d.checkInto(ctx, place, check.Paste{Token: token, Shape: check.ShapeToken}, d.expected())
	})
}

// begin ends the check before, so that two do not share a place, and makes
// place for the next below its heading.
func (d *desk) begin(heading ...fyne.CanvasObject) (context.Context, *fyne.Container) {
	d.fill(d.trouble)
	if d.stop != nil {
		d.stop()
	}
	d.returned = nil // coming back would check the former one again
	var ctx context.Context
	ctx, d.stop = context.WithCancel(d.here)
	place := widgets.NewColumn(theme.Gap)
	d.fill(d.results, append(heading, place)...)
	return ctx, place
}

// expectations are the ids that the token is held to.
func (d *desk) expectations() fyne.CanvasObject {
	field := func(id string, entry fyne.CanvasObject) fyne.CanvasObject {
		return widgets.NewColumn(4, widgets.NewSmallText(d.say(id)), entry)
	}
	return widgets.NewGrid(3, theme.SmallGap, 180,
		field("desk.account", d.account), field("desk.phone", d.phone), field("desk.app", d.app))
}

func (d *desk) expected() check.Expectation {
	return check.Expectation{Account: typedID(d.account), Phone: typedID(d.phone), App: typedID(d.app)}
}

// typedID takes an id as people copy it: with spaces or a line break, or inside
// the address of one of Meta's pages.
func typedID(entry *widgets.TextEntry) graph.ID {
	if ids, err := setup.ReadAddress(entry.Text); err == nil && ids.App != "" {
		return ids.App
	}
	return graph.ID(strings.Join(strings.Fields(entry.Text), ""))
}

// check checks what was pasted, or says what it is instead of a token.
func (d *desk) check() {
	paste := check.ReadPaste(d.entry.Value())
	if !paste.Usable() {
		summary := widgets.NewTroubleSummary(d.say("trouble.summary"),
			widgets.Trouble{Text: words.Plain(d.pasteTrouble(paste)), Field: d.entry.Field()})
		d.fill(d.trouble, summary)
		d.window.Canvas().Focus(summary)
		return
	}
	d.extras.Hide()
	ctx, place := d.begin()
	d.checkInto(ctx, place, paste, d.expected())
}

// checkInto checks a token and shows everything that is known about it.
func (w *Window) checkInto(ctx context.Context, place *fyne.Container, paste check.Paste, expected check.Expectation) {
	rows := w.newRowList(check.Essential)
	w.fill(place, rows.column)
	env := w.env()
	var found check.Report
	var err error
	w.backgroundIn(ctx, func(ctx context.Context) {
		found, err = env.Check(ctx, paste.Token, environment.CheckOptions{
			Paste: paste, Expected: expected, Access: true,
			OnRow: func(row check.Row) { w.Do(func() { rows.set(row) }) },
		})
	}, func() {
		if err != nil {
			w.fill(place, widgets.NewText(w.checkTrouble(err)))
			return
		}
		before := w.returned
		w.fill(place, w.reportParts(report.New(found), found, func() {
			w.returned = func() {
				w.returned = before
				if before != nil {
					before()
				}
				w.checkInto(ctx, place, paste, expected)
			}
		})...)
	})
}

// checkTrouble says why a check could not even begin.
func (w *Window) checkTrouble(err error) string {
	if errors.Is(err, graph.ErrNotSendable) {
		return w.say("desk.odd_token")
	}
	return w.say("desk.not_begun")
}
