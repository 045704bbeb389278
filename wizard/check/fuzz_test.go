package check

import (
	"context"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"latchkey/graph"
)

// Whatever JSON a Graph answers with, the check ends with a whole report.
func FuzzAnswers(f *testing.F) {
	ready := readyReplies()
	for _, seed := range []struct{ inspection, me, account string }{
		{ready["debug_token"].body, ready["me"].body, ready["500"].body},
		{`{"data":{"is_valid":false}}`, `{"error":{"code":190}}`, `{}`},
		{`{"data":[]}`, `null`, `[]`},
		{`{"data":{"expires_at":"9223372036854775807","scopes":"x","granular_scopes":[{"target_ids":[1e999]}]}}`, `{"id":1e400}`, `{"phone_numbers":{"data":[null,{}]}}`},
		{`{"error":{"code":"x","error_subcode":{},"message":[]}}`, `{"id":{}}`, `{"health_status":{"entities":[{"errors":[null]}]}}`},
	} {
		f.Add(seed.inspection, seed.me, seed.account)
	}
	f.Fuzz(func(t *testing.T, inspection, me, account string) {
		replies := readyReplies()
		replies["debug_token"], replies["me"], replies["500"] = reply{200, inspection}, reply{200, me}, reply{200, account}
		server := httptest.NewServer(answering(replies))
		defer server.Close()
		ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		report, err := Run(ctx, Request{
			Paste: ReadPaste(madeUpToken), Expected: Expectation{Account: "500"},
			Graph: graph.Options{BaseURL: server.URL, Tries: 1},
		})
		if err != nil {
			t.Fatal(err)
		}
		if len(report.Rows) != len(checks) || report.Verdict.Status == "" {
			t.Fatalf("an unfinished report: %s", describe(report))
		}
		if strings.Contains(describe(report), madeUpToken) {
			t.Fatal("the token is in the report")
		}
	})
}
