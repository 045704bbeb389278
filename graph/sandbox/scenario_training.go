package sandbox

import (
	"slices"
	"time"

	"latchkey/graph"
)

// practiceDefinition is the state in which a person practises: the portfolio, the
// app, the account and the number are there, and everything else is still to be
// done. It has no token yet, and is none of the scenarios.
var practiceDefinition = definition{
	name: "practice",
	prepare: func(b *business) {
		test := b.addAccount("test account", "Test WhatsApp Business Account", b.portfolio)
		test.access[b.owner.id] = fullAccess
		b.addPhone("test phone", "+1 555 018 2044", test).becomeTestNumber(test)
		b.withoutSystemUser()
	},
}

// trainingDefinitions are troubles as people report them, with something to put
// right. Each serves as a plain scenario too.
var trainingDefinitions = []definition{
	{
		name: "account-not-assigned", training: true,
		// The token names the account, so Graph is asked about it and answers
		// 100/33.
		prepare: func(b *business) {
			delete(b.account.access, b.user.id)
			b.token.targets = map[string][]string{scopeManagement: {b.account.id}, scopeMessaging: {b.account.id}}
		},
		solved: (*business).hasWorkingToken,
	},
	{
		name: "number-not-registered", training: true,
		prepare: func(b *business) { b.phone.registered = false },
		solved:  func(b *business) bool { return b.phone.registered },
	},
	{
		name: "app-not-assigned", training: true,
		prepare: func(b *business) {
			delete(b.user.apps, b.app.id)
			b.token.scopes = []string{"public_profile"}
		},
		solved: (*business).hasWorkingToken,
	},
	{
		name: "temporary-token-stopped", training: true,
		prepare: func(b *business) {
			b.speakForPerson()
			b.token.issued = b.now.Add(-30 * time.Hour)
			b.token.expires = b.now.Add(-6 * time.Hour)
			b.withoutSystemUser()
		},
		solved: (*business).hasWorkingToken,
	},
	{
		name: "token-of-another-app", training: true,
		prepare: func(b *business) {
			other := b.addApp("other app", "Corner Bakery Website", b.portfolio)
			other.whatsApp = false
			b.user.apps[other.id] = appManage
			b.token.app = other.id
		},
		solved: (*business).hasWorkingToken,
	},
	{
		name: "assets-not-shown", training: true,
		prepare: func(b *business) { b.account.unsettled[b.user.id] = true },
		solved:  (*business).hasWorkingToken,
	},
	{
		name: "app-outside-portfolio", training: true,
		prepare: func(b *business) {
			b.speakForPerson()
			b.app.portfolio = ""
			b.withoutSystemUser()
		},
		solved: (*business).hasWorkingToken,
	},
	{
		name: "nothing-yet", training: true,
		// The agency's token has ended. Who comes from it controls nothing at Meta.
		prepare: func(b *business) {
			b.portfolio.name, b.app.name = "Chat Harbour", "Chat Harbour Bot"
			b.token.ended = 466
			b.state.viewers[b.name] = b.helper
		},
		solved: (*business).hasTokenOfOwnPortfolio,
	},
	{
		name: "two-portfolios", training: true,
		prepare: func(b *business) {
			other := b.addPortfolio("other portfolio", "Corner Bakery Catering")
			otherApp := b.addApp("other app", "Catering Bot", other)
			b.user.portfolio = other.id
			b.user.apps = map[string]appTask{otherApp.id: appManage}
			b.token.app = otherApp.id
			delete(b.account.access, b.user.id)
		},
		solved: (*business).hasWorkingToken,
	},
	{
		name: "not-an-admin", training: true,
		prepare: func(b *business) {
			b.speakForPerson()
			b.withoutSystemUser()
			b.state.viewers[b.name] = b.helper
		},
		solved: (*business).hasWorkingToken,
	},
	{
		name: "one-admin-only", training: true,
		prepare: func(b *business) {
			b.portfolio.standardAccess = true
			b.user.name = "conversions"
			b.user.apps = map[string]appTask{}
			delete(b.account.access, b.user.id)
			b.speakForPerson()
		},
		solved: (*business).hasWorkingToken,
	},
	{
		name: "limit-reached", training: true,
		prepare: func(b *business) {
			b.portfolio.standardAccess = true
			b.user.name = "conversions"
			b.user.apps = map[string]appTask{}
			delete(b.account.access, b.user.id)
			b.addSystemUser("other user", "website", b.portfolio).role = employee
			b.speakForPerson()
		},
		solved: (*business).hasWorkingToken,
	},
	{
		name: "approval-wanted", training: true,
		prepare: func(b *business) {
			b.portfolio.twoApprove = true
			b.addPerson("second owner", "Kim Weber", admin)
			b.speakForPerson()
			b.withoutSystemUser()
		},
		solved: (*business).hasWorkingToken,
	},
	{
		name: "accounts-split", training: true,
		prepare: func(b *business) {
			b.portfolio.split = true
			second := b.addAccount("second messaging account", "Corner Bakery Events", b.portfolio)
			b.phone.alsoIn = []string{second.id}
			second.access[b.user.id] = fullAccess
			b.phone.own = &whatsAppAccount{id: b.id("own account", 16), grants: noGrants()}
		},
		solved: (*business).hasWorkingToken,
	},
	{
		name: "older-windows", training: true,
		prepare: func(b *business) {
			b.portfolio.olderWindows = true
			b.speakForPerson()
			b.withoutSystemUser()
		},
		solved: (*business).hasWorkingToken,
	},
	{
		name: "never-missing", training: true,
		prepare: func(b *business) {
			b.portfolio.sixtyDaysOnly = true
			b.speakForPerson()
		},
		solved: (*business).hasWorkingToken,
	},
	{
		name: "partner-owns-messaging", training: true,
		prepare: func(b *business) { b.account.messagingWith = "Chat Harbour" },
		solved:  func(b *business) bool { return b.account.messagingWith == "" },
	},
	{
		name: "number-not-verified", training: true,
		prepare: func(b *business) { b.phone.verified = false },
		solved:  func(b *business) bool { return b.phone.verified },
	},
	{
		name: "name-declined", training: true,
		prepare: func(b *business) { b.phone.name, b.phone.nameStatus = "BEST BREAD!!!", "DECLINED" },
		solved:  func(b *business) bool { return b.phone.nameStatus != "DECLINED" },
	},
	{
		name: "account-locked-but-green", training: true,
		prepare: func(b *business) { b.account.locked = true },
		solved:  func(b *business) bool { return !b.account.locked },
	},
}

// withoutSystemUser leaves the portfolio as it is before the first one is made.
// A token of a person stays; one of the system user goes with it.
func (b *business) withoutSystemUser() {
	unwanted := b.user
	b.state.users = slices.DeleteFunc(b.state.users, func(u *user) bool { return u == unwanted })
	delete(b.account.access, unwanted.id)
	if b.token.user == unwanted.id {
		delete(b.state.tokens, b.token.secret.Reveal())
		b.given = graph.Token{}
	}
	b.user = nil
	b.portfolio.policyAccepted = false
}
