package tour

import (
	"slices"
	"testing"
	"time"

	"latchkey/wizard/check"
	"latchkey/wizard/setup"
)

// TestWrongTurns does what people do wrong on Meta's pages. The window says what
// came of it, and so does the terminal.
func TestWrongTurns(t *testing.T) {
	const sixtyDays = 60 * 24 * time.Hour
	d := newDesktop(t)
	meta := d.startBrowser()
	pictures := newAlbum(t, "wrong-turns")
	for _, test := range []struct {
		name  string
		turn  func() (token string)
		title string // of step 6
		code  int    // with which the check ends
		fails check.ID
		lasts time.Duration // 0 for ever
	}{
		{
			name: "account-forgotten",
			turn: func() string {
				return meta.tokenWithoutAccount(label("admin"), check.ScopeMessaging, check.ScopeManagement)
			},
			title: "verdict.almost.title", code: 1, fails: check.AccountReach,
		},
		{
			name: "employee-without-access",
			turn: func() string {
				return meta.tokenWithoutAccount(label("employee"), check.ScopeMessaging, check.ScopeManagement)
			},
			title: "verdict.almost.title", code: 1, fails: check.AccountReach,
		},
		{
			name:  "messaging-not-ticked",
			turn:  func() string { return meta.tokenWithAccount(label("never"), check.ScopeManagement) },
			title: "verdict.almost.title", code: 1, fails: check.PermMessaging,
		},
		{
			name:  "management-not-ticked",
			turn:  func() string { return meta.tokenWithAccount(label("never"), check.ScopeMessaging) },
			title: "verdict.almost.title", code: 1, fails: check.PermManagement,
		},
		{
			name: "60-days-chosen",
			turn: func() string {
				return meta.tokenWithAccount(label("sixty_days")+" (recommended)", check.ScopeMessaging, check.ScopeManagement)
			},
			title: "verdict.ready_ends.title", lasts: sixtyDays,
		},
	} {
		w := d.open(light) // with nothing rehearsed yet
		w.practise()
		page, token := w.rehearse(meta, test.turn)
		w.atTitle(setup.StepCheck, test.title)
		pictures.take(w, test.name)

		code, found := d.check(token, pretendGraph(page))
		if code != test.code {
			t.Errorf("%s: the check ends with %d", test.name, code)
		}
		if failed := found.failed(); len(failed) > 0 != (test.fails != "") || test.fails != "" && !slices.Contains(failed, test.fails) {
			t.Errorf("%s: %v failed", test.name, failed)
		}
		if lasts := found.lasts(); lasts > test.lasts || lasts < test.lasts-time.Hour {
			t.Errorf("%s: it lasts %v", test.name, lasts)
		}
		w.press("Escape")
		w.at(say().Say("home.title"))
		w.close()
	}
}

// rehearse goes from step 1 to step 6 with a token that comes of one visit to
// the pretend Meta. It returns the page that the visit began on.
func (w *window) rehearse(meta *browser, visit func() (token string)) (page, token string) {
	w.t.Helper()
	w.chooseOwnBusiness(bannerStops)
	w.advance(setup.StepSystemUser)
	page = w.openSystemUsers(bannerStops)
	meta.visit(page)
	token = visit()
	w.advance(setup.StepAssets, setup.StepGenerate, setup.StepPaste)
	w.paste(token)
	w.press("Return")
	return page, token
}
