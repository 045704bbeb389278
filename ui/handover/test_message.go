package handover

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"

	"latchkey/graph/site"
	"latchkey/ui/parts"
	"latchkey/ui/shell"
	"latchkey/ui/theme"
	"latchkey/ui/widgets"
	"latchkey/ui/words"
	"latchkey/wizard/handover"
	"latchkey/wizard/vault"
)

// TestMessages sends test messages from a window, one at a time: each is charged.
type TestMessages struct {
	underWay bool
}

// Ask says what would be sent, asks for a number and sends it there, once confirmed.
// While one message is on its way no other is sent.
func (m *TestMessages) Ask(s *shell.Shell, entry vault.Entry) {
	if entry.PhoneID == "" {
		s.Tell(s.Say("test.title"), s.Say("send.no_number"))
		return
	}
	number := widgets.NewTextEntry("")
	number.SetPlaceHolder(s.Say("test.placeholder"))
	what, result := widgets.NewColumn(4, widgets.NewSmallText(s.Say("test.finding"))), widgets.NewColumn(0)
	env := s.Env()
	var found *handover.TestMessage
	var dialog *widgets.Dialog
	send := widgets.NewButton(widgets.Primary, s.Say("test.send"), func() {
		switch {
		case m.underWay:
			s.Fill(result, widgets.NewSmallText(s.Say("test.under_way")))
			return
		case found == nil:
			return // what is there instead says why
		}
		m.underWay = true
		s.Fill(result, widgets.NewSmallText(s.Say("test.sending")))
		to, message := number.Text, *found
		shell.Try(s.WhileOpen(), func(ctx context.Context) (handover.Sent, error) {
			return handover.SendTest(ctx, env.Graph, env.Vault, entry, message, to)
		}, func(sent handover.Sent, err error) {
			m.underWay = false
			s.Fill(result, testOutcome(s, sent, err))
			if !dialog.Visible() {
				s.Inform(s.Say("test.title"), testOutcome(s, sent, err))
			}
		})
	})
	close := widgets.NewButton(widgets.Secondary, s.Say("button.close"), func() { dialog.Hide() })
	dialog = s.Dialog(s.Say("test.title"), widgets.NewColumn(10, widgets.NewText(s.Say("test.text")), what, number, result), close, send)
	s.Focus(number)
	shell.Try(s.OnPage(), func(ctx context.Context) (handover.TestMessage, error) {
		return handover.FindTestMessage(ctx, env.Graph, env.Vault, entry)
	}, func(message handover.TestMessage, err error) {
		if err != nil {
			s.Fill(what, testFailure(s, err))
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

// testOutcome says what came of a test message, and what to do about it.
func testOutcome(s *shell.Shell, sent handover.Sent, err error) fyne.CanvasObject {
	if err == nil {
		id := "send.accepted"
		if sent.KeptBack() {
			id = "send.held"
		}
		badge := widgets.NewBadge(widgets.Fine, s.Say("status.pass"))
		return widgets.NewColumn(6, widgets.NewFlowRow(0, 0, badge), widgets.NewText(s.Say(id, words.Values{"To": "+" + sent.Recipient})))
	}
	return testFailure(s, err)
}

// testFailure says why no test message went out, or that nobody knows whether one
// did.
func testFailure(s *shell.Shell, err error) fyne.CanvasObject {
	title, text := testTrouble(s, err)
	column := widgets.NewColumn(6, widgets.NewFlowRow(0, 0, widgets.NewBadge(widgets.ToFix, s.Say("status.fail"))))
	if title != "" {
		column.Add(widgets.NewText("**" + title + "**"))
	}
	column.Add(widgets.NewText(text))
	if errors.Is(err, handover.ErrNoTemplate) {
		column.Add(parts.Opener(s, s.Say("page."+string(site.PageTemplates)), widgets.Primary,
			func() string { return s.Env().Page(site.PageTemplates, site.PageIDs{}) }, nil))
	}
	return column
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
