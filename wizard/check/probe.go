package check

import (
	"context"
	"slices"
	"sync"

	"golang.org/x/sync/errgroup"

	"latchkey/graph"
	"latchkey/graph/trouble"
)

const (
	// atOnce bounds the calls under way together.
	atOnce = 8
	// fullAccounts bounds how many accounts are looked at in full: each costs
	// four calls of an hourly allowance of 200.
	fullAccounts = 25
)

// ask makes one call and notes what came of it.
func ask[T any](group *errgroup.Group, into *Answer[T], call func() (T, error)) {
	group.Go(func() error {
		value, err := call()
		*into = Answer[T]{Asked: true, Value: value, Err: err}
		return nil
	})
}

func newGroup() *errgroup.Group {
	group := &errgroup.Group{}
	group.SetLimit(atOnce)
	return group
}

// probeIdentity makes the first round of calls: whose token it is, what Graph
// tells of it, and which accounts are assigned. An account that is expected, as a saved
// token's is, need not be found first: what is asked about it comes along, and is nil where
// none is. A check of a saved token so takes one round.
func probeIdentity(ctx context.Context, client *graph.Client, facts *Facts) (expected *AccountFacts) {
	group := newGroup()
	if id := facts.Expected.Account; facts.askable(id) {
		expected = &AccountFacts{ID: id}
		askAccount(ctx, group, client, expected)
	}
	ask(group, &facts.Inspection, func() (graph.Inspection, error) { return client.InspectToken(ctx) })
	ask(group, &facts.Me, func() (graph.Me, error) { return client.MeWithCustomer(ctx) })
	ask(group, &facts.Permissions, func() ([]graph.Permission, error) { return client.Permissions(ctx) })
	ask(group, &facts.Assigned, func() ([]graph.AccountRef, error) { return client.AssignedAccounts(ctx, "me") })
	_ = group.Wait()
	facts.Connection = client.Connection()
	return expected
}

// askAccount asks about an account, its numbers, templates and webhooks.
func askAccount(ctx context.Context, group *errgroup.Group, client *graph.Client, account *AccountFacts) {
	ask(group, &account.Account, func() (graph.WhatsAppAccount, error) { return client.WhatsAppAccount(ctx, account.ID) })
	ask(group, &account.Templates, func() ([]graph.Template, error) { return client.FirstTemplate(ctx, account.ID) })
	ask(group, &account.Apps, func() ([]graph.SubscribedApp, error) { return client.SubscribedApps(ctx, account.ID) })
}

// probeAccounts makes the second round: every account that the token may
// reach, with its numbers, templates and webhooks, and what the user may do
// there where the portfolio to ask about is known by now. What a person is called
// is asked here too, so that it takes no round of its own. expected was asked about in the first
// round; nil for none.
func probeAccounts(ctx context.Context, client *graph.Client, facts *Facts, expected *AccountFacts) {
	ids := facts.accountIDs()
	if len(ids) == 0 {
		probeElsewhere(ctx, client, facts)
		ids = facts.accountIDs()
	}
	if len(ids) > fullAccounts {
		facts.Unlisted = len(ids) - fullAccounts
		ids = ids[:fullAccounts]
	}
	facts.Accounts = make([]AccountFacts, len(ids))
	business := facts.onlyBusiness()
	group := newGroup()
	if graph.IsPersons(facts.Me.Err) {
		ask(group, &facts.Me, func() (graph.Me, error) { return client.MeByName(ctx) })
	}
	for i, id := range ids {
		account := &facts.Accounts[i]
		if expected != nil && expected.ID == id {
			*account = *expected
		} else {
			account.ID = id
			askAccount(ctx, group, client, account)
		}
		if business != "" {
			ask(group, &account.Users, func() ([]graph.AssignedUser, error) { return client.AssignedUsers(ctx, id, business) })
		}
	}
	_ = group.Wait()
}

// askable reports whether an id may stand in an address: a hostile answer could
// name another path in its place, or the token.
func (f Facts) askable(id graph.ID) bool {
	return id.Plain() && !graph.HoldsSecret(string(id), f.Paste.Token)
}

// accountIDs lists the accounts to ask about, the expected one first. Target
// ids bind: where a permission names its assets, no others can be reached.
func (f Facts) accountIDs() []graph.ID {
	var ids []graph.ID
	add := func(id graph.ID) {
		if f.askable(id) && !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	add(f.Expected.Account)
	named := false
	if f.Inspection.OK() {
		for _, granular := range f.Inspection.Value.GranularScopes {
			if !isAccountScope(granular.Scope) {
				continue
			}
			for _, id := range granular.TargetIDs {
				named = true
				add(id)
			}
		}
	}
	if named {
		return ids
	}
	for _, list := range []Answer[[]graph.AccountRef]{f.Assigned, f.Portfolio} {
		for _, account := range list.Value {
			add(account.ID)
		}
	}
	return ids
}

// isAccountScope reports whether a permission's target ids are WhatsApp
// accounts.
func isAccountScope(scope graph.Text) bool {
	return slices.ContainsFunc([]string{ScopeMessaging, ScopeManagement, "whatsapp_business_manage_events"}, scope.Is)
}

// probeElsewhere looks for accounts where the first round named none: by the
// user's id in place of "me", and in the portfolios where business_management
// allows it.
func probeElsewhere(ctx context.Context, client *graph.Client, facts *Facts) {
	group := newGroup()
	user, businesses := facts.userID(), facts.businesses()
	refused := classOf(facts.Assigned.Err) != "" && classOf(facts.Assigned.Err) != trouble.ClassLimit
	if refused && facts.askable(user) {
		ask(group, &facts.Assigned, func() ([]graph.AccountRef, error) { return client.AssignedAccounts(ctx, user) })
	}
	if len(businesses) > 0 {
		ask(group, &facts.Portfolio, func() ([]graph.AccountRef, error) { return portfolioAccounts(ctx, client, businesses) })
	}
	_ = group.Wait()
}

func (f Facts) userID() graph.ID {
	if f.Me.OK() && f.Me.Value.ID != "" {
		return f.Me.Value.ID
	}
	return f.Inspection.Value.UserID
}

// businesses are the portfolios known by now: the expected one, the customer's
// of a business token, and those that business_management was granted on.
func (f Facts) businesses() []graph.ID {
	var businesses []graph.ID
	candidates := []graph.ID{f.Expected.Business, f.Me.Value.ClientBusinessID}
	targets, _ := f.Inspection.Value.Targets(ScopeBusiness)
	for _, id := range append(candidates, targets...) {
		if f.askable(id) && !slices.Contains(businesses, id) {
			businesses = append(businesses, id)
		}
	}
	return businesses
}

// portfolioAccounts lists accounts owned by or shared with the portfolios. The
// error is one of those met, and stands only when no account was found.
func portfolioAccounts(ctx context.Context, client *graph.Client, businesses []graph.ID) ([]graph.AccountRef, error) {
	var mutex sync.Mutex
	var accounts []graph.AccountRef
	var cause error
	group := newGroup()
	for _, business := range businesses {
		for _, list := range []func(context.Context, graph.ID) ([]graph.AccountRef, error){client.OwnedAccounts, client.ClientAccounts} {
			group.Go(func() error {
				found, err := list(ctx, business)
				mutex.Lock()
				defer mutex.Unlock()
				accounts = append(accounts, found...)
				if err != nil {
					cause = err
				}
				return nil
			})
		}
	}
	_ = group.Wait()
	if len(accounts) > 0 {
		cause = nil
	}
	return accounts, cause
}
