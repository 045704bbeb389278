package setup

import (
	"cmp"
	"context"

	"latchkey/graph"
	"latchkey/graph/site"
	"latchkey/ui/words"
	"latchkey/wizard/check"
	"latchkey/wizard/partner"
	"latchkey/wizard/setup"
)

// code is step 4 where customers come through Embedded Signup: its code becomes
// the customer's business token.
func (p *pages) code(ctx context.Context) error {
	p.head(p.Words.Say("exchange.title"), p.Words.Say("exchange.lead"))
	if p.practice != nil {
		app := p.practice.Partner().App
		p.change(ctx, func(progress *setup.Progress) { progress.App = app })
		p.Screen.Line(p.Words.Say("practice.signup"))
	}
	return p.ask(ctx, menu{common: true, keys: func() []key {
		keys := []key{
			{"", p.Words.Say("terminal.key_exchange"), p.exchanges},
			{"w", p.Words.Say("exchange.from_solution"), p.usesOtherSource},
		}
		if p.practice == nil {
			return keys
		}
		return append(keys, p.opens("o", p.Words.Say("page.app_basic"), site.PageAppBasic),
			p.opensAt("e", p.Words.Say("practice.signup_open"), p.practice.SignupAddress(p.setup.Progress().App)))
	}})
}

// usesOtherSource leads from one source of customers' tokens to the other.
func (p *pages) usesOtherSource(ctx context.Context) (bool, error) {
	p.change(ctx, func(progress *setup.Progress) { progress.CustomersBy = progress.TokenSource().Other() })
	return true, nil
}

// exchanges asks for app, secret and code, in this order: once there is a code,
// half a minute is left. Neither secret nor code is shown or kept.
func (p *pages) exchanges(ctx context.Context) (bool, error) {
	exchange := p.setup.Environment().BusinessTokens().NewExchange()
	defer exchange.Close()
	app, err := p.id(ctx, p.Words.Hinted(p.Words.Say("exchange.app"), p.Words.Say("exchange.app_hint")), p.setup.Progress().App)
	if err != nil {
		return false, err
	}
	if fault := exchange.SetApp(app); fault != partner.NoFault {
		p.refuse(p.Words.PartnerFault("app", fault))
		return false, nil
	}
	p.change(ctx, func(progress *setup.Progress) { progress.App = exchange.App() })
	secret, err := p.read(ctx, menu{secret: true, prompt: p.Words.Say("terminal.app_secret")})
	if err != nil {
		return false, err
	}
	if fault := exchange.SetSecret(secret); fault != partner.NoFault {
		p.refuse(p.Words.PartnerFault("secret", fault))
		return false, nil
	}
	if err := exchange.Prepare(ctx); err != nil {
		return false, p.refuseReason(ctx, partner.PrepareReason(err))
	}
	p.Screen.Line(p.Words.Say("terminal.get_code"))
	text, err := p.read(ctx, menu{secret: true, prompt: p.Words.Say("terminal.code")})
	if err != nil {
		return false, err
	}
	code, fault := partner.ReadCode(text)
	if fault != partner.NoFault {
		p.refuse(p.Words.PartnerFault("code", fault))
		return false, nil
	}
	got, err := exchange.Run(ctx, code)
	if err != nil {
		return false, p.refuseReason(ctx, partner.ExchangeReason(err))
	}
	p.setup.Take(setup.Fetched{Token: got.Token, ExpiresAt: got.ExpiresAt(p.Now())})
	return p.next(ctx)
}

// solution is step 4 where the customer's business token comes from a
// Multi-Partner Solution.
func (p *pages) solution(ctx context.Context) error {
	p.head(p.Words.Say("solution.title"), p.Words.Say("solution.lead"))
	p.Screen.Line(p.Words.Say("terminal.solution_many"))
	return p.ask(ctx, menu{common: true, keys: func() []key {
		keys := []key{
			{"", p.Words.Say("terminal.key_fetch"), p.asksSolution},
			{"w", p.Words.Say("solution.from_code"), p.usesOtherSource},
		}
		if p.practice != nil {
			keys = append(keys, key{"t", p.Words.Say("terminal.key_practice_partner"), p.fetchesInPractice})
		}
		return keys
	}})
}

