package support

import (
	"strings"

	"latchkey/wizard/check"
)

// Group is a part of the report that belongs together for a reader.
type Group string

// The groups, in the order in which they are shown. Way is the way to Meta.
const (
	GroupToken       Group = "token"
	GroupPermissions Group = "permissions"
	GroupAccounts    Group = "accounts"
	GroupNumbers     Group = "numbers"
	GroupWebhooks    Group = "webhooks"
	GroupWay         Group = "way"
)

// Groups lists all groups in their order.
var Groups = []Group{GroupToken, GroupPermissions, GroupAccounts, GroupNumbers, GroupWebhooks, GroupWay}

// GroupOf is the group that a check belongs to.
func GroupOf(id check.ID) Group {
	family, _, _ := strings.Cut(string(id), ".")
	switch family {
	case "local", "token", "app":
		return GroupToken
	case "perm":
		return GroupPermissions
	case "waba", "templates":
		return GroupAccounts
	case "phone", "send":
		return GroupNumbers
	case "webhook":
		return GroupWebhooks
	}
	return GroupWay
}
