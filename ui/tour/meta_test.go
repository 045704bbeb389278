package tour

// What a person does on Meta's pages. Each begins on System users and ends
// there.

// createSystemUser adds a system user with the role Admin or Employee.
func (b *browser) createSystemUser(name, role string) {
	b.t.Helper()
	b.press("+ Add")
	b.fill("System user name", name)
	b.choose(role)
	b.press("Create system user")
}

// assignApp lets the system user manage the app.
func (b *browser) assignApp(app string) {
	b.t.Helper()
	b.press("Assign assets")
	b.choose(app)
	b.choose("Manage app")
	b.press("Save changes")
	b.press("Reload this list")
}

// assignAccount gives the system user full access to a WhatsApp account.
func (b *browser) assignAccount(account string) {
	b.t.Helper()
	b.press("Assign assets")
	b.press("WhatsApp accounts")
	b.choose(account)
	b.choose("Everything")
	b.press("Save changes")
	b.press("Reload this list")
}

// generateToken generates a token and returns it: it is shown only once.
func (b *browser) generateToken(expiry string, permissions ...string) (token string) {
	b.t.Helper()
	b.press("Generate token")
	b.choose(expiry)
	b.press("Next")
	for _, permission := range permissions {
		b.choose(permission)
	}
	b.press("Generate token")
	token = b.read("Access token")
	b.press("OK")
	return token
}
