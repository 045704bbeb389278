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
// page System users. It is the first one, so there is a policy to accept.
func (b *browser) createSystemUser(name, role string) {
	b.t.Helper()
	b.press(label("add"))
	b.press(label("i_accept"))
	b.press(label("done"))
	b.fill(label("system_user_name"), name)
	b.choose(role)
	b.press(label("create_system_user"))
}

// assign gives the system user on the page the app and, unless it is "", the
// WhatsApp account, both with one press.
func (b *browser) assign(app, account string) {
	b.t.Helper()
	b.press(label("assign_assets"))
	b.choose(app)
	b.choose(label("manage_app"))
	if account != "" {
		b.press(label("whatsapp_accounts"))
		b.choose(account)
		b.choose(label("manage_whatsapp_accounts"))
	}
	b.press(label("assign_assets"))
	b.press("Reload this list")
}

// generateToken generates a token for the system user on the page and returns
// it: it is shown only once.
func (b *browser) generateToken(expiry string, permissions ...string) (token string) {
	b.t.Helper()
	b.press(label("generate_token"))
	b.press(label("next")) // there is one app
	b.choose(expiry)
	b.press(label("next"))
	return b.finishToken(permissions...)
}

// finishToken ticks the permissions and returns the token that comes of it.
func (b *browser) finishToken(permissions ...string) (token string) {
	b.t.Helper()
	for _, permission := range permissions {
		b.choose(permission)
	}
	b.press(label("generate"))
	token = b.read("Access token")
	b.press(say().Say("button.done"))
	return token
}

// tokenWithAccount does all that is needed, with the expiry and the permissions
// given.
func (b *browser) tokenWithAccount(expiry string, permissions ...string) (token string) {
	b.t.Helper()
	b.createSystemUser(setup.SuggestedUserName, label("admin"))
	b.assign(bakeryApp, bakeryAccount)
	return b.generateToken(expiry, permissions...)
}

// tokenWithoutAccount forgets to assign the account.
func (b *browser) tokenWithoutAccount(role string, permissions ...string) (token string) {
	b.t.Helper()
	b.createSystemUser(setup.SuggestedUserName, role)
	b.assign(bakeryApp, "")
	return b.generateToken(label("never"), permissions...)
}

// addToAccount gives a system user full access, on the page WhatsApp accounts.
func (b *browser) addToAccount(account, user string) {
	b.t.Helper()
	b.press(account)
	b.press(label("whatsapp_access"))
	b.press(label("add_people"))
	b.choose(user)
	b.choose(label("manage_whatsapp_accounts"))
	b.press("Assign")
}
