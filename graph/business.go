package graph

import (
	"context"
	"net/url"
)

// Business is a business portfolio.
type Business struct {
	ID   ID   `json:"id"`
	Name Text `json:"name"`
}

// Business asks for a portfolio's name. It needs business_management.
func (c *Client) Business(ctx context.Context, id ID) (Business, error) {
	var business Business
	err := c.get(ctx, id, "", url.Values{"fields": {"id,name"}}, &business)
	if err == nil && business.ID == "" {
		err = c.unexpected()
	}
	return business, err
}
