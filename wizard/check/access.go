package check

import (
	"context"
	"slices"

	"latchkey/graph"
)

// AccessLevel is how much of a WhatsApp account a user was granted, in the
// words of Business settings.
type AccessLevel string

// The levels. AccessUnknown says nothing against the token: Meta tells them
// only where business_management was granted, and an Admin sees accounts that
// it is not listed with.
const (
	AccessFull    AccessLevel = "full"
	AccessPartial AccessLevel = "partial"
	AccessUnknown AccessLevel = "unknown"
)

// Ability is something that an integration may want to do with an account.
type Ability string

// The abilities, in the order in which they are told.
const (
	Sending   Ability = "sending"
	Templates Ability = "templates"
	Numbers   Ability = "numbers"
	Billing   Ability = "billing"
)

// abilities says which tasks give each. With DEVELOP, whose reach Meta does not
// spell out, sending is not called missing.
var abilities = []struct {
	Ability
	tasks []graph.Task
}{
	{Sending, []graph.Task{graph.TaskMessaging, graph.TaskDevelop}},
	{Templates, []graph.Task{graph.TaskManageTemplates}},
	{Numbers, []graph.Task{graph.TaskManagePhone, graph.TaskManagePhones}},
	{Billing, []graph.Task{graph.TaskManageBilling}},
}

// Access is what the token's user may do with one WhatsApp account. It is
// changed on site.PageWhatsAppAccounts.
type Access struct {
	Level   AccessLevel
	Tasks   []string  // as Meta names them
	Missing []Ability // none with full or unknown access
}

func (a Access) lacks(ability Ability) bool { return slices.Contains(a.Missing, ability) }

// AccessTo is the access to an account of the report.
func (r Report) AccessTo(account graph.ID) Access {
	if access, asked := r.Access[account]; asked {
		return access
	}
	return Access{Level: AccessUnknown}
}

// accessTo reads what is known of the user's access to an account.
func (f Facts) accessTo(account AccountFacts) Access {
	at := slices.IndexFunc(account.Users.Value, func(user graph.AssignedUser) bool { return user.ID == f.userID() })
	if at < 0 || len(account.Users.Value[at].Tasks) == 0 {
		return Access{Level: AccessUnknown}
	}
	user := account.Users.Value[at]
	access := Access{Level: AccessPartial}
	for _, task := range user.Tasks {
		access.Tasks = append(access.Tasks, string(task))
	}
	if user.May(graph.TaskFullControl, graph.TaskManage) {
		access.Level = AccessFull
		return access
	}
	for _, ability := range abilities {
		if !user.May(ability.tasks...) {
			access.Missing = append(access.Missing, ability.Ability)
		}
	}
	return access
}

// tellsAccess reports whether Meta tells who may do what: without
// business_management it does not, so it is not asked.
func (f Facts) tellsAccess() bool {
	granted, _ := f.scopes()
	return slices.Contains(granted, ScopeBusiness)
}

// onlyBusiness is the one portfolio known before any account was read; "" where
// there is none, or more than one.
func (f Facts) onlyBusiness() graph.ID {
	if businesses := f.businesses(); f.tellsAccess() && len(businesses) == 1 {
		return businesses[0]
	}
	return ""
}

// probeAccess makes the round about access that is still open: what the user may
// do with each account, and whose customer a business token is for.
func probeAccess(ctx context.Context, client *graph.Client, facts *Facts) {
	if !facts.tellsAccess() {
		return
	}
	group := newGroup()
	if customer := facts.Me.Value.ClientBusinessID; facts.customerName() == "" && facts.askable(customer) {
		ask(group, &facts.Customer, func() (graph.Business, error) { return client.Business(ctx, customer) })
	}
	for i := range facts.Accounts {
		account := &facts.Accounts[i]
		business := facts.businessOf(*account)
		if account.Account.OK() && !account.Users.OK() && facts.askable(business) {
			ask(group, &account.Users, func() ([]graph.AssignedUser, error) {
				return client.AssignedUsers(ctx, account.ID, business)
			})
		}
	}
	_ = group.Wait()
}

// businessOf is the portfolio through which the user has the account: the
// expected one, else the account's owner.
func (f Facts) businessOf(account AccountFacts) graph.ID {
	if f.Expected.Business != "" {
		return f.Expected.Business
	}
	if owner := account.Account.Value.Owner; owner != nil {
		return owner.ID
	}
	return ""
}

// customerName is the name of the portfolio that a business token was granted
// by; "" where nothing told it.
func (f Facts) customerName() string {
	customer := f.Me.Value.ClientBusinessID
	if customer == "" {
		return ""
	}
	for _, account := range f.Accounts {
		if owner := account.Account.Value.Owner; owner != nil && owner.ID == customer && owner.Name != "" {
			return string(owner.Name)
		}
	}
	return string(f.Customer.Value.Name)
}

// customer is the customer's name, or the portfolio's id where it is not told.
func (f Facts) customer() string {
	if name := f.customerName(); name != "" {
		return name
	}
	return string(f.Me.Value.ClientBusinessID)
}
