package graph

import (
	"context"
	"net/url"
	"slices"
)

// Task is something that a user may do with a WhatsApp account.
// Source: github.com/facebook/facebook-business-sdk-codegen, tasks of a
// WhatsApp Business Account's assigned users.
type Task string

// The tasks that are asked about here. There are more.
const (
	TaskFullControl     Task = "FULL_CONTROL"
	TaskManage          Task = "MANAGE" // full access, by its older name
	TaskDevelop         Task = "DEVELOP"
	TaskMessaging       Task = "MESSAGING"
	TaskManageTemplates Task = "MANAGE_TEMPLATES"
	TaskManagePhone     Task = "MANAGE_PHONE"
	TaskManagePhones    Task = "MANAGE_PHONE_ASSETS"
	TaskManageBilling   Task = "MANAGE_BILLING"
)

// AssignedUser is somebody who was granted a WhatsApp account.
type AssignedUser struct {
	ID    ID     `json:"id"`
	Tasks []Text `json:"tasks"`
}

// May reports whether one of the tasks was granted.
func (u AssignedUser) May(tasks ...Task) bool {
	return slices.ContainsFunc(u.Tasks, func(granted Text) bool {
		return slices.ContainsFunc(tasks, func(task Task) bool { return granted.Is(string(task)) })
	})
}

// AssignedUsers lists who was granted an account through a business portfolio,
// and what each may do with it. It needs business_management.
func (c *Client) AssignedUsers(ctx context.Context, account, business ID) ([]AssignedUser, error) {
	return list[AssignedUser](ctx, c, account, "assigned_users", url.Values{
		"business": {string(business)}, "fields": {"id,tasks"},
	})
}
