package sandbox

import (
	"strings"
)

// accountFor shows a WhatsApp account to a token that may manage it.
func (c *call) accountFor(found *account) (*node, *failure) {
	if err := c.state.access(c.token, found); err != nil {
		return nil, err
	}
	if !c.token.manages() {
		return nil, errNeedsScope(scopeManagement)
	}
	return c.accountNode(found), nil
}

// accountNode shows an account. A locked one looks like any other here, as was
// seen on live Graph: only sending finds out.
func (c *call) accountNode(found *account) *node {
	owner := c.state.portfolio(found.portfolio)
	return &node{
		kind: "WhatsAppBusinessAccount", id: found.id,
		defaults: []string{"name", "timezone_id", "message_template_namespace"},
		fields: map[string]any{
			"name":                         found.name,
			"currency":                     found.currency,
			"country":                      found.country,
			"primary_funding_id":           orNothing(found.funding),
			"timezone_id":                  "1",
			"message_template_namespace":   templateNamespace(found.id),
			"account_review_status":        found.review,
			"business_verification_status": owner.verification,
			"ownership_type":               "SELF",
			"status":                       found.status,
			"creation_time":                found.created.Unix(),
			"is_enabled_for_insights":      true,
			"primary_business_location":    found.country,
			"owner_business":               idAndName(owner.id, owner.name),
			"owner_business_info":          idAndName(owner.id, owner.name),
			"health_status":                c.health(found, nil),
		},
		empty: []string{
			"analytics", "auth_international_rate_eligibility", "disable_marketing_messages_on_cloud_api",
			"is_shared_with_partners", "linked_commerce_account", "marketing_messages_lite_api_status",
			"marketing_messages_onboarding_status", "on_behalf_of_business_info", "permissions",
			"purchase_order_number", "template_auto_archival_enabled", "whatsapp_business_manager_messaging_limit",
		},
		refused: found.refused,
		edges: map[string]edge{
			"phone_numbers": func() ([]*node, *failure) {
				return listOf(c.state.phonesOf(found.id), c.phoneNode), nil
			},
			"message_templates": func() ([]*node, *failure) { return c.templates(found) },
			"subscribed_apps":   func() ([]*node, *failure) { return c.subscribedApps(found), nil },
			"assigned_users":    func() ([]*node, *failure) { return c.assignedUsers(found) },
		},
		posts: map[string]action{
			"subscribed_apps": func() (any, *failure) { return c.subscribe(found) },
			"assigned_users":  func() (any, *failure) { return c.assignUser(found) },
		},
		deletes: map[string]action{
			"subscribed_apps": func() (any, *failure) { return c.unsubscribe(found) },
			"assigned_users":  func() (any, *failure) { return c.unassignUser(found) },
		},
	}
}

// templateNamespace looks like 58e6d318_b627_4112_b9c7_2961197553ea.
func templateNamespace(account string) string {
	hex := scenarioSecret("templates of " + account)
	return strings.Join([]string{hex[:8], hex[8:12], hex[12:16], hex[16:20], hex[20:32]}, "_")
}

// templates lists the message templates, by name when one is asked for.
func (c *call) templates(found *account) ([]*node, *failure) {
	if c.state.user(c.token.user).system && !found.allows(c.token.user, taskManage, taskDevelop, taskManageTemplates, taskViewTemplates, taskMessaging) {
		return nil, errMissingPermission()
	}
	name, status := "", ""
	if c.edge == "message_templates" {
		name, status = c.params.text("name"), c.params.text("status")
	}
	nodes := []*node{}
	for _, t := range found.templates {
		if !strings.Contains(t.name, name) || status != "" && t.status != status {
			continue
		}
		components := []any{map[string]any{"type": "BODY", "text": t.body}}
		if t.link != "" {
			components = append(components, map[string]any{"type": "BUTTONS", "buttons": []any{
				map[string]any{"type": "URL", "text": "Open", "url": t.link},
			}})
		}
		nodes = append(nodes, &node{
			kind: "WhatsAppBusinessHSM", id: t.id,
			defaults: []string{"name", "language", "status", "category", "components"},
			fields: map[string]any{
				"name": t.name, "language": t.language, "status": t.status, "category": t.category,
				"components":    components,
				"quality_score": map[string]any{"score": "UNKNOWN"},
			},
		})
	}
	return nodes, nil
}

// metasOwnApp shows test events on Meta's page. Meta subscribes it by itself.
var metasOwnApp = &app{id: "2202427980234937", name: "WA DevX Webhook Events 1P App"}

// orNothing is a text as a field; nil, which Graph leaves out, for an empty one.
func orNothing(text string) any {
	if text == "" {
		return nil
	}
	return text
}

func (c *call) subscribedApps(found *account) []*node {
	nodes := []*node{}
	for _, id := range found.subscribed {
		listening := c.state.app(id)
		if id == metasOwnApp.id {
			listening = metasOwnApp
		}
		if listening != nil {
			nodes = append(nodes, &node{
				kind: "WhatsAppApplication", defaults: []string{"whatsapp_business_api_data"},
				fields: map[string]any{"whatsapp_business_api_data": map[string]any{
					"id": listening.id, "name": listening.name, "link": appLink(listening.id),
				}},
			})
		}
	}
	return nodes
}