func (p *pages) asksSolution(ctx context.Context) (bool, error) {
	text, err := p.id(ctx, p.Words.Hinted(p.Words.Say("solution.id"), p.Words.Say("solution.id_hint")), p.setup.Progress().Solution)
	if err != nil {
		return false, err
	}
	solution, fault := partner.ReadID(text)
	if fault != partner.NoFault {
		p.refuse(p.Words.Say("partner.ids.fix"))
		return false, nil
	}
	text, err = p.id(ctx, p.Words.Say("terminal.customer_id"), "")
	if err != nil {
		return false, err
	}
	customer, fault := partner.ReadID(text)
	if fault != partner.NoFault {
		p.refuse(p.Words.Say("solution.no_customers"))
		return false, nil
	}
	source, given, err := p.asksPartnerToken(ctx)
	if err != nil || !given {
		return false, err
	}
	source.Solution = solution
	return p.fetches(ctx, source, customer)
}

// asksPartnerToken asks for the partner's own token: a saved one, or one that
// is pasted. given is false where neither came.
func (p *pages) asksPartnerToken(ctx context.Context) (source partner.Source, given bool, err error) {
	tokens := p.setup.Environment().BusinessTokens()
	if entries, err := tokens.Partners(ctx); err == nil && len(entries) > 0 {
		titles := make([]string, 0, len(entries)+1)
		for _, entry := range entries {
			titles = append(titles, entry.Name)
		}
		chosen, err := p.choose(ctx, p.Words.Paragraph(p.Words.Say("solution.own"), p.Words.Say("terminal.type_number")), append(titles, p.Words.Say("solution.paste_instead")), len(titles))
		if err != nil {
			return source, false, err
		}
		if chosen < len(entries) {
			source, err := tokens.SavedSource(ctx, "", entries[chosen].Name)
			if err != nil {
				return source, false, p.refuseVault(ctx, err)
			}
			return source, true, nil
		}
	}
	text, err := p.read(ctx, menu{secret: true, prompt: p.Words.Say("terminal.partner_token")})
	if err != nil {
		return source, false, err
	}
	paste := check.ReadPaste(text)
	if !paste.Usable() {
		row := p.Words.Row(check.ShapeRow(paste), p.Now())
		p.refuse(p.Words.Paragraph(row.Title, row.Fix))
	}
	return partner.Source{Partner: paste.Token}, paste.Usable(), nil
}

// fetchesInPractice takes what the rehearsal's partner has, and its first
// customer.
func (p *pages) fetchesInPractice(ctx context.Context) (bool, error) {
	known := p.practice.Partner()
	return p.fetches(ctx, partner.Source{Solution: known.Solution, Partner: known.Token}, known.Customers[0])
}

func (p *pages) fetches(ctx context.Context, source partner.Source, customer graph.ID) (bool, error) {
	p.change(ctx, func(progress *setup.Progress) { progress.Solution, progress.Business = source.Solution, customer })
	got, err := p.setup.Environment().BusinessTokens().Fetch(ctx, source, customer)
	if err != nil {
		return false, p.refuseReason(ctx, partner.SolutionReason(err))
	}
	p.setup.Take(setup.Fetched{Token: got.Token, ExpiresAt: got.ExpiresAt, Partner: source.SavedAs})
	return p.next(ctx)
}

// id asks for an id; Enter alone keeps the one that is known.
func (p *pages) id(ctx context.Context, question string, known graph.ID) (string, error) {
	if known != "" {
		question = p.Words.Paragraph(question, p.Words.Say("terminal.enter_keeps", words.Values{"Value": string(known)}))
	}
	text, err := p.line(ctx, question)
	return cmp.Or(text, string(known)), err
}

// refuseReason says why a business token was not had. The error is the
// context's, for a person who has stopped the program.
func (p *pages) refuseReason(ctx context.Context, reason partner.Reason) error {
	if ctx.Err() == nil {
		p.refuse(p.Words.Paragraph(p.Words.Say(reason.ID+".title", reason.Values), p.Words.ReasonAdvice(reason)))
	}
	return ctx.Err()
}
