package batch_test

import (
	"encoding/json"
	"testing"

	"latchkey/wizard/batch"
	"latchkey/wizard/check"
)

// What is remembered lies on disk, and may have been changed there.
func TestADamagedResultIsStillAReport(t *testing.T) {
	for name, test := range map[string]struct {
		row  string
		code int
	}{
		"a code without an answer":      {`{"id":"token.alive","status":"fail","graph":{"code":190}}`, 190},
		"a trace ID without an answer":  {`{"id":"token.alive","status":"fail","graph":{"fbtrace_id":"AbC"}}`, 0},
		"nothing known but the outcome": {`{"status":"unknown"}`, 0},
	} {
		var result batch.Result
		err := json.Unmarshal([]byte(`{"report":{"verdict":{"status":"not_ready","about":"token.alive"},"checks":[`+test.row+`]}}`), &result)
		if err != nil {
			t.Fatal(err)
		}
		verdict, _ := result.Judgement()
		if result.Verdict.Status != check.NotReady || len(result.Checks) != 1 || test.code != 0 && verdict.About.Graph.Code != test.code {
			t.Errorf("%s: %+v", name, result)
		}
		if _, err := json.Marshal(batch.NewDocument([]batch.Result{result}, say)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}
