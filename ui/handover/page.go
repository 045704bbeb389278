package handover

import (
	"fyne.io/fyne/v2"

	"latchkey/ui/parts"
	"latchkey/ui/saved"
	"latchkey/ui/shell"
	"latchkey/ui/theme"
	"latchkey/ui/widgets"
	"latchkey/ui/words"
	"latchkey/wizard/vault"
)

// page gives a saved token to the software that uses it: a token that stays in the
// keychain does nothing.
type page struct {
	shell.Simple
	shell *shell.Shell
	entry vault.Entry
	back  func() // to the page before
}

// Show shows the ways to hand a saved token over; back leads to the page before.
func Show(s *shell.Shell, entry vault.Entry, back func()) {
	s.Show(&page{shell: s, entry: entry, back: back})
}

// Draw implements shell.Page.
func (p *page) Draw() shell.View {
	s, entry, back := p.shell, p.entry, p.back
	title := s.Say("handover.title", words.Values{"Name": entry.Name})
	test := func() { s.Rooms.TestMessage(entry) }
	again := func() { Show(s, entry, back) }
	ways := widgets.NewColumn(theme.Gap)
	if s.Practice() == nil { // what is pretend must not replace what is real
		ways.Add(here(s, entry, again))
	}
	ways.Add(widgets.NewCard(way(s, "commands", func() { showCommands(s, entry, again) })))
	return shell.View{
		Title: title,
		Content: widgets.NewPage(
			widgets.NewHead(title, widgets.NewQuietText(s.Say("handover.lead"))),
			widgets.NewColumn(theme.Gap, widgets.NewGrid(2, theme.Gap, 300, Values(s, entry, func() {}), ways),
				widgets.NewSmallText(s.Say("kept.elsewhere")))),
		Footer: s.Footer(back, s.MainButton(s.Say("test.main"), test)),
		Enter:  test,
		Escape: back,
	}
}

// Values are the three values an integration asks for. copying is called
// when the token is about to be copied.
func Values(s *shell.Shell, entry vault.Entry, copying func()) fyne.CanvasObject {
	value := func(id string, field fyne.CanvasObject) fyne.CanvasObject {
		return widgets.NewColumn(4, widgets.NewSmallText(s.Say("kept."+id)), field)
	}
	idField := func(id string) fyne.CanvasObject {
		if id == "" {
			return widgets.NewText(s.Say("kept.unknown"))
		}
		return parts.CopyField(s, id)
	}
	copied := widgets.NewColumn(0)
	tokens := saved.NewTokens(s)
	note := tokens.NoteIn(copied)
	token := widgets.NewCopyField(s.Say("kept.hidden_token", words.Values{"Last4": entry.Last4}), parts.CopyLabels(s), s.After,
		func(string) {
			copying()
			tokens.Copy(entry, note)
		})
	return widgets.NewCard(widgets.NewColumn(12,
		widgets.NewCardTitle(s.Say("kept.values")),
		value("token", token), copied,
		value("phone_id", idField(entry.PhoneID)),
		value("account_id", idField(entry.AccountID))))
}

// way leads to one of the ways to hand a token over.
func way(s *shell.Shell, id string, show func()) fyne.CanvasObject {
	return widgets.NewColumn(2,
		widgets.NewFlowRow(0, 0, widgets.NewButton(widgets.SmallLink, s.Say("handover."+id), show)),
		widgets.NewSmallText(s.Say("handover."+id+"_text")))
}

// here are the places that the window itself can put the token in; back
// leads from there to this page.
func here(s *shell.Shell, entry vault.Entry, back func()) fyne.CanvasObject {
	return widgets.NewCard(widgets.NewColumn(12, widgets.NewCardTitle(s.Say("handover.here")),
		way(s, "env_file", func() { showEnvFile(s, entry, back) }), way(s, "store", func() { showStore(s, entry, back) })))
}
