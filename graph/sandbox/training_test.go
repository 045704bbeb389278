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
			b.submit(pathAccounts+"/people", "account", b.story.AccountID, "user", b.story.UserID, "task", "FULL_CONTROL")
			b.open(pathAccounts, "account", b.story.AccountID, "tab", "access")
		},
		"number-not-registered": func(b *browser) {
			b.submit(pathNumbers+"/register", "number", b.story.PhoneID, "pin", "123456")
		},
		"app-not-assigned": func(b *browser) {
			b.assignApp(b.story.UserID, "MANAGE")
			b.generate(b.story.UserID, "never", scopeManagement, scopeMessaging)
		},
		"temporary-token-stopped": func(b *browser) { b.makeToken(admin) },
		"token-of-another-app": func(b *browser) {
			b.generate(b.story.UserID, "never", scopeManagement, scopeMessaging)
		},
		"assets-not-shown": func(b *browser) {
			wantNotIn(b.t, b.open(pathSystemUsers, "user", b.story.UserID), "WhatsApp account ·")
			wantIn(b.t, b.open(pathSystemUsers, "user", b.story.UserID), "WhatsApp account ·")
		},
		"app-outside-portfolio": func(b *browser) {
			wantIn(b.t, b.open(pathSystemUsers), "needs an app first")
			b.submit(pathApps+"/add", "app_id", b.story.AppID)
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
			wantNotIn(b.t, b.open(pathSystemUsers, "user", b.story.UserID, "overlay", "token"), "<b>Never</b>")
			page := b.submit(pathSystemUsers+"/token", "user", b.story.UserID, "app", b.story.AppID, "expiry", "never", "permission", scopeMessaging)
			wantIn(b.t, page, "Choose when the token expires.", "60 days")
			b.generate(b.story.UserID, "60", scopeManagement, scopeMessaging)
		},
		"partner-owns-messaging": func(b *browser) {
			wantIn(b.t, b.open(pathAccounts, "account", b.story.AccountID, "tab", "partners"), "Chat Harbour")
			b.submit(pathAccounts+"/partner", "account", b.story.AccountID)
		},
		"number-not-verified": func(b *browser) {
			wantIn(b.t, b.submit(pathNumbers+"/verify", "number", b.story.PhoneID, "code", "1"), "not the code")
			b.submit(pathNumbers+"/verify", "number", b.story.PhoneID, "code", practiceCode)
		},
		"name-declined": func(b *browser) {
			b.submit(pathNumbers+"/name", "number", b.story.PhoneID, "name", "Corner Bakery")
		},
		"account-locked-but-green": func(b *browser) {
			b.submit(pathSupport+"/review", "account", b.story.AccountID)
		},
	}
	for _, story := range Scenarios() {
		if !story.Training {
			continue
		}
		t.Run(story.Name, func(t *testing.T) {
			b := browse(t, story)
			b.t = t
			if story.Token.IsZero() {
				t.Error("there is no token to check")
			}
			if b.server.Solved(story.Name) {
				t.Fatal("it is solved before anything was done")
			}
			putRight[story.Name](b)
			if !b.server.Solved(story.Name) {
				t.Error("it is not solved after the right steps")
			}
		})
	}
}
