package sandbox

import (
	"crypto/rand"
	"slices"
	"time"
)

// codeLife is how long a code of Embedded Signup is good
// (developers.facebook.com: whatsapp/embedded-signup).
const codeLife = 30 * time.Second

// sixtyDays is the life of the shorter kind of system user token.
const sixtyDays = 60 * 24 * time.Hour

// IssueCode plays Embedded Signup: the owner of the customer portfolio agrees,
// and the app gets a code that is good for 30 seconds, once. It returns ""
// when there is no such app or portfolio.
func (state *State) IssueCode(appID, customerID string) string {
	state.mu.Lock()
	defer state.mu.Unlock()
	if state.app(appID) == nil || state.portfolio(customerID) == nil {
		return ""
	}
	return state.issueCode(appID, customerID)
}

// issueCode also shares the customer's account with the solutions of the app:
// going through Embedded Signup again is what fixes one that was not shared.
func (state *State) issueCode(appID, customerID string) string {
	for _, joined := range state.solutionsOf(appID) {
		if !slices.Contains(joined.customers, customerID) {
			joined.customers = append(joined.customers, customerID)
		}
	}
	code := "AQ" + rand.Text() + rand.Text()
	state.codes[code] = &signupCode{app: appID, customer: customerID, expires: state.now().Add(codeLife)}
	return code
}

// oauth answers /oauth/access_token and /oauth/revoke, which need the secret
// of the app instead of a token.
func (c *call) oauth() (any, *failure) {
	client := c.state.app(c.params.text("client_id"))
	switch {
	case c.edge != "access_token" && c.edge != "revoke":
		return nil, unpractised(errUnknownPath(c.path))
	case c.params.text("client_id") == "":
		return nil, badRequest(101, "Missing client_id parameter.")
	case client == nil:
		return nil, badRequest(101, "Error validating application. Cannot get application info due to a system error.")
	case c.params.text("client_secret") != client.secret:
		return nil, badRequest(1, "Error validating client secret.")
	case c.edge == "revoke":
		return c.revoke(client)
	case c.params.text("grant_type") == "fb_exchange_token":
		return c.refresh(client)
	case c.params.text("grant_type") == "client_credentials":
		return map[string]any{"access_token": client.id + "|" + client.secret, "token_type": "bearer"}, nil
	}
	return c.exchange(client)
}

// exchange turns a code of Embedded Signup into a business token.
func (c *call) exchange(client *app) (any, *failure) {
	code := c.state.codes[c.params.text("code")]
	switch {
	case c.params.text("code") == "":
		return nil, badRequest(1, "Missing authorization code")
	case c.params.text("redirect_uri") != "":
		failed := badRequest(100, "Error validating verification code. Please make sure your redirect_uri is identical to the one you used in the OAuth dialog request")
		failed.subcode = 36008
		return nil, failed
	case code == nil || code.app != client.id:
		return nil, badRequest(100, "Invalid verification code format.")
	case code.used:
		failed := badRequest(100, "This authorization code has been used.")
		failed.subcode = 36009
		return nil, failed
	case !c.now.Before(code.expires):
		failed := badRequest(100, "This authorization code has expired.")
		failed.subcode = 36007
		return nil, failed
	}
	code.used = true
	granted := c.state.grantBusinessToken(client.id, code.customer, time.Time{})
	return map[string]any{"access_token": granted.secret.Reveal(), "token_type": "bearer"}, nil
}

// refresh makes a new 60-day token from one that still lives; the old one stays.
// What Graph says to a token that never ends, or to a person's, was not seen: both
// are refused here, as Meta's page offers it for neither
// (developers.facebook.com: business-management-apis/system-users/
// install-apps-and-generate-tokens).
func (c *call) refresh(client *app) (any, *failure) {
	old, err := c.state.recognise(c.params.text("fb_exchange_token"), c.now)
	switch {
	case err != nil:
		return nil, err
	case old.app != client.id:
		return nil, errOtherApp(client)
	case client.mayNotExtend:
		return nil, errNoCapability()
	case c.params.text("set_token_expires_in_60_days") != "true":
		return nil, errRequired("set_token_expires_in_60_days")
	case old.kind != kindSystemUser, old.expires.IsZero():
		return nil, badRequest(100, "(#100) The token to exchange must be an expiring token of a system user")
	}
	fresh := *old
	fresh.secret, fresh.issued, fresh.expires = randomToken(), c.now, c.now.Add(sixtyDays)
	c.state.keep(&fresh)
	return map[string]any{
		"access_token": fresh.secret.Reveal(), "token_type": "bearer", "expires_in": int(sixtyDays.Seconds()),
	}, nil
}

// revoke ends one token, and no other of its system user.
func (c *call) revoke(client *app) (any, *failure) {
	unwanted, err := c.state.recognise(c.params.text("revoke_token"), c.now)
	switch {
	case err != nil:
		return nil, err
	case unwanted.app != client.id:
		return nil, errOtherApp(client)
	}
	unwanted.ended = 466
	return map[string]any{"success": true}, nil
}

func errOtherApp(client *app) *failure {
	return badRequest(1, "The access token does not belong to application %s", client.id)
}
