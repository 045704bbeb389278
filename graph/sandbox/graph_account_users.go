package sandbox

import (
	"slices"
	"strings"
)

// subscribe answers POST /{waba}/subscribed_apps: the token's app listens.
func (c *call) subscribe(found *account) (any, *failure) {
	if !found.allows(c.token.user, taskManage) {
		return nil, errMissingPermission()
	}
	if !slices.Contains(found.subscribed, c.token.app) {
		found.subscribed = append(found.subscribed, c.token.app)
	}
	return map[string]any{"success": true}, nil
}

// unsubscribe answers DELETE /{waba}/subscribed_apps.
func (c *call) unsubscribe(found *account) (any, *failure) {
	if !found.allows(c.token.user, taskManage) {
		return nil, errMissingPermission()
	}
	found.subscribed = slices.DeleteFunc(found.subscribed, func(app string) bool { return app == c.token.app })
	return map[string]any{"success": true}, nil
}

// assignedUsers lists who was granted the account.
func (c *call) assignedUsers(found *account) ([]*node, *failure) {
	switch {
	case c.edge == "assigned_users" && c.params.text("business") == "":
		return nil, errRequired("business")
	case !c.token.may(scopeBusiness):
		return nil, errNeedsScope(scopeBusiness)
	}
	owner := c.state.portfolio(found.portfolio)
	granted := all(c.state.users, func(u *user) bool { return len(found.access[u.id]) > 0 })
	return listOf(granted, func(u *user) *node {
		kind := "BUSINESS_USER"
		if u.system {
			kind = "SYSTEM_USER"
		}
		return &node{
			kind: "AssignedUser", id: u.id, defaults: []string{"name", "tasks"},
			fields: map[string]any{
				"name": u.name, "tasks": tasksOf(&found.grants, u.id), "user_type": kind, "business": idAndName(owner.id, owner.name),
			},
		}
	}), nil
}

// assignUser answers POST /{waba}/assigned_users: another user of the portfolio
// is granted the account. It works at once; only the pages' lists lag behind.
func (c *call) assignUser(found *account) (any, *failure) {
	granted, err := c.userToAssign(found)
	if err != nil {
		return nil, err
	}
	wanted := c.params.list("tasks")
	if len(wanted) == 0 {
		return nil, errRequired("tasks")
	}
	tasks := make([]task, len(wanted))
	for i, name := range wanted {
		if tasks[i] = task(name); !slices.Contains(allTasks, tasks[i]) {
			return nil, badRequest(100, "(#100) Param tasks[%d] must be one of {%s}", i, joined(allTasks))
		}
	}
	found.access[granted.id] = tasks
	return map[string]any{"success": true}, nil
}

// unassignUser answers DELETE /{waba}/assigned_users.
func (c *call) unassignUser(found *account) (any, *failure) {
	granted, err := c.userToAssign(found)
	if err != nil {
		return nil, err
	}
	delete(found.access, granted.id)
	return map[string]any{"success": true}, nil
}

// userToAssign gives the user that the call is about, when the caller may
// decide about it.
func (c *call) userToAssign(of *account) (*user, *failure) {
	if err := c.state.mayManageBusiness(c.token, c.state.portfolio(of.portfolio)); err != nil {
		return nil, err
	}
	named := c.state.user(c.params.text("user"))
	if named == nil || named.portfolio != of.portfolio {
		return nil, badRequest(100, "(#100) Param user must be the ID of a user of the business")
	}
	return named, nil
}

func joined(tasks []task) string {
	names := make([]string, len(tasks))
	for i, each := range tasks {
		names[i] = string(each)
	}
	return strings.Join(names, ", ")
}
