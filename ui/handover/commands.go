package handover

import (
	"fyne.io/fyne/v2"

	"latchkey/ui/parts"
	"latchkey/ui/shell"
	"latchkey/ui/theme"
	"latchkey/ui/widgets"
	"latchkey/wizard/handover"
	"latchkey/wizard/vault"
)

// commands is the page with what a developer pastes into a terminal.
type commands struct {
	shell.Simple
	shell *shell.Shell
	entry vault.Entry
	back  func() // to the page before
}

func showCommands(s *shell.Shell, entry vault.Entry, back func()) {
	s.Show(&commands{shell: s, entry: entry, back: back})
}

// Draw implements shell.Page.
func (c *commands) Draw() shell.View {
	s, title := c.shell, c.shell.Say("handover.commands")
	var lines []fyne.CanvasObject
	for _, line := range handover.Lines(c.entry.Name, s.Practice() != nil) {
		text := widgets.NewStyledText(line.Text, widgets.TextStyle{Size: theme.SizeNameSmall, Color: theme.ColorNameQuietText, Plain: true, Monospace: true})
		name := widgets.NewText(s.Say("handover.line_" + line.ID))
		lines = append(lines, widgets.NewColumn(2, widgets.Row{Gap: 8, Stretch: name}.New(name, parts.CopyButton(s, line.Text)), text))
	}
	half := len(lines) / 2 // those that come first are the longest
	return shell.View{
		Title: title,
		Content: widgets.NewPage(
			widgets.NewHead(title, widgets.NewQuietText(s.Say("handover.commands_lead"))),
			widgets.NewGrid(2, theme.Gap, 300, widgets.NewColumn(theme.SmallGap, lines[:half]...), widgets.NewColumn(theme.SmallGap, lines[half:]...))),
		Footer: s.Footer(c.back, s.MainButton(s.Say("button.done"), c.back)),
		Enter:  c.back,
		Escape: c.back,
	}
}
