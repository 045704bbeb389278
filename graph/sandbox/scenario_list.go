package sandbox

import (
	"strconv"
	"time"

	"latchkey/graph"
)

const day = 24 * time.Hour

// definitions are all scenarios, the one where nothing is wrong first.
var definitions = append([]definition{
	{name: "ready"},
	{name: "temporary", prepare: func(b *business) { b.speakForPerson() }},
	{name: "sixty-days", prepare: func(b *business) { b.endAfterSixtyDays(3) }},
	{name: "extension-refused", prepare: func(b *business) {
		b.endAfterSixtyDays(50)
		b.app.mayNotExtend = true
	}},
	{name: "expired", prepare: func(b *business) {
		b.token.issued = b.now.Add(-61 * day)
		b.token.expires = b.now.Add(-day)
	}},
	{name: "revoked", prepare: func(b *business) { b.token.ended = 466 }},
	{name: "password-changed", prepare: func(b *business) {
		b.speakForPerson()
		b.token.ended = 460
	}},
	{name: "checkpoint", prepare: func(b *business) {
		b.speakForPerson()
		b.token.ended = 490
	}},
	{name: "rubbish", prepare: func(b *business) { b.given = scenarioToken(b.name, tokenLength-25) }},
	{name: "app-token", prepare: func(b *business) { b.given = graph.NewToken(b.app.id + "|" + b.app.secret) }},
	{name: "page-token", prepare: func(b *business) {
		b.speakForPerson()
		b.token.kind, b.token.page = kindPage, "Corner Bakery Berlin"
		b.token.expires = time.Time{}
		b.token.scopes = []string{"pages_show_list", "pages_messaging"}
	}},
	{name: "business-token", prepare: prepareBusinessToken},
	{name: "solution-partner", prepare: prepareSolutionPartner},
	{name: "messaging-missing", prepare: func(b *business) { b.dropScope(scopeMessaging) }},
	{name: "manage-events", prepare: func(b *business) { b.token.scopes = []string{scopeManageEvents, scopeMessaging} }},
	{name: "surplus", prepare: func(b *business) { b.token.scopes = append(b.token.scopes, "ads_management") }},
	{name: "two-accounts", prepare: prepareTwoAccounts},
	{name: "test-number-only", prepare: func(b *business) { b.useTestNumber() }},
	{name: "self-inspection-refused", prepare: func(b *business) { b.token.behaviour = selfInspectionRefused }},
	{name: "app-secret-proof", prepare: func(b *business) { b.app.wantsProof = true }},
	{name: "address-not-allowed", prepare: func(b *business) { b.token.behaviour = addressNotAllowed }},
	{name: "payment-missing", prepare: func(b *business) { b.account.funding = "" }},
	{name: "currency-not-served", prepare: func(b *business) { b.account.country, b.account.currency = "IN", "USD" }},
	{name: "field-refused", prepare: func(b *business) { b.account.refused = "primary_funding_id" }},
	{name: "metas-app-listens", prepare: func(b *business) { b.account.subscribed = []string{metasOwnApp.id} }},
	{name: "calls-off", prepare: func(b *business) { b.account.callsOff = true }},
	{name: "shared-with-app", prepare: func(b *business) { b.phone.shared, b.phone.registered = true, false }},
	{name: "app-not-subscribed", prepare: func(b *business) { b.account.subscribed = nil }},
	{name: "number-needs-code", prepare: func(b *business) { b.phone.registered, b.phone.verified = false, false }},
	{name: "pin-known", prepare: func(b *business) { b.phone.registered, b.phone.pin = false, "135790" }},
	{name: "pin-tried-too-often", prepare: func(b *business) { b.phone.registered, b.phone.pin, b.phone.wrong = false, "135790", wrongPINs }},
	{name: "pin-tried-too-fast", prepare: func(b *business) { b.phone.registered, b.phone.hasty = false, true }},
	{name: "number-just-removed", prepare: func(b *business) { b.phone.registered, b.phone.removed = false, b.now }},
	{name: "number-half-removed", prepare: func(b *business) { b.phone.registered, b.phone.halfRemoved = false, true }},
	{name: "registered-too-often", prepare: func(b *business) {
		b.phone.registered = false
		for range registerTries {
			b.phone.tries = append(b.phone.tries, b.now)
		}
	}},
	{name: "no-template-to-test", prepare: func(b *business) {
		b.account.templates[1].status = "PENDING"
		b.account.templates = append(b.account.templates,
			messageTemplate{
				id: b.id("template with name", 15), name: "order_for", language: "de", category: "UTILITY", status: "APPROVED",
				body: "{{1}}, Ihre Bestellung liegt bereit.",
			},
			messageTemplate{
				id: b.id("template with link", 15), name: "order_link", language: "de", category: "UTILITY", status: "APPROVED",
				body: "Ihre Bestellung liegt bereit.", link: "https://example.com/{{1}}",
			})
	}},
	{name: "rate-limited", prepare: func(b *business) { b.token.behaviour = rateLimited }},
	{name: "outage", prepare: func(b *business) { b.token.behaviour = outage }},
	{name: "slow", prepare: func(b *business) { b.token.behaviour = slow }},
}, trainingDefinitions...)

// endAfterSixtyDays makes the token one that ends, and is some days old.
func (b *business) endAfterSixtyDays(days time.Duration) {
	b.token.issued = b.now.Add(-days * day)
	b.token.expires = b.token.issued.Add(sixtyDays)
}

// prepareBusinessToken makes the token one of a Tech Provider's integration,
// granted by a customer, who also shares the account with a solution.
func prepareBusinessToken(b *business) {
	provider := b.addPortfolio("provider", "Oven Software")
	b.app.portfolio, b.app.name = provider.id, "Oven Messaging"
	b.user.client, b.user.portfolio, b.user.role = b.portfolio.id, provider.id, employee
	b.token.scopes = []string{scopeManagement, scopeMessaging}
	b.token.targets = map[string][]string{scopeManagement: {b.account.id}, scopeMessaging: {b.account.id}}
	b.solution = &solution{
		id: b.id("solution", 16), name: "Oven Messaging for bakeries", app: b.app.id, customers: []string{b.portfolio.id},
	}
	b.state.solutions = append(b.state.solutions, b.solution)
}

// prepareTwoAccounts adds an account with more numbers than fit on a page, and
// an id beyond 2^53, sent as a number as was seen on live Graph.
func prepareTwoAccounts(b *business) {
	second := b.addAccount("second account", "Corner Bakery Deliveries", b.portfolio)
	second.id = "9" + b.id("second account", 16)
	second.access[b.user.id] = fullAccess
	for n := 1; n <= defaultLimit+5; n++ {
		b.addPhone("delivery phone "+strconv.Itoa(n), numberedPhone(n), second)
	}
	both := []string{b.account.id, second.id}
	b.token.targets = map[string][]string{scopeManagement: both, scopeMessaging: both}
	b.token.numericTargets = true
}
