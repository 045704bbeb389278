package graph

import (
	"context"
)

// Message is one that Graph has taken on. Whether it arrives is told later, by
// webhook only.
type Message struct {
	ID     Text `json:"id"`             // wamid.…
	Status Text `json:"message_status"` // accepted, held_for_quality_assessment, paused; often absent
}

// SendTemplate sends a template without parameters, such as hello_world in
// en_US, from a phone number to a recipient (digits with country code). It
// asks Graph once: after a network error the message may have gone out or not.
// account is the Messaging account that pays, where several can send from the
// number; "" leaves it to Graph.
// Source: developers.facebook.com, WhatsApp Cloud API messages; messaging_account_id
// in WhatsApp accounts and Messaging accounts (30 June 2026).
func (c *Client) SendTemplate(ctx context.Context, phoneNumber, account ID, recipient, template, language string) (Message, error) {
	type code struct {
		Code string `json:"code"`
	}
	type named struct {
		Name     string `json:"name"`
		Language code   `json:"language"`
	}
	body := struct {
		Product   string `json:"messaging_product"`
		Recipient string `json:"to"`
		Type      string `json:"type"`
		Template  named  `json:"template"`
		Account   ID     `json:"messaging_account_id,omitempty"`
	}{"whatsapp", recipient, "template", named{template, code{language}}, account}

	var answer struct {
		Messages []Message `json:"messages"`
	}
	if err := c.post(ctx, phoneNumber, "messages", body, &answer); err != nil {
		return Message{}, err
	}
	if len(answer.Messages) == 0 {
		return Message{}, c.unexpected()
	}
	return answer.Messages[0], nil
}
