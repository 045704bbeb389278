package sandbox

import (
	"net/http"
	"slices"
	"time"
)

// solutionTokenLife is how long a token of a Multi-Partner Solution lives here.
// Meta says it is limited, and not how long.
const solutionTokenLife = 30 * day

// solutionToken answers GET /{Solution-ID}/access_token?business_id=… with a
// business token for a customer. Statuses and texts follow the specification
// (github.com/facebook/openapi, business-messaging-api): nobody is known to
// have seen them live.
func (c *call) solutionToken() (any, *failure) {
	if c.method != http.MethodGet {
		return nil, unsupported("post", c.node)
	}
	customer := c.params.text("business_id")
	if !isID(customer) {
		return nil, errBusinessID()
	}
	found := c.state.solution(c.node)
	if ordered := orderedAnswer(customer); found != nil && ordered != nil {
		return nil, ordered
	}
	switch {
	case found == nil || c.state.portfolio(customer) == nil:
		return nil, errNoSolution()
	case found.app != c.token.app:
		return nil, errNotTheirSolution()
	case !slices.Contains(found.customers, customer):
		return nil, errNothingShared()
	}
	granted := c.state.grantBusinessToken(found.app, customer, c.now.Add(solutionTokenLife))
	return map[string]any{
		"access_token": granted.secret.Reveal(),
		"expires_at":   granted.expires.Unix(),
	}, nil
}

// grantBusinessToken makes a token of a business integration for a customer,
// limited to the accounts the customer has.
func (state *State) grantBusinessToken(app, customer string, expires time.Time) *accessToken {
	integration := state.integrationUser(app, customer)
	accounts := state.accountsOf(customer)
	ids := make([]string, len(accounts))
	for i, shared := range accounts {
		ids[i] = shared.id
		shared.access[integration.id] = fullAccess
	}
	return state.keep(&accessToken{
		secret: randomToken(), kind: kindSystemUser, app: app, user: integration.id,
		scopes:  []string{scopeManagement, scopeMessaging},
		targets: map[string][]string{scopeManagement: ids, scopeMessaging: ids},
		issued:  state.now(), expires: expires,
	})
}

// integrationUser is the system user that stands for an app in a customer's
// portfolio.
func (state *State) integrationUser(app, customer string) *user {
	found := first(state.users, func(u *user) bool { return u.client == customer && u.operates(app) })
	if found == nil {
		found = newUser(scenarioID(app+customer, "integration", 15), "Business integration", "", employee)
		found.system, found.client = true, customer
		found.apps[app] = appManage
		state.users = append(state.users, found)
	}
	return found
}
