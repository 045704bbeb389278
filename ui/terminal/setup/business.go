package setup

import (
	"context"
	"strconv"

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
	keys = append(keys, p.tells("u", p.Words.Say("situation.unsure"), p.Words.Say("situation.unsure_text")))
	number := len(question.Answers)
	for _, need := range progress.Needs().List {
		if need.Open != "" {
			number++
			label := p.Words.Named(p.Words.Say(need.Open), p.Words.Say("page."+string(need.Page)))
			keys = append(keys, p.opens(strconv.Itoa(number), label, need.Page))
		}
	}
	for _, need := range progress.Needs().List {
		if making := need.Make; making != nil {
			number++
			keys = append(keys, p.making(strconv.Itoa(number), *making))
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
		return []key{{"", p.Words.Say("button.try_again"), func(ctx context.Context) (bool, error) {
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

// making says how something needed is made at Meta, and opens the page.
func (p *pages) making(number string, making setup.Trip) key {
	opens := p.opens(number, p.Words.Say(making.ID+".ask"), making.Page)
	return key{number, opens.label, func(ctx context.Context) (bool, error) {
		for i, instruction := range making.Instructions {
			p.Screen.Beside(strconv.Itoa(i+1)+". ", p.Words.Say(instruction.ID))
		}
		return opens.act(ctx)
	}}
}
