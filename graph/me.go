package graph

import (
	"context"
	"net/url"

	"latchkey/graph/trouble"
)

// Me is whose token it is.
type Me struct {
	ID   ID   `json:"id"`
	Name Text `json:"name"`
	// ClientBusinessID is there only for a business integration system user
	// token: the portfolio of the customer it was granted by. debug_token calls
	// both kinds SYSTEM_USER.
	ClientBusinessID ID `json:"client_business_id"`
}

// Me asks whose token it is. It makes a second call where IsPersons says so.
func (c *Client) Me(ctx context.Context) (Me, error) {
	me, err := c.MeWithCustomer(ctx)
	if IsPersons(err) {
		return c.MeByName(ctx)
	}
	return me, err
}

// MeWithCustomer asks whose token it is, and which customer it is for.
func (c *Client) MeWithCustomer(ctx context.Context) (Me, error) {
	return c.me(ctx, "id,name,client_business_id")
}

// MeByName asks whose token it is, and nothing that a person has not.
func (c *Client) MeByName(ctx context.Context) (Me, error) { return c.me(ctx, "id,name") }

// IsPersons reports whether an error of MeWithCustomer means that the token is a
// person's or a page's: those have no client_business_id, and say so with an
// error.
func IsPersons(err error) bool {
	return trouble.AsError(err) != nil && trouble.AsError(err).Trouble() == trouble.OtherKindOfObject
}

func (c *Client) me(ctx context.Context, fields string) (Me, error) {
	var me Me
	err := c.get(ctx, "me", "", url.Values{"fields": {fields}}, &me)
	if err == nil && me.ID == "" {
		err = c.unexpected()
	}
	return me, err
}

// Permission is one permission of the token's user.
type Permission struct {
	Name   Text `json:"permission"`
	Status Text `json:"status"` // granted or declined
}

// Permissions lists what /me/permissions tells. It passes for accounts that
// the token does not reach, so it proves no access.
func (c *Client) Permissions(ctx context.Context) ([]Permission, error) {
	return list[Permission](ctx, c, "me", "permissions", nil)
}
