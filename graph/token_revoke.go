package graph

import (
	"context"
	"fmt"
	"net/url"
)

// RevokeToken ends the client's own token for whoever uses it, and no other one
// of its system user. app is the app that it was made with, digits only, else the
// error is ErrNotAnID; its secret is used for this call alone.
//
// It is asked once, and what Graph answers is no proof: whether the token has
// ended is told by the next call with it. Meta asks for an access token beside the
// one to revoke; this one speaks for itself.
// Source: developers.facebook.com, business-management-apis/system-users/
// install-apps-and-generate-tokens.
func (c *Client) RevokeToken(ctx context.Context, app ID, secret Token) error {
	if !app.Digits() {
		return fmt.Errorf("revoking a token: %w", ErrNotAnID)
	}
	var answer struct {
		Success *bool `json:"success"`
	}
	err := c.oauth(ctx, "revoke", url.Values{
		"client_id":     {string(app)},
		"client_secret": {secret.Reveal()},
		"revoke_token":  {c.token.Reveal()},
		"access_token":  {c.token.Reveal()},
	}, false, &answer, secret)
	if err == nil && (answer.Success == nil || !*answer.Success) {
		return c.unexpected()
	}
	return err
}
