package sandbox

import (
	"crypto/rand"
	"net/http"
	"slices"
	"strings"
)

// cloudFailure is an error of the Cloud API, with its details where live Graph
// puts them.
func cloudFailure(code int, title, details string) *failure {
	return &failure{
		status: http.StatusBadRequest, code: code, message: title,
		data: map[string]any{"messaging_product": "whatsapp", "details": details},
	}
}

// send answers POST /{phone}/messages.
func (c *call) send(from *phone) (any, *failure) {
	if err := c.maySend(from); err != nil {
		return nil, err
	}
	to := digits(c.params.text("to"))
	if err := c.readable(from, to); err != nil {
		return nil, err
	}
	return map[string]any{
		"messaging_product": "whatsapp",
		"contacts":          []any{map[string]any{"input": c.params.text("to"), "wa_id": to}},
		"messages":          []any{map[string]any{"id": "wamid.PRACTICE" + rand.Text(), "message_status": "accepted"}},
	}, nil
}

// maySend says what stops this token and this number from sending anything.
func (c *call) maySend(from *phone) *failure {
	acc := c.state.account(from.account)
	switch {
	case !c.token.may(scopeMessaging):
		return errNotGranted()
	case acc.messagingWith != "" || !acc.allows(c.token.user, taskMessaging):
		return errMayNotSend()
	case acc.locked:
		return cloudFailure(131031, "(#131031) Business Account locked",
			"Business account has been locked.")
	case !from.verified:
		return cloudFailure(131005, "(#131005) Access denied",
			"There was a problem with the access token or permissions.")
	case !from.registered:
		return cloudFailure(133010, "(#133010) Account not registered",
			"Account does not exist in Cloud API, please use /register API to create an account first")
	case from.nameStatus == "DECLINED":
		return cloudFailure(131037, "(#131037) Display name approval required",
			"The phone number needs an approved display name before it can send messages.")
	}
	return nil
}

// readable says what is wrong with the message itself.
func (c *call) readable(from *phone, to string) *failure {
	switch {
	case c.params.text("messaging_product") != "whatsapp":
		return errRequired("messaging_product")
	case c.params.text("status") != "": // marks a message as read
		return unpractised(errRequired("to"))
	case to == "":
		return errRequired("to")
	case from.test && !slices.Contains(from.recipients, to):
		return cloudFailure(131030, "(#131030) Recipient phone number not in allowed list",
			"Recipient phone number not in allowed list: Add recipient phone number to recipient list and try again.")
	}
	if c.params.text("type") != "template" {
		// Live Graph accepts the message and tells of this afterwards, by webhook.
		return cloudFailure(131047, "(#131047) Re-engagement message",
			"Message failed to send because more than 24 hours have passed since the customer last replied to this number.")
	}
	wanted := c.params.object("template")
	if wanted == nil {
		return errRequired("template")
	}
	name, language := wanted.text("name"), wanted.object("language").text("code")
	templates := c.state.account(from.account).templates
	at := slices.IndexFunc(templates, func(t messageTemplate) bool {
		return t.name == name && t.language == language && t.status == "APPROVED"
	})
	switch {
	case at < 0:
		return cloudFailure(132001, "(#132001) Template name does not exist in the translation",
			"template name ("+name+") does not exist in "+language)
	case name == "hello_world" && !from.test:
		return cloudFailure(131058, "(#131058) Hello World templates can only be sent from the Public Test Numbers",
			"Hello World templates can only be sent from the Public Test Numbers.")
	case strings.Contains(templates[at].body+templates[at].link, "{{") && wanted["components"] == nil:
		return cloudFailure(132000, "(#132000) Number of parameters does not match the expected number of params",
			"body: number of localizable_params (0) does not match the expected number of params (1)")
	}
	return nil
}

// digits keeps the digits of a phone number as people write it.
func digits(number string) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, number)
}
