package ui

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"

	"latchkey/graph"
	"latchkey/ui/theme"
	"latchkey/ui/widgets"
	"latchkey/ui/words"
	"latchkey/wizard/handover"
	"latchkey/wizard/vault"
)

// showHandOver gives a saved token to the software that uses it: a token that
// stays in the keychain does nothing.
func (w *Window) showHandOver(entry vault.Entry) {
	w.leave()
	back := func() { w.showSaved(entry) }
	test := func() { w.askTestMessage(entry) }
	w.show(page{
		title: w.say("handover.title", words.Values{"Name": entry.Name}),
		content: widgets.NewPage(
			widgets.NewColumn(1, widgets.NewTitle(w.say("handover.title", words.Values{"Name": entry.Name})),
				widgets.NewStyledText(w.say("handover.lead"), widgets.TextStyle{Color: theme.ColorNameQuietText, MaxWidth: 700})),
			widgets.NewGrid(2, theme.Gap, 300, w.handOverValues(entry, func() {}), w.handOverLines(entry))),
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
		value("phone_id", w.copyField(entry.PhoneID)),
		value("account_id", w.copyField(entry.AccountID))))
}

// handOverLines are commands that are ready to be pasted into a shell.
func (w *Window) handOverLines(entry vault.Entry) fyne.CanvasObject {
	lines := widgets.NewColumn(12, widgets.NewCardTitle(w.say("handover.lines")))
	for _, line := range handover.Lines(entry.Name) {
		text := widgets.NewStyledText(line.Text, widgets.TextStyle{Size: theme.SizeNameSmall, Color: theme.ColorNameQuietText, Plain: true, Monospace: true})
		title := widgets.NewText(w.say("handover.line_" + line.ID))
		lines.Add(widgets.NewColumn(2, widgets.Row{Gap: 8, Stretch: title}.New(title, w.copyButton(line.Text)), text))
	}
	return widgets.NewCard(lines)
}

// askTestMessage asks for a number and sends hello_world to it, once confirmed.
func (w *Window) askTestMessage(entry vault.Entry) {
	number := widgets.NewTextEntry("")
	number.SetPlaceHolder(w.say("test.placeholder"))
	result := widgets.NewColumn(0)
	world := w.world()
	var dialog *widgets.Dialog
	sending := false
	send := widgets.NewButton(widgets.Primary, w.say("test.send"), func() {
		if sending {
			return
		}
		if _, err := handover.Recipient(number.Text); err != nil {
			w.fill(result, widgets.NewText(w.say("test.number")))
			return
		}
		sending = true
		w.fill(result, widgets.NewSmallText(w.say("test.sending")))
		var err error
		w.background(func(ctx context.Context) { _, err = handover.SendTest(ctx, world, entry, number.Text) }, func() {
			sending = false
			w.fill(result, w.testOutcome(err))
		})
	})
	close := widgets.NewButton(widgets.Secondary, w.say("button.close"), func() { dialog.Hide() })
	dialog = w.dialog(w.say("test.title"), widgets.NewColumn(10, widgets.NewText(w.say("test.text")), number, result), close, send)
	w.window.Canvas().Focus(number)
}

// testOutcome says what came of a test message, and what to do about it.
func (w *Window) testOutcome(err error) fyne.CanvasObject {
	if err == nil {
		return widgets.NewFlowRow(8, 4, widgets.NewBadge(widgets.Fine, w.say("status.pass")), widgets.NewText(w.say("test.sent")))
	}
	title, text := "", ""
	switch {
	case errors.Is(err, handover.ErrNoPhoneNumber):
		title = w.say("test.no_phone")
	case graph.AsError(err) != nil:
		id := "trouble." + graph.AsError(err).Trouble().ID
		values := words.TroubleValues(graph.AsError(err))
		title, text = w.say(id+".title", values), w.say(id+".fix", values)
	case graph.AsNetworkError(err) != nil:
		id := "network." + string(graph.AsNetworkError(err).Kind)
		title, text = w.say(id+".title", words.Values{"Host": graph.AsNetworkError(err).Host}), w.say("test.maybe_sent")
	default:
		id, values := keychainTrouble(err)
		title, text = w.say(id+".title"), w.say(id+".fix", values)
	}
	return widgets.NewColumn(6, widgets.NewFlowRow(8, 4, widgets.NewBadge(widgets.ToFix, w.say("status.fail")), widgets.NewText("**"+title+"**")),
		widgets.NewText(text))
}
