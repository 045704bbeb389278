package sandbox

import "testing"

// makeToken does what Latchkey's steps 2 to 4 ask for.
func (b *browser) makeToken(wanted role) {
	user := b.addUser("latchkey-whatsapp", wanted)
	b.assignApp(user, "MANAGE")
	b.assignAccount(user, "FULL_CONTROL")
	b.generate(user, "never", scopeManagement, scopeMessaging)
}

// TestEachTrainingScenarioCanBePutRight shows each trouble and puts it right
// with the pages alone.
func TestEachTrainingScenarioCanBePutRight(t *testing.T) {
	putRight := map[string]func(*browser){
		"account-not-assigned": func(b *browser) {
			b.submit(pathAccounts+"/people", "account", b.scenario.AccountID, "user", b.scenario.UserID, "task", "FULL_CONTROL")
			b.open(pathAccounts, "account", b.scenario.AccountID, "tab", "access")
		},
		"number-not-registered": func(b *browser) {
			b.submit(pathNumbers+"/register", "number", b.scenario.PhoneID, "pin", "123456")
		},
		"app-not-assigned": func(b *browser) {
			b.assignApp(b.scenario.UserID, "MANAGE")
			b.generate(b.scenario.UserID, "never", scopeManagement, scopeMessaging)
		},
		"temporary-token-stopped": func(b *browser) { b.makeToken(admin) },
		"token-of-another-app": func(b *browser) {
			b.generate(b.scenario.UserID, "never", scopeManagement, scopeMessaging)
		},
		"assets-not-shown": func(b *browser) {
			wantNotIn(b.t, b.open(pathSystemUsers, "user", b.scenario.UserID), "WhatsApp account ·")
			wantIn(b.t, b.open(pathSystemUsers, "user", b.scenario.UserID), "WhatsApp account ·")
		},
		"app-outside-portfolio": func(b *browser) {
			wantIn(b.t, b.open(pathSystemUsers), "needs an app first")
			b.submit(pathApps+"/add", "app_id", b.scenario.AppID)
			b.makeToken(admin)
		},
		"two-portfolios": func(b *browser) {
			wantIn(b.t, b.open(pathSystemUsers), "Change to Corner Bakery Catering")
			b.makeToken(admin)
		},
		"not-an-admin": func(b *browser) {
			wantIn(b.t, b.open(pathSystemUsers), "You cannot manage system users.")
			wantNotIn(b.t, b.submit(pathSystemUsers+"/add", "name", "x", "role", "ADMIN"), "created")
			b.sitDownAs("Robin Baker")
			b.makeToken(admin)
		},
		"one-admin-only": func(b *browser) {
			wantIn(b.t, b.submit(pathSystemUsers+"/add", "name", "second", "role", "ADMIN"), "one admin system user")
			b.makeToken(employee)
		},
		"never-missing": func(b *browser) {
			wantNotIn(b.t, b.open(pathSystemUsers, "user", b.scenario.UserID, "overlay", "token"), "<b>Never</b>")
			page := b.submit(pathSystemUsers+"/token", "user", b.scenario.UserID, "app", b.scenario.AppID, "expiry", "never", "permission", scopeMessaging)
			wantIn(b.t, page, "Choose when the token expires.", "60 days")
			b.generate(b.scenario.UserID, "60", scopeManagement, scopeMessaging)
		},
		"partner-owns-messaging": func(b *browser) {
			wantIn(b.t, b.open(pathAccounts, "account", b.scenario.AccountID, "tab", "partners"), "Chat Harbour")
			b.submit(pathAccounts+"/partner", "account", b.scenario.AccountID)
		},
		"number-not-verified": func(b *browser) {
			wantIn(b.t, b.submit(pathNumbers+"/verify", "number", b.scenario.PhoneID, "code", "1"), "not the code")
			b.submit(pathNumbers+"/verify", "number", b.scenario.PhoneID, "code", PracticeCode)
		},
		"name-declined": func(b *browser) {
			b.submit(pathNumbers+"/name", "number", b.scenario.PhoneID, "name", "Corner Bakery")
		},
		"account-locked-but-green": func(b *browser) {
			b.submit(pathSupport+"/review", "account", b.scenario.AccountID)
		},
	}
	for _, from := range Scenarios() {
		if !from.Training {
			continue
		}
		t.Run(from.Name, func(t *testing.T) {
			b := browse(t, from)
			b.t = t
			if from.Token.IsZero() {
				t.Error("there is no token to check")
			}
			if b.server.Solved(from.Name) {
				t.Fatal("it is solved before anything was done")
			}
			putRight[from.Name](b)
			if !b.server.Solved(from.Name) {
				t.Error("it is not solved after the right steps")
			}
		})
	}
}
