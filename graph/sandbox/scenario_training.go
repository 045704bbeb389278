package sandbox

import (
	"slices"
	"time"

	"latchkey/graph"
)

// practiceStory is the state in which a person practises: the portfolio, the
// app, the account and the number are there, and everything else is still to be
// done. It has no token yet, and is none of the scenarios.
var practiceStory = story{
	name: "practice",
	prepare: func(b *bakery) {
		test := b.addAccount("test account", "Test WhatsApp Business Account", b.portfolio)
		test.access[b.owner.id] = fullAccess
		b.addPhone("test phone", "+1 555 018 2044", test).becomeTestNumber(test)
		b.withoutSystemUser()
	},
}

// trainingStories are troubles as people report them, with something to put
// right. Each serves as a plain scenario too.
var trainingStories = []story{
	{
		name: "account-not-assigned", training: true,
		// The token names the account, so Graph is asked about it and answers
		// 100/33.
		prepare: func(b *bakery) {
			delete(b.account.access, b.user.id)
			b.token.targets = map[string][]string{scopeManagement: {b.account.id}, scopeMessaging: {b.account.id}}
		},
		solved: (*bakery).hasWorkingToken,
	},
	{
		name: "number-not-registered", training: true,
		prepare: func(b *bakery) { b.phone.registered = false },
		solved:  func(b *bakery) bool { return b.phone.registered },
	},
	{
		name: "app-not-assigned", training: true,
		prepare: func(b *bakery) {
			delete(b.user.apps, b.app.id)
			b.token.scopes = []string{"public_profile"}
		},
		solved: (*bakery).hasWorkingToken,
	},
	{
		name: "temporary-token-stopped", training: true,
		prepare: func(b *bakery) {
			b.speakForPerson()
			b.token.issued = b.now.Add(-30 * time.Hour)
			b.token.expires = b.now.Add(-6 * time.Hour)
			b.withoutSystemUser()
		},
		solved: (*bakery).hasWorkingToken,
	},
	{
		name: "token-of-another-app", training: true,
		prepare: func(b *bakery) {
			other := b.addApp("other app", "Corner Bakery Website", b.portfolio)
			other.whatsApp = false
			b.user.apps[other.id] = appManage
			b.token.app = other.id
		},
		solved: (*bakery).hasWorkingToken,
	},
	{
		name: "assets-not-shown", training: true,
		prepare: func(b *bakery) { b.account.unsettled[b.user.id] = true },
		solved:  (*bakery).hasWorkingToken,
	},
	{
		name: "app-outside-portfolio", training: true,
		prepare: func(b *bakery) {
			b.speakForPerson()
			b.app.portfolio = ""
			b.withoutSystemUser()
		},
		solved: (*bakery).hasWorkingToken,
	},
	{
		name: "two-portfolios", training: true,
		prepare: func(b *bakery) {
			other := b.addPortfolio("other portfolio", "Corner Bakery Catering")
			otherApp := b.addApp("other app", "Catering Bot", other)
			b.user.portfolio = other.id
			b.user.apps = map[string]appTask{otherApp.id: appManage}
			b.token.app = otherApp.id
			delete(b.account.access, b.user.id)
		},
		solved: (*bakery).hasWorkingToken,
	},
	{
		name: "not-an-admin", training: true,
		prepare: func(b *bakery) {
			b.speakForPerson()
			b.withoutSystemUser()
			b.state.viewers[b.name] = b.helper
		},
		solved: (*bakery).hasWorkingToken,
	},
	{
		name: "one-admin-only", training: true,
		prepare: func(b *bakery) {
			b.portfolio.oneAdminOnly = true
			b.user.name = "conversions"
			b.user.apps = map[string]appTask{}
			delete(b.account.access, b.user.id)
			b.speakForPerson()
		},
		solved: (*bakery).hasWorkingToken,
	},
	{
		name: "never-missing", training: true,
		prepare: func(b *bakery) {
			b.portfolio.sixtyDaysOnly = true
			b.speakForPerson()
		},
		solved: (*bakery).hasWorkingToken,
	},
	{
		name: "partner-owns-messaging", training: true,
		prepare: func(b *bakery) { b.account.messagingWith = "Chat Harbour" },
		solved:  func(b *bakery) bool { return b.account.messagingWith == "" },
	},
	{
		name: "number-not-verified", training: true,
		prepare: func(b *bakery) { b.phone.verified = false },
		solved:  func(b *bakery) bool { return b.phone.verified },
	},
	{
		name: "name-declined", training: true,
		prepare: func(b *bakery) { b.phone.name, b.phone.nameStatus = "BEST BREAD!!!", "DECLINED" },
		solved:  func(b *bakery) bool { return b.phone.nameStatus != "DECLINED" },
	},
	{
		name: "account-locked-but-green", training: true,
		prepare: func(b *bakery) { b.account.locked = true },
		solved:  func(b *bakery) bool { return !b.account.locked },
	},
}

// withoutSystemUser leaves the portfolio as it is before the first one is made.
// A token of a person stays; one of the system user goes with it.
func (b *bakery) withoutSystemUser() {
	unwanted := b.user
	b.state.users = slices.DeleteFunc(b.state.users, func(u *user) bool { return u == unwanted })
	delete(b.account.access, unwanted.id)
	if b.token.user == unwanted.id {
		delete(b.state.tokens, b.token.secret.Reveal())
		b.given = graph.Token{}
	}
	b.user = nil
}
