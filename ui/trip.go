package ui

import (
	"fyne.io/fyne/v2"

	"latchkey/graph"
	"latchkey/ui/pictures"
	"latchkey/ui/theme"
	"latchkey/ui/widgets"
	"latchkey/ui/words"
)

// trip is a step that happens on one of Meta's pages: a picture of what will
// be seen, what to do there, and the button that opens it.
type trip struct {
	picture      fyne.CanvasObject
	instructions []widgets.Instruction
	page         graph.Page
	values       words.Values // what goes into the lead
}

// showTrip shows a trip as the page of the current step. Its words hang below
// the step's id.
func (p *setupPages) showTrip(t trip) {
	id := "step." + p.setup.Step().ID()
	elsewise := widgets.NewButton(widgets.SmallLink, p.say("button.something_else"), func() {
		p.tell(p.say("else.title"), p.say(id+".else"))
	})
	left := widgets.NewColumn(theme.Gap,
		widgets.NewColumn(8, t.picture,
			widgets.NewFlowRow(8, 0, widgets.NewSmallText(p.say("picture.note")), elsewise)),
		p.openPage(p.say(id+".open"), t.page, p.setup.PageIDs, nil))
	right := widgets.NewInstructionCard(p.say("trip.on_page"), t.instructions...)
	body := widgets.NewGrid(2, theme.Gap, 280, left, right)
	p.put(stepPage{title: p.say(id + ".title"), lead: p.say(id+".lead", t.values), body: body, main: p.say(id + ".main"), press: p.next})
}

func (w *Window) picture(scene pictures.Scene, id string) fyne.CanvasObject {
	return pictures.New(scene, w.say("picture."+id))
}

func (w *Window) businessSettings() pictures.BusinessSettings {
	return pictures.BusinessSettings{
		Window: w.say("meta.business_settings"), Users: w.say("meta.users"), People: w.say("meta.people"),
		Partners: w.say("meta.partners"), SystemUsers: w.say("meta.system_users"),
	}
}
