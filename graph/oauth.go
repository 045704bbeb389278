package graph

import (
	"context"
	"net/http"
	"net/url"
	"time"

	"latchkey/graph/value"
)

// IssuedToken is a token as /oauth/access_token hands it out: a customer's
// business token for a code, or another one of a system user for its old one.
type IssuedToken struct {
	Token Token
	// Lifetime is how long it lives from when it was received; 0 when Graph named no end.
	Lifetime time.Duration
}

// ExpiresAt is when a token received at a time ends, in UTC; zero when Graph
// named no end.
func (t IssuedToken) ExpiresAt(received time.Time) time.Time {
	if t.Lifetime == 0 {
		return time.Time{}
	}
	return received.Add(t.Lifetime).UTC()
}

// issue asks /oauth/access_token for a token, once. What the form holds besides
// ids is in secrets.
func (c *Client) issue(ctx context.Context, form url.Values, secrets ...Token) (IssuedToken, error) {
	var answer struct {
		AccessToken string `json:"access_token"`
		ExpiresIn   Number `json:"expires_in"`
	}
	if err := c.oauth(ctx, "access_token", form, true, &answer, secrets...); err != nil {
		return IssuedToken{}, err
	}
	if answer.AccessToken == "" || value.Repeats(answer.AccessToken, secrets...) {
		return IssuedToken{}, c.unexpected()
	}
	return IssuedToken{Token: NewToken(answer.AccessToken), Lifetime: lifetime(answer.ExpiresIn)}, nil
}

// oauth makes a call below /oauth, which takes the secret of an app in place of a
// token: once, and without the client's own token.
//
// Meta documents these calls as GET with everything in the query
// (developers.facebook.com: whatsapp/embedded-signup/onboarding-customers-as-
// a-tech-provider; business-management-apis/system-users/install-apps-and-
// generate-tokens). An address is what proxies, scanners and servers write into
// their logs, so all of it goes into the body of a POST, as OAuth asks of
// clients (RFC 6749, 3.2 and 2.3.1; RFC 7009, 2.1). Graph takes /oauth/access_token
// so: OAuth libraries that know no other way, golang.org/x/oauth2 among them, log
// in to Facebook with it. Should Graph refuse the POST, there is no falling back
// to the address.
func (c *Client) oauth(ctx context.Context, edge string, form url.Values, bearsToken bool, answer any, secrets ...Token) error {
	return c.once(ctx, call{
		method: http.MethodPost, node: "oauth", edge: edge, form: form, secrets: secrets, bearsToken: bearsToken,
	}, answer)
}

// lifetime reads seconds, and takes what no token lives for as not told.
func lifetime(seconds Number) time.Duration {
	const longest = 10 * 365 * 24 * 60 * 60
	if seconds.Value <= 0 || seconds.Value > longest {
		return 0
	}
	return time.Duration(seconds.Value) * time.Second
}
