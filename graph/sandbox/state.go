package sandbox

import (
	"slices"
	"sync"
	"time"

	"latchkey/graph"
)

// State is everything the pretend Meta remembers. The API and the pages share
// it: what is clicked decides what a token can do.
//
// Its exported methods may be called from anywhere. The others expect the
// caller to hold mu.
type State struct {
	mu         sync.Mutex
	now        func() time.Time
	portfolios []*portfolio
	apps       []*app
	users      []*user
	accounts   []*account
	phones     []*phone
	solutions  []*solution
	tokens     map[string]*accessToken
	codes      map[string]*signupCode
	calls      map[string]int // made with the tokens of an app, by its id
	scenarios  map[string]*business
	lastUsed   string            // id of the portfolio that pages open on by themselves
	requests   []*request        // that wait for a second person
	viewers    map[string]*user  // who is at the pages, by scenario
	notices    map[string]string // what was just done on the pages, by portfolio
}

// portfolio is a business portfolio ("business" in the API).
type portfolio struct {
	id, name     string
	verification string
	// standardAccess allows one admin system user and one regular one. Source:
	// developers.facebook.com, System users, overview (2026).
	standardAccess bool
	// policyAccepted: Meta's non-discrimination policy, before the first one.
	policyAccepted bool
	// twoApprove: what one person assigns waits until another one agrees.
	twoApprove bool
	// olderWindows: Business settings look as they did before 2026.
	olderWindows bool
	// split: each number has a WhatsApp account of its own, and what was the
	// WhatsApp account is its Messaging account.
	split bool
	// sixtyDaysOnly: some portfolios can make no token that never expires.
	sixtyDaysOnly bool
	// customer: it belongs to a customer of the person at the pages, who has no
	// part in it.
	customer bool
	scenario string // the pages show a person the portfolios of one scenario
	maker    string // id of the person who made it on the pages; "" for one that was there
}

// app is an app on developers.facebook.com.
type app struct {
	id, name, secret string
	portfolio        string // id, empty while in no portfolio
	whatsApp         bool   // has the WhatsApp product
	wantsProof       bool   // answers only calls with a proof of the secret
	mayNotExtend     bool   // Meta gives its tokens no further sixty days
	scenario         string
}

// role of a system user, in the words of the API.
type role string

const (
	admin    role = "ADMIN"
	employee role = "EMPLOYEE"
)

// user is whoever a token speaks for: a system user, or a person.
type user struct {
	id, name  string
	portfolio string
	role      role
	system    bool
	apps      map[string]appTask // what it may do with each app, by the app's id
	// unsettled assets were assigned a moment ago: they show only after the list
	// was loaded once more, and work only then. Holds ids of apps.
	unsettled map[string]bool
	// client is the customer's portfolio, when this is the system user of a
	// business integration.
	client string
}

// grants are who may do what with an account.
type grants struct {
	access map[string][]task // by user
	// unsettled users were granted access a moment ago: it shows only after the
	// list was loaded once more, and works only then.
	unsettled map[string]bool
}

func noGrants() grants { return grants{access: map[string][]task{}, unsettled: map[string]bool{}} }

// account is a WhatsApp business account; once Meta has split it, its Messaging
// account, which keeps its id.
type account struct {
	id, name      string
	portfolio     string
	test          bool
	review        string
	status        string
	locked        bool   // shows in no field: only sending finds out
	messagingWith string // name of the partner that owns messaging, if one does
	grants
	templates  []messageTemplate
	subscribed []string // ids of the apps that listen
	currency   string
	country    string
	funding    string // how it pays; "" for nothing
	refused    string // a field that Graph has taken away
	callsOff   bool   // shows as a block of the whole, though messages go out
	created    time.Time
}

