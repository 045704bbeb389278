package setup

import (
	"fyne.io/fyne/v2"

	"latchkey/ui/parts"
	"latchkey/ui/shell"
	"latchkey/ui/theme"
	"latchkey/ui/widgets"
	"latchkey/ui/words"
	"latchkey/wizard/setup"
)

// showTrip shows a step that happens on one of Meta's pages, in one of its
// layouts.
func (p *pages) showTrip(layouts []setup.Layout, shown int) {
	p.show(p.trip(layouts, shown, func() { p.showTrip(layouts, shown) }))
}

// showMaking shows how something that the first step needs is made at Meta, and leads back to
// that step, whose answers stay.
func (p *pages) showMaking(making setup.Trip) {
	page := p.trip([]setup.Layout{{Trip: making}}, 0, func() { p.showMaking(making) })
	page.press = func() {
		p.made[making.ID] = true
		p.showStep()
	}
	page.back, page.help = p.showStep, making.Term
	p.show(page)
}

// trip is the page about one of Meta's: a picture of what will be seen, what to do there,
// and the button that opens it. again shows it anew.
func (p *pages) trip(layouts []setup.Layout, shown int, again func()) content {
	s, trip := p.shell, layouts[shown].Trip
	if practice := s.Practice(); practice != nil {
		practice.Show("") // the way through customers' tokens leads to the partner's portfolio
	}
	seen := widgets.NewStack()
	for _, picture := range trip.Pictures {
		seen.Add(drawn(s, picture, trip.User))
	}
	below := widgets.NewFlowRow(theme.Gap, 0)
	if len(seen.Objects) > 1 {
		below.Add(turnPictures(s, seen.Objects))
	}
	below.Add(widgets.NewButton(widgets.SmallLink, s.Say("button.something_else"), func() { p.tellSomethingElse(layouts, shown) }))
	beside := s.Say("trip.beside")
	if s.IsBeside() {
		beside = s.Say("trip.wide")
	}
	place := widgets.NewButton(widgets.SmallLink, beside, func() {
		s.Beside()
		again() // the link says the other way round
	})
	open, press := parts.OpenPage(s, s.Say("page."+string(trip.Page)), trip.Page, p.setup.PageIDs, func() { p.page.beenThere() })
	if s.WasOpened(s.Env().Page(trip.Page, p.setup.PageIDs())) {
		press = nil
	}
	body := widgets.NewGuide(
		widgets.NewColumn(0, open, widgets.NewFlowRow(0, 0, place)),
		widgets.NewColumn(8, seen, below),
		widgets.NewInstructionCard(s.Say("trip.on_page"), instructions(s, trip)...))
	return content{
		title: s.Say(trip.ID + ".title"), lead: s.Say(trip.ID + ".lead"), body: body,
		main: s.Say(trip.ID + ".main"), press: p.next, goFirst: press, beside: true, again: again,
	}
}

// enter is what Enter does: it presses the blue button.
func (p *page) enter() {
	if p.goFirst != nil {
		p.goFirst()
		return
	}
	p.press()
}

// beenThere makes the main button the one to press: Meta's page was opened.
func (p *page) beenThere() {
	p.goFirst = nil
	p.mainButton.SetImportance(widgets.Primary)
}

// tellSomethingElse tells what else may be seen on Meta's page, and leads to the
// pages that help, or to the instructions for another layout.
func (p *pages) tellSomethingElse(layouts []setup.Layout, shown int) {
	s, trip := p.shell, layouts[shown].Trip
	var dialog *widgets.Dialog
	told := widgets.NewColumn(theme.SmallGap, widgets.NewSmallText(s.Say(trip.Seen)))
	if len(layouts) > 1 {
		others := widgets.NewColumn(6, widgets.NewStyledText(s.Say("trip.layouts"), widgets.TextStyle{Bold: true}))
		for i, layout := range layouts {
			if i != shown {
				others.Add(widgets.NewFlowRow(0, 0, widgets.NewButton(widgets.SmallLink, words.Plain(s.Say(layout.ID)), func() {
					dialog.Hide()
					p.showTrip(layouts, i)
				})))
			}
		}
		told.Add(others)
	}
	told.Add(widgets.NewText(s.Say(trip.ID + ".else")))
	for _, page := range trip.Elsewhere {
		told.Add(parts.Opener(s, s.Say("page."+string(page)), widgets.SmallLink,
			func() string { return s.Env().Page(page, p.setup.PageIDs()) }, nil))
	}
	dialog = s.Dialog(s.Say("button.something_else"), told,
		widgets.NewButton(widgets.Primary, s.Say("button.close"), func() { dialog.Hide() }))
}

func instructions(s *shell.Shell, trip setup.Trip) []widgets.Instruction {
	drawn := make([]widgets.Instruction, len(trip.Instructions))
	for i, instruction := range trip.Instructions {
		drawn[i] = widgets.Instruction{
			Text:  s.Say(instruction.ID, words.Values{"User": trip.User}),
			Below: toCopy(s, instruction.Values),
		}
		if instruction.Detail != "" {
			drawn[i].Detail = s.Say(instruction.Detail)
		}
	}
	return drawn
}

// toCopy are values with their copy buttons: a field for one, lines for several;
// nil for none.
func toCopy(s *shell.Shell, values []string) fyne.CanvasObject {
	switch len(values) {
	case 0:
		return nil
	case 1:
		return parts.CopyField(s, values[0])
	}
	lines := widgets.NewColumn(4)
	for _, value := range values {
		lines.Add(parts.CopyLine(s, value))
	}
	return lines
}

// turnPictures shows the first of the pictures and returns the button that leads
// from each to the next: all at once would be too much to look at.
func turnPictures(s *shell.Shell, pictures []fyne.CanvasObject) *widgets.Button {
	shown := 0
	for _, later := range pictures[1:] {
		later.Hide()
	}
	turn := widgets.NewButton(widgets.SmallLink, s.Say("picture.next"), nil)
	turn.OnTapped = func() {
		pictures[shown].Hide()
		shown = (shown + 1) % len(pictures)
		pictures[shown].Show()
		if shown == len(pictures)-1 {
			turn.SetLabel(s.Say("picture.first"))
		} else {
			turn.SetLabel(s.Say("picture.next"))
		}
		s.Relayout() // the labels differ in width
	}
	return turn
}
