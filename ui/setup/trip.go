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

// showTrip shows a step that happens on one of Meta's pages: a picture of what
// will be seen, what to do there, and the button that opens it.
func (p *pages) showTrip(trip setup.Trip) {
	s := p.shell
	if practice := s.Practice(); practice != nil {
		practice.Show("") // the way through customers' tokens leads to the partner's portfolio
	}
	seen := widgets.NewStack()
	for _, picture := range trip.Pictures {
		seen.Add(drawn(s, picture, trip.User))
	}
	below := widgets.NewFlowRow(theme.Gap, 0, widgets.NewSmallText(s.Say("picture.note")))
	if len(seen.Objects) > 1 {
		below.Add(turnPictures(s, seen.Objects[0], seen.Objects[1]))
	}
	below.Add(widgets.NewButton(widgets.SmallLink, s.Say("button.something_else"), func() {
		s.Tell(s.Say("button.something_else"), s.Say(trip.ID+".else"))
	}))
	body := widgets.NewGuide(
		parts.OpenPage(s, s.Say(trip.ID+".open"), trip.Page, p.setup.PageIDs, nil),
		widgets.NewColumn(8, seen, below),
		widgets.NewInstructionCard(s.Say("trip.on_page"), instructions(s, trip.Instructions)...))
	p.show(content{
		title: s.Say(trip.ID + ".title"), lead: s.Say(trip.ID+".lead", words.Values{"User": trip.User}), body: body,
		main: s.Say(trip.ID + ".main"), press: p.next,
	})
}

func instructions(s *shell.Shell, described []setup.Instruction) []widgets.Instruction {
	drawn := make([]widgets.Instruction, len(described))
	for i, instruction := range described {
		drawn[i] = widgets.Instruction{Text: s.Say(instruction.ID), Below: toCopy(s, instruction.Values)}
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
