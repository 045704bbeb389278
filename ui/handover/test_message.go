package handover

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"

	"latchkey/graph"
	"latchkey/graph/site"
	"latchkey/graph/trouble"
	"latchkey/ui/parts"
	"latchkey/ui/shell"
	"latchkey/ui/theme"
	"latchkey/ui/widgets"
	"latchkey/ui/words"
	"latchkey/wizard/handover"
	"latchkey/wizard/repair"
	"latchkey/wizard/vault"
)

// TestMessages sends test messages from a window, one at a time: each is charged.
type TestMessages struct {
	underWay bool
}

// Ask says what would be sent, asks for a number and sends it there, once confirmed.
// While one message is on its way no other is sent.
func (m *TestMessages) Ask(s *shell.Shell, entry vault.Entry) { m.ask(s, entry, "") }

// ask asks with a number in the field, such as the one before.
func (m *TestMessages) ask(s *shell.Shell, entry vault.Entry, to string) {
	if entry.PhoneID == "" {
		s.Tell(s.Say("test.title"), s.Say("send.no_number"))
		return
	}
	number := widgets.NewTextEntry(to)
	number.SetPlaceHolder(s.Say("test.placeholder"))
	told, what := widgets.NewColumn(0), widgets.NewColumn(4, widgets.NewSmallText(s.Say("test.finding")))
	told.Hide()
	tell := func(object fyne.CanvasObject) {
		told.Show()
		s.Fill(told, object)
	}
	env := s.Env()
	var found *handover.TestMessage
	var dialog *widgets.Dialog
	send := widgets.NewButton(widgets.Primary, s.Say("test.send"), func() {
		widgets.MarkTrouble(number, "")
		switch {
		case m.underWay:
			tell(widgets.NewSmallText(s.Say("test.under_way")))
			return
		case found == nil:
			return // what is there instead says why
		}
		m.underWay = true
		tell(widgets.NewSmallText(s.Say("test.sending")))
		to, message := number.Text, *found
		shell.Try(s.WhileOpen(), func(ctx context.Context) (handover.Sent, error) {
			return handover.SendTest(ctx, env.Graph, env.Vault, entry, message, to)
		}, func(sent handover.Sent, err error) {
			m.underWay = false
			var recipient *handover.RecipientError
			if errors.As(err, &recipient) && dialog.Visible() {
				summary := parts.Wrong(s, s.Say("recipient."+string(recipient.Fault)), number)
				tell(summary)
				s.Focus(summary)
				return
			}
			dialog.Hide()
			tellOutcome(s, sent, err, func() { m.ask(s, entry, to) })
		})
	})
	close := widgets.NewButton(widgets.Secondary, s.Say("button.close"), func() { dialog.Hide() })
	dialog = s.Dialog(s.Say("test.title"), widgets.NewColumn(10, told, widgets.NewText(s.Say("test.text")), what,
		widgets.NewField(s.Say("test.number"), "", number)), close, send)
	s.Focus(number)
	shell.Try(s.OnPage(), func(ctx context.Context) (handover.TestMessage, error) {
		return handover.FindTestMessage(ctx, env.Graph, env.Vault, entry)
	}, func(message handover.TestMessage, err error) {
		switch {
		case !dialog.Visible():
			return
		case err != nil:
			dialog.Hide()
			tellFailure(s, err, func() { m.ask(s, entry, number.Text) })
			return
		}
		found = &message
		s.Fill(what, testMessage(s, message)...)
	})
}

// testMessage says what goes out, and what it costs.
func testMessage(s *shell.Shell, message handover.TestMessage) []fyne.CanvasObject {
	template := s.Say("test.template", words.Values{"Template": message.Template, "Language": message.Language})
	text := widgets.NewSmallText(s.Say("test.lent"))
	if message.Text != "" {
		text = widgets.NewStyledText(s.Say("send.text", words.Values{"Text": message.Text}),
			widgets.TextStyle{Size: theme.SizeNameSmall, Color: theme.ColorNameQuietText, Plain: true})
	}
	return []fyne.CanvasObject{widgets.NewText(template), text, widgets.NewSmallText(s.Say("send.charged"))}
}

// tellOutcome says what came of a test message, and what to do about it. again asks for another number.
func tellOutcome(s *shell.Shell, sent handover.Sent, err error, again func()) {
	if err == nil {
		id := "send.accepted"
		if sent.KeptBack() {
			id = "send.held"
		}
		badge := widgets.NewBadge(widgets.Fine, s.Say("status.pass"))
		s.Inform(s.Say("test.sent"), widgets.NewColumn(6, widgets.NewFlowRow(0, 0, badge), widgets.NewText(s.Say(id, words.Values{"To": "+" + sent.Recipient}))))
		return
	}
	tellFailure(s, err, again)
}

// tellFailure says why no test message went out, or that nobody knows whether one did. The main
// button is what helps.
func tellFailure(s *shell.Shell, err error, again func()) {
	var dialog *widgets.Dialog
	leave := func(then func()) func() { return shell.Closing(&dialog, then) }
	title, text := testTrouble(s, err)
	column := widgets.NewColumn(6, widgets.NewFlowRow(0, 0, widgets.NewBadge(widgets.ToFix, s.Say("status.fail"))))
	if title != "" {
		column.Add(widgets.NewText("**" + title + "**"))
	}
	column.Add(widgets.NewText(text))
	close := widgets.NewButton(widgets.Secondary, s.Say("button.close"), leave(func() {}))
	buttons := []*widgets.Button{close}
	heading := "test.not_sent"
	switch page := pageOf(err); {
	case handover.MayHaveGoneOut(err):
		heading = "test.unknown"
		close.SetImportance(widgets.Primary) // first the phone is to be looked at
	case page != site.PageNone:
		button, beside := parts.OpenerApart(s, s.Say("page."+string(page)), func() string { return s.Env().Page(page, site.PageIDs{}) })
		column.Add(beside)
		buttons = append(buttons, widgets.NewButton(widgets.Secondary, s.Say("button.try_again"), leave(again)), button)
	case repair.WayAfterError(err) == repair.WayAgain:
		buttons = append(buttons, widgets.NewButton(widgets.Primary, s.Say("button.try_again"), leave(again)))
	default:
		close.SetImportance(widgets.Primary)
	}
	for _, details := range parts.ForSupport(s, err) {
		column.Add(details)
	}
	dialog = s.Dialog(s.Say(heading), column, buttons...)
}

// pageOf is Meta's page on which it is mended that no message went out.
func pageOf(err error) site.Page {
	if errors.Is(err, handover.ErrNoTemplate) {
		return site.PageTemplates
	}
	if refused := trouble.AsError(err); refused != nil && !graph.Passes(err) {
		return refused.Trouble().Page
	}
	return site.PageNone
}

// testTrouble is why no test message went out, or that nobody knows whether one
// did.
func testTrouble(s *shell.Shell, err error) (title, text string) {
	var recipient *handover.RecipientError
	switch {
	case errors.As(err, &recipient):
		return "", s.Say("recipient." + string(recipient.Fault))
	case errors.Is(err, handover.ErrNoPhoneNumber):
		return "", s.Say("send.no_number")
	case errors.Is(err, handover.ErrNoTemplate):
		return "", s.Say("send.no_template")
	}
	unanswered := "send.not_sent"
	if handover.MayHaveGoneOut(err) {
		unanswered = "send.unknown"
	}
	if title, text, told := parts.GraphTrouble(s, err, unanswered); told {
		return title, text
	}
	id, values := parts.KeychainTrouble(err)
	return s.Say(id + ".title"), s.Say(id+".fix", values)
}
