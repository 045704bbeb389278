package setup

import (
	"fyne.io/fyne/v2"

	"latchkey/ui/handover"
	"latchkey/ui/parts"
	tokens "latchkey/ui/saved"
	"latchkey/ui/shell"
	"latchkey/ui/theme"
	"latchkey/ui/widgets"
	"latchkey/ui/words"
	"latchkey/wizard/setup"
	"latchkey/wizard/vault"
)

// showKept gives what an integration needs, and says where things lie.
func (p *pages) showKept() {
	saved := *p.setup.Saved()
	kept := setup.KeptOf(saved)
	values := handover.Values(p.shell, saved, widgets.NewSmallText(p.shell.Say("kept.clipboard"))) // true until it is copied
	waiting := widgets.NewCard(widgets.NewColumn(6,
		widgets.NewCardTitle(p.shell.Say("kept.waiting")), widgets.NewText(p.shell.Say("kept.elsewhere"))))
	last := p.where(saved, kept)
	if former := p.setup.Former(); former != nil { // it lies where that one did
		last = widgets.NewPaddedCard(theme.CardPadding, 14, parts.Undo(p.shell, former, p.undo))
	}
	body := widgets.NewGrid(2, theme.Gap, 280, values, widgets.NewColumn(theme.Gap, waiting, p.nextActs(saved, kept.Next), last))
	p.show(content{
		title: p.shell.Say("kept.title", words.Values{"Name": saved.Name}), lead: p.shell.Say("kept.lead"),
		body: body,
		main: p.shell.Say("saved.hand_over"), press: func() {
			p.setup.Forget()
			p.shell.Rooms.HandOver(saved, p.shell.Rooms.Home)
		},
		aside: []fyne.CanvasObject{widgets.NewButton(widgets.Secondary, p.shell.Say("button.close"), p.finish)}, noBack: true,
	})
}

// where says in which place the token lies, and how it is ended.
func (p *pages) where(saved vault.Entry, kept setup.Kept) fyne.CanvasObject {
	return widgets.NewPaddedCard(theme.CardPadding, 14, widgets.NewColumn(8,
		widgets.NewCardTitle(p.shell.Say("kept.where")),
		widgets.NewText(p.shell.Say("kept.where_text", words.Values{"Name": saved.Name})),
		widgets.NewExpander(p.shell.Say("kept.end"),
			widgets.NewSmallText(p.shell.Words.Paragraph(p.shell.Say("kept.remove"), p.shell.Say(kept.Revoke))))))
}

// nextActs are what can be done with a saved token, beside handing it over, which the main button does.
func (p *pages) nextActs(saved vault.Entry, acts []setup.Next) fyne.CanvasObject {
	buttons := widgets.NewFlowRow(16, 6)
	add := func(label string, press func()) {
		buttons.Add(widgets.NewButton(widgets.SmallLink, p.shell.Say(label), press))
	}
	for _, each := range acts {
		switch each {
		case setup.NextSendTest:
			add("test.main", func() { p.shell.Rooms.TestMessage(saved) })
		case setup.NextCalendar:
			add("calendar.button", func() { tokens.SaveCalendar(p.shell, saved) })
		}
	}
	return widgets.NewPaddedCard(theme.CardPadding, 12, buttons)
}

// undo puts the old token back, and goes back to where the new one can be saved
// under another name.
func (p *pages) undo() {
	if p.saving {
		return
	}
	p.saving = true
	former, steps := p.setup.Former(), p.setup
	shell.Try(p.shell.OnPage(), steps.Undo, func(_ vault.Outcome, err error) {
		p.saving = false
		if steps.Saved() != nil {
			p.refuse(parts.KeychainRefusal(p.shell, err), nil)
			return
		}
		p.showStep()
		p.shell.Tell(p.shell.Say("undo.done.title"), p.shell.Say("undo.done.text", words.Values{"Name": former.Name(), "Last4": former.Last4()}))
	})
}

// finish leaves the setup: the tokens go from memory.
func (p *pages) finish() {
	p.setup.Forget()
	p.shell.Rooms.Home()
}
