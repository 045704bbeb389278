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
	clipboard := widgets.NewSmallText(p.shell.Say("kept.clipboard")) // true until it is copied; then the countdown tells
	values := handover.Values(p.shell, saved, clipboard.Hide)
	where := widgets.NewCard(widgets.NewColumn(10,
		widgets.NewCardTitle(p.shell.Say("kept.where")),
		widgets.NewText(p.shell.Say("kept.where_text", words.Values{"Name": saved.Name})),
		clipboard, widgets.NewExpander(p.shell.Say("kept.end"),
			widgets.NewSmallText(p.shell.Words.Paragraph(p.shell.Say("kept.remove"), p.shell.Say(kept.Revoke))))))
	body := widgets.NewColumn(theme.Gap)
	if former := p.setup.Former(); former != nil {
		body.Add(parts.Undo(p.shell, former, p.undo))
	}
	body.Add(widgets.NewGrid(2, theme.Gap, 280, values, widgets.NewColumn(theme.Gap,
		p.nextActs(saved, kept.Next), where)))
	if p.setup.Former() == nil { // where it can be undone there is no room; the next page tells it too
		body.Add(widgets.NewSmallText(p.shell.Say("kept.elsewhere")))
	}
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
	return widgets.NewCard(widgets.NewColumn(theme.SmallGap, widgets.NewCardTitle(p.shell.Say("kept.next")), buttons))
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
