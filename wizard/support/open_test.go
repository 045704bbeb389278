package support_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"github.com/google/go-cmp/cmp"

	"latchkey/graph"
	"latchkey/graph/site"
	"latchkey/wizard/check"
	"latchkey/wizard/report"
	"latchkey/wizard/support"
)

func TestAReportOpensAsItWasMade(t *testing.T) {
	for _, scenario := range []string{"ready", "account-not-assigned", "expired", "rate-limited", "two-accounts", "temporary"} {
		t.Run(scenario, func(t *testing.T) {
			made := build(checked(t, scenario), support.Show{Names: true})
			opened, err := support.Open(strings.NewReader(page(t, made)))
			if err != nil {
				t.Fatal(err)
			}
			if difference := cmp.Diff(made, opened); difference != "" {
				t.Errorf("it is not what was made (-made +opened):\n%s", difference)
			}
			if page(t, opened) != page(t, made) || plain(t, opened) != plain(t, made) {
				t.Error("it reads differently")
			}
			if changes := support.Compare(made, opened); len(changes) > 0 {
				t.Errorf("it differs from itself: %v", changes)
			}
		})
	}
}

func TestWhatTheCommandPrintsOpensToo(t *testing.T) {
	const printed = `{"schema":"latchkey.report/1","checked_at":"2026-11-21T12:00:00Z","graph":{"version":"v25.0"},
		"verdict":{"status":"not_ready","summary":"It has expired."},
		"token":{"kind":"user","last4":"4Q7Z","app_id":"700","app_name":"Bot","user_id":"","user_name":"","issued_at":null,
			"expires_at":"2026-11-20T12:00:00Z","never_expires":false,"data_access_expires_at":null},
		"permissions":{"granted":[],"missing":[],"surplus":[]},"accounts":[],
		"checks":[{"id":"token.expiry","status":"fail","title":"It has expired","detail":"Yesterday.",
			"fix":{"text":"Make a new one.","url":"https://business.facebook.com/latest/settings/system_users"},
			"graph":{"http":400,"code":190,"subcode":463,"fbtrace_id":"Abc"}}]}`
	report, err := support.Open(strings.NewReader("\ufeff " + printed))
	if err != nil {
		t.Fatal(err)
	}
	one := report.Checks[0]
	text := one.Text(idWords{}, report.CheckedAt)
	if report.Summary(muteWords{}) != "It has expired." || one.Text(muteWords{}, noon).Fix != "Make a new one." {
		t.Errorf("the sentences of the file are lost: %+v", text)
	}
	if one.Graph.CodeText() != "190/463" {
		t.Errorf("Graph's code is %s", one.Graph.CodeText())
	}
}

// Reasons have been renamed, and dates are no longer texts.
func TestAReportOfAnEarlierProgramOpens(t *testing.T) {
	report, err := support.Open(strings.NewReader(`{"schema":"latchkey.support/1","checked_at":"2026-11-21T12:00:00Z","graph":{"version":"v25.0"},
		"verdict":{"status":"attention","reason":"verdict.kind_untold","about":"token.kind"},"token":{},"permissions":{},
		"checks":[{"id":"token.kind","status":"unknown","reason":"check.token.kind.untold"},
			{"id":"token.expiry","status":"warn","reason":"check.token.expiry.date_soon","values":{"Date":"2026-11-24T12:00:00Z"}}]}`))
	if err != nil {
		t.Fatal(err)
	}
	if report.Verdict.Reason != check.VerdictKindUnknown || report.Check(check.TokenKind).Reason != "check.token.kind.unknown" {
		t.Errorf("it says %s about %s", report.Verdict.Reason, report.Check(check.TokenKind).Reason)
	}
	if date := report.Check(check.TokenExpiry).Date; !date.Equal(time.Date(2026, time.November, 24, 12, 0, 0, 0, time.UTC)) {
		t.Errorf("it ends %v", date)
	}
}

// TestTheLargestReportOpens: as many accounts as a check looks at, with as
// many numbers as a page of Graph lists.
func TestTheLargestReportOpens(t *testing.T) {
	found := base()
	health := &graph.HealthStatus{CanSend: "LIMITED", Entities: []graph.HealthEntity{
		{Type: "PHONE_NUMBER", ID: "600000000000001", CanSend: "AVAILABLE"},
		{Type: "WABA", ID: "500000000000001", CanSend: "AVAILABLE"},
		{Type: "BUSINESS", ID: "400000000000001", CanSend: "LIMITED", Errors: []graph.HealthError{
			{Description: "The business has not been verified.", Solution: "Visit the security center and verify it."},
		}},
	}}
	account, number := found.Accounts[0], found.Accounts[0].Numbers[0]
	number.Verification, number.NameStatus, number.Platform, number.Mode, number.Limit = "VERIFIED", "APPROVED", "CLOUD_API", "LIVE", "TIER_UNLIMITED"
	number.VerifiedName, number.Health, account.Health = "Corner Bakery", health, health
	account.Numbers = slices.Repeat([]graph.PhoneNumber{number}, 100)
	found.Accounts = slices.Repeat([]graph.WhatsAppAccount{account}, 25)
	if _, err := support.Open(strings.NewReader(page(t, build(found, everything)))); err != nil {
		t.Error(err)
	}
}

