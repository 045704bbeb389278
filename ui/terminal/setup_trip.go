package terminal

import (
	"context"
	"strconv"

	"latchkey/graph/site"
	"latchkey/ui/words"
	"latchkey/wizard/check"
	"latchkey/wizard/setup"
)

// instruction is one thing to do on Meta's page.
type instruction struct {
	text   string
	detail string
	values []string // to be copied
}

// systemUser is step 2.
func (s *setupRun) systemUser(ctx context.Context) error {
	return s.trip(ctx, []instruction{
		{text: s.Words.Say("step.system_user.do_add")},
		{text: s.Words.Say("step.system_user.do_name"), values: []string{s.setup.Progress().UserName}},
		{text: s.Words.Say("step.system_user.do_role"), detail: s.Words.Say("step.system_user.role_detail")},
		{text: s.Words.Say("step.system_user.do_create")},
	})
}

// assets is step 3.
func (s *setupRun) assets(ctx context.Context) error {
	return s.trip(ctx, []instruction{
		{text: s.Words.Say("step.assets.do_kind")},
		{text: s.Words.Say("step.assets.do_app")},
		{text: s.Words.Say("step.assets.do_manage")},
		{text: s.Words.Say("step.assets.do_save")},
		{text: s.Words.Say("step.assets.do_account"), detail: s.Words.Say("step.assets.account_detail")},
	})
}

// generate is step 4.
func (s *setupRun) generate(ctx context.Context) error {
	switch s.setup.Progress().TokenSource() {
	case setup.FromSignupCode:
		return s.code(ctx)
	case setup.FromSolution:
		return s.solution(ctx)
	}
	return s.trip(ctx, []instruction{
		{text: s.Words.Say("step.generate.do_app")},
		{text: s.Words.Say("step.generate.do_expiry")},
		{text: s.Words.Say("step.generate.do_permissions"), values: []string{check.ScopeMessaging, check.ScopeManagement}},
		{text: s.Words.Say("step.generate.do_copy")},
	})
}

// trip is a step that happens on one of Meta's pages, which all three open on
// the list of system users. Enter opens the page, and once it was opened goes
// on.
func (s *setupRun) trip(ctx context.Context, instructions []instruction) error {
	id := "step." + s.setup.Step().ID()
	s.head(s.Words.Say(id+".title"), s.Words.Say(id+".lead", words.Values{"User": s.setup.Progress().UserName}))
	s.out.line(s.Words.Named(s.Words.Say("trip.on_page"), ""))
	for i, one := range instructions {
		front := pad(strconv.Itoa(i+1)+".", 4)
		s.out.beside(front, one.text)
		if one.detail != "" {
			s.out.indented(length(front), one.detail)
		}
		for _, value := range one.values {
			s.out.exactly(pad("", length(front)+2) + value)
		}
	}
	opened := false
	return s.ask(ctx, menu{common: true, keys: func() []key {
		open := s.opens("", s.Words.Say(id+".open"), site.PageSystemUsers, func() { opened = true })
		next := key{"n", s.Words.Say(id + ".main"), s.next}
		if opened {
			open.typed, next.typed = "o", ""
			open, next = next, open
		}
		return []key{
			open, next, s.shows("c", site.PageSystemUsers),
			s.tells("e", s.Words.Say("button.something_else"), s.Words.Say(id+".else")),
		}
	}})
}
