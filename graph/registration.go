package graph

import (
	"context"
	"net/http"
)

// CodeMethod is how WhatsApp sends a code to a number.
type CodeMethod string

// The ways.
const (
	CodeBySMS   CodeMethod = "SMS"
	CodeByVoice CodeMethod = "VOICE"
)

// RequestCode has WhatsApp send a code to a business number, by text message or
// call, in a language such as en_US. A number that is verified gets none
// (136024).
// Source: developers.facebook.com, whats-app-business-account-to-number-current-
// status/request_code.
func (c *Client) RequestCode(ctx context.Context, number ID, method CodeMethod, language string) error {
	return c.change(ctx, call{
		method: http.MethodPost, node: number, edge: "request_code",
		body: map[string]string{"code_method": string(method), "language": language},
	})
}

// VerifyCode hands back the code that came.
func (c *Client) VerifyCode(ctx context.Context, number ID, code Token) error {
	return c.change(ctx, call{
		method: http.MethodPost, node: number, edge: "verify_code",
		body: map[string]string{"code": code.Reveal()}, secrets: []Token{code},
	})
}

// Register registers a number for the Cloud API. The PIN of six digits is that of
// its two-step verification: the one that it has, or the one that it gets. Ten
// tries in 72 hours are allowed, failed ones included.
// Source: developers.facebook.com, WhatsApp Cloud API registration.
func (c *Client) Register(ctx context.Context, number ID, pin Token) error {
	return c.change(ctx, call{
		method: http.MethodPost, node: number, edge: "register",
		body: map[string]string{"messaging_product": "whatsapp", "pin": pin.Reveal()}, secrets: []Token{pin},
	})
}
