package sandbox

import (
	"net/http"
	"strings"
)

// portfolioFor shows a portfolio ("business" in the API) to its own users.
func (c *call) portfolioFor(found *portfolio) (*node, *failure) {
	who := c.state.user(c.token.user)
	if who == nil || (who.portfolio != found.id && who.client != found.id) {
		return nil, notVisible(found.id)
	}
	if c.edge != "" || c.method != http.MethodGet {
		if err := c.state.mayManageBusiness(c.token, found); err != nil {
			return nil, err
		}
	}
	return &node{
		kind: "Business", id: found.id, defaults: []string{"name"},
		fields: map[string]any{
			"name":                found.name,
			"verification_status": found.verification,
			"two_factor_type":     "none",
			"timezone_id":         1,
		},
		empty: []string{
			"block_offline_analytics", "collaborative_ads_managed_partner_business_info",
			"collaborative_ads_managed_partner_eligibility", "collaborative_ads_partner_premium_options", "created_by",
			"created_time", "extended_updated_time", "is_hidden", "link", "marketing_messages_onboarding_status",
			"payment_account_id", "primary_page", "profile_picture_uri", "updated_by", "updated_time",
			"user_access_expire_time", "vertical", "vertical_id", "whatsapp_business_manager_messaging_limit",
		},
		edges: map[string]edge{
			"owned_whatsapp_business_accounts":  func() ([]*node, *failure) { return c.accountsFor(who, found), nil },
			"client_whatsapp_business_accounts": func() ([]*node, *failure) { return nil, nil },
			"system_users": func() ([]*node, *failure) {
				return listOf(c.state.systemUsersOf(found.id), systemUserNode), nil
			},
			"owned_apps":  func() ([]*node, *failure) { return listOf(c.state.appsOf(found.id), appNode), nil },
			"client_apps": func() ([]*node, *failure) { return nil, nil },
		},
		posts: map[string]action{
			"system_users": func() (any, *failure) { return c.createSystemUser(who, found) },
		},
	}, nil
}

// accountsFor lists the accounts of a portfolio: all of them for an Admin, the
// granted ones for an Employee.
func (c *call) accountsFor(who *user, owner *portfolio) []*node {
	listed := c.state.accountsOf(owner.id)
	if who.system && who.role == employee {
		listed = all(listed, func(a *account) bool { return a.reaches(who.id) })
	}
	return listOf(listed, c.accountNode)
}

// systemUserEmpty are fields of a system user that hold nothing here.
var systemUserEmpty = []string{"created_by", "created_time", "finance_permission", "ip_permission"}

// systemUserNode shows a system user in its portfolio's list.
func systemUserNode(found *user) *node {
	return &node{
		kind: "SystemUser", id: found.id, defaults: []string{"name", "role"},
		fields: map[string]any{
			"name": found.name, "role": string(found.role),
		},
		empty: systemUserEmpty,
	}
}

// createSystemUser answers POST /{business}/system_users. Only an Admin may.
func (c *call) createSystemUser(who *user, owner *portfolio) (any, *failure) {
	name := strings.TrimSpace(c.params.text("name"))
	if name == "" {
		return nil, errRequired("name")
	}
	wanted := role(strings.ToUpper(c.params.text("role")))
	switch wanted {
	case "", "DEFAULT", "DEVELOPER":
		wanted = employee
	case admin, employee:
	default:
		return nil, badRequest(100, "(#100) Param role must be one of {ADMIN, DEFAULT, DEVELOPER, EMPLOYEE}")
	}
	if who.system && who.role != admin {
		return nil, &failure{status: http.StatusForbidden, code: 200, message: "(#200) Requires business admin"}
	}
	created, problem := c.state.addSystemUser(owner, name, wanted)
	switch problem {
	case nameTooLong:
		return nil, badRequest(100, "(#100) Param name must be at most %d characters long", longestName)
	case nameTaken:
		return nil, badRequest(100, "(#100) A system user with this name exists already")
	case adminLimitReached:
		return nil, &failure{
			status: http.StatusBadRequest, code: 3965,
			message: "(#3965) You have reached the limit on the number of admin system users you can have in your business manager",
		}
	case userLimitReached:
		return nil, &failure{
			status: http.StatusBadRequest, code: 3949,
			message: "(#3949) You have reached the limit on the number of system users you can have in your business manager",
		}
	}
	return map[string]any{"id": created.id}, nil
}

func appNode(found *app) *node {
	return &node{
		kind: "Application", id: found.id, defaults: []string{"name"},
		fields: map[string]any{"name": found.name, "link": appLink(found.id)},
	}
}

func appLink(id string) string { return "https://www.facebook.com/games/?app_id=" + id }
