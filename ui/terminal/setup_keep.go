package terminal

import (
	"context"
	"errors"
	"slices"
	"strconv"

	"latchkey/ui/words"
	"latchkey/wizard/check"
	"latchkey/wizard/vault"
)

// keep is step 7: the summary, or after saving what was kept.
func (s *setupRun) keep(ctx context.Context) error {
	if s.setup.Saved() != nil {
		return s.kept(ctx)
	}
	report := s.setup.Report()
	if report == nil {
		_, err := s.back(ctx)
		return err
	}
	s.head(s.Words.Say("step.keep.title"), s.Words.Say("step.keep.lead"))
	lines := s.summary(ctx, *report)
	s.printSummary(lines)
	if report.Verdict.Status == check.Attention {
		s.out.line("")
		text := s.Words.Row(report.Verdict.About, s.Now())
		s.row(s.out, check.Warn, s.Words.Verdict(*report).Summary, text.Fix)
	}
	keys := []key{{"", s.Words.Say("step.keep.main"), s.saves(false)}}
	for _, line := range lines {
		if line.change != nil {
			label := s.Words.Named(s.Words.Say("button.change"), s.Words.Say("keep."+line.id))
			keys = append(keys, key{strconv.Itoa(len(keys)), label, line.change})
		}
	}
	return s.ask(ctx, menu{keys: func() []key { return slices.Clone(keys) }, common: true})
}

// summaryLine is one line of the summary; change is nil where nothing can be
// changed.
type summaryLine struct {
	id, value string
	change    act
}

func (s *setupRun) summary(ctx context.Context, report check.Report) []summaryLine {
	account, number := s.setup.Chosen()
	change := act(s.chooseNumber)
	if options, _, _ := s.numbers(report); len(options) < 2 {
		change = nil
	}
	lines := []summaryLine{
		{"name", s.setup.Name(), s.changeName},
		{"works_as", s.Words.Say("keep.works_as_text", words.Values{
			"Kind": s.Words.Say("kind." + string(report.Token.Kind)), "User": report.Token.UserName, "App": report.Token.AppName,
		}), nil},
	}
	if account != nil {
		lines = append(lines, summaryLine{"account", string(account.Name) + " (" + string(account.ID) + ")", nil})
	}
	if number != nil {
		lines = append(lines, summaryLine{"number", string(number.Display) + ", “" + string(number.VerifiedName) + "”", change})
	}
	place := s.Words.Say("place." + string(s.setup.Environment().Vault.Where(ctx)))
	return append(lines,
		summaryLine{"may", s.mayDo(report), nil},
		summaryLine{"expires", s.expires(report.Token), nil},
		summaryLine{"kept_in", s.Words.Say("keep.place", words.Values{"Place": place, "Service": s.service()}), nil})
}

func (s *setupRun) printSummary(lines []summaryLine) {
	width := 0
	for _, line := range lines {
		width = max(width, length(s.Words.Say("keep."+line.id)))
	}
	for _, line := range lines {
		s.out.beside(pad(s.Words.Say("keep."+line.id), width)+"  ", line.value)
	}
}

func (s *setupRun) service() string {
	if s.practice != nil {
		return vault.PracticeService
	}
	return vault.Service
}

func (s *setupRun) mayDo(report check.Report) string {
	var may []string
	for _, scope := range []string{check.ScopeMessaging, check.ScopeManagement} {
		if slices.Contains(report.Permissions.Granted, scope) {
			may = append(may, s.Words.Say("scope."+scope))
		}
	}
	return s.Words.LongList(may...)
}

func (s *setupRun) expires(token check.TokenFacts) string {
	switch {
	case token.NeverExpires:
		return s.Words.Say("keep.never")
	case token.ExpiresAt.IsZero():
		return s.Words.Say("keep.not_known")
	}
	return s.Words.Date(token.ExpiresAt, s.Now())
}

// changeName asks for another name and returns to the summary.
func (s *setupRun) changeName(ctx context.Context) (bool, error) {
	for {
		typed, err := s.line(ctx, s.Words.Paragraph(s.Words.Say("keep.change_name"), s.Words.Say("keep.name_hint")))
		if err != nil || typed == "" {
			return true, err
		}
		if err = s.setup.Rename(typed); err == nil {
			s.tellRemembering(s.setup.Remember(ctx))
			return true, ctx.Err()
		}
		id, values := troubleOf(err)
		s.refuse(s.Words.Paragraph(s.Words.Say(id+".title"), s.advice(id, values)))
	}
}

// saves keeps the token, reads it back, and says what went wrong.
func (s *setupRun) saves(replace bool) act {
	return func(ctx context.Context) (bool, error) {
		s.out.line(s.Words.Say("step.keep.saving"))
		outcome, err := s.setup.Save(ctx, replace)
		var taken *vault.TakenError
		switch {
		case s.setup.Saved() != nil:
			s.tellRemembering(err)
			return true, nil
		case ctx.Err() != nil:
			return false, ctx.Err()
		case errors.As(err, &taken):
			return true, s.askReplace(ctx, taken.Name)
		}
		id, values := troubleOf(err)
		s.refuse(s.Words.Paragraph(s.Words.Say(id+".title"), s.advice(id, values), s.Words.Maybe("outcome."+string(outcome))))
		return false, nil
	}
}

// askReplace asks what to do about a token of the same name.
func (s *setupRun) askReplace(ctx context.Context, name string) error {
	s.out.line("")
	s.out.line(s.Words.Paragraph(s.Words.Say("taken.title"), s.Words.Say("taken.text", words.Values{"Name": name})))
	return s.ask(ctx, menu{keys: func() []key {
		return []key{
			{"", s.Words.Say("taken.rename"), s.changeName},
			{"r", s.Words.Say("taken.replace"), s.saves(true)},
			{"b", s.Words.Say("button.back"), toThePage},
		}
	}})
}
