package support_test

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"latchkey/graph"
	"latchkey/graph/site"
	"latchkey/wizard/check"
	"latchkey/wizard/report"
	"latchkey/wizard/support"
)

// TestNoTokenLeavesInAnyKindOfReport: a server writes the token into every
// field of every answer, and the person types it where ids belong. Nothing
// that is written holds more than its last four characters.
func TestNoTokenLeavesInAnyKindOfReport(t *testing.T) {
	for name, secret := range map[string]string{
		"of Meta's shape": "EAAG" + strings.Repeat("c4n4ryC4N4RY", 12),
		"opaque":          "c4n4ry-C4N4RY_c4n4ry.C4N4RY-0001",
		"letters only":    "cfnfryCFNFRYcfnfryCFNFRYcfnfry",
	} {
		for part, refuse := range map[string]func(string) bool{
			"all answered":     func(string) bool { return false },
			"all refused":      func(string) bool { return true },
			"accounts refused": func(path string) bool { return strings.HasPrefix(path, "500") },
		} {
			t.Run(name+", "+part, func(t *testing.T) {
				address := serve(t, echoing(secret, refuse))
				for _, expected := range []check.Expectation{{}, {App: graph.ID(secret), Account: graph.ID(secret), Phone: graph.ID(secret)}} {
					found := run(t, address, graph.NewToken(secret), expected)
					for _, show := range []support.Show{{}, everything} {
						report := build(found, show)
						written := page(t, report) + plain(t, report) + report.Spoken().String()
						for _, message := range support.Messages(report, idWords{}, site.Meta) {
							written += message.Text
						}
						for _, difference := range support.Compare(report, build(checked(t, "ready"), show)) {
							written += difference.Text(idWords{}, noon)
						}
						if len(written) < 2000 {
							t.Fatalf("only %d characters were written: there is nothing to search", len(written))
						}
						for at := range len(secret) - 7 {
							if strings.Contains(written, secret[at:at+8]) {
								t.Fatalf("%q of the token is in the report", secret[at:at+8])
							}
						}
					}
				}
			})
		}
	}
}

// A check's report that was put together wrongly is the last thing that could
// carry a token here.
func TestATokenInACheckIsCaughtByItsShape(t *testing.T) {
	secret := "EAAG" + strings.Repeat("x1y2z3", 30)
	found := checked(t, "ready")
	found.Token.UserName, found.Token.Last4, found.GraphVersion = secret, secret, secret
	found.Rows[3].Values = map[string]string{"User": secret, "Message": secret, "Unlisted": "never told"}
	written := page(t, build(found, everything))
	if strings.Contains(written, secret[:24]) || strings.Contains(written, secret[len(secret)-12:]) {
		t.Error("the token is in the report")
	}
	if strings.Contains(written, "never told") {
		t.Error("a value that is not on the list is in the report")
	}
}

func TestDetailsAreHiddenUntilTheyAreTicked(t *testing.T) {
	found := checked(t, "temporary")
	account := found.Accounts[0]
	number := account.Numbers[0]
	found.Rows = append(found.Rows, check.Row{
		ID: "odd", Status: check.Fail, Reason: "trouble.unknown",
		Values: map[string]string{"Message": "The object " + string(number.ID) + " of " + string(account.Name) +
			" does not exist, nor does +31 20 794 0123 or 1234567890123456"},
	})
	details := map[support.Detail][]string{
		support.DetailNames:   {found.Token.UserName, string(account.Name), string(number.VerifiedName)},
		support.DetailNumbers: {string(number.Display), "794 0123"},
		support.DetailIDs: {
			string(found.Token.AppID), string(found.Token.UserID), string(account.ID), string(number.ID), "1234567890123456",
		},
	}
	for name, test := range map[string]struct {
		show   support.Show
		hidden []support.Detail
	}{
		"nothing ticked": {support.Show{}, []support.Detail{support.DetailNames, support.DetailNumbers, support.DetailIDs}},
		"names":          {support.Show{Names: true}, []support.Detail{support.DetailNumbers, support.DetailIDs}},
		"numbers":        {support.Show{Numbers: true}, []support.Detail{support.DetailNames, support.DetailIDs}},
		"ids":            {support.Show{IDs: true}, []support.Detail{support.DetailNames, support.DetailNumbers}},
		"everything":     {everything, []support.Detail{}},
	} {
		t.Run(name, func(t *testing.T) {
			report := build(found, test.show)
			written := page(t, report) + plain(t, report)
			hidden := map[support.Detail]bool{}
			for _, detail := range test.hidden {
				hidden[detail] = true
			}
			for detail, texts := range details {
				for _, text := range texts {
					if text == "" {
						t.Fatalf("the scenario tells nothing for one of the %s", detail)
					}
					if shown := strings.Contains(written, text); shown == hidden[detail] {
						t.Errorf("%s: %q shown is %v", detail, text, shown)
					}
				}
			}
		})
	}
}

