package setup

import (
	"context"
	"strconv"

	"latchkey/ui/terminal/screen"
	"latchkey/ui/words"
	"latchkey/wizard/setup"
)

// trip shows a step that happens on one of Meta's pages, in one of its layouts.
func (p *pages) trip(ctx context.Context, layouts []setup.Layout, shown int) error {
	return p.tripOf(ctx, layouts, shown, p.next, key{"b", p.Words.Say("button.back"), p.back})
}

// tripOf shows one of Meta's pages, to go on or back from. Enter opens the page, and once it was
// opened goes on. A terminal has no pictures.
func (p *pages) tripOf(ctx context.Context, layouts []setup.Layout, shown int, goOn act, back key) error {
	trip := layouts[shown].Trip
	p.head(p.Words.Say(trip.ID+".title"), p.Words.Say(trip.ID+".lead"))
	p.Screen.Line(p.Words.Named(p.Words.Say("trip.on_page"), ""))
	for i, instruction := range trip.Instructions {
		front := screen.Pad(strconv.Itoa(i+1)+".", 4)
		p.Screen.Beside(front, p.Words.Say(instruction.ID, words.Values{"User": trip.User}))
		if instruction.Detail != "" {
			p.Screen.Indented(screen.Length(front), p.Words.Say(instruction.Detail))
		}
		for _, value := range instruction.Values {
			p.Screen.Exactly(screen.Pad("", screen.Length(front)+2) + value)
		}
	}
	p.Screen.Line(p.Words.Say(trip.Seen))
	opened, told := false, false
	return p.ask(ctx, menu{common: true, first: true, help: trip.Term, keys: func() []key {
		open := p.opens("", p.Words.Say("page."+string(trip.Page)), trip.Page)
		openPage := open.act
		open.act = func(ctx context.Context) (bool, error) {
			opened = true
			return openPage(ctx)
		}
		next := key{"n", p.Words.Say(trip.ID + ".main"), goOn}
		if opened {
			open.text, next.text = "o", ""
			open, next = next, open
		}
		keys := []key{open, next, p.shows("c", trip.Page)}
		if told {
			keys = append(keys, p.otherLayouts(layouts, shown)...)
		} else {
			keys = append(keys, key{"e", p.Words.Say("button.something_else"), func(context.Context) (bool, error) {
				told = true
				p.tellSomethingElse(trip)
				return false, nil
			}})
		}
		return append(keys, back)
	}})
}

// tellSomethingElse tells what else may be seen on Meta's page, and the addresses
// of the pages that help.
func (p *pages) tellSomethingElse(trip setup.Trip) {
	p.Screen.Line("")
	p.Screen.Line(p.Words.Say(trip.ID + ".else"))
	for _, page := range trip.Elsewhere {
		p.Screen.Line(p.Words.Named(p.Words.Say("page."+string(page)), ""))
		p.Screen.Exactly("  " + p.setup.Environment().Page(page, p.setup.PageIDs()))
	}
}

// otherLayouts are keys that show the instructions for how the page looks to
// others.
func (p *pages) otherLayouts(layouts []setup.Layout, shown int) []key {
	var keys []key
	for i, layout := range layouts {
		if i != shown {
			keys = append(keys, key{strconv.Itoa(i + 1), words.Plain(p.Words.Say(layout.ID)), func(ctx context.Context) (bool, error) {
				return true, p.trip(ctx, layouts, i)
			}})
		}
	}
	return keys
}
