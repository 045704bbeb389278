package batch_test

import (
	"testing"

	"latchkey/wizard/batch"
	"latchkey/wizard/check"
)

// What is remembered lies on disk, and may have been changed there.
func TestADamagedResultIsStillAReport(t *testing.T) {
	for name, problem := range map[string]batch.Problem{
		"a code without an answer":      {Check: check.TokenAlive, Status: check.Fail, Code: 190},
		"a trace ID without an answer":  {Check: check.TokenAlive, Status: check.Fail, TraceID: "AbC"},
		"nothing known but the outcome": {Status: check.Unknown},
	} {
		result := batch.Result{Status: check.NotReady, About: check.TokenAlive, Problems: []batch.Problem{problem}}
		report := result.Report()
		if len(report.Rows) != 1 || problem.Code != 0 && report.Rows[0].Graph.Error.Code != problem.Code {
			t.Errorf("%s: %+v", name, report.Rows)
		}
	}
}
