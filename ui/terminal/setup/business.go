package setup

import (
	"context"
	"strconv"

	"latchkey/graph/site"
	"latchkey/ui/words"
	"latchkey/wizard/check"
	"latchkey/wizard/setup"
)

// business is step 1: which situation, and what must be there first. The
// keychain is proved before it is left.
func (p *pages) business(ctx context.Context) error {
	p.head(p.Words.Say("step.business.title"), p.Words.Say("step.business.lead"))
	p.tellNeeds()
	return p.ask(ctx, menu{keys: p.businessKeys, common: true, first: true})
}

// tellNeeds says what must be there first.
func (p *pages) tellNeeds() {
	needs := p.setup.Progress().Needs()
	p.Screen.Line(p.Words.Named(p.Words.Say("need.title"), ""))
	for _, need := range needs.List {
		p.Screen.Beside("- ", p.Words.Say(need.ID))
		if need.Page != site.PageNone {
			p.Screen.Indented(len("- "), p.Words.Say(need.ID+".detail"))
		}
	}
	if needs.Note != "" {
		p.Screen.Line(p.Words.Say(needs.Note))
	}
}

func (p *pages) businessKeys() []key {
	progress := p.setup.Progress()
	question := progress.Questions()[0]
	var keys []key
	for _, answer := range question.Answers {
		if answer.Chosen {
			keys = append(keys, key{"", p.Words.Say("terminal.key_keep", words.Values{"Answer": p.Words.Say(answer.ID + ".title")}), p.leaveBusiness})
		}
	}
	keys = append(keys, p.answers(question, func(answer setup.Answer) act { return p.notes(answer.Note) })...)
	keys = append(keys, p.tells("u", p.Words.Say("situation.unsure"), p.Words.Say(question.Unsure)))
	number := len(question.Answers)
	next := func() string { number++; return strconv.Itoa(number) }
	for _, need := range progress.Needs().List {
		if need.Page == site.PageNone {
			continue
		}
		keys = append(keys, p.opens(next(), p.Words.Named(p.Words.Say(need.ID+".open"), p.Words.Say("page."+string(need.Page))), need.Page))
		if need.Make != nil {
			keys = append(keys, p.making(next(), need))
		}
	}
	return append(keys,
		key{"a", p.Words.Say("need.address"), p.askAddress},
		p.tells("m", p.Words.Say("need.not_me"), p.Words.Say("need.not_me_text")+"\n\n"+p.Words.Say("need.message")))
}

// leaveBusiness proves the keychain, if nothing else is missing, and goes on.
func (p *pages) leaveBusiness(ctx context.Context) (bool, error) {
	if answered, err := p.askUnanswered(ctx); err != nil || !answered {
		return true, err
	}
	switch p.setup.Missing() {
	case setup.MissingProof, setup.MissingKeychain:
		if err := p.proveKeychain(ctx); err != nil {
			return false, err
		}
	}
	return p.next(ctx)
}

// proveKeychain shows that a token could be kept before anybody makes one. It
// tries again for as long as the person wants to.
func (p *pages) proveKeychain(ctx context.Context) error {
	try := func() error {
		p.Screen.Line(p.Words.Say("keychain.proving"))
		err := p.setup.ProveKeychain(ctx)
		switch {
		case ctx.Err() != nil:
			return ctx.Err()
		case err == nil:
			p.Screen.Row(p.Words, check.Pass, p.Words.Say("keychain.proved"))
			return nil
		}
		title, advice := p.Words.VaultTrouble(err)
		p.Screen.Row(p.Words, check.Fail, title, advice)
		return err
	}
	if err := try(); err == nil || ctx.Err() != nil {
		return ctx.Err()
	}
	return p.ask(ctx, menu{common: true, first: true, keys: func() []key {
		return []key{{"", p.Words.Say("keychain.test_again"), func(ctx context.Context) (bool, error) {
			return try() == nil, ctx.Err()
		}}}
	}})
}

// askAddress reads portfolio and app from the address of one of Meta's pages.
func (p *pages) askAddress(ctx context.Context) (bool, error) {
	text, err := p.line(ctx, p.Words.Say("need.address_hint"))
	if err != nil || text == "" {
		return false, err
	}
	ids, err := setup.ReadAddress(text)
	if err != nil {
		p.refuse(p.Words.Say("address." + string(setup.AddressErrorOf(err))))
		return false, nil
	}
	p.Screen.Line(p.Words.Say("address.read", words.Values{"Business": string(ids.Business), "App": string(ids.App)}))
	p.change(ctx, func(progress *setup.Progress) { progress.TakeIDs(ids) })
	return false, nil
}

// making leads to how something needed is made at Meta, and back to step 1.
func (p *pages) making(number string, need setup.Need) key {
	trip := *need.Make
	label := p.Words.Named(p.Words.Say(need.ID+".none"), p.Words.Say(trip.ID+".title"))
	return key{number, label, func(ctx context.Context) (bool, error) {
		return true, p.tripOf(ctx, []setup.Layout{{Trip: trip}}, 0, toThePage, key{"b", p.Words.Say("button.back"), toThePage})
	}}
}
