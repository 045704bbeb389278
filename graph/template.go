package graph

import (
	"context"
	"net/url"
)

// Template is a message template of an account.
type Template struct {
	ID   ID   `json:"id"`
	Name Text `json:"name"`
}

// FirstTemplate reads at most one template of an account: a call that only
// works when whatsapp_business_management works in fact.
func (c *Client) FirstTemplate(ctx context.Context, account ID) ([]Template, error) {
	var answer page[Template]
	query := url.Values{"limit": {"1"}, "fields": {"id,name"}}
	err := c.get(ctx, account, "message_templates", query, &answer)
	if err == nil && answer.Data == nil {
		err = c.unexpected()
	}
	return answer.Data, err
}
