package terminal

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"latchkey/graph/site"
)

// act does what was asked for, and reports whether the page is done with: then
// the page of the current step is shown.
type act func(ctx context.Context) (done bool, err error)

// key is one thing that can be typed, and what it does. Typed "" is Enter
// alone.
type key struct {
	typed string
	label string
	act   act
}

// menu is what can be typed on a page.
type menu struct {
	keys   func() []key // asked again each time: what has been done changes them
	secret bool         // what is typed is not shown
	prompt string       // stands before the cursor; "" for ">"
	// other takes what is none of the keys; nil refuses it.
	other  func(ctx context.Context, typed string) (done bool, err error)
	common bool // Back, Help and Quit can be typed too
	first  bool // but not Back
}

// ask lists what can be typed and does it, until a page is done with.
func (s *setupRun) ask(ctx context.Context, m menu) error {
	for {
		keys := m.keys()
		if m.common {
			keys = append(keys, s.commonKeys(m.first)...)
		}
		s.listKeys(keys)
		typed, err := s.read(ctx, m)
		if err != nil {
			return err
		}
		chosen := slices.IndexFunc(keys, func(k key) bool { return strings.EqualFold(k.typed, strings.TrimSpace(typed)) })
		done := false
		switch {
		case chosen >= 0:
			done, err = keys[chosen].act(ctx)
		case m.other != nil:
			done, err = m.other(ctx, typed)
		default:
			s.refuse(s.Words.Say("terminal.no_key"))
		}
		if done || err != nil {
			return err
		}
	}
}

// commonKeys are the same on every page, in the same place.
func (s *setupRun) commonKeys(first bool) []key {
	help := key{"?", s.Words.Say("button.help"), func(context.Context) (bool, error) {
		s.out.line("")
		s.out.line(s.Words.Say("step." + s.setup.Step().ID() + ".help"))
		return false, nil
	}}
	quit := key{"q", s.Words.Say("terminal.key_quit"), s.quit}
	if first {
		return []key{help, quit}
	}
	return []key{{"b", s.Words.Say("button.back"), s.back}, help, quit}
}

// quit leaves the setup. It asks only where a token would be lost that Meta
// shows once.
func (s *setupRun) quit(ctx context.Context) (bool, error) {
	if s.practice != nil || s.setup.Token().IsZero() || s.setup.Saved() != nil {
		return false, errQuit
	}
	s.out.line("")
	s.out.line(bold + s.Words.Say("leave.title") + bold)
	s.out.line(s.Words.Say("leave.text"))
	return false, s.ask(ctx, menu{keys: func() []key {
		return []key{
			{"", s.Words.Say("leave.stay"), func(context.Context) (bool, error) { return true, nil }},
			{"q", s.Words.Say("leave.do"), func(context.Context) (bool, error) { return false, errQuit }},
		}
	}})
}

func (s *setupRun) listKeys(keys []key) {
	enter, width := s.Words.Say("terminal.enter"), 0
	name := func(k key) string {
		if k.typed == "" {
			return enter
		}
		return k.typed
	}
	for _, k := range keys {
		width = max(width, length(name(k)))
	}
	s.out.line("")
	for _, k := range keys {
		s.out.beside("  "+pad(name(k), width)+"  ", k.label)
	}
}

func (s *setupRun) read(ctx context.Context, m menu) (string, error) {
	prompt := m.prompt
	if prompt == "" {
		prompt = ">"
	}
	_, _ = fmt.Fprint(s.out, prompt+" ")
	read := s.prompt.Line
	if m.secret {
		read = s.prompt.Secret
	}
	typed, err := read(ctx)
	if m.secret || err != nil {
		// The Enter was not shown, or there was none.
		_, _ = fmt.Fprintln(s.out)
	}
	return typed, err
}

// line asks for one line of text: a name, an address.
func (s *setupRun) line(ctx context.Context, question string) (string, error) {
	s.out.line("")
	s.out.line(question)
	typed, err := s.read(ctx, menu{})
	return strings.TrimSpace(typed), err
}

// opens is a key that opens one of Meta's pages. Where no browser opens, the
// address is printed to be copied.
func (s *setupRun) opens(typed, label string, page site.Page, opened func()) key {
	key := s.opensAt(typed, label, s.setup.Environment().Page(page, s.setup.PageIDs()))
	open := key.act
	key.act = func(ctx context.Context) (bool, error) {
		done, err := open(ctx)
		opened()
		return done, err
	}
	return key
}

// opensAt is opens for an address.
func (s *setupRun) opensAt(typed, label, address string) key {
	return key{typed, label, func(ctx context.Context) (bool, error) {
		if err := s.Browser.Open(ctx, address); err != nil && ctx.Err() == nil {
			s.out.line(s.Words.Say("open.failed"))
			s.out.exactly(address)
		} else {
			s.out.line(s.Words.Say("terminal.opened"))
		}
		return false, ctx.Err()
	}}
}

// shows is a key that prints the address of one of Meta's pages.
func (s *setupRun) shows(typed string, page site.Page) key {
	return key{typed, s.Words.Say("terminal.key_address"), func(context.Context) (bool, error) {
		s.out.exactly(s.setup.Environment().Page(page, s.setup.PageIDs()))
		return false, nil
	}}
}

// tells is a key that prints something.
func (s *setupRun) tells(typed, label, text string) key {
	return key{typed, label, func(context.Context) (bool, error) {
		s.out.line("")
		s.out.line(text)
		return false, nil
	}}
}
