package tour

import (
	"latchkey/graph/site"
	"latchkey/wizard/setup"
)

// What a person does on the pretend pages of Meta.

// What the rehearsal's portfolio holds.
const (
	bakeryApp     = "Corner Bakery Bot"
	bakeryAccount = "Corner Bakery"
)

// label is how Meta names something, as the sentences do.
func label(id string) string { return site.LabelIn("en", id) }

// createSystemUser adds a system user with the role Admin or Employee, on the
// page System users.
func (b *browser) createSystemUser(name, role string) {
	b.t.Helper()
	b.press(label("add"))
	b.fill(label("system_user_name"), name)
	b.choose(role)
	b.press(label("create_system_user"))
}

// assignApp lets the system user on the page manage the app.
func (b *browser) assignApp(app string) {
	b.t.Helper()
	b.press(label("assign_assets"))
	b.choose(app)
	b.choose(label("manage_app"))
	b.press(label("save_changes"))
	b.press("Reload this list")
}

// assignAccount gives the system user on the page full access to a WhatsApp
// account.
func (b *browser) assignAccount(account string) {
	b.t.Helper()
	b.press(label("assign_assets"))
	b.press(label("whatsapp_accounts"))
	b.choose(account)
	b.choose("Everything")
	b.press(label("save_changes"))
	b.press("Reload this list")
}

// generateToken generates a token for the system user on the page and returns
// it: it is shown only once.
func (b *browser) generateToken(expiry string, permissions ...string) (token string) {
	b.t.Helper()
	b.press(label("generate_token"))
	b.choose(expiry)
	b.press("Next")
	for _, permission := range permissions {
		b.choose(permission)
	}
	b.press(label("generate_token"))
	token = b.read("Access token")
	b.press("OK")
	return token
}

// tokenWithAccount does all that is needed, with the expiry and the permissions
// given.
func (b *browser) tokenWithAccount(expiry string, permissions ...string) (token string) {
	b.t.Helper()
	b.createSystemUser(setup.SuggestedUserName, label("admin"))
	b.assignApp(bakeryApp)
	b.assignAccount(bakeryAccount)
	return b.generateToken(expiry, permissions...)
}

// tokenWithoutAccount forgets to assign the account.
func (b *browser) tokenWithoutAccount(role string, permissions ...string) (token string) {
	b.t.Helper()
	b.createSystemUser(setup.SuggestedUserName, role)
	b.assignApp(bakeryApp)
	return b.generateToken(label("never"), permissions...)
}

// addToAccount gives a system user full access, on the page WhatsApp accounts.
func (b *browser) addToAccount(account, user string) {
	b.t.Helper()
	b.press(account)
	b.press(label("whatsapp_access"))
	b.press(label("add_people"))
	b.choose(user)
	b.choose("Everything")
	b.press("Assign")
}
