package ui

import (
	"fyne.io/fyne/v2"

	"latchkey/ui/theme"
	"latchkey/ui/widgets"
	"latchkey/ui/words"
	"latchkey/wizard/handover"
	"latchkey/wizard/vault"
)

// showHandOver gives a saved token to the software that uses it: a token that
// stays in the keychain does nothing.
func (w *Window) showHandOver(entry vault.Entry, back func()) {
	w.leave()
	test := func() { w.askTestMessage(entry) }
	own := widgets.NewColumn(theme.Gap, w.handOverValues(entry, func() {}))
	if w.practice == nil { // what is pretend must not replace what is real
		own.Add(w.handOverHere(entry, func() { w.showHandOver(entry, back) }))
	}
	w.show(page{
		title: w.say("handover.title", words.Values{"Name": entry.Name}),
		content: widgets.NewPage(
			widgets.NewColumn(1, widgets.NewTitle(w.say("handover.title", words.Values{"Name": entry.Name})),
				widgets.NewStyledText(w.say("handover.lead"), widgets.TextStyle{Color: theme.ColorNameQuietText, MaxWidth: 700})),
			widgets.NewGrid(2, theme.Gap, 300,
				own, w.handOverLines(entry))),
		footer: widgets.NewFooter(
			[]fyne.CanvasObject{widgets.NewButton(widgets.Secondary, w.say("button.back"), back)},
			[]fyne.CanvasObject{widgets.NewButton(widgets.Primary, w.say("test.main"), test)}),
		enter:  test,
		escape: back,
	})
}

// handOverValues are the three values an integration asks for. copying is called
// when the token is about to be copied.
func (w *Window) handOverValues(entry vault.Entry, copying func()) fyne.CanvasObject {
	value := func(id string, field fyne.CanvasObject) fyne.CanvasObject {
		return widgets.NewColumn(4, widgets.NewSmallText(w.say("kept."+id)), field)
	}
	idField := func(id string) fyne.CanvasObject {
		if id == "" {
			return widgets.NewText(w.say("kept.unknown"))
		}
		return w.copyField(id)
	}
	copied := widgets.NewColumn(0)
	note := w.noteIn(copied)
	token := widgets.NewCopyField(w.say("kept.hidden_token", words.Values{"Last4": entry.Last4}), w.copyLabels(), w.After,
		func(string) {
			copying()
			w.copyToken(entry, note)
		})
	return widgets.NewCard(widgets.NewColumn(12,
		widgets.NewCardTitle(w.say("kept.values")),
		value("token", token), copied,
		value("phone_id", idField(entry.PhoneID)),
		value("account_id", idField(entry.AccountID))))
}

// handOverHere are the places that the window itself can put the token in; back
// leads from there to this page.
func (w *Window) handOverHere(entry vault.Entry, back func()) fyne.CanvasObject {
	way := func(id string, show func(vault.Entry, func())) fyne.CanvasObject {
		return widgets.NewColumn(2,
			widgets.NewFlowRow(0, 0, widgets.NewButton(widgets.SmallLink, w.say("handover."+id), func() { show(entry, back) })),
			widgets.NewSmallText(w.say("handover."+id+"_text")))
	}
	return widgets.NewCard(widgets.NewColumn(12,
		widgets.NewCardTitle(w.say("handover.here")), way("env_file", w.showEnvFile), way("store", w.showStore)))
}

// handOverLines are commands that are ready to be pasted into a shell.
func (w *Window) handOverLines(entry vault.Entry) fyne.CanvasObject {
	lines := widgets.NewColumn(12, widgets.NewCardTitle(w.say("handover.lines")))
	for _, line := range handover.Lines(entry.Name, w.practice != nil) {
		text := widgets.NewStyledText(line.Text, widgets.TextStyle{Size: theme.SizeNameSmall, Color: theme.ColorNameQuietText, Plain: true, Monospace: true})
		title := widgets.NewText(w.say("handover.line_" + line.ID))
		lines.Add(widgets.NewColumn(2, widgets.Row{Gap: 8, Stretch: title}.New(title, w.copyButton(line.Text)), text))
	}
	return widgets.NewCard(lines)
}
