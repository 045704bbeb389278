package tour

import (
	"encoding/json"
	"slices"
	"testing"
	"time"

	"latchkey/wizard"
	"latchkey/wizard/check"
)

// TestWrongTurns does what people do wrong on Meta's pages. The window says what
// came of it, and so does the terminal.
func TestWrongTurns(t *testing.T) {
	forget := func(b *browser, role string, permissions ...string) string {
		b.createSystemUser(wizard.SuggestedUserName, role)
		b.assignApp(bakeryApp)
		return b.generateToken("Never", permissions...)
	}
	remember := func(b *browser, expiry string, permissions ...string) string {
		b.createSystemUser(wizard.SuggestedUserName, "Admin")
		b.assignApp(bakeryApp)
		b.assignAccount(bakeryAccount)
		return b.generateToken(expiry, permissions...)
	}
	d := newDesktop(t)
	w := d.open(light)
	meta := d.startBrowser()
	pictures := newAlbum(t, "wrong-turns")
	for _, test := range []struct {
		name   string
		turn   func(*browser) (token string)
		title  string // of step 6
		code   int    // with which the check ends
		fails  check.ID
		expiry time.Duration
	}{
		{
			name: "account-forgotten",
			turn: func(b *browser) string {
				return forget(b, "Admin", check.ScopeMessaging, check.ScopeManagement)
			},
			title: "verdict.almost.title", code: 1, fails: check.AccountReach,
		},
		{
			name: "employee-without-access",
			turn: func(b *browser) string {
				return forget(b, "Employee", check.ScopeMessaging, check.ScopeManagement)
			},
			title: "verdict.almost.title", code: 1, fails: check.AccountReach,
		},
		{
			name:  "messaging-not-ticked",
			turn:  func(b *browser) string { return remember(b, "Never", check.ScopeManagement) },
			title: "verdict.almost.title", code: 1, fails: check.PermMessaging,
		},
		{
			name:  "management-not-ticked",
			turn:  func(b *browser) string { return remember(b, "Never", check.ScopeMessaging) },
			title: "verdict.almost.title", code: 1, fails: check.PermManagement,
		},
		{
			name: "60-days-chosen",
			turn: func(b *browser) string {
				return remember(b, "60 days (recommended)", check.ScopeMessaging, check.ScopeManagement)
			},
			title: "verdict.ready_ends.title", expiry: 60 * 24 * time.Hour,
		},
	} {
		w.practise()
		w.chooseOwnBusiness(bannerStops)
		w.pressMain()
		w.atStep(2, "step.system_user.title")
		page := onSystemUsers(t, w.openPage(bannerStops))
		meta.visit(page)
		token := test.turn(meta)
		for i, title := range []string{"assets", "generate", "paste"} {
			w.pressMain()
			w.atStep(i+3, "step."+title+".title")
		}
		w.paste(token)
		w.press("Return")
		w.atStep(6, test.title)
		pictures.take(w, test.name)

		code, checked := d.check(token, pretendGraph(page))
		if code != test.code {
			t.Errorf("%s: the check ends with %d", test.name, code)
		}
		if failed := checked.failed(); test.fails != "" && !slices.Contains(failed, test.fails) {
			t.Errorf("%s: %v failed", test.name, failed)
		}
		if left := time.Until(checked.Token.ExpiresAt); test.expiry != 0 && (left > test.expiry || left < test.expiry-time.Hour) {
			t.Errorf("%s: it expires in %v", test.name, left)
		}
		w.press("Escape")
		w.at(say().Say("home.title"))
		w.endPractice()
	}
	w.close()
}

// report is what the tour reads of "latchkey check --json".
type report struct {
	Token struct {
		ExpiresAt time.Time `json:"expires_at"`
	}
	Checks []struct {
		ID     check.ID
		Status check.Status
	}
}

func (r report) failed() (failed []check.ID) {
	for _, row := range r.Checks {
		if row.Status == check.Fail {
			failed = append(failed, row.ID)
		}
	}
	return failed
}

// check runs "latchkey check" with the token on standard input.
func (d *desktop) check(token, graph string) (code int, checked report) {
	d.t.Helper()
	path, err := program()
	if err != nil {
		d.t.Fatal(err)
	}
	printed, code := d.ask(token, path, "check", "--json", "--graph-url", graph)
	if err := json.Unmarshal([]byte(printed), &checked); err != nil {
		d.t.Fatalf("the report is no JSON: %v", err)
	}
	return code, checked
}
