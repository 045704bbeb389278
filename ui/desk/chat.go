package desk

import (
	"fyne.io/fyne/v2"

	"latchkey/ui/parts"
	"latchkey/ui/repair"
	"latchkey/ui/shell"
	"latchkey/ui/theme"
	"latchkey/ui/widgets"
	"latchkey/ui/words"
	"latchkey/wizard/vault"
)

// chat is the page for a token that came in a chat: what to do with it, and the message for the
// customer.
type chat struct {
	shell.Simple
	shell *shell.Shell
}

func showChat(s *shell.Shell) { s.Show(&chat{shell: s}) }

// Draw implements shell.Page.
func (c *chat) Draw() shell.View {
	s, title := c.shell, c.shell.Say("desk.in_chat")
	back := func() { Show(s) }
	var text string
	copyAnswer := copyButton(s, func() string { return text })
	answer := parts.InLanguage(s, func(spoken *words.Words, language fyne.CanvasObject) []fyne.CanvasObject {
		text = words.Plain(spoken.Say("message.token_in_chat"))
		return []fyne.CanvasObject{letter(text, language)}
	})
	revoke := func() { repair.Revoke(s, vault.Entry{}, func(bool) { Show(s) }) }
	return shell.View{
		Title: title,
		Content: widgets.NewPage(
			widgets.NewHead(title, widgets.NewQuietText(s.Say("message.token_in_chat_desk"))),
			widgets.NewColumn(theme.Gap, answer, widgets.NewFlowRow(8, 0,
				widgets.NewSmallText(s.Say("desk.revoke_it")),
				widgets.NewButton(widgets.SmallLink, s.Say("fix.revoke.button"), revoke)))),
		Footer: s.Footer(back, copyAnswer),
		Enter:  copyAnswer.OnTapped,
		Escape: back,
	}
}