// script is what a name must not become.
const script = `</script><script>alert(1)</script><img src=x onerror=alert(2)>"'{{.}}\u202e` + "\x1b[31m"

func hostileReport(t *testing.T) support.Report {
	t.Helper()
	found := checked(t, "two-accounts")
	found.Token.UserName, found.Token.AppName = script, script
	for i := range found.Accounts {
		found.Accounts[i].Name = script
		for j := range found.Accounts[i].Numbers {
			found.Accounts[i].Numbers[j].VerifiedName, found.Accounts[i].Numbers[j].Display = script, script
		}
	}
	for i := range found.Rows {
		found.Rows[i].Values = map[string]string{"User": script, "Message": script, "App": script}
	}
	return build(found, everything)
}

func TestScriptsInNamesStayText(t *testing.T) {
	written := page(t, hostileReport(t))
	if count := strings.Count(strings.ToLower(written), "<script"); count != 1 {
		t.Errorf("the page has %d scripts; the one with its data is meant to be the only one", count)
	}
	if strings.Contains(written, "<img") {
		t.Error("a name became an element")
	}
	opened, err := support.Open(strings.NewReader(written))
	if err != nil {
		t.Fatal(err)
	}
	if strings.ContainsAny(plain(t, opened), "\x1b\u202e") {
		t.Error("a name steers the terminal")
	}
	if !strings.Contains(opened.Token.UserName, "<img") {
		t.Error("the name itself is lost")
	}
}

// The page needs nothing from anywhere and runs nothing.
func TestThePageLoadsNothing(t *testing.T) {
	written := page(t, build(checked(t, "account-not-assigned"), everything))
	policy := regexp.MustCompile(`http-equiv="Content-Security-Policy" content="([^"]+)"`).FindStringSubmatch(written)
	if policy == nil || !strings.Contains(policy[1], "default-src &#39;none&#39;") || strings.Contains(policy[1], "script-src") {
		t.Errorf("the policy is %v", policy)
	}
	if found := regexp.MustCompile(`(?i)\s(src|srcset|style|on[a-z]+|action|poster|background)\s*=|@import|url\(|<link|<iframe|<object|<embed|http-equiv="refresh"`).FindString(written); found != "" {
		t.Errorf("the page holds %q", found)
	}
	for _, link := range regexp.MustCompile(`href="([^"]*)"`).FindAllStringSubmatch(written, -1) {
		if !site.Meta.Holds(strings.ReplaceAll(link[1], "&amp;", "&")) {
			t.Errorf("the page leads to %s", link[1])
		}
	}
}

func TestOpenSaysWhatIsWrongWithAFile(t *testing.T) {
	good := page(t, build(checked(t, "ready"), everything))
	start := strings.Index(good, `id="latchkey-report"`)
	document := good[strings.Index(good[start:], ">")+start+1 : strings.LastIndex(good, "</script>")]
	change := func(old, with string) string {
		t.Helper()
		if !strings.Contains(document, old) {
			t.Fatalf("the document has no %s", old)
		}
		return strings.Replace(document, old, with, 1)
	}
	for name, test := range map[string]struct {
		file string
		want support.Fault
	}{
		"empty":                  {"", support.FaultForeign},
		"a page of somebody":     {"<!DOCTYPE html><html><body><script>alert(1)</script></body></html>", support.FaultForeign},
		"a picture":              {"\x89PNG\r\n\x1a\n\x00\x00", support.FaultForeign},
		"other JSON":             {`{"name":"x"}`, support.FaultForeign},
		"a list":                 {`[1,2,3]`, support.FaultForeign},
		"another schema of ours": {`{"schema":"latchkey.saved/1"}`, support.FaultForeign},
		"schema is a list":       {`{"schema":["latchkey.support/1"]}`, support.FaultDamaged},
		"newer":                  {change(`"latchkey.support/1"`, `"latchkey.support/2"`), support.FaultNewer},
		"much newer":             {`{"schema":"latchkey.report/17","new":[]}`, support.FaultNewer},
		"page cut off":           {good[:len(good)-60], support.FaultDamaged},
		"document cut off":       {document[:len(document)/2], support.FaultDamaged},
		"a number for a name":    {change(`"kind":"system_user"`, `"kind":7`), support.FaultDamaged},
		"a text for a list":      {change(`"granted":[`, `"granted":"x","old":[`), support.FaultDamaged},
		"no verdict":             {`{"schema":"latchkey.report/1","checked_at":"2026-11-21T12:00:00Z"}`, support.FaultDamaged},
		"no time":                {`{"schema":"latchkey.report/1","verdict":{"status":"ready"}}`, support.FaultDamaged},
		"an odd outcome":         {change(`"status":"pass"`, `"status":"perfect"`), support.FaultDamaged},
		"a year without end":     {change(`"checked_at":"2`, `"checked_at":"99992`), support.FaultDamaged},
		"huge":                   {`{"schema":"latchkey.report/1","x":"` + strings.Repeat("a", 7<<20) + `"}`, support.FaultTooLarge},
		"many small parts":       {`{"schema":"latchkey.report/1","accounts":[` + strings.Repeat(`{},`, 300_000) + `{}]}`, support.FaultTooLarge},
		"nested":                 {`{"schema":"latchkey.report/1","x":` + strings.Repeat(`[`, 100_000) + strings.Repeat(`]`, 100_000) + `}`, support.FaultTooDeep},
		"nested, never closed":   {`{"schema":"latchkey.report/1","x":` + strings.Repeat(`{"a":`, 100_000), support.FaultTooDeep},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := support.Open(strings.NewReader(test.file))
			var wrong *support.OpenError
			if !errors.As(err, &wrong) || wrong.Fault != test.want {
				t.Fatalf("got %v, want the fault %s", err, test.want)
			}
			if len(err.Error()) > 200 {
				t.Error("the error quotes the file")
			}
		})
	}
}

