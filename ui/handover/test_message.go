package handover

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"

	"latchkey/graph"
	"latchkey/graph/trouble"
	"latchkey/ui/parts"
	"latchkey/ui/shell"
	"latchkey/ui/widgets"
	"latchkey/ui/words"
	"latchkey/wizard/handover"
	"latchkey/wizard/vault"
)

// TestMessages sends test messages from a window, one at a time: each is charged.
type TestMessages struct {
	underWay bool
}

// Ask asks for a number and sends hello_world to it, once confirmed. While one
// message is on its way no other is sent.
func (m *TestMessages) Ask(s *shell.Shell, entry vault.Entry) {
	if entry.PhoneID == "" {
		s.Tell(s.Say("test.title"), s.Say("send.no_number"))
		return
	}
	number := widgets.NewTextEntry("")
	number.SetPlaceHolder(s.Say("test.placeholder"))
	result := widgets.NewColumn(0)
	env := s.Env()
	var dialog *widgets.Dialog
	send := widgets.NewButton(widgets.Primary, s.Say("test.send"), func() {
		if m.underWay {
			s.Fill(result, widgets.NewSmallText(s.Say("test.under_way")))
			return
		}
		m.underWay = true
		s.Fill(result, widgets.NewSmallText(s.Say("test.sending")))
		to := number.Text
		shell.Try(s.WhileOpen(), func(ctx context.Context) (handover.Sent, error) {
			return handover.SendTest(ctx, env.Graph, env.Vault, entry, to)
		}, func(sent handover.Sent, err error) {
			m.underWay = false
			s.Fill(result, testOutcome(s, sent, err))
			if !dialog.Visible() {
				s.Inform(s.Say("test.title"), testOutcome(s, sent, err))
			}
		})
	})
	close := widgets.NewButton(widgets.Secondary, s.Say("button.close"), func() { dialog.Hide() })
	dialog = s.Dialog(s.Say("test.title"), widgets.NewColumn(10, widgets.NewText(s.Say("test.text")), number, result), close, send)
	s.Focus(number)
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
	title, text := testTrouble(s, err)
	column := widgets.NewColumn(6, widgets.NewFlowRow(0, 0, widgets.NewBadge(widgets.ToFix, s.Say("status.fail"))))
	if title != "" {
		column.Add(widgets.NewText("**" + title + "**"))
	}
	column.Add(widgets.NewText(text))
	return column
}

// testTrouble is why no test message went out, or that nobody knows whether one
// did.
func testTrouble(s *shell.Shell, err error) (title, text string) {
	var recipient *handover.RecipientError
	refused, unanswered := trouble.AsError(err), graph.AsNetworkError(err)
	switch {
	case errors.As(err, &recipient):
		return "", s.Say("recipient." + string(recipient.Fault))
	case errors.Is(err, handover.ErrNoPhoneNumber):
		return "", s.Say("send.no_number")
	case refused != nil:
		id, values := "trouble."+refused.Trouble().ID, refused.Values()
		return s.Say(id+".title", values), s.Say(id+".fix", values)
	case unanswered != nil:
		said := "send.not_sent"
		if graph.MayHaveArrived(err) {
			said = "send.unknown"
		}
		return s.Say("network."+string(unanswered.Kind)+".title", unanswered.Values()), s.Say(said)
	}
	id, values := parts.KeychainTrouble(err)
	return s.Say(id + ".title"), s.Say(id+".fix", values)
}
