package graph

import (
	"context"
	"fmt"
	"net/url"
)

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
// redirect_uri is left out: codes of Facebook's JavaScript SDK have none, and
// any value gives 100/36008.
func (c *Client) ExchangeCode(ctx context.Context, app ID, secret, code Token) (IssuedToken, error) {
	if !app.Digits() {
		return IssuedToken{}, fmt.Errorf("exchanging a code: %w", ErrNotAnID)
	}
	return c.issue(ctx, url.Values{
		"client_id": {string(app)}, "client_secret": {secret.Reveal()}, "code": {code.Reveal()},
	}, secret, code)
}
