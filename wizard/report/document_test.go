package report_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"go.uber.org/goleak"

	"latchkey/graph"
	"latchkey/graph/sandbox"
	"latchkey/graph/site"
	"latchkey/graph/value/valuetest"
	"latchkey/wizard/check"
	"latchkey/wizard/report"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// written is the document about a scenario's token, as JSON.
func written(t *testing.T, scenario string, fault sandbox.Fault) string {
	t.Helper()
	server, err := sandbox.Start(sandbox.Options{Fault: fault})
	must(t, err)
	defer func() { must(t, server.Close()) }()
	checked, err := check.Run(t.Context(), check.Request{
		Paste: check.ReadPaste(tokenOf(t, scenario)),
		Graph: graph.Options{BaseURL: server.GraphURL(), Tries: 1},
	})
	must(t, err)
	return asJSON(t, checked)
}

func asJSON(t *testing.T, checked check.Report) string {
	t.Helper()
	told := report.New(checked)
	text, err := json.Marshal(told.Say(idWords{}, site.Meta, told.PageIDs()).Profile())
	must(t, err)
	return string(text)
}

// idWords say an id and every value, and how to mend what is not fine.
type idWords struct{}

func (idWords) say(reason check.Reason, values map[string]string) string {
	said := "**" + string(reason) + "**"
	for _, name := range slices.Sorted(maps.Keys(values)) {
		said += " " + name + "=" + values[name]
	}
	return said
}

func (w idWords) Row(row check.Row, _ time.Time) report.Text {
	text := report.Text{Title: w.say(row.Reason, row.Values), Detail: "**Why**"}
	if row.Problem() {
		text.Fix = "Do **this**."
	}
	return text
}

func (w idWords) Verdict(judged report.Judged) report.VerdictText {
	verdict, _ := judged.Judgement()
	return report.VerdictText{Summary: w.say(verdict.Reason, verdict.About.Values)}
}

// The fields are relied on by other programs: none may go, change its name, or
// come without a thought about what it lets out.
func TestTheDocumentHasItsFieldsAndNoOthers(t *testing.T) {
	want := []string{
		"accounts", "accounts.id", "accounts.name", "accounts.phone_numbers", "accounts.phone_numbers.display",
		"accounts.phone_numbers.id", "accounts.phone_numbers.name", "accounts.phone_numbers.quality",
		"accounts.phone_numbers.status", "accounts.phone_numbers.test", "accounts.review", "checked_at", "checks",
		"checks.detail", "checks.fix", "checks.fix.text", "checks.fix.url", "checks.graph", "checks.graph.code",
		"checks.graph.fbtrace_id", "checks.graph.http", "checks.graph.subcode", "checks.id", "checks.status",
		"checks.title", "graph", "graph.version", "permissions", "permissions.granted", "permissions.missing",
		"permissions.surplus", "schema", "token", "token.app_id", "token.app_name", "token.data_access_expires_at",
		"token.expires_at", "token.issued_at", "token.kind", "token.last4", "token.never_expires", "token.user_id",
		"token.user_name", "verdict", "verdict.status", "verdict.summary",
	}
	fields := map[string]bool{}
	for _, scenario := range []string{"ready", "account-not-assigned", "business-token"} {
		var document any
		must(t, json.Unmarshal([]byte(written(t, scenario, "")), &document))
		collect(document, "", fields)
	}
	var got []string
	for field := range fields {
		got = append(got, field)
	}
	slices.Sort(got)
	if !slices.Equal(got, want) {
		t.Errorf("the fields are\n%q\nwant\n%q", got, want)
	}
}

// collect notes the path of every field.
func collect(value any, path string, fields map[string]bool) {
	switch value := value.(type) {
	case []any:
		for _, each := range value {
			collect(each, path, fields)
		}
	case map[string]any:
		for name, each := range value {
			inner := strings.TrimPrefix(path+"."+name, ".")
			fields[inner] = true
			collect(each, inner, fields)
		}
	}
}

