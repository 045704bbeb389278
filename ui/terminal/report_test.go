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

func TestTheCodeIsReadBack(t *testing.T) {
	b := newBench(t)
	report, err := support.Open(strings.NewReader(read(t, b.saveReport(1, "expired", "report.json"))))
	if err != nil {
		t.Fatal(err)
	}
	code := report.Spoken().String()
	says(t, b.err.String(), code)
	b.expect(0, "", "report", "code", strings.ToLower(code[:5]), code[5:])
	says(t, b.out.String(), "To fix: “Accepted by Meta”.", "190/463", "This token has expired")
	wrong := "0"
	if code[0] == '0' {
		wrong = "1"
	}
	b.expect(2, "", "report", "code", wrong+code[1:])
	says(t, b.err.String(), "One letter or digit of this code is wrong")
}

func TestFilesThatAreNoReports(t *testing.T) {
	b := newBench(t)
	for text, wanted := range map[string]string{
		`{"schema":"latchkey.support/1","x":` + strings.Repeat("[", 5000): "not built like a report",
		strings.Repeat("x", 7<<20): "too large",
	} {
		b.expect(2, text, "report", "open", "-")
		says(t, b.err.String(), wanted)
		if b.out.String() != "" {
			t.Errorf("something of the file is shown: %s", b.out)
		}
	}
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
