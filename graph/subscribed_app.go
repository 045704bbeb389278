package graph

import "context"

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
