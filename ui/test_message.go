package ui

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"

	"latchkey/graph"
	"latchkey/graph/trouble"
	"latchkey/ui/widgets"
	"latchkey/ui/words"
	"latchkey/wizard/handover"
	"latchkey/wizard/vault"
)

// askTestMessage asks for a number and sends hello_world to it, once confirmed.
// While one message is on its way no other is sent: each is charged.
func (w *Window) askTestMessage(entry vault.Entry) {
	if entry.PhoneID == "" {
		w.tell(w.say("test.title"), w.say("send.no_number"))
		return
	}
	number := widgets.NewTextEntry("")
	number.SetPlaceHolder(w.say("test.placeholder"))
	result := widgets.NewColumn(0)
	env := w.env()
	var dialog *widgets.Dialog
	send := widgets.NewButton(widgets.Primary, w.say("test.send"), func() {
		if w.testing {
			w.fill(result, widgets.NewSmallText(w.say("test.under_way")))
			return
		}
		w.testing = true
		w.fill(result, widgets.NewSmallText(w.say("test.sending")))
		to := number.Text
		var sent handover.Sent
		var err error
		w.background(func(ctx context.Context) { sent, err = handover.SendTest(ctx, env.Graph, env.Vault, entry, to) }, func() {
			w.testing = false
			w.fill(result, w.testOutcome(sent, err))
			if !dialog.Visible() {
				var told *widgets.Dialog
				told = w.dialog(w.say("test.title"), w.testOutcome(sent, err),
					widgets.NewButton(widgets.Primary, w.say("button.close"), func() { told.Hide() }))
			}
		})
	})
	close := widgets.NewButton(widgets.Secondary, w.say("button.close"), func() { dialog.Hide() })
	dialog = w.dialog(w.say("test.title"), widgets.NewColumn(10, widgets.NewText(w.say("test.text")), number, result), close, send)
	w.window.Canvas().Focus(number)
}

// testOutcome says what came of a test message, and what to do about it.
func (w *Window) testOutcome(sent handover.Sent, err error) fyne.CanvasObject {
	if err == nil {
		id := "send.accepted"
		if sent.Held() {
			id = "send.held"
		}
		badge := widgets.NewBadge(widgets.Fine, w.say("status.pass"))
		return widgets.NewColumn(6, widgets.NewFlowRow(0, 0, badge), widgets.NewText(w.say(id, words.Values{"To": "+" + sent.Recipient})))
	}
	title, text := w.testTrouble(err)
	column := widgets.NewColumn(6, widgets.NewFlowRow(0, 0, widgets.NewBadge(widgets.ToFix, w.say("status.fail"))))
	if title != "" {
		column.Add(widgets.NewText("**" + title + "**"))
	}
	column.Add(widgets.NewText(text))
	return column
}

// testTrouble is why no test message went out, or that nobody knows whether one
// did.
func (w *Window) testTrouble(err error) (title, text string) {
	var recipient *handover.RecipientError
	refused, unanswered := trouble.AsError(err), graph.AsNetworkError(err)
	switch {
	case errors.As(err, &recipient):
		return "", w.say("recipient." + string(recipient.Fault))
	case errors.Is(err, handover.ErrNoPhoneNumber):
		return "", w.say("send.no_number")
	case refused != nil:
		id, values := "trouble."+refused.Trouble().ID, words.TroubleValues(refused)
		return w.say(id+".title", values), w.say(id+".fix", values)
	case unanswered != nil:
		said := "send.not_sent"
		if handover.MayHaveGoneOut(err) {
			said = "send.unknown"
		}
		return w.say("network."+string(unanswered.Kind)+".title", words.NetworkValues(unanswered)), w.say(said)
	}
	id, values := keychainTrouble(err)
	return w.say(id + ".title"), w.say(id+".fix", values)
}
