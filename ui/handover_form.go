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
// knows what that means there. The ids of its words begin with id.
type handOverForm struct {
	*Window
	id    string
	entry vault.Entry

	told     *fyne.Container // what is to be known first, or what came of it
	main     *widgets.Button
	agree    func() // what the next press does instead; nil before there was a question
	underWay bool
}

func (w *Window) newHandOverForm(id string, entry vault.Entry) *handOverForm {
	return &handOverForm{Window: w, id: id, entry: entry, told: widgets.NewColumn(0)}
}

// put shows the page; press is what its main button does at first.
func (f *handOverForm) put(body fyne.CanvasObject, focus fyne.Focusable, press func()) {
	act := func() {
		switch {
		case f.underWay:
		case f.agree != nil:
			f.agree()
		default:
			press()
		}
	}
	f.main = widgets.NewButton(widgets.Primary, f.say(f.id+".main"), act)
	back := func() { f.showHandOver(f.entry) }
	title := f.say(f.id+".page", words.Values{"Name": f.entry.Name})
	f.show(page{
		title: title,
		content: widgets.NewPage(
			widgets.NewColumn(1, widgets.NewTitle(title),
				widgets.NewStyledText(f.say(f.id+".plain"), widgets.TextStyle{Color: theme.ColorNameQuietText, MaxWidth: 640})),
			widgets.NewColumn(theme.Gap, f.told, body)),
		footer: widgets.NewFooter(
			[]fyne.CanvasObject{widgets.NewButton(widgets.Secondary, f.say("button.back"), back)},
			[]fyne.CanvasObject{f.main}),
		enter:  act,
		escape: back,
		focus:  focus,
	})
}

// labelled is a field with its name and a hint.
func (f *handOverForm) labelled(name string, field fyne.CanvasObject) fyne.CanvasObject {
	return widgets.NewColumn(4, widgets.NewText(f.say(f.id+"."+name+".label")), widgets.NewSmallText(f.say(f.id+"."+name+".hint")), field)
}

// begin takes away what was told, and any question with it: what is in the
// fields has changed.
func (f *handOverForm) begin() {
	f.agree = nil
	f.main.SetLabel(f.say(f.id + ".main"))
	f.fill(f.told)
}

// busy works in the background; presses meanwhile are not heard.
func (f *handOverForm) busy(work func(context.Context), then func()) {
	f.begin()
	f.underWay = true
	f.above(widgets.NewSmallText(f.say("handover.under_way")))
	f.onPage(work, func() {
		f.underWay = false
		f.fill(f.told)
		then()
	})
}

// above shows something above the fields, and brings it into sight.
func (f *handOverForm) above(what fyne.CanvasObject) {
	f.fill(f.told, what)
	widgets.Reveal(f.told)
}

// ask says what is to be known first; agree follows if the main button is
// pressed once more.
func (f *handOverForm) ask(text string, agree func()) {
	f.agree = agree
	f.main.SetLabel(f.say(f.id + ".agree"))
	f.above(widgets.NewStatusCard(widgets.Advice, widgets.Fix{
		Word: f.say("status.warn"), Title: f.say(f.id + ".first"), Text: text,
	}))
}

// refuse says what is wrong; field is where it is mended, nil for nowhere here.
func (f *handOverForm) refuse(text string, field fyne.Focusable) {
	f.begin()
	summary := widgets.NewTroubleSummary(f.say("trouble.summary"), widgets.Trouble{Text: words.Plain(text), Field: field})
	f.above(summary)
	f.window.Canvas().Focus(summary)
}

// done says that the token is there.
func (f *handOverForm) done(texts ...string) {
	column := widgets.NewColumn(6)
	for i, text := range texts {
		line := fyne.CanvasObject(widgets.NewSmallText(text))
		if i == 0 {
			line = widgets.NewFlowRow(8, 4, widgets.NewBadge(widgets.Fine, f.say("status.pass")), widgets.NewText(text))
		}
		column.Add(line)
	}
	f.above(widgets.NewCard(column))
}