func TestHiddenDetailsStillTellThingsApart(t *testing.T) {
	for _, test := range []struct{ got, want string }{
		{support.HideName("Corner Bakery"), "C… B…"},
		{support.HideName("Ana Öz, B"), "A… Ö…, B"},
		{support.HideName("店"), "店"},
		{support.HideName(""), ""},
		{support.HideNumber("+49 30 901820"), "+49 …20"},
		{support.HideNumber("+1 555 010 0199"), "+1 …99"},
		{support.HideNumber("030 901820, +49 30 901821"), "…20, +49 …21"},
		{support.HideNumber("12345"), "…"},
		{support.HideNumber("108234567890123"), "…0123"},
		{support.HideID("108234567890123"), "…0123"},
		{support.HideID("600"), "…0"},
		{support.HideID(""), ""},
	} {
		if test.got != test.want {
			t.Errorf("got %q, want %q", test.got, test.want)
		}
	}
	for _, hidden := range []string{"C… B…", "+49 …20", "…0123", "…"} {
		if support.HideName(hidden) != hidden && strings.HasPrefix(hidden, "C") {
			t.Errorf("the name %q was hidden twice", hidden)
		}
	}
	for _, number := range []string{"+49 …20", "…20", "…0123", "…"} {
		if support.HideNumber(number) != number || support.HideID("…0123") != "…0123" {
			t.Errorf("%q was hidden twice", number)
		}
	}
}

// TestTheJSONKeepsTheContract: programs that read "latchkey check --json" read
// a report too.
func TestTheJSONKeepsTheContract(t *testing.T) {
	text, err := json.Marshal(build(checked(t, "account-not-assigned"), everything))
	if err != nil {
		t.Fatal(err)
	}
	var document map[string]any
	if err := json.Unmarshal(text, &document); err != nil {
		t.Fatal(err)
	}
	for part, names := range map[string][]string{
		"verdict":     {"status", "summary"},
		"token":       {"kind", "last4", "app_id", "app_name", "user_id", "user_name", "issued_at", "expires_at", "never_expires", "data_access_expires_at"},
		"permissions": {"granted", "missing", "surplus"},
		"graph":       {"version"},
	} {
		object, _ := document[part].(map[string]any)
		for _, name := range names {
			if _, there := object[name]; !there {
				t.Errorf("%s.%s is missing", part, name)
			}
		}
	}
	if strings.Contains(string(text), `"granted":null`) || document["accounts"] == nil || document["checks"] == nil {
		t.Error("a list is null")
	}
	if document["checked_at"] != build(checked(t, "ready"), everything).CheckedAt.Format("2006-01-02T15:04:05Z") &&
		!strings.HasSuffix(document["checked_at"].(string), "Z") {
		t.Errorf("checked_at is %v", document["checked_at"])
	}
	for _, one := range document["checks"].([]any) {
		row := one.(map[string]any)
		for _, name := range []string{"id", "status", "title", "detail", "fix", "graph"} {
			if _, there := row[name]; !there {
				t.Errorf("%v has no %s", row["id"], name)
			}
		}
	}
}

// An address made exact names the app, so it is exact only where ids are shown.
func TestAddressesTellNoHiddenID(t *testing.T) {
	found := checked(t, "account-not-assigned")
	for i := range found.Rows {
		found.Rows[i].Page = site.PageAPISetup
	}
	app := string(found.Token.AppID)
	if written := page(t, build(found, support.Show{})); strings.Contains(written, app) {
		t.Error("the app's id is in an address of a report that hides ids")
	}
	if written := page(t, build(found, everything)); !strings.Contains(written, "/apps/"+app+"/") {
		t.Error("the address does not open the app's own page")
	}
}

// A report that is opened and sent on hides what its first maker showed, in his
// sentences too.
func TestAReportSentOnTellsNoMore(t *testing.T) {
	found := checked(t, "account-not-assigned")
	name := found.Token.UserName
	made := build(found, everything)
	for i := range made.Checks {
		one := &made.Checks[i]
		one.Title, one.Detail, one.Fix = name, name, &report.Fix{Text: name}
	}
	made.Verdict.Summary = name
	if name == "" || !strings.Contains(page(t, made), name) {
		t.Fatalf("the first report does not name %q", name)
	}
	sent := support.Build(made.Document, quietWords{}, support.Options{Now: noon})
	if strings.Contains(page(t, sent)+plain(t, sent), name) {
		t.Error("the name is in the report that was sent on")
	}
	if !strings.Contains(page(t, made), name) {
		t.Error("the first report was changed")
	}
}

// quietWords have no fix for anything.
type quietWords struct{ idWords }

func (w quietWords) Row(row check.Row, at time.Time) report.Text {
	text := w.idWords.Row(row, at)
	text.Fix = ""
	return text
}
