package terminal

import (
	"context"
	"errors"
	"slices"

	"latchkey/wizard/check"
	"latchkey/wizard/setup"
)

// checkIt is step 6. A report that is there already for this token is shown
// again: going back and forth repeats no call.
func (s *setupRun) checkIt(ctx context.Context) error {
	if s.setup.Report() == nil {
		s.head(s.Words.Say("step.check.title"), s.Words.Say("step.check.lead"))
		if _, err := s.checkAgain(ctx); err != nil {
			return err
		}
	} else {
		s.head(s.Words.Verdict(*s.setup.Report()).Title, s.Words.Verdict(*s.setup.Report()).Summary)
		s.printProblem(*s.setup.Report())
	}
	return s.ask(ctx, menu{keys: s.checkKeys, common: true})
}

// checkAgain asks Meta. Rows appear as they are known; then comes the verdict.
func (s *setupRun) checkAgain(ctx context.Context) (bool, error) {
	report, err := s.setup.Check(ctx, func(row check.Row) {
		if ctx.Err() == nil && row.Status != check.Skipped && (row.Problem() || slices.Contains(check.Essential, row.ID)) {
			s.row(s.out, row.Status, s.Words.Row(row, s.Now()).Title)
		}
	})
	if ctx.Err() != nil {
		return false, ctx.Err()
	}
	if err != nil {
		return false, errors.Join(errQuit, err)
	}
	verdict := s.Words.Verdict(report)
	s.out.line("")
	s.out.line(bold + verdict.Title + bold)
	s.out.line(verdict.Summary)
	s.printProblem(report)
	return false, s.offerNumbers(ctx, report)
}

// printProblem says what decided the verdict and what fixes it.
func (s *setupRun) printProblem(report check.Report) {
	if row := report.Verdict.About; report.Verdict.Status != check.Ready && row.Problem() {
		s.out.line("")
		s.reportRow(s.out, row, report, s.setup.Environment().Page(row.Page, s.setup.PageIDs()), "")
	}
}

// offerNumbers asks which number the token is for, where there are several.
func (s *setupRun) offerNumbers(ctx context.Context, report check.Report) error {
	if options, _, _ := s.numbers(report); len(options) < 2 || report.Verdict.Status == check.NotReady {
		return nil
	}
	_, err := s.chooseNumber(ctx)
	return err
}

func (s *setupRun) checkKeys() []key {
	report := s.setup.Report()
	again := key{"", s.Words.Say("step.check.again"), s.checkAgain}
	var keys []key
	if s.setup.Missing() == setup.NothingMissing {
		again.typed = "a"
		keys = append(keys, key{"", s.Words.Say("step.check.main"), s.next})
	}
	keys = append(keys, again)
	if row := report.Verdict.About; row.Problem() && s.setup.Environment().Page(row.Page, s.setup.PageIDs()) != "" {
		keys = append(keys, s.opens("o", s.Words.Say("page."+string(row.Page)), row.Page, func() {}))
	}
	return append(keys, key{"d", s.Words.Say("button.details"), func(context.Context) (bool, error) {
		s.out.line("")
		for _, row := range report.Rows {
			s.reportRow(s.out, row, *report, s.setup.Environment().Page(row.Page, s.setup.PageIDs()), s.details(row))
		}
		return false, nil
	}})
}
