package setup

import (
	"latchkey/ui/widgets"
	"latchkey/wizard/setup"

	"fyne.io/fyne/v2"
)

// differenceCard says exactly how a new token differs from the one it would
// replace.
func (p *pages) differenceCard(differences []setup.Difference) fyne.CanvasObject {
	lines := widgets.NewColumn(6, widgets.NewFlowRow(8, 4,
		widgets.NewBadge(widgets.Advice, p.shell.Say("status.warn")), widgets.NewCardTitle(p.shell.Say("renew.differs"))))
	for _, difference := range differences {
		lines.Add(widgets.NewText(p.shell.Words.Difference(difference)))
	}
	return widgets.NewCard(lines)
}

// askDifferent asks before a token that differs takes the old one's place.
func (p *pages) askDifferent() {
	var dialog *widgets.Dialog
	back := widgets.NewButton(widgets.Primary, p.shell.Say("renew.keep_old"), func() { dialog.Hide() })
	replace := widgets.NewButton(widgets.Danger, p.shell.Say("renew.replace"), func() {
		dialog.Hide()
		p.save(true)
	})
	dialog = p.shell.Dialog(p.shell.Say("renew.ask"), widgets.NewText(p.shell.Say("renew.ask_text")), replace, back)
}
