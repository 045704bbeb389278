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
		"nothing-yet": func(b *browser) {
			wantIn(b.t, b.open("/overview"), "No portfolio of yours")
			wantIn(b.t, b.open("/apps"), "You manage or develop no app yet.")
			b.scenario.BusinessID = found(b.t, b.submit("/overview/add", "name", "Tea House", "person", "Sam Miller", "email", "tea@example.com"), portfolioInPage)
			b.scenario.AppID = found(b.t, b.submit("/apps/creation", "name", "Tea House Bot", "use_case", "whatsapp", "owner", b.scenario.BusinessID), appInPage)
			user := b.addUser("latchkey-whatsapp", admin)
			b.assignApp(user, "MANAGE")
			b.scenario.AccountID = found(b.t, b.open(pathSystemUsers, "user", user, "overlay", "assets", "kind", "accounts"), accountInPage)
			b.assignAccount(user, "FULL_CONTROL")
			b.generate(user, "never", scopeManagement, scopeMessaging)
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
		"limit-reached": func(b *browser) {
			for _, wanted := range []string{"ADMIN", "EMPLOYEE"} {
				wantIn(b.t, b.submit(pathSystemUsers+"/add", "name", "third", "role", wanted), "Use ")
			}
			b.assignApp(b.scenario.UserID, "MANAGE")
			b.assignAccount(b.scenario.UserID, "FULL_CONTROL")
			b.generate(b.scenario.UserID, "never", scopeManagement, scopeMessaging)
		},
		"approval-wanted": func(b *browser) {
			user := b.addUser("latchkey-whatsapp", admin)
			wantIn(b.t, b.submit(pathSystemUsers+"/assets", "user", user, "apps", b.scenario.AppID, "apps_task", "MANAGE",
				"accounts", b.scenario.AccountID, "accounts_task", "FULL_CONTROL"), "Another person with full control of Corner Bakery has to approve this")
			wantIn(b.t, b.open(pathSystemUsers, "user", user), "No assets assigned.")
			wantIn(b.t, b.open(pathRequests), "Corner Bakery Bot, Corner Bakery for latchkey-whatsapp", "Somebody else with full control has to approve this.")
			wantIn(b.t, b.submit(pathRequests+"/approve", "request", "0"), "You cannot do this")
			b.sitDownAs("Kim Weber")
			wantIn(b.t, b.submit(pathRequests+"/approve", "request", "0"), "Approved: latchkey-whatsapp may use it now.", "Nothing is waiting")
			b.open(pathSystemUsers, "user", user)
			wantIn(b.t, b.open(pathSystemUsers, "user", user), "App · Manage app", "WhatsApp account · Full control")
			b.generate(user, "never", scopeManagement, scopeMessaging)
		},
		"accounts-split": func(b *browser) {
			b.get(b.scenario.Token, "/v25.0/"+b.scenario.PhoneID).wantError(b.t, 400, "100", "33")
			window := b.open(pathSystemUsers, "user", b.scenario.UserID, "overlay", "assets", "kind", "numbers")
			wantIn(b.t, window, "Messaging accounts", "+49 30 901820")
			b.submit(pathSystemUsers+"/assets", "user", b.scenario.UserID, "numbers", numberInPage.FindStringSubmatch(window)[1], "numbers_task", "FULL_CONTROL")
			wantIn(b.t, b.open(pathSystemUsers, "user", b.scenario.UserID), "WhatsApp account · Full control", "Messaging account · Full control")
			wantIn(b.t, b.open(pathAccounts), "<h1>WhatsApp accounts</h1>", "+49 30 901820")
			wantIn(b.t, b.open(pathMessaging, "account", b.scenario.AccountID), "<h1>Messaging accounts</h1>", "Messaging account ID", "Corner Bakery Events")
		},
		"older-windows": func(b *browser) {
			user := b.addUser("latchkey-whatsapp", admin)
			wantIn(b.t, b.open(pathSystemUsers, "user", user), "Add assets")
			for kind, each := range map[string][2]string{"apps": {b.scenario.AppID, "MANAGE"}, "accounts": {b.scenario.AccountID, "FULL_CONTROL"}} {
				wantIn(b.t, b.open(pathSystemUsers, "user", user, "overlay", "assets", "kind", kind), "<button>Save changes</button>")
				wantIn(b.t, b.submit(pathSystemUsers+"/assets", "user", user, kind, each[0], kind+"_task", each[1]), "Assets added", "Done")
				b.open(pathSystemUsers, "user", user)
			}
			wantIn(b.t, b.open(pathSystemUsers, "user", user, "overlay", "token"), "Expiration", "Never", scopeMessaging)
			b.generate(user, "never", scopeManagement, scopeMessaging)
		},
		"never-missing": func(b *browser) {
			wantNotIn(b.t, b.open(pathSystemUsers, "user", b.scenario.UserID, "overlay", "token", "app", b.scenario.AppID), "<b>Never</b>")
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
