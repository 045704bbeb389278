package setup

import (
	"context"
	"errors"
	"slices"
	"strings"

	"latchkey/graph"
	"latchkey/graph/site"
	"latchkey/ui/terminal/screen"
	"latchkey/wizard/check"
	"latchkey/wizard/partner"
	"latchkey/wizard/setup"
)

// check is step 6. A report that is there already for this token is shown
// again: going back and forth repeats no call.
func (p *pages) check(ctx context.Context) error {
	if result, ok := p.setup.Result(); ok {
		verdict := p.Words.Verdict(result.Report)
		p.head(verdict.Title, p.Words.BelowVerdict(result.Report))
		p.printFix(result)
	} else {
		p.head(p.Words.Say("step.check.title"), p.Words.Say("step.check.lead"))
		if _, err := p.checkAgain(ctx); err != nil {
			return err
		}
	}
	return p.ask(ctx, menu{keys: p.checkKeys, common: true})
}

// checkAgain asks Meta.
func (p *pages) checkAgain(ctx context.Context) (bool, error) { return p.checkWith(ctx, graph.Token{}) }

// prove asks Meta again with the secret of the token's app, which demands a proof of
// it. Enter alone leaves it at that.
func (p *pages) prove(ctx context.Context) (bool, error) {
	typed, err := p.read(ctx, menu{secret: true, prompt: p.Words.Say("terminal.proof_secret")})
	if err != nil || strings.TrimSpace(typed) == "" {
		return false, err
	}
	secret, fault := partner.ReadAppSecret(typed)
	if fault != partner.NoFault {
		p.refuse(p.Words.PartnerFault("secret", fault))
		return false, nil
	}
	return p.checkWith(ctx, secret)
}

// checkWith asks Meta, with the secret of the token's app where that is given. Rows
// appear as they are known; then comes the verdict.
func (p *pages) checkWith(ctx context.Context, appSecret graph.Token) (bool, error) {
	_, err := p.setup.CheckWithSecret(ctx, appSecret, func(row check.Row) {
		if ctx.Err() == nil && row.Status != check.Skipped && (row.Problem() || slices.Contains(check.Essential, row.ID)) {
			p.Screen.Row(p.Words, row.Status, p.Words.Row(row, p.Now()).Title)
		}
	})
	result, ok := p.setup.Result()
	switch {
	case ctx.Err() != nil:
		return false, ctx.Err()
	case err != nil, !ok:
		return false, errors.Join(ErrLeft, err)
	}
	verdict := p.Words.Verdict(result.Report)
	p.Screen.Line("")
	p.Screen.Line(screen.Bold(verdict.Title))
	p.Screen.Line(p.Words.BelowVerdict(result.Report))
	p.printMended(result)
	p.printFix(result)
	if result.Choose {
		_, err = p.chooseNumber(ctx)
	}
	return false, err
}

// printMended says what was put right since the check before.
func (p *pages) printMended(result setup.Result) {
	for _, id := range result.Mended {
		row := result.Report.Row(id)
		p.Screen.Row(p.Words, row.Status, p.Words.Named(p.Words.Say("status.mended"), p.Words.Row(row, result.Report.CheckedAt).Title))
	}
}

// printFix says what decided the verdict and what mends it.
func (p *pages) printFix(result setup.Result) {
	if result.Fix != nil {
		p.Screen.Line("")
		p.Screen.CheckRow(p.Words, *result.Fix, result.Report.CheckedAt, p.address(*result.Fix), "")
	}
}

// address is where a row's trouble is mended, "" where that is on no page.
func (p *pages) address(row check.Row) string {
	return p.setup.Environment().Page(row.Page, p.setup.PageIDs())
}

func (p *pages) checkKeys() []key {
	result, _ := p.setup.Result()
	again := key{"", p.Words.Say("step.check.again"), p.checkAgain}
	var keys []key
	if result.Ready {
		again.text = "a"
		keys = append(keys, key{"", p.Words.Say("step.check.main"), p.next})
	}
	keys = append(keys, again)
	if fix := result.Fix; fix != nil && fix.Page != site.PageNone {
		keys = append(keys, p.opens("o", p.Words.Say("page."+string(fix.Page)), fix.Page))
	}
	if result.Report.DemandsProof() {
		keys = append(keys, key{"p", p.Words.Say("fix.proof.button"), p.prove})
	}
	if result.NewToken != "" {
		keys = append(keys, key{"t", p.Words.Say(result.NewToken), p.back})
	}
	if result.Choose {
		keys = append(keys, key{"c", p.changeLabel(setup.LineNumber), p.chooseNumber})
	}
	return append(keys, key{"d", p.Words.Say("button.details"), func(context.Context) (bool, error) {
		p.Screen.Line("")
		for _, row := range result.Report.Rows {
			p.Screen.CheckRow(p.Words, row, result.Report.CheckedAt, p.address(row), screen.Details(p.Words, row))
		}
		return false, nil
	}})
}
