package ui

import (
	"context"

	"fyne.io/fyne/v2"

	"latchkey/ui/theme"
	"latchkey/ui/widgets"
	"latchkey/ui/words"
	"latchkey/wizard/vault"
)

// handOverForm is a page that gives a saved token to one place, once the person
// knows what is there and what that means. The ids of its words begin with id.
type handOverForm struct {
	*Window
	page  context.Context // ends when the page is left
	id    string
	entry vault.Entry
	back  func() // to the page before

	told    *fyne.Container    // what is to be known first, or what came of it
	stop    context.CancelFunc // ends the look that is under way; nil before there was one
	writing bool
}

func (w *Window) newHandOverForm(id string, entry vault.Entry, back func()) *handOverForm {
	return &handOverForm{Window: w, page: w.here, id: id, entry: entry, back: back, told: widgets.NewColumn(0)}
}

// put shows the page; look finds out what is to be known before anything is
// written.
func (f *handOverForm) put(body fyne.CanvasObject, focus fyne.Focusable, look func()) {
	press := func() {
		if !f.writing {
			look()
		}
	}
	back := f.back
	title := f.say(f.id+".page", words.Values{"Name": f.entry.Name})
	f.show(page{
		title: title,
		content: widgets.NewPage(
			widgets.NewColumn(1, widgets.NewTitle(title),
				widgets.NewStyledText(f.say(f.id+".plain"), widgets.TextStyle{Color: theme.ColorNameQuietText, MaxWidth: 640})),
			widgets.NewColumn(theme.Gap, f.told, body)),
		footer: widgets.NewFooter(
			[]fyne.CanvasObject{widgets.NewButton(widgets.Secondary, f.say("button.back"), back)},
			[]fyne.CanvasObject{widgets.NewButton(widgets.Primary, f.say(f.id+".main"), press)}),
		enter:  press,
		escape: back,
		focus:  focus,
	})
}

// begin takes away what was told and asked, and ends the look under way: what is
// in the fields has changed. What is being written goes on.
func (f *handOverForm) begin() {
	if f.writing {
		return
	}
	if f.stop != nil {
		f.stop()
	}
	f.fill(f.told)
}

// looking works in the background until the fields change or the page is left.
func (f *handOverForm) looking(work func(context.Context), then func()) {
	f.begin()
	var ctx context.Context
	ctx, f.stop = context.WithCancel(f.page)
	f.above(widgets.NewSmallText(f.say("handover.under_way")))
	f.backgroundIn(ctx, work, then)
}

// write works in the background to its end, also when the page is left: what
// came of it must be told.
func (f *handOverForm) write(work func(context.Context), then func()) {
	f.begin()
	f.writing = true
	f.above(widgets.NewSmallText(f.say("handover.under_way")))
	f.background(work, func() {
		f.writing = false
		then()
	})
}

// above shows something above the fields, and brings it into sight.
func (f *handOverForm) above(what fyne.CanvasObject) {
	f.fill(f.told, what)
	widgets.Reveal(f.told)
}

// ask says what is to be known first. What agrees stands beside it, so that a
// second press of the main button agrees to nothing.
func (f *handOverForm) ask(text string, agree func()) {
	f.above(widgets.NewStatusCard(widgets.Advice, widgets.Fix{
		Word: f.say("status.warn"), Title: f.say(f.id + ".first"), Text: text,
		Button: widgets.NewButton(widgets.Secondary, f.say(f.id+".agree"), func() {
			if !f.writing {
				agree()
			}
		}),
	}))
}

// refuse says what is wrong; field is where it is mended, nil for nowhere here.
func (f *handOverForm) refuse(text string, field fyne.Focusable) {
	if f.isLeft() {
		f.tell(f.say("trouble.summary"), text)
		return
	}
	summary := widgets.NewTroubleSummary(f.say("trouble.summary"), widgets.Trouble{Text: words.Plain(text), Field: field})
	f.above(summary)
	f.window.Canvas().Focus(summary)
}

// done says that the token is there.
func (f *handOverForm) done(text, note string) {
	if f.isLeft() {
		f.tell(f.say(f.id+".page", words.Values{"Name": f.entry.Name}), text+"\n\n"+note)
		return
	}
	column := widgets.NewColumn(6, widgets.NewFlowRow(8, 4, widgets.NewBadge(widgets.Fine, f.say("status.pass")), widgets.NewText(text)))
	if note != "" {
		column.Add(widgets.NewSmallText(note))
	}
	f.above(widgets.NewCard(column))
}

// isLeft reports whether another page is shown by now.
func (f *handOverForm) isLeft() bool { return f.page.Err() != nil }
