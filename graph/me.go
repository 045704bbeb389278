package graph

import (
	"context"
	"net/url"
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

// Me asks whose token it is.
func (c *Client) Me(ctx context.Context) (Me, error) {
	var me Me
	err := c.get(ctx, "me", "", url.Values{"fields": {"id,name,client_business_id"}}, &me)
	if AsError(err) != nil && AsError(err).Trouble().ID == "other_kind_of_object" {
		// A user or page has no client_business_id, and says so with an error.
		err = c.get(ctx, "me", "", url.Values{"fields": {"id,name"}}, &me)
	}
	if err == nil && me.ID == "" {
		err = c.notGraphs()
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