func TestATroubleOfReadingIsTold(t *testing.T) {
	_, err := support.Open(iotest.ErrReader(io.ErrUnexpectedEOF))
	if !errors.Is(err, io.ErrUnexpectedEOF) {
		t.Errorf("got %v", err)
	}
}

// What a file says cannot lead the reader astray: addresses and ids of words
// are this program's own.
func TestAForgedReportLeadsNowhere(t *testing.T) {
	forged := build(checked(t, "account-not-assigned"), everything)
	for i := range forged.Checks {
		forged.Checks[i].Fix = &report.Fix{Text: "Log in", URL: "https://business.facebook.com.evil.example/login"}
		forged.Checks[i].Reason = "removeall.done"
		forged.Checks[i].Page = "javascript:alert(1)"
	}
	forged.Token.Last4 = "EAAGwholeTokenInHere1234567890"
	content, err := json.Marshal(forged)
	if err != nil {
		t.Fatal(err)
	}
	opened, err := support.Open(bytes.NewReader(content))
	if err != nil {
		t.Fatal(err)
	}
	written := page(t, opened) + plain(t, opened)
	for _, wrong := range []string{"evil.example", "removeall", `href="javascript`, "EAAGwhole"} {
		if strings.Contains(written, wrong) {
			t.Errorf("%q is shown", wrong)
		}
	}
	if opened.Token.Last4 != "7890" {
		t.Errorf("the token's end is %q", opened.Token.Last4)
	}
}

// FuzzOpen: whatever a file holds, opening it ends in a report that can be
// shown, sent on and opened again, or in an error of a known kind.
func FuzzOpen(f *testing.F) {
	found := check.NotChecked(noon, "v25.0")
	var seed bytes.Buffer
	if err := support.WritePage(&seed, build(found, everything), idWords{}, site.Meta); err != nil {
		f.Fatal(err)
	}
	f.Add(seed.Bytes())
	f.Add([]byte(`{"schema":"latchkey.report/1","checked_at":"2026-11-21T12:00:00+05:30","verdict":{"status":"ready"},"checks":[{"id":"x","status":"fail","fix":{},"graph":{"code":-1,"subcode":99999999}}],"accounts":[{"health":{},"phone_numbers":[{"health":{"entities":[{}]}}]}]}`))
	f.Add([]byte(`<script id=latchkey-report>{"schema":"latchkey.support/1"}</script`))
	f.Fuzz(func(t *testing.T, content []byte) {
		began := time.Now()
		report, err := support.Open(bytes.NewReader(content))
		if err != nil {
			var wrong *support.OpenError
			if !errors.As(err, &wrong) {
				t.Fatalf("an error of no known kind: %v", err)
			}
			return
		}
		again, err := support.Open(strings.NewReader(page(t, report)))
		if err != nil {
			t.Fatalf("what was opened cannot be sent on: %v", err)
		}
		if difference := cmp.Diff(report, again); difference != "" {
			t.Fatalf("it changed on the way:\n%s", difference)
		}
		if _, err := support.ReadCode(report.Spoken().String()); err != nil {
			t.Fatalf("its code %s: %v", report.Spoken(), err)
		}
		_ = plain(t, report)
		_ = support.Messages(report, idWords{}, site.Meta)
		_ = support.Compare(report, again)
		if took := time.Since(began); took > time.Minute {
			t.Fatalf("it took %s", took)
		}
	})
}
