package setup

import (
	"context"
	"strconv"

	"latchkey/ui/terminal/screen"
	"latchkey/ui/words"
	"latchkey/wizard/setup"
)

// trip shows a step that happens on one of Meta's pages. Enter opens the page,
// and once it was opened goes on. A terminal has no pictures.
func (p *pages) trip(ctx context.Context, trip setup.Trip) error {
	p.head(p.Words.Say(trip.ID+".title"), p.Words.Say(trip.ID+".lead", words.Values{"User": trip.User}))
	p.Screen.Line(p.Words.Named(p.Words.Say("trip.on_page"), ""))
	for i, instruction := range trip.Instructions {
		front := screen.Pad(strconv.Itoa(i+1)+".", 4)
		p.Screen.Beside(front, p.Words.Say(instruction.ID))
		if instruction.Detail != "" {
			p.Screen.Indented(screen.Length(front), p.Words.Say(instruction.Detail))
		}
		for _, value := range instruction.Values {
			p.Screen.Exactly(screen.Pad("", screen.Length(front)+2) + value)
		}
	}
	opened := false
	return p.ask(ctx, menu{common: true, keys: func() []key {
		open := p.opens("", p.Words.Say(trip.ID+".open"), trip.Page)
		openPage := open.act
		open.act = func(ctx context.Context) (bool, error) {
			opened = true
			return openPage(ctx)
		}
		next := key{"n", p.Words.Say(trip.ID + ".main"), p.next}
		if opened {
			open.text, next.text = "o", ""
			open, next = next, open
		}
		return []key{
			open, next, p.shows("c", trip.Page),
			p.tells("e", p.Words.Say("button.something_else"), p.Words.Say(trip.ID+".else")),
		}
	}})
}
