package terminal_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"latchkey/ui/words"
	"latchkey/wizard/check"
	"latchkey/wizard/support"
)

// saveReport checks a scenario's token and writes the report of it.
func (b *bench) saveReport(code int, scenario, name string, flags ...string) string {
	b.t.Helper()
	path := filepath.Join(b.t.TempDir(), name)
	b.expect(code, token(b.t, scenario), append([]string{"report", "--output", path}, flags...)...)
	return path
}

func read(t *testing.T, path string) string {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}

func TestAReportGoesFromOneComputerToAnother(t *testing.T) {
	b := newBench(t)
	for _, name := range []string{"report.html", "report.json"} {
		path := b.saveReport(1, "account-not-assigned", name, "--made-by", "Ana")
		says(t, b.err.String(), "The report is in "+path)
		if strings.Contains(read(t, path), token(t, "account-not-assigned")[:30]) {
			t.Error("the report holds the token")
		}
		b.expect(0, "", "report", "open", path)
		says(t, b.out.String(), "This is a report", "by Ana", "To fix", "is not assigned to the system user", "Code for the phone")
		b.expect(0, "", "report", "open", "--details", path)
		says(t, b.out.String(), "It never expires")
		b.expect(0, read(t, path), "report", "open", "--json", "-")
		if b.document()["schema"] != "latchkey.support/1" {
			t.Error("the document is of another schema")
		}
	}
}

func TestWhatCheckPrintsOpensAsAReport(t *testing.T) {
	b := newBench(t)
	b.expect(1, token(t, "expired"), "check", "--json")
	b.expect(0, b.out.String(), "report", "open", "-")
	says(t, b.out.String(), "This token has expired", "190/463")
}

func TestAReportForAChatIsPrinted(t *testing.T) {
	b := newBench(t)
	b.save("Bakery", "number-not-registered")
	b.expect(1, "", "report", "--saved", "Bakery")
	says(t, b.out.String(), "Your number is not registered yet", "business.facebook.com/latest/whatsapp_manager/phone_numbers", "It cannot contain the token")
	silent(t, b.out.String(), "Corner Bakery Berlin")
	b.expect(1, "", "report", "--saved", "Bakery", "--json")
	hidden := b.document()["accounts"].([]any)[0].(map[string]any)["name"].(string)
	b.expect(1, "", "report", "--saved", "Bakery", "--json", "--show-names")
	shown := b.document()["accounts"].([]any)[0].(map[string]any)["name"].(string)
	if hidden == shown || !strings.Contains(hidden, "…") || strings.Contains(shown, "…") {
		t.Errorf("the name is %q, and ticked %q", hidden, shown)
	}
}

func TestAReportOverwritesNothing(t *testing.T) {
	b := newBench(t)
	path := b.saveReport(0, "ready", "report.html")
	before := read(t, path)
	b.expect(2, token(t, "expired"), "report", "--output", path)
	says(t, b.err.String(), "There is a file")
	if read(t, path) != before {
		t.Error("the file was overwritten")
	}
	info, err := os.Stat(path)
	if err != nil || info.Mode().Perm()&0o077 != 0 {
		t.Errorf("others can read the report: %v, %v", info.Mode(), err)
	}
	b.expect(2, token(t, "ready"), "report", "--output", filepath.Join(t.TempDir(), "report.pdf"))
	says(t, b.err.String(), ".html, .txt or .json")
	b.expect(2, token(t, "ready"), "report", "--output", filepath.Join(t.TempDir(), "no", "report.html"))
	says(t, b.err.String(), "could not be written")
}

func TestCompareSaysWhatHasChanged(t *testing.T) {
	b := newBench(t)
	before := b.saveReport(0, "ready", "before.html")
	after := b.saveReport(1, "messaging-missing", "after.html", "--show-names", "--show-ids")
	b.expect(0, "", "report", "compare", before, after)
	says(t, b.out.String(), "The outcome was “Ready” and is now “To fix”.", "The permission whatsapp_business_messaging is gone.", "“Permission to send messages” was “OK” and is now “To fix”.")
	b.expect(0, "", "report", "compare", before, before)
	says(t, b.out.String(), "Nothing has changed")
}

func TestTheCodeIsReadBack(t *testing.T) {
	b := newBench(t)
	report, err := support.Open(strings.NewReader(read(t, b.saveReport(1, "expired", "report.json"))))
	if err != nil {
		t.Fatal(err)
	}
	code := report.Spoken().String()
	says(t, b.err.String(), code)
	b.expect(0, "", "report", "code", strings.ToLower(code[:5]), code[5:])
	says(t, b.out.String(), "To fix: “Acceptance of the token by Meta”.", "190/463", "This token has expired")
	wrong := "0"
	if code[0] == '0' {
		wrong = "1"
	}
	b.expect(2, "", "report", "code", wrong+code[1:])
	says(t, b.err.String(), "One letter or digit of this code is wrong")
	b.expect(2, "", "report", "code", "0000-0000-0000")
	says(t, b.err.String(), "This is not a report code")
	b.expect(2, "", "report", "code", "hello")
	says(t, b.err.String(), "12 letters and digits")
}

