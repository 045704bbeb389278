package setup

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"latchkey/graph/site"
	"latchkey/ui/terminal/screen"
)

// act does what was asked for, and reports whether the page is done with: then
// the page of the current step is shown.
type act func(ctx context.Context) (done bool, err error)

// key is one thing that can be typed, and what it does: "" is Enter alone.
type key struct {
	text  string
	label string
	act   act
}

// menu is what can be typed on a page.
type menu struct {
	keys   func() []key // asked again each time: what has been done changes them
	secret bool         // what is typed is not shown
	prompt string       // stands before the cursor; "" for ">"
	// take takes what is none of the keys; nil refuses it.
	take   func(ctx context.Context, line string) (done bool, err error)
	common bool   // Back, Help and Quit can be typed too
	first  bool   // but not Back
	help   string // id of the term that Help explains; "" for the step's help
}

// ask lists what can be typed and does it, until a page is done with.
func (p *pages) ask(ctx context.Context, m menu) error {
	for {
		keys := m.keys()
		if m.common {
			keys = append(keys, p.commonKeys(m)...)
		}
		p.listKeys(keys)
		line, err := p.read(ctx, m)
		if err != nil {
			return err
		}
		chosen := slices.IndexFunc(keys, func(k key) bool { return strings.EqualFold(k.text, strings.TrimSpace(line)) })
		done := false
		switch {
		case chosen >= 0:
			done, err = keys[chosen].act(ctx)
		case m.take != nil:
			done, err = m.take(ctx, line)
		default:
			p.refuse(p.Words.Say("terminal.no_key"))
		}
		if done || err != nil {
			return err
		}
	}
}

// commonKeys are the same on every page, in the same place.
func (p *pages) commonKeys(m menu) []key {
	told := p.Words.Say("step." + p.setup.Step().ID() + ".help")
	if m.help != "" {
		told = p.Words.Named(p.Words.Say(m.help+".title"), p.Words.Say(m.help+".text"))
	}
	help := p.tells("?", p.Words.Say("button.help"), told)
	quit := key{"q", p.Words.Say("terminal.key_quit"), p.quit}
	if m.first {
		return []key{help, quit}
	}
	return []key{{"b", p.Words.Say("button.back"), p.back}, help, quit}
}

// quit leaves the setup. It asks only where a token would be lost that Meta
// shows once.
func (p *pages) quit(ctx context.Context) (bool, error) {
	if p.practice != nil || p.setup.Token().IsZero() || p.setup.Saved() != nil {
		return false, ErrLeft
	}
	p.Screen.Line("")
	p.Screen.Line(screen.Bold(p.Words.Say("leave.title")))
	p.Screen.Line(p.Words.Say("leave.text"))
	return false, p.ask(ctx, menu{keys: func() []key {
		return []key{
			{"", p.Words.Say("leave.stay"), func(context.Context) (bool, error) { return true, nil }},
			{"q", p.Words.Say("leave.do"), func(context.Context) (bool, error) { return false, ErrLeft }},
		}
	}})
}

func (p *pages) listKeys(keys []key) {
	enter, width := p.Words.Say("terminal.enter"), 0
	name := func(k key) string {
		if k.text == "" {
			return enter
		}
		return k.text
	}
	for _, k := range keys {
		width = max(width, screen.Length(name(k)))
	}
	p.Screen.Line("")
	for _, k := range keys {
		p.Screen.Beside("  "+screen.Pad(name(k), width)+"  ", k.label)
	}
}

func (p *pages) read(ctx context.Context, m menu) (string, error) {
	prompt := m.prompt
	if prompt == "" {
		prompt = ">"
	}
	_, _ = fmt.Fprint(p.Screen, prompt+" ")
	read := p.Prompt.Line
	if m.secret {
		read = p.Prompt.Secret
	}
	line, err := read(ctx)
	if m.secret || err != nil {
		// The Enter was not shown, or there was none.
		_, _ = fmt.Fprintln(p.Screen)
	}
	return line, err
}

// line asks for one line of text: a name, an address.
func (p *pages) line(ctx context.Context, question string) (string, error) {
	p.Screen.Line("")
	p.Screen.Line(question)
	line, err := p.read(ctx, menu{})
	return strings.TrimSpace(line), err
}

// opens is a key that opens one of Meta's pages. Where no browser opens, the
// address is printed to be copied.
func (p *pages) opens(text, label string, page site.Page) key {
	return p.opensAt(text, label, p.setup.Environment().Page(page, p.setup.PageIDs()))
}

// opensAt is opens for an address.
func (p *pages) opensAt(text, label, address string) key {
	return key{text, label, func(ctx context.Context) (bool, error) {
		if err := p.Browser.Open(ctx, address); err != nil && ctx.Err() == nil {
			p.Screen.Line(p.Words.Say("open.failed"))
			p.Screen.Exactly(address)
		} else {
			p.Screen.Line(p.Words.Say("terminal.opened"))
		}
		return false, ctx.Err()
	}}
}

// shows is a key that prints the address of one of Meta's pages.
func (p *pages) shows(text string, page site.Page) key {
	return key{text, p.Words.Say("terminal.key_address"), func(context.Context) (bool, error) {
		p.Screen.Exactly(p.setup.Environment().Page(page, p.setup.PageIDs()))
		return false, nil
	}}
}

// tells is a key that prints something.
func (p *pages) tells(text, label, told string) key {
	return key{text, label, func(context.Context) (bool, error) {
		p.Screen.Line("")
		p.Screen.Line(told)
		return false, nil
	}}
}
