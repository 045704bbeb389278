package setup

import (
	"fyne.io/fyne/v2"

	"latchkey/ui/handover"
	"latchkey/ui/parts"
	tokens "latchkey/ui/saved"
	"latchkey/ui/theme"
	"latchkey/ui/widgets"
	"latchkey/ui/words"
)

// showKept gives what an integration needs, and says where things lie.
func (p *pages) showKept() {
	saved := p.setup.Saved()
	clipboard := widgets.NewText(p.shell.Say("kept.clipboard")) // true until it is copied; then the countdown tells
	values := handover.Values(p.shell, *saved, clipboard.Hide)
	where := widgets.NewCard(widgets.NewColumn(10,
		widgets.NewCardTitle(p.shell.Say("kept.where")),
		widgets.NewText(p.shell.Say("kept.where_text", words.Values{"Service": parts.Service(p.shell), "Name": saved.Name})),
		clipboard, widgets.NewSmallText(p.shell.Say("kept.remove"+tokens.Revoker(*saved)))))
	next := widgets.NewColumn(8, widgets.NewCardTitle(p.shell.Say("kept.next")),
		widgets.NewButton(widgets.SmallLink, p.shell.Say("test.main"), func() { p.shell.Rooms.TestMessage(*saved) }))
	if !saved.NeverExpires {
		next.Add(widgets.NewButton(widgets.SmallLink, p.shell.Say("calendar.button"), func() { tokens.SaveCalendar(p.shell, *saved) }))
	}
	p.show(content{
		title: p.shell.Say("kept.title", words.Values{"Name": saved.Name}), lead: p.shell.Say("kept.lead"),
		body: widgets.NewGrid(2, theme.Gap, 280, values, widgets.NewColumn(theme.Gap, where, widgets.NewCard(next))),
		main: p.shell.Say("button.close"), press: p.finish, noBack: true,
		aside: []fyne.CanvasObject{widgets.NewButton(widgets.Secondary, p.shell.Say("saved.hand_over"), func() {
			p.setup.Forget()
			p.shell.Rooms.HandOver(*saved, p.shell.Rooms.Home)
		})},
	})
}

// finish leaves the setup: the token goes from memory.
func (p *pages) finish() {
	p.setup.Forget()
	p.shell.Rooms.Home()
}