func TestFilesThatAreNoReports(t *testing.T) {
	b := newBench(t)
	for text, wanted := range map[string]string{
		"<html><script>alert(1)</script></html>":                          "This file is not a Latchkey report",
		`{"schema":"latchkey.support/2"}`:                                 "from a newer Latchkey",
		`{"schema":"latchkey.support/1",`:                                 "This report is damaged",
		`{"schema":"latchkey.support/1","x":` + strings.Repeat("[", 5000): "not built like a report",
		strings.Repeat("x", 7<<20):                                        "too large",
	} {
		b.expect(2, text, "report", "open", "-")
		says(t, b.err.String(), wanted)
		if b.out.String() != "" {
			t.Errorf("something of the file is shown: %s", b.out)
		}
	}
	b.expect(2, "", "report", "open", filepath.Join(t.TempDir(), "missing.html"))
	says(t, b.err.String(), "could not be read")
}

// The form for a chat is told apart from a stranger's file.
func TestAReportAsTextIsForReading(t *testing.T) {
	b := newBench(t)
	b.expect(2, "", "report", "open", b.saveReport(1, "expired", "report.txt"))
	says(t, b.err.String(), "This is a report as text", ".html or .json")
}

func TestReportCommandsSayWhatTheyTake(t *testing.T) {
	b := newBench(t)
	for id, arguments := range map[string][]string{
		"Name one report": {"open"}, "Name two reports": {"compare", "one.html"}, "Type the code of a report": {"code"},
	} {
		b.expect(2, "", append([]string{"report"}, arguments...)...)
		says(t, b.err.String(), id)
		silent(t, b.err.String(), "arg(s)")
	}
}

func TestMessagesToTheCustomer(t *testing.T) {
	b := newBench(t)
	path := b.saveReport(1, "number-not-registered", "report.html")
	b.expect(0, "", "report", "open", "--messages", path)
	says(t, b.out.String(), "Hello,", "Your number is not registered yet.", "6-digit PIN. Or ask the provider", "Do it on this page:", "Never send the token itself")
	silent(t, b.out.String(), "**", "2. Or")
	b.expect(0, "", "report", "open", "--messages", b.saveReport(1, "account-not-assigned", "report.html"))
	says(t, b.out.String(), "1. In Business settings", "2. ")
	b.expect(0, "", "report", "answer")
	says(t, b.out.String(), "Do not send us the token", "Save report")
	b.expect(0, "", "report", "answer", "--chat")
	says(t, b.out.String(), "Revoke tokens", "Generate token")
}

// TestEverythingAboutReportsHasWords covers the ids that are put together.
func TestEverythingAboutReportsHasWords(t *testing.T) {
	english, err := words.New(nil, "en")
	if err != nil {
		t.Fatal(err)
	}
	var ids []string
	for _, change := range support.Changes {
		ids = append(ids, "difference."+string(change))
	}
	for _, fault := range support.Faults {
		ids = append(ids, "report.open."+string(fault)+".title", "report.open."+string(fault)+".cause", "report.open."+string(fault)+".fix")
	}
	for _, group := range check.Groups {
		ids = append(ids, "report.group."+string(group))
	}
	for _, detail := range []support.Detail{support.DetailNames, support.DetailNumbers, support.DetailIDs} {
		ids = append(ids, "report.detail."+string(detail))
	}
	for _, outcome := range []check.Outcome{check.Ready, check.Attention, check.NotReady, check.Undecided} {
		ids = append(ids, "report.verdict."+string(outcome))
	}
	for _, fixer := range []string{"owner", "developer", "support", "meta"} {
		ids = append(ids, "message.steps."+fixer)
	}
	for _, scope := range []string{check.ScopeMessaging, check.ScopeManagement, check.ScopeBusiness} {
		ids = append(ids, "permission."+scope)
	}
	for _, id := range append(ids, support.FirstAnswer, support.TokenInChat, support.TokenInChatDesk) {
		if english.Maybe(id) == "" {
			t.Errorf("%q has no words", id)
		}
	}
}

// TestThePageSaysEverythingInWords: no id is left standing where a sentence
// belongs, whatever the scenario.
func TestThePageSaysEverythingInWords(t *testing.T) {
	b := newBench(t)
	for scenario, code := range map[string]int{"ready": 0, "expired": 1, "rate-limited": 3, "two-accounts": 0, "temporary": 0} {
		page := read(t, b.saveReport(code, scenario, "report.html"))
		for _, id := range []string{"[report.", "[check.", "[status.", "[kind.", "[verdict.", "[permission."} {
			if strings.Contains(page, id) {
				t.Errorf("%s: %s… stands on the page", scenario, id)
			}
		}
	}
}
