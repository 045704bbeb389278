package graph

import (
	"context"
	"fmt"
	"net/url"
)

// ExtendToken gives another token for the client's own, which is one of a system
// user that ends after 60 days: the same user, app and permissions, and sixty days
// from now. The old one goes on working until its own end. app is digits only,
// else the error is ErrNotAnID; its secret is used for this call alone.
//
// It works for a token that has not expired, and only for one that does expire:
// afterwards nothing but a new token helps. It is asked once; after a
// *NetworkError another token may have been made, which nobody has.
// Source: developers.facebook.com, business-management-apis/system-users/
// install-apps-and-generate-tokens.
func (c *Client) ExtendToken(ctx context.Context, app ID, secret Token) (IssuedToken, error) {
	if !app.Digits() {
		return IssuedToken{}, fmt.Errorf("extending a token: %w", ErrNotAnID)
	}
	return c.issue(ctx, url.Values{
		"grant_type":                   {"fb_exchange_token"},
		"client_id":                    {string(app)},
		"client_secret":                {secret.Reveal()},
		"fb_exchange_token":            {c.token.Reveal()},
		"set_token_expires_in_60_days": {"true"},
	}, secret)
}
