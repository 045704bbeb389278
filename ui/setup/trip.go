package setup

import (
	"fyne.io/fyne/v2"

	"latchkey/graph/site"
	"latchkey/ui/parts"
	"latchkey/ui/pictures"
	"latchkey/ui/shell"
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
func (p *pages) showTrip(t trip) {
	id := "step." + p.setup.Step().ID()
	seen := widgets.NewStack(t.picture)
	below := widgets.NewFlowRow(theme.Gap, 0, widgets.NewSmallText(p.shell.Say("picture.note")))
	if t.nextPicture != nil {
		seen.Add(t.nextPicture)
		below.Add(turnPictures(p.shell, t.picture, t.nextPicture))
	}
	below.Add(widgets.NewButton(widgets.SmallLink, p.shell.Say("button.something_else"), func() {
		p.shell.Tell(p.shell.Say("else.title"), p.shell.Say(id+".else"))
	}))
	body := widgets.NewGuide(
		parts.OpenPage(p.shell, p.shell.Say(id+".open"), t.page, p.setup.PageIDs, nil),
		widgets.NewColumn(8, seen, below),
		widgets.NewInstructionCard(p.shell.Say("trip.on_page"), t.instructions...))
	p.show(content{title: p.shell.Say(id + ".title"), lead: p.shell.Say(id+".lead", t.values), body: body, main: p.shell.Say(id + ".main"), press: p.next})
}

// turnPictures shows the first of two pictures and returns the button that
// leads from each to the other: both at once would be too much to look at.
func turnPictures(s *shell.Shell, first, next fyne.CanvasObject) *widgets.Button {
	next.Hide()
	turn := widgets.NewButton(widgets.SmallLink, s.Say("picture.next"), nil)
	turn.OnTapped = func() {
		if first.Visible() {
			first.Hide()
			next.Show()
			turn.SetLabel(s.Say("picture.first"))
		} else {
			next.Hide()
			first.Show()
			turn.SetLabel(s.Say("picture.next"))
		}
	}
	return turn
}

func picture(s *shell.Shell, scene pictures.Scene, id string) fyne.CanvasObject {
	return pictures.New(scene, s.Say("picture."+id))
}

func businessSettings(s *shell.Shell) pictures.BusinessSettings {
	return pictures.BusinessSettings{
		Window: s.Meta("business_settings"), Users: s.Meta("users"), People: s.Meta("people"),
		Partners: s.Meta("partners"), SystemUsers: s.Meta("system_users"),
	}
}
