package setup

import (
	"context"
	"errors"
	"slices"
	"strconv"

	"latchkey/ui/terminal/screen"
	"latchkey/ui/words"
	"latchkey/wizard/check"
	"latchkey/wizard/setup"
	"latchkey/wizard/vault"
)

// keep is step 7: the summary, or after saving what was kept.
func (p *pages) keep(ctx context.Context) error {
	if p.setup.Saved() != nil {
		return p.kept(ctx)
	}
	summary, ok := p.setup.Summary(p.setup.Environment().Vault.Where(ctx))
	if !ok {
		_, err := p.back(ctx)
		return err
	}
	p.head(p.Words.Say("step.keep.title"), p.Words.Say("step.keep.lead"))
	p.printSummary(summary)
	p.Screen.Line(p.Words.Changeable(summary))
	if summary.Advice != nil {
		p.Screen.Line("")
		p.Screen.Row(p.Words, check.Warn, p.Words.Verdict(*p.setup.Report()).Summary, p.Words.Row(*summary.Advice, p.Now()).Fix)
	}
	changes := map[setup.Change]act{setup.ChangeName: p.changeName, setup.ChangeNumber: func(ctx context.Context) (bool, error) {
		if summary.Assign {
			p.Screen.Line(p.Words.Say("choose.missing"))
		}
		return p.chooseNumber(ctx)
	}}
	keys := []key{{"", p.Words.Say("step.keep.main"), p.saves(false)}}
	for _, line := range summary.Lines() {
		if change := changes[summary.Change(line)]; change != nil {
			keys = append(keys, key{strconv.Itoa(len(keys)), p.changeLabel(line), change})
		}
	}
	keys = append(keys, key{"t", p.Words.Say("keep.other_token"), func(ctx context.Context) (bool, error) {
		p.tellRemembering(p.setup.AnotherToken(ctx))
		return true, ctx.Err()
	}})
	return p.ask(ctx, menu{keys: func() []key { return slices.Clone(keys) }, common: true})
}

func (p *pages) changeLabel(line setup.Line) string {
	return p.Words.Named(p.Words.Say("button.change"), p.Words.Say("keep."+string(line)))
}

func (p *pages) printSummary(summary setup.Summary) {
	width := 0
	for _, line := range summary.Lines() {
		width = max(width, screen.Length(p.Words.Say("keep."+string(line))))
	}
	for _, line := range summary.Lines() {
		p.Screen.Beside(screen.Pad(p.Words.Say("keep."+string(line)), width)+"  ", p.Words.SummaryLine(summary, line, p.Now()))
	}
}

// changeName asks for another name and returns to the summary.
func (p *pages) changeName(ctx context.Context) (bool, error) {
	for {
		name, err := p.line(ctx, p.Words.Paragraph(p.Words.Say("keep.change_name"), p.Words.Say("keep.name_hint")))
		if err != nil || name == "" {
			return true, err
		}
		if err = p.setup.Rename(name); err == nil {
			p.tellRemembering(p.setup.Remember(ctx))
			return true, ctx.Err()
		}
		if err = p.refuseVault(ctx, err); err != nil {
			return true, err
		}
	}
}

// saves keeps the token, reads it back, and says what went wrong.
func (p *pages) saves(replace bool) act {
	return func(ctx context.Context) (bool, error) {
		p.Screen.Line(p.Words.Say("step.keep.saving"))
		outcome, err := p.setup.Save(ctx, replace)
		var taken *vault.TakenError
		switch {
		case p.setup.Saved() != nil:
			p.tellRemembering(err)
			return true, nil
		case ctx.Err() != nil:
			return false, ctx.Err()
		case errors.As(err, &taken):
			return true, p.askReplace(ctx, taken.Name)
		}
		return false, p.refuseVault(ctx, err, p.Words.Maybe("outcome."+string(outcome)))
	}
}

// askReplace asks what to do about a token of the same name.
func (p *pages) askReplace(ctx context.Context, name string) error {
	p.Screen.Line("")
	p.Screen.Line(p.Words.Paragraph(p.Words.Say("taken.title"), p.Words.Say("taken.text", words.Values{"Name": name})))
	return p.ask(ctx, menu{keys: func() []key {
		return []key{
			{"", p.Words.Say("taken.rename"), p.changeName},
			{"r", p.Words.Say("taken.replace"), p.saves(true)},
			{"b", p.Words.Say("button.back"), toThePage},
		}
	}})
}
