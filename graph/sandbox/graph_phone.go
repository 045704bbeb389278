package sandbox

import (
	"strings"
)

// phoneFor shows a number to a token that may manage its account or send from it.
func (c *call) phoneFor(found *phone) (*node, *failure) {
	if err := c.state.access(c.token, c.state.account(found.account)); err != nil {
		if err.code == 100 {
			return nil, unsupported(strings.ToLower(c.method), found.id)
		}
		return nil, err
	}
	return c.phoneNode(found), nil
}

func (c *call) phoneNode(found *phone) *node {
	mode, verification, status, platform := "LIVE", "NOT_VERIFIED", "PENDING", "NOT_APPLICABLE"
	if found.test {
		mode = "SANDBOX"
	}
	if found.verified {
		verification = "VERIFIED"
	}
	if found.registered {
		status, platform = "CONNECTED", "CLOUD_API"
	}
	return &node{
		kind: "WhatsAppBusinessPhoneNumber", id: found.id,
		defaults: []string{"verified_name", "code_verification_status", "display_phone_number", "quality_rating", "platform_type", "throughput"},
		fields: map[string]any{
			"display_phone_number":     found.display,
			"verified_name":            found.name,
			"name_status":              found.nameStatus,
			"code_verification_status": verification,
			"status":                   status,
			"quality_rating":           found.quality,
			"quality_score":            map[string]any{"score": found.quality},
			"platform_type":            platform,
			"host_platform":            platform,
			"throughput":               map[string]any{"level": "STANDARD"},
			"account_mode":             mode,
			"messaging_limit_tier":     found.limit,
			"whatsapp_business_manager_messaging_limit": found.limit,
			"is_on_biz_app":                found.shared,
			"is_pin_enabled":               found.registered,
			"is_official_business_account": false,
			"search_visibility":            "VISIBLE",
			"health_status":                c.health(c.state.account(found.account), found),
		},
		empty: []string{
			"certificate", "country_code", "country_dial_code", "eligibility_for_api_business_global_search",
			"last_onboarded_time", "new_certificate", "new_name_status", "unified_cert_status", "username",
			"webhook_configuration",
		},
		posts: map[string]action{
			"messages":     func() (any, *failure) { return c.send(found) },
			"register":     func() (any, *failure) { return c.register(found) },
			"deregister":   func() (any, *failure) { return c.deregister(found) },
			"request_code": func() (any, *failure) { return c.requestCode(found) },
			"verify_code":  func() (any, *failure) { return c.verifyCode(found) },
		},
	}
}

// health is the health_status of an account or of one of its numbers. On live
// Graph it stayed green on accounts that were locked, and so it does here.
func (c *call) health(acc *account, number *phone) map[string]any {
	const available, blocked = "AVAILABLE", "BLOCKED"
	overall := available
	entities := []any{}
	if number != nil {
		entity := map[string]any{"entity_type": "PHONE_NUMBER", "id": number.id, "can_send_message": available}
		if !number.registered {
			overall = blocked
			entity["can_send_message"] = blocked
			entity["errors"] = []any{map[string]any{
				"error_code":        141000,
				"error_description": "The phone number is not registered.",
				"possible_solution": "Register the phone number.",
			}}
		}
		if acc.callsOff {
			overall = blocked
			entity["can_receive_call_sip"] = blocked
			entity["errors"] = []any{map[string]any{
				"error_code":        138024,
				"error_description": "SIP is not enabled for this phone number.",
				"possible_solution": "Enable SIP in the call settings.",
			}}
		}
		entities = append(entities, entity)
	}
	entities = append(entities,
		map[string]any{"entity_type": "WABA", "id": acc.id, "can_send_message": available},
		map[string]any{"entity_type": "BUSINESS", "id": acc.portfolio, "can_send_message": available},
		map[string]any{"entity_type": "APP", "id": c.token.app, "can_send_message": available},
	)
	return map[string]any{"can_send_message": overall, "entities": entities}
}

func idAndName(id, name string) map[string]any { return map[string]any{"id": id, "name": name} }
