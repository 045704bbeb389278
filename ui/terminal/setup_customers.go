package terminal

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
func (s *setupRun) code(ctx context.Context) error {
	s.head(s.Words.Say("exchange.title"), s.Words.Say("exchange.lead"))
	if s.practice != nil {
		app := s.practice.Partner().App
		s.change(ctx, func(progress *setup.Progress) { progress.App = app })
		s.out.line(s.Words.Say("practice.signup"))
	}
	return s.ask(ctx, menu{common: true, keys: func() []key {
		keys := []key{
			{"", s.Words.Say("terminal.key_exchange"), s.exchanges},
			{"w", s.Words.Say("exchange.other_way"), s.goesOtherWay},
		}
		if s.practice == nil {
			return keys
		}
		return append(keys, s.opens("o", s.Words.Say("page.app_basic"), site.PageAppBasic, func() {}),
			s.opensAt("e", s.Words.Say("practice.signup_open"), s.practice.SignupAddress(s.setup.Progress().App)))
	}})
}

// goesOtherWay leads from one of the two ways to a customer's token to the other.
func (s *setupRun) goesOtherWay(ctx context.Context) (bool, error) {
	s.change(ctx, func(progress *setup.Progress) { progress.CustomersBy = progress.TokenSource().Other() })
	return true, nil
}

// exchanges asks for app, secret and code, in this order: once there is a code,
// half a minute is left. Neither secret nor code is shown or kept.
func (s *setupRun) exchanges(ctx context.Context) (bool, error) {
	exchange := s.setup.Environment().BusinessTokens().NewExchange()
	defer exchange.Close()
	app, err := s.id(ctx, s.Words.Hinted(s.Words.Say("exchange.app"), s.Words.Say("exchange.app_hint")), s.setup.Progress().App)
	if err != nil {
		return false, err
	}
	if fault := exchange.SetApp(app); fault != partner.NoFault {
		s.refuse(s.Words.PartnerFault("app", fault))
		return false, nil
	}
	s.change(ctx, func(progress *setup.Progress) { progress.App = exchange.App() })
	secret, err := s.read(ctx, menu{secret: true, prompt: s.Words.Say("terminal.app_secret")})
	if err != nil {
		return false, err
	}
	if fault := exchange.SetSecret(secret); fault != partner.NoFault {
		s.refuse(s.Words.PartnerFault("secret", fault))
		return false, nil
	}
	if err := exchange.Prepare(ctx); err != nil {
		return false, s.refuseReason(ctx, partner.PrepareReason(err))
	}
	s.out.line(s.Words.Say("terminal.get_code"))
	text, err := s.read(ctx, menu{secret: true, prompt: s.Words.Say("terminal.code")})
	if err != nil {
		return false, err
	}
	code, fault := partner.ReadCode(text)
	if fault != partner.NoFault {
		s.refuse(s.Words.PartnerFault("code", fault))
		return false, nil
	}
	got, err := exchange.Run(ctx, code)
	if err != nil {
		return false, s.refuseReason(ctx, partner.ExchangeReason(err))
	}
	s.setup.Take(setup.Fetched{Token: got.Token, ExpiresAt: got.ExpiresAt(s.Now())})
	return s.next(ctx)
}

// solution is step 4 where the customer's business token comes from a
// Multi-Partner Solution.
func (s *setupRun) solution(ctx context.Context) error {
	s.head(s.Words.Say("solution.title"), s.Words.Say("solution.lead"))
	s.out.line(s.Words.Say("terminal.solution_many"))
	return s.ask(ctx, menu{common: true, keys: func() []key {
		keys := []key{
			{"", s.Words.Say("terminal.key_fetch"), s.asksSolution},
			{"w", s.Words.Say("solution.other_way"), s.goesOtherWay},
		}
		if s.practice != nil {
			keys = append(keys, key{"t", s.Words.Say("terminal.key_practice_partner"), s.fetchesInPractice})
		}
		return keys
	}})
}

