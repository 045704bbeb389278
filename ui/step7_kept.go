package ui

import (
	"fyne.io/fyne/v2"

	"latchkey/ui/theme"
	"latchkey/ui/widgets"
	"latchkey/ui/words"
)

// showKept gives what an integration needs, and says where things lie.
func (p *setupPages) showKept() {
	saved := p.setup.Saved()
	clipboard := widgets.NewText(p.say("kept.clipboard")) // true until it is copied; then the countdown tells
	values := p.handOverValues(*saved, clipboard.Hide)
	where := widgets.NewCard(widgets.NewColumn(10,
		widgets.NewCardTitle(p.say("kept.where")),
		widgets.NewText(p.say("kept.where_text", words.Values{"Service": p.service(), "Name": saved.Name})),
		clipboard, widgets.NewSmallText(p.Words.Paragraph(p.say("kept.remove"), p.say("kept.revoke"+revoker(*saved))))))
	next := widgets.NewColumn(8, widgets.NewCardTitle(p.say("kept.next")),
		widgets.NewButton(widgets.SmallLink, p.say("test.main"), func() { p.askTestMessage(*saved) }))
	if !saved.NeverExpires {
		next.Add(widgets.NewButton(widgets.SmallLink, p.say("calendar.button"), func() { p.saveCalendar(*saved) }))
	}
	p.put(stepPage{
		title: p.say("kept.title", words.Values{"Name": saved.Name}), lead: p.say("kept.lead"),
		body: widgets.NewGrid(2, theme.Gap, 280, values, widgets.NewColumn(theme.Gap, where, widgets.NewCard(next))),
		main: p.say("button.close"), press: p.finish, noBack: true,
		aside: []fyne.CanvasObject{widgets.NewButton(widgets.Secondary, p.say("saved.hand_over"), func() {
			p.setup.Forget()
			p.showHandOver(*saved, p.ShowHome)
		})},
	})
}

// finish leaves the setup: the token goes from memory.
func (p *setupPages) finish() {
	p.setup.Forget()
	p.ShowHome()
}
