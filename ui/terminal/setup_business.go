package terminal

import (
	"context"
	"errors"
	"strconv"

	"latchkey/graph/site"
	"latchkey/ui/words"
	"latchkey/wizard/check"
	"latchkey/wizard/setup"
)

// business is step 1: which situation, and what must be there first. The
// keychain is proved before it is left.
func (s *setupRun) business(ctx context.Context) error {
	s.head(s.Words.Say("step.business.title"), s.Words.Say("step.business.lead"))
	s.tellNeeds()
	return s.ask(ctx, menu{keys: s.businessKeys, common: true, first: true})
}

// needs is what must be there at Meta before the first step.
var needs = []struct {
	id   string
	page site.Page
}{
	{"portfolio", site.PagePortfolios}, {"app", site.PageAppList}, {"control", site.PageBusinessInfo},
}

func (s *setupRun) businessKeys() []key {
	var keys []key
	current := s.setup.Progress().Situation
	if current != setup.SituationUnknown {
		keys = append(keys, key{"", s.Words.Say("terminal.key_keep", words.Values{"Answer": s.Words.Say("situation." + string(current) + ".title")}), s.leaveBusiness})
	}
	for i, situation := range setup.Situations {
		id := "situation." + string(situation)
		keys = append(keys, key{strconv.Itoa(i + 1), s.Words.Paragraph(s.Words.Say(id+".title"), s.Words.Say(id+".detail")), s.choosesSituation(situation)})
	}
	keys = append(keys, key{"u", s.Words.Say("situation.unsure"), s.helpsToChoose})
	for i, need := range needs {
		label := s.Words.Named(s.Words.Say("need."+need.id+".open"), s.Words.Say("page."+string(need.page)))
		keys = append(keys, s.opens(strconv.Itoa(len(setup.Situations)+i+1), label, need.page, func() {}))
	}
	return append(keys,
		key{"a", s.Words.Say("need.address"), s.askAddress},
		s.tells("m", s.Words.Say("need.not_me"), s.Words.Say("need.not_me_text")+"\n\n"+s.Words.Say("need.message")))
}

// leaveBusiness proves the keychain, if nothing else is missing, and goes on.
func (s *setupRun) leaveBusiness(ctx context.Context) (bool, error) {
	if s.setup.Missing() == setup.MissingPurpose {
		if chosen, err := s.askPurpose(ctx); err != nil || !chosen {
			return true, err
		}
	}
	switch s.setup.Missing() {
	case setup.MissingProof, setup.MissingKeychain:
		if err := s.proveKeychain(ctx); err != nil {
			return false, err
		}
	}
	return s.next(ctx)
}

// proveKeychain shows that a token could be kept before anybody makes one. It
// tries again for as long as the person wants to.
func (s *setupRun) proveKeychain(ctx context.Context) error {
	try := func() error {
		s.out.line(s.Words.Say("keychain.proving"))
		err := s.setup.ProveKeychain(ctx)
		switch {
		case ctx.Err() != nil:
			return ctx.Err()
		case err == nil:
			s.row(s.out, check.Pass, s.Words.Say("keychain.proved"))
			return nil
		}
		id, values := troubleOf(err)
		s.row(s.out, check.Fail, s.Words.Say(id+".title"), s.advice(id, values))
		return err
	}
	if err := try(); err == nil || ctx.Err() != nil {
		return ctx.Err()
	}
	return s.ask(ctx, menu{common: true, first: true, keys: func() []key {
		return []key{{"", s.Words.Say("button.try_again"), func(ctx context.Context) (bool, error) {
			return try() == nil, ctx.Err()
		}}}
	}})
}

// askAddress reads portfolio and app from the address of one of Meta's pages.
func (s *setupRun) askAddress(ctx context.Context) (bool, error) {
	text, err := s.line(ctx, s.Words.Say("need.address_hint"))
	if err != nil || text == "" {
		return false, err
	}
	ids, err := setup.ReadAddress(text)
	switch {
	case errors.Is(err, setup.ErrTokenInside):
		s.refuse(s.Words.Say("address.token"))
	case errors.Is(err, setup.ErrOtherSite):
		s.refuse(s.Words.Say("address.other_site"))
	case errors.Is(err, setup.ErrNoIDs):
		s.refuse(s.Words.Say("address.no_ids"))
	case err != nil:
		s.refuse(s.Words.Say("address.none"))
	default:
		s.out.line(s.Words.Say("address.read", words.Values{"Business": string(ids.Business), "App": string(ids.App)}))
		s.change(ctx, func(progress *setup.Progress) {
			if ids.Business != "" {
				progress.Business = ids.Business
			}
			if ids.App != "" {
				progress.App = ids.App
			}
		})
	}
	return false, nil
}
