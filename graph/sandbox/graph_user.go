package sandbox

import (
	"slices"
)

// me is the node of whoever the token speaks for.
func (c *call) me() (*node, *failure) {
	if c.token.kind == kindApp {
		return nil, errNoToken()
	}
	if c.token.kind == kindPage {
		id := c.state.pageID(c.token)
		return &node{
			kind: "Page", id: id, defaults: []string{"name"},
			fields: map[string]any{"name": c.token.page}, empty: []string{"client_business_id"},
		}, nil
	}
	return c.userFor(c.state.user(c.token.user))
}

// pageID is the id of the Facebook page a page token speaks for.
func (state *State) pageID(token *accessToken) string { return scenarioID(token.user, "page", 15) }

// userFor shows a user to itself, and to the managers of its portfolio.
func (c *call) userFor(found *user) (*node, *failure) {
	if found == nil {
		return nil, notVisible(c.node)
	}
	if found.id != c.token.user {
		owner := c.state.portfolio(found.portfolio)
		if owner == nil || c.state.mayManageBusiness(c.token, owner) != nil {
			return nil, notVisible(found.id)
		}
	}
	return c.userNode(found), nil
}

func (c *call) userNode(found *user) *node {
	shown := &node{
		kind: "User", id: found.id, defaults: []string{"name"},
		fields: map[string]any{"name": found.name}, empty: []string{"client_business_id"},
		edges: map[string]edge{
			"permissions":                         func() ([]*node, *failure) { return permissionNodes(c.token), nil },
			"assigned_whatsapp_business_accounts": func() ([]*node, *failure) { return c.assignedAccounts(found) },
		},
	}
	if !found.system {
		return shown
	}
	shown.kind = "SystemUser"
	shown.empty = append(shown.empty, systemUserEmpty...)
	shown.fields["role"] = string(found.role)
	if found.client != "" {
		shown.fields["client_business_id"] = found.client
	}
	return shown
}

// permissionNodes lists what was granted. It passes even when the token was
// granted nothing on the account in question.
func permissionNodes(token *accessToken) []*node {
	nodes := []*node{}
	for _, scope := range token.scopes {
		nodes = append(nodes, &node{
			kind: "Permission", defaults: []string{"permission", "status"},
			fields: map[string]any{"permission": scope, "status": "granted"},
		})
	}
	return nodes
}

// assignedAccounts lists the accounts a user was granted. Meta documents the
// edge for system users; nobody is known to have seen it answer.
func (c *call) assignedAccounts(found *user) ([]*node, *failure) {
	if !c.token.manages() && !c.token.may(scopeBusiness) {
		return nil, errNeedsScope(scopeManagement)
	}
	assigned := all(c.state.accounts, func(a *account) bool { return a.reaches(found.id) && c.token.aims(a.id) })
	return listOf(assigned, func(a *account) *node {
		shown := c.accountNode(a)
		shown.defaults = []string{"name", "status"}
		shown.fields["permissions"] = tasksOf(&a.grants, found.id)
		return shown
	}), nil
}

func tasksOf(g *grants, user string) []string {
	names := []string{}
	for _, granted := range g.access[user] {
		names = append(names, string(granted))
	}
	slices.Sort(names)
	return names
}