// phone is a number of a WhatsApp account.
type phone struct {
	id, account string
	display     string // as Graph shows it, with spaces
	name        string
	nameStatus  string
	verified    bool
	registered  bool
	shared      bool // with the WhatsApp Business app
	test        bool
	quality     string
	limit       string
	recipients  []string // digits only; asked of a test number alone
	// own is the number's own WhatsApp account, once Meta has split them, and who
	// was granted it. Source: developers.facebook.com, WhatsApp accounts and
	// Messaging accounts (24 June 2026).
	own *whatsAppAccount
	// alsoIn are further Messaging accounts that pay for its messages.
	alsoIn []string

	pin         string      // of its two-step verification; "" before there is one
	wrong       int         // PINs typed since the right one
	hasty       bool        // PINs came too fast
	tries       []time.Time // at registering
	removed     time.Time   // from an account, when that was lately
	halfRemoved bool        // deregistering it broke off
	codeSent    bool
}

// whatsAppAccount is one number with its profile.
type whatsAppAccount struct {
	id string
	grants
}

// messageTemplate is a message template.
type messageTemplate struct {
	id, name, language, category, status, body string
	link                                       string // behind its button; "" for none
}

// solution is a Multi-Partner Solution.
type solution struct {
	id, name, app string
	customers     []string // ids of the portfolios that shared an account with it
}

// signupCode is what Embedded Signup hands back: good for half a minute, once.
type signupCode struct {
	app, customer string
	expires       time.Time
	used          bool
}

func newState(now func() time.Time) *State {
	state := &State{
		now:       now,
		tokens:    map[string]*accessToken{},
		codes:     map[string]*signupCode{},
		calls:     map[string]int{},
		scenarios: map[string]*business{},
		viewers:   map[string]*user{},
		notices:   map[string]string{},
	}
	for _, definition := range append([]definition{practiceDefinition}, definitions...) {
		state.scenarios[definition.name] = state.build(definition)
	}
	state.lastUsed = state.scenarios[practiceDefinition.name].portfolio.id
	return state
}

func (state *State) portfolio(id string) *portfolio {
	return first(state.portfolios, func(p *portfolio) bool { return p.id == id })
}

func (state *State) app(id string) *app {
	return first(state.apps, func(a *app) bool { return a.id == id })
}

func (state *State) user(id string) *user {
	return first(state.users, func(u *user) bool { return u.id == id })
}

func (state *State) account(id string) *account {
	return first(state.accounts, func(a *account) bool { return a.id == id })
}

func (state *State) phone(id string) *phone {
	return first(state.phones, func(p *phone) bool { return p.id == id })
}

func (state *State) solution(id string) *solution {
	return first(state.solutions, func(s *solution) bool { return s.id == id })
}

func (state *State) solutionsOf(app string) []*solution {
	return all(state.solutions, func(s *solution) bool { return s.app == app })
}

func (state *State) systemUsersOf(portfolio string) []*user {
	return all(state.users, func(u *user) bool { return u.system && u.portfolio == portfolio })
}

func (state *State) accountsOf(portfolio string) []*account {
	return all(state.accounts, func(a *account) bool { return a.portfolio == portfolio })
}

func (state *State) appsOf(portfolio string) []*app {
	return all(state.apps, func(a *app) bool { return a.portfolio == portfolio })
}

func (state *State) phonesOf(account string) []*phone {
	return all(state.phones, func(p *phone) bool { return p.account == account || slices.Contains(p.alsoIn, account) })
}

func (state *State) token(secret graph.Token) *accessToken { return state.tokens[secret.Reveal()] }

func (state *State) keep(token *accessToken) *accessToken {
	state.tokens[token.secret.Reveal()] = token
	return token
}

// first returns the first item that fits, or nil.
func first[T any](items []*T, fits func(*T) bool) *T {
	for _, item := range items {
		if fits(item) {
			return item
		}
	}
	return nil
}

func all[T any](items []*T, fits func(*T) bool) []*T {
	var found []*T
	for _, item := range items {
		if fits(item) {
			found = append(found, item)
		}
	}
	return found
}
