package support

import (
	"strings"
	"time"

	"latchkey/wizard/check"
)

// Text is something in words. Detail and Fix may be "". Words in bold stand
// between two stars.
type Text struct {
	Title, Detail, Fix string
	Steps              []string // what the fix says to do, one after another
}

// Words speaks a person's language. It is handed in, because sentences belong
// to the window and the terminal.
type Words interface {
	// Say returns the sentence of an id with the values in it.
	Say(id string, values ...map[string]string) string
	// Maybe is Say, or "" where there is no such sentence.
	Maybe(id string, values ...map[string]string) string
	// Paragraph puts titles and sentences behind one another.
	Paragraph(sentences ...string) string
	// Sentence gives a title its full stop.
	Sentence(title string) string
	// List puts names behind one another, Named a name before its value.
	List(items ...string) string
	Named(name, value string) string
	// Date names a moment as a person would, told at now.
	Date(moment, now time.Time) string
	// Row puts a row into words, as they are at the moment of the check.
	Row(row check.Row, at time.Time) Text
	// Verdict says in one sentence, the Title, what came of a check.
	Verdict(report check.Report) Text
}

const bold = "**"

// plain takes the marks of bold words away.
func plain(text string) string { return strings.ReplaceAll(text, bold, "") }

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
