package report_test

import (
	"encoding/json"
	"fmt"
	"time"

	"latchkey/graph/site"
	"latchkey/wizard/check"
	"latchkey/wizard/report"
)

// A check becomes a document, is put into somebody's words, and is printed for
// other programs.
func ExampleNew() {
	found := check.NotChecked(time.Date(2026, time.November, 21, 12, 0, 0, 0, time.UTC), "v25.0")
	profile := report.New(found).Say(idWords{}, site.Meta, site.PageIDs{}).Profile()
	verdict, _ := json.Marshal(profile.Verdict)
	first, _ := json.Marshal(profile.Checks[0])
	fmt.Printf("%s\n%s\n%s\n", profile.Schema, verdict, first)
	// Output:
	// latchkey.report/1
	// {"status":"unknown","summary":"verdict.unknown"}
	// {"id":"local.shape","status":"skipped","title":"skipped.no_token","detail":"Why","fix":null,"graph":null}
}
