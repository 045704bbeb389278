package setup

import (
	"context"

	"latchkey/wizard/check"
	"latchkey/wizard/environment"
)

// Check asks Graph about the pasted token. onRow hears of rows as they are
// known. A report that is there already for this token is kept until the new
// one is complete; a check that was stopped leaves none, and returns the
// context's error.
func (s *Setup) Check(ctx context.Context, onRow func(check.Row)) (check.Report, error) {
	s.mutex.Lock()
	paste, expected := s.paste, s.expectation()
	s.mutex.Unlock()

	report, err := s.env.Check(ctx, paste.Token, environment.CheckOptions{Paste: paste, Expected: expected, Access: true, OnRow: onRow})
	if err == nil {
		err = ctx.Err()
	}
	if err != nil {
		return report, err
	}
	s.mutex.Lock()
	defer s.mutex.Unlock()
	if s.paste.Token.Equal(paste.Token) {
		s.mended, s.lastRows = check.Mended(s.lastRows, report.Rows), report.Rows
		s.report, s.checked, s.checkedFor = &report, paste, expected
		s.choose(report)
	}
	return report, nil
}

// Report is the last check's, nil before there was one for this token and these
// answers.
func (s *Setup) Report() *check.Report {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	return s.current()
}

func (s *Setup) missingCheck() Missing {
	switch {
	case s.current() == nil:
		return MissingCheck
	case mayBeKept(*s.report):
		return NothingMissing
	}
	return MissingReady
}

// mayBeKept reports whether a token works, perhaps with advice.
func mayBeKept(report check.Report) bool {
	return report.Verdict.Status == check.Ready || report.Verdict.Status == check.Attention
}

// current is the report, as long as it is about what would be checked now: an
// answer that was changed since, such as another app, makes it stale.
func (s *Setup) current() *check.Report {
	if s.report == nil || s.checkedFor != s.expectation() {
		return nil
	}
	return s.report
}

// expectation is what the answers so far hold the token to.
func (s *Setup) expectation() check.Expectation {
	expected := check.Expectation{Business: s.progress.Business, App: s.progress.App, Kind: s.progress.kind()}
	if s.progress.TokenSource() == FromSolution {
		expected.Customer = s.progress.Business
	}
	if s.renews != nil {
		expected.App = "" // how it differs from the old one is told, and asked about, before saving
	}
	return expected
}
