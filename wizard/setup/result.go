package setup

import "latchkey/wizard/check"

// Result is what the sixth step offers after a check.
type Result struct {
	Report   check.Report
	Ready    bool             // the step can be left
	Fix      *check.Row       // what decided, and can be mended; nil where all is well
	NewToken string           // id of the way to another token, where only that helps; else ""
	Repair   check.RepairKind // how it is put right from here, before it can work; RepairNone for not
	Choose   bool             // which of several numbers the token is for
	Mended   []check.ID       // what was put right since the check before
}

// Result describes what a check has led to; ok is false before there was one.
func (s *Setup) Result() (result Result, ok bool) {
	s.mutex.Lock()
	report, mended := s.current(), s.mended
	s.mutex.Unlock()
	if report == nil {
		return Result{}, false
	}
	verdict := report.Verdict
	result = Result{
		Report: *report,
		Mended: mended,
		Ready:  mayBeKept(*report),
		Choose: verdict.Status != check.NotReady && len(NumbersOf(*report)) > 1,
	}
	if verdict.Status != check.Ready && verdict.About.Problem() {
		result.Fix = &verdict.About
	}
	if result.Fix != nil && result.Fix.NeedsNewToken() {
		result.NewToken = "step.check.paste"
		if s.Progress().TokenSource() != FromSystemUser {
			result.NewToken = "step.check.fetch"
		}
	}
	if result.Fix != nil && !result.Ready {
		result.Repair = result.Fix.Repair.Kind
	}
	return result, true
}
