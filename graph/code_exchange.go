package graph

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"time"

	"latchkey/graph/value"
)

// BusinessToken is a business integration system user token, as the exchange
// of a code gives it.
type BusinessToken struct {
	Token Token
	// Lifetime is how long it lives from when it was received; 0 when Graph named no end.
	Lifetime time.Duration
}

// ExpiresAt is when a token received at a time ends, in UTC; zero when Graph
// named no end.
func (t BusinessToken) ExpiresAt(received time.Time) time.Time {
	if t.Lifetime == 0 {
		return time.Time{}
	}
	return received.Add(t.Lifetime).UTC()
}

// ExchangeCode turns a code of Embedded Signup into the business token of the
// customer who went through it. app is digits only, else the error is
// ErrNotAnID. The client's own token is not sent: a client without one will do.
//
// The code lives 30 seconds and works once, and a try that failed may have used
// it up, so it is sent once and never again. An *Error's Trouble is named
// code_expired, code_used, code_not_recognised (mis-copied, or of another app),
// redirect_mismatch, app_secret_wrong or app_unknown. After a *NetworkError
// nobody knows whether the code is used up.
//
// Meta documents GET /oauth/access_token with everything in the query
// (developers.facebook.com: whatsapp/embedded-signup/onboarding-customers-as-
// a-tech-provider). An address is what proxies, scanners and servers write into
// their logs, so secret and code go into the body of a POST, as OAuth asks of
// clients (RFC 6749, 3.2 and 2.3.1). Graph takes it so: OAuth libraries that
// know no other way, golang.org/x/oauth2 among them, log in to Facebook with
// it. Should Graph refuse the POST, there is no falling back to the address.
//
// redirect_uri is left out: codes of Facebook's JavaScript SDK have none, and
// any value gives 100/36008.
func (c *Client) ExchangeCode(ctx context.Context, app ID, secret, code Token) (BusinessToken, error) {
	if !app.Digits() {
		return BusinessToken{}, fmt.Errorf("exchanging a code: %w", ErrNotAnID)
	}
	var answer struct {
		AccessToken string `json:"access_token"`
		ExpiresIn   Number `json:"expires_in"`
	}
	err := c.once(ctx, call{
		method: http.MethodPost,
		node:   "oauth",
		edge:   "access_token",
		form: url.Values{
			"client_id": {string(app)}, "client_secret": {secret.Reveal()}, "code": {code.Reveal()},
		},
		secrets:    []Token{secret, code},
		bearsToken: true,
	}, &answer)
	if err != nil {
		return BusinessToken{}, err
	}
	if answer.AccessToken == "" || value.Repeats(answer.AccessToken, secret, code) {
		return BusinessToken{}, c.unexpected()
	}
	return BusinessToken{Token: NewToken(answer.AccessToken), Lifetime: lifetime(answer.ExpiresIn)}, nil
}

// lifetime reads seconds, and takes what no token lives for as not told.
func lifetime(seconds Number) time.Duration {
	const longest = 10 * 365 * 24 * 60 * 60
	if seconds.Value <= 0 || seconds.Value > longest {
		return 0
	}
	return time.Duration(seconds.Value) * time.Second
}
