package sandbox

import (
	"testing"
)

// TestThePolicyIsAcceptedOnce, before the first system user of a portfolio.
func TestThePolicyIsAcceptedOnce(t *testing.T) {
	b := browse(t, Practice())
	wantIn(t, b.open(pathSystemUsers, "overlay", "add"), "Non-discrimination policy", "I accept")
	page := b.submit(pathSystemUsers+"/add", "name", "too early", "role", "ADMIN")
	wantIn(t, page, "I accept")
	wantNotIn(t, b.open(pathSystemUsers), "too early")
	page = b.submit(pathSystemUsers + "/policy")
	wantIn(t, page, "You have accepted it", ">Done<")
	wantNotIn(t, page, "I accept")
	wantIn(t, b.open(pathSystemUsers, "overlay", "add"), "System user name")

	b = browse(t, scenario(t, "ready")) // it has a system user: somebody has accepted it
	wantIn(t, b.open(pathSystemUsers, "overlay", "add"), "System user name")
}

// TestAppAndAccountAreAssignedInOnePress: what is ticked of one kind stays ticked
// while another is looked at.
func TestAppAndAccountAreAssignedInOnePress(t *testing.T) {
	b := browse(t, Practice())
	user := b.addUser("latchkey-whatsapp", admin)
	window := []string{"user", user, "overlay", "assets"}
	inOrder(t, b.open(pathSystemUsers, window...), "Select assets and assign permissions", "Select asset type", "Select assets", "Assign permissions", "Full control", "Manage app")
	page := b.open(pathSystemUsers, append(window, "apps", b.scenario.AppID, "apps_task", "MANAGE", "kind", "accounts")...)
	inOrder(t, page, "Manage WhatsApp Business accounts", `type="hidden" name="apps" value="`+b.scenario.AppID, `name="apps_task" value="MANAGE"`, "Selected: <span data-count>1</span>", "<button>Assign assets</button>")
	page = b.submit(pathSystemUsers+"/assets", "user", user, "apps", b.scenario.AppID, "apps_task", "MANAGE",
		"accounts", b.scenario.AccountID, "accounts_task", "FULL_CONTROL")
	wantIn(t, page, "Assets assigned.", "No assets assigned.")
	wantIn(t, b.open(pathSystemUsers, "user", user), "App · Manage app", "WhatsApp account · Full control")
}

// TestNoPermissionsHasTwoCures: the app is assigned to the system user, or the
// system user to the app.
func TestNoPermissionsHasTwoCures(t *testing.T) {
	for name, cure := range map[string]func(*browser){
		"assign the app": func(b *browser) { b.assignApp(b.scenario.UserID, "MANAGE") },
		"assign people": func(b *browser) {
			wantIn(t, b.open(pathApps, "app", b.scenario.AppID), "Assign people")
			b.submit(pathApps+"/people", "app", b.scenario.AppID, "user", b.scenario.UserID, "task", "MANAGE")
			b.open(pathApps, "app", b.scenario.AppID)
		},
	} {
		b := browse(t, scenario(t, "app-not-assigned"))
		dialog := []string{"user", b.scenario.UserID, "overlay", "token", "app", b.scenario.AppID, "expiry", "never"}
		page := b.open(pathSystemUsers, dialog...)
		wantIn(t, page, "No permissions available", "Assign an app role to the system user, or select another app to continue.")
		cure(b)
		if page = b.open(pathSystemUsers, dialog...); !chosenOffered(page) {
			t.Errorf("%s: still no permissions: %s", name, page)
		}
	}
}

func chosenOffered(page string) bool { return permissionInPage.MatchString(page) }

// TestRevokeTokensEndsThemAll, and those of no other system user.
func TestRevokeTokensEndsThemAll(t *testing.T) {
	b := browse(t, scenario(t, "ready"))
	second := b.generate(b.scenario.UserID, "never", scopeManagement)
	other := b.addUser("other", employee)
	b.assignApp(other, "MANAGE")
	kept := b.generate(other, "never", scopeManagement)
	wantIn(t, b.open(pathSystemUsers, "user", b.scenario.UserID, "tab", "installed"), "Corner Bakery Bot", "Revoke tokens")
	wantIn(t, b.open(pathSystemUsers, "user", b.scenario.UserID, "overlay", "revoke"), "This revokes <b>all</b> its tokens")
	wantIn(t, b.submit(pathSystemUsers+"/revoke", "user", b.scenario.UserID), "All tokens of latchkey-whatsapp are revoked.")
	b.get(b.scenario.Token, "/v25.0/me").wantError(t, 401, "190", "466")
	b.get(second, "/v25.0/me").wantError(t, 401, "190", "466")
	b.get(kept, "/v25.0/me").wantOK(t)
}

// TestAMessageNamesTheAccountThatPays where more than one Messaging account can
// send from the number, and only there.
func TestAMessageNamesTheAccountThatPays(t *testing.T) {
	b := browse(t, scenario(t, "accounts-split"))
	window := b.open(pathSystemUsers, "user", b.scenario.UserID, "overlay", "assets", "kind", "numbers")
	b.submit(pathSystemUsers+"/assets", "user", b.scenario.UserID, "numbers", numberInPage.FindStringSubmatch(window)[1], "numbers_task", "FULL_CONTROL")
	path := "/v25.0/" + b.scenario.PhoneID + "/messages"
	message := orderReady("4930123456")
	b.postJSON(b.scenario.Token, path, message).wantError(t, 400, "100", "")
	message["messaging_account_id"] = "1"
	b.postJSON(b.scenario.Token, path, message).wantError(t, 400, "100", "")
	message["messaging_account_id"] = b.scenario.AccountID
	b.postJSON(b.scenario.Token, path, message).wantOK(t)
}
