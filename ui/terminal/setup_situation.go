package terminal

import (
	"context"
	"strconv"

	"latchkey/wizard/setup"
)

// tellNeeds says what must be there first, by how the token is got.
func (s *setupRun) tellNeeds() {
	s.out.line(s.Words.Named(s.Words.Say("need.title"), ""))
	if s.setup.Progress().TokenSource() == setup.FromSignupCode {
		s.out.beside("- ", s.Words.Say("need.signup"))
		s.out.beside("- ", s.Words.Say("need.secret"))
		s.out.line(s.Words.Say("need.passed_over"))
		return
	}
	for _, need := range needs {
		s.out.beside("- ", s.Words.Say("need."+need.id))
	}
}

// choosesSituation notes an answer and goes on. What must be there first is
// told again where the answer has changed it.
func (s *setupRun) choosesSituation(situation setup.Situation) act {
	return func(ctx context.Context) (bool, error) {
		told := s.setup.Progress().TokenSource()
		s.change(ctx, func(progress *setup.Progress) { progress.Situation = situation })
		if situation == setup.SolutionPartner {
			if chosen, err := s.askPurpose(ctx); err != nil || !chosen {
				return true, err
			}
		}
		if s.setup.Progress().TokenSource() != told {
			s.out.line("")
			s.tellNeeds()
		}
		return s.leaveBusiness(ctx)
	}
}

// helpsToChoose finds the situation by two plain questions.
func (s *setupRun) helpsToChoose(ctx context.Context) (bool, error) {
	return s.yesOrNo(ctx, "situation.question_own", s.choosesSituation(setup.OwnBusiness), func(ctx context.Context) (bool, error) {
		return s.yesOrNo(ctx, "situation.question_credit", s.choosesSituation(setup.SolutionPartner), s.choosesSituation(setup.TechProvider))
	})
}

// yesOrNo asks a question and does what the answer leads to; "b" returns to the
// page.
func (s *setupRun) yesOrNo(ctx context.Context, id string, yes, no act) (bool, error) {
	s.out.line("")
	s.out.line(s.Words.Say(id))
	return true, s.ask(ctx, menu{common: true, first: true, keys: func() []key {
		return []key{
			{s.Words.Say("terminal.key_yes"), s.Words.Say("button.yes"), once(yes)},
			{s.Words.Say("terminal.key_no"), s.Words.Say("button.no"), once(no)},
			{"b", s.Words.Say("button.back"), toThePage},
		}
	}})
}

// once ends a question whatever came of the answer: the page is shown then.
func once(then act) act {
	return func(ctx context.Context) (bool, error) {
		_, err := then(ctx)
		return true, err
	}
}

func toThePage(context.Context) (bool, error) { return true, nil }

// askPurpose asks a solution partner what the token is for; "b" returns to the
// page without an answer.
func (s *setupRun) askPurpose(ctx context.Context) (chosen bool, err error) {
	s.out.line("")
	s.out.line(s.Words.Say("purpose.question"))
	err = s.ask(ctx, menu{common: true, first: true, keys: func() []key {
		var keys []key
		for i, purpose := range setup.Purposes {
			id := "purpose." + string(purpose)
			keys = append(keys, key{strconv.Itoa(i + 1), s.Words.Paragraph(s.Words.Say(id+".title"), s.Words.Say(id+".detail")), func(ctx context.Context) (bool, error) {
				s.change(ctx, func(progress *setup.Progress) { progress.Purpose = purpose })
				chosen = true
				return true, nil
			}})
		}
		return append(keys, key{"b", s.Words.Say("button.back"), toThePage})
	}})
	return chosen, err
}
