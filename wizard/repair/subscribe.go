package repair

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"latchkey/graph"
	"latchkey/graph/trouble"
	"latchkey/wizard/check"
)

// Subscription is who listens to an account's messages, and whether the token's own
// app does.
type Subscription struct {
	Account graph.ID
	Name    string   // of the account
	App     graph.ID // the token's own; "" where Graph does not tell it
	AppName string
	Apps    []graph.ID // all that listen
	Others  []string   // the names of those that are not the token's own
	Listens bool
}

// Subscription looks who listens to an account. Errors are *trouble.Error and
// *graph.NetworkError, and graph.ErrNotAnID.
func (r *Repairer) Subscription(ctx context.Context, account graph.ID) (Subscription, error) {
	inspection, err := r.client.InspectToken(ctx)
	// A refusal says nothing of the token: see graph.InspectToken.
	if err != nil && trouble.AsError(err) == nil {
		return Subscription{}, lookError{fmt.Errorf("asking for the token's app: %w", err)}
	}
	known, err := r.client.WhatsAppAccount(ctx, account)
	if err != nil {
		return Subscription{}, lookError{fmt.Errorf("reading the account: %w", err)}
	}
	apps, err := r.client.SubscribedApps(ctx, account)
	if err != nil {
		return Subscription{}, lookError{fmt.Errorf("asking who listens: %w", err)}
	}
	return judgeSubscription(inspection, known, apps), nil
}

func judgeSubscription(inspection graph.Inspection, account graph.WhatsAppAccount, apps []graph.SubscribedApp) Subscription {
	found := Subscription{
		Account: account.ID, Name: string(account.Name),
		App: check.OwnApp(inspection, account.Health), AppName: string(inspection.Application),
	}
	for _, app := range apps {
		found.Apps = append(found.Apps, app.Data.ID)
		name := cmp.Or(string(app.Data.Name), string(app.Data.ID))
		if found.App != "" && app.Data.ID == found.App {
			found.Listens, found.AppName = true, cmp.Or(found.AppName, name)
			continue
		}
		found.Others = append(found.Others, name)
	}
	return found
}

// Subscribe has the token's own app listen to the account. Others that listen go on
// doing so.
func (r *Repairer) Subscribe(ctx context.Context, before Subscription) (Subscription, Outcome, error) {
	return r.listening(ctx, before, true)
}

// Unsubscribe ends that.
func (r *Repairer) Unsubscribe(ctx context.Context, before Subscription) (Subscription, Outcome, error) {
	return r.listening(ctx, before, false)
}

func (r *Repairer) listening(ctx context.Context, before Subscription, wanted bool) (Subscription, Outcome, error) {
	change := r.client.Unsubscribe
	if wanted {
		change = r.client.Subscribe
	}
	acted := change(ctx, before.Account)
	apps, looked := r.client.SubscribedApps(ctx, before.Account)
	after := judgeSubscription(
		graph.Inspection{AppID: before.App, Application: graph.Text(before.AppName)},
		graph.WhatsAppAccount{ID: before.Account, Name: graph.Text(before.Name)}, apps)
	outcome, err := outcomeOf(acted, looked, changedTo(before, after, wanted))
	if looked != nil {
		after = before
	}
	return after, outcome, err
}

// changedTo reports whether what was wanted is seen. Where nobody told which app the
// token's own is, it is the one that has come or gone.
func changedTo(before, after Subscription, wanted bool) bool {
	if before.App != "" {
		return after.Listens == wanted
	}
	one, other := before.Apps, after.Apps
	if !wanted {
		one, other = other, one
	}
	return slices.ContainsFunc(other, func(app graph.ID) bool { return !slices.Contains(one, app) })
}
