// Package setup walks through the seven steps in a terminal, line by line: no
// full-screen tricks, so that screen readers, braille lines and pipes can follow.
// It draws what wizard/setup describes, as the window does, and decides nothing.
package setup

import (
	"context"
	"errors"
	"io"
	"strconv"
	"time"

	"latchkey/ui/terminal/screen"
	"latchkey/ui/words"
	"latchkey/wizard/check"
	"latchkey/wizard/environment"
	"latchkey/wizard/practice"
	"latchkey/wizard/setup"
)

// Prompt reads what a person types, a line at a time and without its end. Both
// return io.EOF after the last line, and the context's error once that ends.
type Prompt interface {
	Line(ctx context.Context) (string, error)
	// Secret reads a line that a terminal does not show.
	Secret(ctx context.Context) (string, error)
}

// Browser opens a web address where the person can see it.
type Browser interface {
	Open(ctx context.Context, address string) error
}

// Terminal is what the walk is shown on, and answered.
type Terminal struct {
	Screen  screen.Screen
	Prompt  Prompt
	Words   *words.Words
	Browser Browser
	Now     func() time.Time
}

// How a walk can end without a token in the keychain. Other errors are the
// context's, and those of reading.
var (
	ErrLeft       = errors.New("the person left the setup")
	ErrNoKeychain = errors.New("the keychain keeps no token")
)

// errDone says that the last page was closed.
var errDone = errors.New("the setup is over")

// Walk shows the page of one step after the other. practice is nil for the real
// thing. Without an error there is a token in the keychain.
func Walk(ctx context.Context, terminal Terminal, env environment.Environment, practice *practice.Practice) error {
	steps, err := setup.New(ctx, env)
	p := &pages{Terminal: terminal, setup: steps, practice: practice}
	p.tellRemembering(err)
	defer steps.Forget()
	return p.ending(p.walk(ctx))
}

// pages shows the seven steps of one setup.
type pages struct {
	Terminal
	setup    *setup.Setup
	practice *practice.Practice // nil for the real thing
}

// walk goes on until the last page was closed, the person left, or there was
// nothing more to read.
func (p *pages) walk(ctx context.Context) error {
	if p.setup.Step() > setup.StepBusiness {
		p.Screen.Line(p.Words.Say("terminal.setup.resumed"))
		if err := p.proveKeychain(ctx); err != nil {
			return err
		}
	}
	for {
		if err := p.show(ctx); err != nil {
			return err
		}
	}
}

// show shows the page of the current step until it is done with.
func (p *pages) show(ctx context.Context) error {
	step, progress := p.setup.Step(), p.setup.Progress()
	if trip, ok := progress.Trip(step); ok {
		return p.trip(ctx, trip)
	}
	switch {
	case step == setup.StepBusiness:
		return p.business(ctx)
	case step == setup.StepPaste:
		return p.paste(ctx)
	case step == setup.StepCheck:
		return p.check(ctx)
	case step == setup.StepKeep:
		return p.keep(ctx)
	case progress.TokenSource() == setup.FromSolution:
		return p.solution(ctx)
	}
	return p.code(ctx)
}

func (p *pages) ending(err error) error {
	left := errors.Is(err, ErrLeft) || errors.Is(err, io.EOF)
	_, keychain := p.setup.Keychain()
	switch {
	case errors.Is(err, errDone), left && p.setup.Saved() != nil:
		return nil
	case errors.Is(err, context.Canceled):
		return err
	case keychain != nil:
		return ErrNoKeychain
	case left:
		return ErrLeft
	}
	return err
}

// head prints what stands on top of every page.
func (p *pages) head(title, lead string) {
	step := p.setup.Step()
	p.Screen.Line("")
	if p.practice != nil {
		p.Screen.Line(p.Words.Say("practice.banner"))
	}
	p.Screen.Line(p.Words.Named(p.Words.Say("step.of", words.Values{"Step": strconv.Itoa(int(step))}), p.Words.Say("step."+step.ID()+".name")))
	p.Screen.Line(screen.Bold(title))
	p.Screen.Line(lead)
	p.Screen.Line("")
}

// next goes one step on, or says what is missing.
func (p *pages) next(ctx context.Context) (bool, error) {
	missing, err := p.setup.Next(ctx)
	p.tellRemembering(err)
	if missing != setup.NothingMissing {
		p.refuse(p.Words.Say("missing." + string(missing)))
		return false, nil
	}
	return true, nil
}

// back goes one step back.
func (p *pages) back(ctx context.Context) (bool, error) {
	p.tellRemembering(p.setup.Back(ctx))
	return true, nil
}

// refuse says why it cannot go on.
func (p *pages) refuse(text string) {
	p.Screen.Line("")
	p.Screen.Beside(screen.Signs[check.Fail]+" ", p.Words.Named(p.Words.Say("trouble.summary"), text))
}

// refuseVault is refuse for an error of the vault's. The error is the context's,
// for a person who has stopped the program.
func (p *pages) refuseVault(ctx context.Context, err error, more ...string) error {
	if ctx.Err() == nil {
		title, advice := p.Words.VaultTrouble(err)
		p.refuse(p.Words.Paragraph(append([]string{title, advice}, more...)...))
	}
	return ctx.Err()
}

// change notes an answer and keeps it for the next start.
func (p *pages) change(ctx context.Context, change func(*setup.Progress)) {
	p.setup.Change(change)
	p.tellRemembering(p.setup.Remember(ctx))
}

// tellRemembering says that the progress cannot be kept; the setup goes on.
func (p *pages) tellRemembering(err error) {
	if err == nil || errors.Is(err, context.Canceled) {
		return
	}
	_, advice := p.Words.VaultTrouble(err)
	p.Screen.Line(p.Words.Paragraph(p.Words.Say("files.title"), advice))
}
