package parts

import (
	"cmp"
	"errors"

	"fyne.io/fyne/v2"

	"latchkey/graph"
	"latchkey/graph/trouble"
	"latchkey/ui/shell"
	"latchkey/ui/widgets"
	"latchkey/ui/words"
	"latchkey/wizard/check"
	"latchkey/wizard/files"
	"latchkey/wizard/partner"
	"latchkey/wizard/vault"
)

// KeychainFix says what keeps the keychain from keeping a token, and what to
// do about it.
func KeychainFix(s *shell.Shell, err error, again func()) fyne.CanvasObject {
	id, values := KeychainTrouble(err)
	return widgets.NewFixCard(widgets.Fix{
		Word:   s.Say("status.fail"),
		Title:  s.Say(id + ".title"),
		Text:   s.Words.Advice(id, values),
		Button: widgets.NewButton(widgets.Primary, s.Say("button.try_again"), again),
	})
}

// KeychainRefusal is the same in a line.
func KeychainRefusal(s *shell.Shell, err error) string {
	id, values := KeychainTrouble(err)
	return s.Words.Paragraph(s.Say(id+".title"), s.Say(id+".fix", values))
}

// KeychainTrouble is the id of the words for an error of the vault's, and the
// values in them.
func KeychainTrouble(err error) (id string, values words.Values) {
	id, values = vault.TroubleOf(err)
	return cmp.Or(id, "keychain."+string(vault.Other)), values
}

// FileTrouble says what is wrong with the program's own folder.
func FileTrouble(s *shell.Shell, err error) string {
	id, values := "files."+string(files.Other), words.Values{}
	var file *files.Error
	if errors.As(err, &file) {
		id, values = vault.TroubleOf(file)
	}
	return s.Words.Advice(id, values)
}

// PasteTrouble names what was pasted in place of a token.
func PasteTrouble(s *shell.Shell, paste check.Paste) string {
	text := s.Words.Row(check.ShapeRow(paste), s.Now())
	return s.Words.Paragraph(text.Title, text.Fix)
}

// CheckTrouble says why a check could not even begin.
func CheckTrouble(s *shell.Shell, err error) string {
	if errors.Is(err, graph.ErrNotSendable) {
		return s.Say("desk.odd_token")
	}
	return s.Say("desk.not_begun")
}

// PartnerTrouble says why a business token was not had, and what to do.
func PartnerTrouble(s *shell.Shell, reason partner.Reason) string {
	return s.Words.Paragraph(s.Say(reason.ID+".title", reason.Values), s.Say(reason.ID+".fix", reason.Values))
}

// Wrong says what is wrong with what was typed into a field, and leads there.
func Wrong(s *shell.Shell, text string, field fyne.Focusable) *widgets.TroubleSummary {
	return widgets.NewTroubleSummary(s.Say("trouble.summary"), widgets.Trouble{Text: words.Plain(text), Field: field})
}

// OnTop shows what is wrong in its place above the title of a page, and puts the focus there.
func OnTop(s *shell.Shell, place *fyne.Container, wrong *widgets.TroubleSummary) {
	s.Fill(place, wrong)
	widgets.Reveal(place)
	s.Focus(wrong)
}

// GraphTrouble says why Graph did not do what it was asked: its refusal, cause and fix,
// with Meta's own words where they say more, or what stood in the way. unanswered is the id
// of the words for what follows from no answer. told is false for other errors. What support
// asks for is with ForSupport.
func GraphTrouble(s *shell.Shell, err error, unanswered string) (title, text string, told bool) {
	if refused := trouble.AsError(err); refused != nil {
		id, values := "trouble."+refused.Trouble().ID, refused.Values()
		cause := s.Say(id+".cause", values)
		text = s.Words.Paragraph(cause, s.Say(id+".fix", values))
		if words.QuotesMeta(refused, cause) {
			text += "\n" + s.Say("trouble.said", values)
		}
		return s.Say(id+".title", values), text, true
	}
	if failure := graph.AsNetworkError(err); failure != nil {
		return s.Say("network."+string(failure.Kind)+".title", failure.Values()), s.Say(unanswered), true
	}
	return "", "", false
}