func (s *setupRun) asksSolution(ctx context.Context) (bool, error) {
	typed, err := s.id(ctx, s.Words.Hinted(s.Words.Say("solution.id"), s.Words.Say("solution.id_hint")), s.setup.Progress().Solution)
	if err != nil {
		return false, err
	}
	solution, fault := partner.ReadID(typed)
	if fault != partner.NoFault {
		s.refuse(s.Words.Say("partner.ids.fix"))
		return false, nil
	}
	typed, err = s.id(ctx, s.Words.Say("terminal.customer_id"), "")
	if err != nil {
		return false, err
	}
	customer, fault := partner.ReadID(typed)
	if fault != partner.NoFault {
		s.refuse(s.Words.Say("solution.no_customers"))
		return false, nil
	}
	source, given, err := s.asksPartnerToken(ctx)
	if err != nil || !given {
		return false, err
	}
	source.Solution = solution
	return s.fetches(ctx, source, customer)
}

// asksPartnerToken asks for the partner's own token: a saved one, or one that
// is pasted. given is false where neither came.
func (s *setupRun) asksPartnerToken(ctx context.Context) (source partner.Source, given bool, err error) {
	office := s.setup.Environment().BusinessTokens()
	if entries, err := office.Partners(ctx); err == nil && len(entries) > 0 {
		titles := make([]string, 0, len(entries)+1)
		for _, entry := range entries {
			titles = append(titles, entry.Name)
		}
		chosen, err := s.choose(ctx, s.Words.Paragraph(s.Words.Say("solution.own"), s.Words.Say("terminal.type_number")), append(titles, s.Words.Say("solution.paste_instead")), len(titles))
		if err != nil {
			return source, false, err
		}
		if chosen < len(entries) {
			source, err := office.SavedSource(ctx, "", entries[chosen].Name)
			if err != nil && ctx.Err() == nil {
				id, values := troubleOf(err)
				s.refuse(s.Words.Paragraph(s.Words.Say(id+".title"), s.advice(id, values)))
			}
			return source, err == nil, ctx.Err()
		}
	}
	text, err := s.read(ctx, menu{secret: true, prompt: s.Words.Say("terminal.partner_token")})
	if err != nil {
		return source, false, err
	}
	paste := check.ReadPaste(text)
	if !paste.Usable() {
		row := s.Words.Row(check.ShapeRow(paste), s.Now())
		s.refuse(s.Words.Paragraph(row.Title, row.Fix))
	}
	return partner.Source{Partner: paste.Token}, paste.Usable(), nil
}

// fetchesInPractice takes what the rehearsal's partner has, and its first
// customer.
func (s *setupRun) fetchesInPractice(ctx context.Context) (bool, error) {
	known := s.practice.Partner()
	return s.fetches(ctx, partner.Source{Solution: known.Solution, Partner: known.Token}, known.Customers[0])
}

func (s *setupRun) fetches(ctx context.Context, source partner.Source, customer graph.ID) (bool, error) {
	s.change(ctx, func(progress *setup.Progress) { progress.Solution, progress.Business = source.Solution, customer })
	got, err := s.setup.Environment().BusinessTokens().Fetch(ctx, source, customer)
	if err != nil {
		return false, s.refuseReason(ctx, partner.SolutionReason(err))
	}
	s.setup.Take(setup.Fetched{Token: got.Token, ExpiresAt: got.ExpiresAt, Partner: source.SavedAs})
	return s.next(ctx)
}

// id asks for an id; Enter alone keeps the one that is known.
func (s *setupRun) id(ctx context.Context, question string, known graph.ID) (string, error) {
	if known != "" {
		question = s.Words.Paragraph(question, s.Words.Say("terminal.enter_keeps", words.Values{"Value": string(known)}))
	}
	typed, err := s.line(ctx, question)
	return cmp.Or(typed, string(known)), err
}

// refuseReason says why a business token was not had. The error is the
// context's, for a person who has stopped the program.
func (s *setupRun) refuseReason(ctx context.Context, reason partner.Reason) error {
	if ctx.Err() == nil {
		s.refuse(s.Words.Paragraph(s.Words.Say(reason.ID+".title", reason.Values), s.reasonAdvice(reason)))
	}
	return ctx.Err()
}
