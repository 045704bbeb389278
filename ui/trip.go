package ui

import (
	"fyne.io/fyne/v2"

	"latchkey/graph/site"
	"latchkey/ui/pictures"
	"latchkey/ui/theme"
	"latchkey/ui/widgets"
	"latchkey/ui/words"
)

// trip is a step that happens on one of Meta's pages: a picture of what will
// be seen, what to do there, and the button that opens it.
type trip struct {
	picture      fyne.CanvasObject
	nextPicture  fyne.CanvasObject // of what the thing marked in the first one leads to; may be nil
	instructions []widgets.Instruction
	page         site.Page
	values       words.Values // what goes into the lead
}

// showTrip shows a trip as the page of the current step. Its words hang below
// the step's id.
func (p *setupPages) showTrip(t trip) {
	id := "step." + p.setup.Step().ID()
	seen := widgets.NewStack(t.picture)
	below := widgets.NewFlowRow(theme.Gap, 0, widgets.NewSmallText(p.say("picture.note")))
	if t.nextPicture != nil {
		seen.Add(t.nextPicture)
		below.Add(p.turnPictures(t.picture, t.nextPicture))
	}
	below.Add(widgets.NewButton(widgets.SmallLink, p.say("button.something_else"), func() {
		p.tell(p.say("else.title"), p.say(id+".else"))
	}))
	body := widgets.NewGuide(
		p.openPage(p.say(id+".open"), t.page, p.setup.PageIDs, nil),
		widgets.NewColumn(8, seen, below),
		widgets.NewInstructionCard(p.say("trip.on_page"), t.instructions...))
	p.put(stepPage{title: p.say(id + ".title"), lead: p.say(id+".lead", t.values), body: body, main: p.say(id + ".main"), press: p.next})
}

// turnPictures shows the first of two pictures and returns the button that
// leads from each to the other: both at once would be too much to look at.
func (w *Window) turnPictures(first, next fyne.CanvasObject) *widgets.Button {
	next.Hide()
	turn := widgets.NewButton(widgets.SmallLink, w.say("picture.next"), nil)
	turn.OnTapped = func() {
		if first.Visible() {
			first.Hide()
			next.Show()
			turn.SetLabel(w.say("picture.first"))
		} else {
			next.Hide()
			first.Show()
			turn.SetLabel(w.say("picture.next"))
		}
	}
	return turn
}

func (w *Window) picture(scene pictures.Scene, id string) fyne.CanvasObject {
	return pictures.New(scene, w.say("picture."+id))
}

func (w *Window) businessSettings() pictures.BusinessSettings {
	return pictures.BusinessSettings{
		Window: w.meta("business_settings"), Users: w.meta("users"), People: w.meta("people"),
		Partners: w.meta("partners"), SystemUsers: w.meta("system_users"),
	}
}
