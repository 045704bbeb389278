package sandbox

import (
	"regexp"
	"strings"
	"testing"
)

// chosen reports whether the box or button with this name and value is ticked.
func chosen(page, name, value string) bool {
	return regexp.MustCompile(`<input [^>]*name="` + name + `" value="` + value + `"[^>]* checked`).MatchString(page)
}

func wantChosen(t *testing.T, page string, pairs ...string) {
	t.Helper()
	for i := 0; i < len(pairs); i += 2 {
		if !chosen(page, pairs[i], pairs[i+1]) {
			t.Errorf("%s %s is no longer chosen", pairs[i], pairs[i+1])
		}
	}
}

// wantProblem holds a page to a problem that leads to its field, and says the
// same beside it.
func wantProblem(t *testing.T, page, field, text string) {
	t.Helper()
	wantIn(t, page, `<a href="#`+field+`">`+text+`</a>`, `id="`+field+`"`, `id="`+field+`-wrong">`+text, `aria-describedby="`+field+`-wrong"`)
}

// TestAFormThatComesBackKeepsWhatWasChosen also sees to it that the problem
// leads to its field.
func TestAFormThatComesBackKeepsWhatWasChosen(t *testing.T) {
	b := browse(t, scenario(t, "ready"))
	user := b.scenario.UserID

	page := b.submit(pathSystemUsers+"/add", "name", "night shift")
	wantProblem(t, page, "role", "Choose a role.")
	wantIn(t, page, `value="night shift"`)
	page = b.submit(pathSystemUsers+"/add", "role", "EMPLOYEE")
	wantProblem(t, page, "name", "Enter a name for the system user.")
	wantChosen(t, page, "role", "EMPLOYEE")

	assets := pathSystemUsers + "/assets"
	page = b.submit(assets, "user", user, "apps", b.scenario.AppID)
	wantProblem(t, page, "apps_task", "Choose what the system user may do with the app.")
	wantChosen(t, page, "apps", b.scenario.AppID)
	page = b.submit(assets, "user", user, "apps_task", "TEST")
	wantProblem(t, page, "apps", "Choose an app.")
	wantChosen(t, page, "apps_task", "TEST")
	page = b.submit(assets, "user", user, "apps", b.scenario.AppID, "apps_task", "MANAGE", "accounts_task", "MESSAGING", "accounts_task", "VIEW_COST")
	wantProblem(t, page, "accounts", "Choose a WhatsApp account.")
	wantChosen(t, page, "accounts_task", "MESSAGING", "accounts_task", "VIEW_COST")
	wantIn(t, page, `type="hidden" name="apps" value="`+b.scenario.AppID+`"`, `type="hidden" name="apps_task" value="MANAGE"`)
	wantProblem(t, b.submit(assets, "user", user), "apps", "Tick an app or an account.")

	page = b.submit(pathAccounts+"/people", "tab", "access", "account", b.scenario.AccountID, "user", user)
	wantProblem(t, page, "task", "Choose what they may do with the WhatsApp account.")
	wantChosen(t, page, "user", user)
	page = b.submit(pathApps+"/people", "app", b.scenario.AppID, "task", "DEVELOP")
	wantProblem(t, page, "user", "Choose at least one person or system user.")
	wantChosen(t, page, "task", "DEVELOP")
	page = b.submit(pathApps+"/add", "app_id", "123 456")
	wantIn(t, page, `value="123 456"`, `<a href="#app_id">There is no app with this ID`)

	page = b.submit(pathSystemUsers+"/token", "user", user, "app", b.scenario.AppID, "expiry", "later", "permission", scopeMessaging)
	wantProblem(t, page, "expiry", "Choose when the token expires.")
	wantIn(t, page, `name="app" value="`+b.scenario.AppID+`"`)
	page = b.submit(pathSystemUsers+"/token", "user", user, "app", b.scenario.AppID, "expiry", "never")
	wantProblem(t, page, "permission", "Tick at least one permission.")
}

// TestAProblemNamesItsNumber: a page with many numbers says which one it means.
func TestAProblemNamesItsNumber(t *testing.T) {
	b := browse(t, scenario(t, "number-not-registered"))
	number := b.scenario.PhoneID
	page := b.submit(pathNumbers+"/register", "number", number, "pin", "12a")
	wantProblem(t, page, "pin-"+number, "Choose a PIN of 6 digits for +49 30 901820.")
	wantIn(t, page, `value="12a"`)

	b = browse(t, scenario(t, "number-not-verified"))
	number = b.scenario.PhoneID
	page = b.submit(pathNumbers+"/verify", "number", number, "code", "111111")
	wantIn(t, page, `<a href="#code-`+number+`">This is not the code sent to +49 30 901820.`, `value="111111"`)

	b = browse(t, scenario(t, "test-number-only"))
	number = b.scenario.PhoneID
	page = b.submit("/apps/"+b.scenario.AppID+"/recipient", "number", number, "recipient", "0049")
	wantIn(t, page, `<a href="#recipient-`+number+`">Enter the recipient for +1 555 018 2044`, `value="0049"`)
}

// TestASecretDoesNotComeBack: other things typed do, a token does not.
func TestASecretDoesNotComeBack(t *testing.T) {
	b := browse(t, Practice())
	page := b.submit(pathDebugger)
	wantProblem(t, page, "token", "Paste a token first.")
	if field := regexp.MustCompile(`<input id="token"[^>]*>`).FindString(page); strings.Contains(field, "value=") {
		t.Errorf("the token's field comes back filled in: %s", field)
	}
}

// TestWhatWasDoneIsSaidOnce: loaded anew, the page shows what was assigned and
// no longer asks for a reload.
func TestWhatWasDoneIsSaidOnce(t *testing.T) {
	b := browse(t, scenario(t, "app-not-assigned"))
	said := b.submit(pathSystemUsers+"/assets", "user", b.scenario.UserID, "apps", b.scenario.AppID, "apps_task", "MANAGE")
	wantIn(t, said, "They show in the list once you reload this page")
	again := b.open(pathSystemUsers, "user", b.scenario.UserID)
	wantIn(t, again, "App · Manage app")
	wantNotIn(t, again, "reload this page")
}
