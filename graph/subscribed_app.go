package graph

import (
	"context"
	"net/http"
)

// SubscribedApp is an app that receives an account's webhooks.
type SubscribedApp struct {
	Data struct {
		ID   ID   `json:"id"`
		Name Text `json:"name"`
	} `json:"whatsapp_business_api_data"`
}

// SubscribedApps lists the apps that listen to an account; none means that
// nobody hears of incoming messages.
func (c *Client) SubscribedApps(ctx context.Context, account ID) ([]SubscribedApp, error) {
	return list[SubscribedApp](ctx, c, account, "subscribed_apps", nil)
}

// Subscribe has the token's own app listen to an account: Graph takes no other.
// Where the app's messages go then is set in the app's own settings.
// Source: developers.facebook.com, WhatsApp Business Account subscribed_apps.
func (c *Client) Subscribe(ctx context.Context, account ID) error {
	return c.change(ctx, call{method: http.MethodPost, node: account, edge: "subscribed_apps"})
}

// Unsubscribe ends that.
func (c *Client) Unsubscribe(ctx context.Context, account ID) error {
	return c.change(ctx, call{method: http.MethodDelete, node: account, edge: "subscribed_apps"})
}