func TestListsAreNeverNull(t *testing.T) {
	for name, text := range map[string]string{
		"nothing": asJSON(t, check.Report{}), "an account without numbers": asJSON(t, check.Report{Accounts: []graph.WhatsAppAccount{{}}}),
	} {
		for _, list := range []string{"granted", "missing", "surplus", "accounts", "phone_numbers", "checks"} {
			if strings.Contains(text, `"`+list+`":null`) {
				t.Errorf("%s: %s is null", name, list)
			}
		}
	}
}

// TestTheDocumentHoldsNoToken, whatever Graph answers.
func TestTheDocumentHoldsNoToken(t *testing.T) {
	holdsNone := func(scenario sandbox.Scenario, fault sandbox.Fault) {
		t.Helper()
		text, secret := written(t, scenario.Name, fault), scenario.Token.Reveal()
		for i := 0; i+8 <= len(secret); i++ {
			// The first part of an app token is the app's id, which is shown.
			if piece := secret[i : i+8]; strings.Contains(text, piece) && !strings.Contains(scenario.AppID, piece) {
				t.Errorf("%s %s: a piece of the token stands in the document", scenario.Name, fault)
				return
			}
		}
	}
	for _, scenario := range sandbox.Scenarios() {
		if !scenario.Token.IsZero() && scenario.Name != "slow" {
			holdsNone(scenario, "")
		}
	}
	for _, fault := range []sandbox.Fault{sandbox.FaultEcho, sandbox.FaultEchoAnswer, sandbox.FaultEchoRefusal} {
		holdsNone(sandbox.Scenarios()[0], fault)
		if shown := valuetest.Shown(written(t, sandbox.Scenarios()[0].Name, fault), sandbox.Scenarios()[0].Token.Reveal()); shown != "" {
			t.Errorf("%s: %s", fault, shown)
		}
	}
}

func TestTimesAreUniversal(t *testing.T) {
	at := time.Date(2026, 9, 14, 23, 30, 0, 0, time.FixedZone("", 2*60*60))
	text := asJSON(t, check.Report{CheckedAt: at, Token: check.TokenFacts{ExpiresAt: at}})
	for _, want := range []string{`"checked_at":"2026-09-14T21:30:00Z"`, `"expires_at":"2026-09-14T21:30:00Z"`, `"issued_at":null`} {
		if !strings.Contains(text, want) {
			t.Errorf("%s is missing in\n%s", want, text)
		}
	}
}

func TestAFixLeadsToItsPage(t *testing.T) {
	var document report.Profile
	must(t, json.Unmarshal([]byte(written(t, "account-not-assigned", "")), &document))
	fixes := 0
	for _, row := range document.Checks {
		problem := row.Status == check.Fail || row.Status == check.Warn || row.Status == check.Unknown
		if (row.Fix != nil) != problem {
			t.Errorf("%s is %s and has the fix %v", row.ID, row.Status, row.Fix)
		}
		if row.Fix == nil {
			continue
		}
		fixes++
		if row.Fix.Text == "" || row.Fix.URL != "" && !site.Meta.Holds(row.Fix.URL) {
			t.Errorf("%s: %+v", row.ID, row.Fix)
		}
	}
	if fixes == 0 || document.Verdict.Status != check.NotReady {
		t.Errorf("%d fixes, %s", fixes, document.Verdict.Status)
	}
}

func TestPeoplesMarksForBoldStayOut(t *testing.T) {
	for _, scenario := range []string{"expired", "messaging-missing", "number-not-registered", "business-token"} {
		if text := written(t, scenario, ""); strings.Contains(text, "**") {
			t.Errorf("%s: marks in\n%s", scenario, text)
		}
	}
}

func TestEveryCheckIsInItsPlace(t *testing.T) {
	var document report.Profile
	must(t, json.Unmarshal([]byte(written(t, "ready", "")), &document))
	var got []check.ID
	for _, row := range document.Checks {
		got = append(got, row.ID)
	}
	if want := fmt.Sprint(check.IDs()); fmt.Sprint(got) != want {
		t.Errorf("the checks are\n%v\nwant\n%s", got, want)
	}
}

func tokenOf(t *testing.T, scenario string) string {
	t.Helper()
	found, ok := sandbox.FindScenario(scenario)
	if !ok {
		t.Fatalf("there is no scenario %q", scenario)
	}
	return found.Token.Reveal()
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
