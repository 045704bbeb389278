package check

import (
	"fmt"
	"slices"

	"latchkey/graph"
	"latchkey/graph/site"
)

// Check is one question about a token, with all that is known of the question:
// it is described here and nowhere else. Its words are with the languages.
type Check struct {
	ID           ID
	Group        Group // where a reader of the report finds it
	SpokenNumber int   // in a report's spoken code: never changed, never given again
	Importance   int   // what the verdict is about, of several rows: the lowest
	Decides      bool  // a call that a token is for: without its answer nothing can be said
	Tells        bool  // how long and as what it works: the verdict says when that is not known
	Essential    bool  // shown to the owner of the token also where it is fine
	NewToken     bool  // a fail is put right by another token only

	Needs    []Need              // what must hold before it has a meaning, in this order
	Reasons  map[Reason]Declared // all that its judge may say, beside Troubles
	Troubles []Status            // what errors of Graph and of the network may make of it; none where they cannot

	stage stage            // after which its facts are known
	waits func(Facts) bool // a later stage may still change it; nil for no
	page  site.Page        // where its troubles are fixed, unless the judge names another page

	// judge says why the row is as it is. ID and status are filled in from what
	// is declared here; where a reason has several statuses, the judge names one
	// of them or means the first. A check of each account or number has each in
	// its place, of a subject.
	judge   func(Facts) Row
	each    func(Facts, sender) Row
	doubts  func(Facts) (doubt Row, open bool) // what leaves open that which would pass; nil for nothing
	subject subject
	weighs  bool // in the choice of the preferred number
}

// Declared says what a reason makes of a row.
type Declared struct {
	Statuses  []Status
	TitleOnly bool // its title says it all
}

// What a reason may make of a row. What fails at the preferred number or account
// is advice where another has it.
var (
	passes        = Declared{Statuses: []Status{Pass}}
	passesByTitle = Declared{Statuses: []Status{Pass}, TitleOnly: true}
	warns         = Declared{Statuses: []Status{Warn}}
	fails         = Declared{Statuses: []Status{Fail}}
	failsOrWarns  = Declared{Statuses: []Status{Fail, Warn}}
	leavesOpen    = Declared{Statuses: []Status{Unknown}}
	skips         = Declared{Statuses: []Status{Skipped}}
)

// Group is a part of a report that belongs together for a reader.
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

// checks is every check in the order of the report.
var checks = []Check{
	localShape, netReach, netClock,
	tokenAlive, tokenKind, tokenExpiry, appMatch,
	permMessaging, permManagement, permSurplus,
	accountReach, accountReview, accountPayment,
	phoneList, phoneVerified, phoneName, phoneStatus, phoneQuality, phoneTest,
	templatesRead, sendAllowed, webhookSubscribed, apiVersion,
}

// All lists the checks in the order of the report.
func All() []Check { return slices.Clone(checks) }

// IDs lists the ids of all checks in their order.
func IDs() []ID {
	ids := make([]ID, len(checks))
	for i, check := range checks {
		ids[i] = check.ID
	}
	return ids
}

// Find returns a check by its id. A report of a newer program may hold others:
// they belong to no group but the last.
func Find(id ID) (Check, bool) {
	for _, check := range checks {
		if check.ID == id {
			return check, true
		}
	}
	return Check{ID: id, Group: GroupWay}, false
}

// FindSpoken returns a check by its number in a spoken code.
func FindSpoken(number int) (Check, bool) {
	for _, check := range checks {
		if check.SpokenNumber == number {
			return check, true
		}
	}
	return Check{}, false
}

// GroupOf is the group that a check belongs to.
func GroupOf(id ID) Group {
	check, _ := Find(id)
	return check.Group
}

// row makes the row of the check.
func (c Check) row(facts Facts) Row {
	for _, need := range c.Needs {
		if !need.holds(facts) {
			return Row{ID: c.ID, Status: Skipped, Reason: need.Skipped}
		}
	}
	row := Row{}
	if c.judge != nil {
		row = c.declared(c.judge(facts))
	} else {
		row = c.bySeveral(facts)
	}
	for name, value := range row.Values {
		// The last line of defence: a person may have typed the token where an
		// expected id belongs.
		row.Values[name] = graph.Clean(value, facts.Paste.Token)
	}
	return row
}

// declared makes what a judge says a row. It panics over what the check does not
// declare, which is a mistake in the check and found by the judge's test.
func (c Check) declared(row Row) Row {
	statuses := c.Reasons[row.Reason].Statuses
	if row.Reason.Borrowed() {
		statuses = c.Troubles
	}
	if row.Status == "" && len(statuses) > 0 {
		row.Status = statuses[0]
	}
	if !slices.Contains(statuses, row.Status) {
		panic(fmt.Sprintf("%s does not declare %q with the status %q", c.ID, row.Reason, row.Status))
	}
	row.ID = c.ID
	if row.Page == site.PageNone && row.Problem() {
		row.Page = c.page
	}
	return row
}
