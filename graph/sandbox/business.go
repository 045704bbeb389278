package sandbox

import (
	"slices"
	"time"

	"latchkey/graph"
)

// business is one scenario's own corner of the state: a small business with a
// portfolio, an app, a system user, a WhatsApp account, a number and a token.
type business struct {
	name      string
	state     *State
	now       time.Time
	portfolio *portfolio
	app       *app
	owner     *user // has full control of the portfolio
	helper    *user // has not
	user      *user // the system user
	account   *account
	phone     *phone
	token     *accessToken
	solution  *solution
	customers []Customer
	// given is the token the scenario hands out. It differs from that of token
	// where the one handed out is known to nobody.
	given graph.Token
}

// build makes the state where everything is ready, and changes it as the
// definition says.
func (state *State) build(from definition) *business {
	b := &business{name: from.name, state: state, now: state.now()}
	b.portfolio = b.addPortfolio("portfolio", "Corner Bakery")
	b.owner = b.addPerson("owner", "Robin Baker", admin)
	b.helper = b.addPerson("helper", "Sam Miller", employee)
	b.app = b.addApp("app", "Corner Bakery Bot", b.portfolio)
	state.viewers[b.name] = b.owner
	b.user = b.addSystemUser("user", "latchkey-whatsapp", b.portfolio)
	b.account = b.addAccount("account", "Corner Bakery", b.portfolio)
	b.phone = b.addPhone("phone", "+49 30 901820", b.account)
	b.user.apps[b.app.id] = appManage
	b.account.access[b.user.id] = fullAccess
	b.account.access[b.owner.id] = fullAccess
	b.account.subscribed = []string{b.app.id}
	b.token = state.keep(&accessToken{
		secret: scenarioToken(from.name, tokenLength),
		kind:   kindSystemUser, app: b.app.id, user: b.user.id,
		scopes: []string{scopeBusiness, scopeManagement, scopeMessaging},
		issued: b.now.Add(-48 * time.Hour),
	})
	b.given = b.token.secret
	if from.prepare != nil {
		from.prepare(b)
	}
	return b
}

func (b *business) id(thing string, digits int) string { return scenarioID(b.name, thing, digits) }

func (b *business) addPortfolio(thing, name string) *portfolio {
	added := &portfolio{id: b.id(thing, 15), name: name, verification: "verified", scenario: b.name, policyAccepted: true}
	b.state.portfolios = append(b.state.portfolios, added)
	return added
}

// addApp adds an app, which the owner manages.
func (b *business) addApp(thing, name string, owner *portfolio) *app {
	added := &app{
		id: b.id(thing, 15), name: name, secret: scenarioSecret(b.name + " " + thing),
		portfolio: owner.id, whatsApp: true, scenario: b.name,
	}
	b.state.apps = append(b.state.apps, added)
	b.owner.apps[added.id] = appManage
	return added
}

func (b *business) addSystemUser(thing, name string, owner *portfolio) *user {
	added := newUser(b.id(thing, 15), name, owner.id, admin)
	added.system = true
	b.state.users = append(b.state.users, added)
	return added
}

// addPerson adds somebody who uses Business settings.
func (b *business) addPerson(thing, name string, control role) *user {
	added := newUser(b.id(thing, 17), name, b.portfolio.id, control)
	b.state.users = append(b.state.users, added)
	return added
}

func (b *business) addAccount(thing, name string, owner *portfolio) *account {
	added := &account{
		id: b.id(thing, 15), name: name, portfolio: owner.id, review: "APPROVED", status: "ACTIVE",
		grants: noGrants(), created: b.now.Add(-90 * 24 * time.Hour),
		currency: "EUR", country: "DE", funding: b.id(thing+" funding", 15),
	}
	added.templates = []messageTemplate{
		{
			id: b.id(thing+" hello", 15), name: "hello_world", language: "en_US", category: "UTILITY", status: "APPROVED",
			body: "Welcome and congratulations! This message shows that you can send one from the WhatsApp Business Platform.",
		},
		{
			id: b.id(thing+" order", 15), name: "order_ready", language: "de", category: "UTILITY", status: "APPROVED",
			body: "Ihre Bestellung liegt bereit.",
		},
	}
	b.state.accounts = append(b.state.accounts, added)
	return added
}

func (b *business) addPhone(thing, display string, owner *account) *phone {
	added := &phone{
		id: b.id(thing, 15), account: owner.id, display: display, name: "Corner Bakery",
		nameStatus: "APPROVED", verified: true, registered: true, quality: "GREEN", limit: "TIER_2K",
	}
	b.state.phones = append(b.state.phones, added)
	return added
}

// useTestNumber leaves nothing but Meta's test account and its test number.
func (b *business) useTestNumber() {
	b.account.name = "Test WhatsApp Business Account"
	b.phone.display = "+1 555 018 2044"
	b.phone.becomeTestNumber(b.account)
}

// becomeTestNumber turns the number into one that Meta lends for first tests.
// It reaches a handful of recipients only.
func (p *phone) becomeTestNumber(owner *account) {
	owner.test, p.test, owner.funding = true, true, ""
	p.name, p.limit, p.quality = "Test Number", "TIER_250", "UNKNOWN"
	p.recipients = []string{"4930901820"}
}

// speakForPerson turns the token into one of a person: it dies within hours.
func (b *business) speakForPerson() {
	b.token.kind, b.token.user = kindUser, b.owner.id
	b.token.issued = b.now.Add(-18 * time.Hour)
	b.token.expires = b.now.Add(5 * time.Hour)
	b.token.scopes = []string{"public_profile", scopeManagement, scopeMessaging}
}

// hasWorkingToken reports whether somebody has made a token with which the
// account of the scenario can be used for good: of a system user, alive, with both
// permissions, reaching the account.
func (b *business) hasWorkingToken() bool {
	for _, token := range b.state.tokens {
		if token.kind == kindSystemUser && token.app == b.app.id && b.works(token) {
			return true
		}
	}
	return false
}

// hasTokenOfOwnPortfolio reports the same of a portfolio that was made on the pages: of its app,
// reaching an account of its own.
func (b *business) hasTokenOfOwnPortfolio() bool {
	for _, token := range b.state.tokens {
		from := b.state.app(token.app)
		if token.kind != kindSystemUser || from == nil || from.scenario != b.name {
			continue
		}
		made := b.state.portfolio(from.portfolio)
		if made == nil || made.maker == "" {
			continue
		}
		for _, owned := range b.state.accountsOf(made.id) {
			if b.reaches(token, owned) {
				return true
			}
		}
	}
	return false
}

func (b *business) works(token *accessToken) bool {
	return b.reaches(token, b.account) && b.phone.reachedBy(token.user)
}

func (b *business) reaches(token *accessToken, to *account) bool {
	return token.alive(b.state.now()) && token.manages() && token.may(scopeMessaging) &&
		b.state.access(token, to) == nil && to.allows(token.user, taskMessaging)
}

// dropScope takes a permission away from the token.
func (b *business) dropScope(scope string) {
	b.token.scopes = slices.DeleteFunc(b.token.scopes, func(s string) bool { return s == scope })
}

// numberedPhone is the n-th of many numbers, such as "+49 30 901 8007".
func numberedPhone(n int) string {
	text := []byte("+49 30 901 8000")
	for i := len(text) - 1; n > 0; i, n = i-1, n/10 {
		text[i] = '0' + byte(n%10)
	}
	return string(text)
}
