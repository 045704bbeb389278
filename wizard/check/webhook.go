package check

import (
	"cmp"

	"latchkey/graph"
	"latchkey/graph/site"
)

// Why somebody hears of incoming messages, or nobody.
const (
	WebhookSubscribedListens    Reason = "check.webhook.subscribed.listens"
	WebhookSubscribedNobody     Reason = "check.webhook.subscribed.nobody"
	WebhookSubscribedMetaOnly   Reason = "check.webhook.subscribed.meta_only"
	WebhookSubscribedOther      Reason = "check.webhook.subscribed.other_app"
	WebhookSubscribedAppUnknown Reason = "check.webhook.subscribed.app_unknown"
)

// metaApp is Meta's own "WA DevX Webhook Events 1P App", which shows test events
// on Meta's page and hands nothing on.
const metaApp graph.ID = "2202427980234937"

// webhookSubscribed asks whether the token's own app hears of incoming messages:
// another one hands nothing to the software that uses this token.
var webhookSubscribed = Check{
	ID: WebhookSubscribed, Group: GroupWebhooks, SpokenNumber: 21, Importance: 21,
	Needs: needsAccount,
	Reasons: map[Reason]Declared{
		WebhookSubscribedListens: passes, WebhookSubscribedNobody: warns, WebhookSubscribedMetaOnly: warns,
		WebhookSubscribedOther: warns, WebhookSubscribedAppUnknown: leavesOpen,
	},
	Troubles: []Status{Unknown},
	stage:    afterAccess,
	page:     site.PageAPISetup,
	subject:  eachAccount,
	each: func(f Facts, sender sender) Row {
		account := sender.account
		if !account.Apps.OK() {
			return unknownRow(account.Apps.Err)
		}
		own := f.ownApp(account.Account.Value.Health)
		var others []string
		for _, app := range account.Apps.Value {
			switch name := appName(app); {
			case own != "" && app.Data.ID == own:
				return because(WebhookSubscribedListens).with("App", name).from(answered())
			case app.Data.ID != metaApp:
				others = append(others, name)
			}
		}
		reason := WebhookSubscribedOther
		switch {
		case len(account.Apps.Value) == 0:
			reason = WebhookSubscribedNobody
		case len(others) == 0:
			reason = WebhookSubscribedMetaOnly
		case own == "":
			reason = WebhookSubscribedAppUnknown
		}
		row := because(reason).with("Account", string(account.Account.Value.Name)).
			with("Own", string(f.Inspection.Value.Application)).naming("App", others).from(answered())
		if reason == WebhookSubscribedAppUnknown {
			return row
		}
		return row.offering(RepairSubscribe, sender)
	},
}

func appName(app graph.SubscribedApp) string {
	if app.Data.Name != "" {
		return string(app.Data.Name)
	}
	return string(app.Data.ID)
}

// ownApp is the app that the token was made with: see OwnApp.
func (f Facts) ownApp(health *graph.HealthStatus) graph.ID {
	return cmp.Or(OwnApp(f.Inspection.Value, health), f.Expected.App)
}

// OwnApp is the app that a token was made with: by what Graph tells of the token,
// or else by the app that it counts among what sends for an account. "" where
// neither is told.
func OwnApp(inspection graph.Inspection, health *graph.HealthStatus) graph.ID {
	if inspection.AppID == "" && health != nil {
		for _, entity := range health.Entities {
			if entity.Type.Is("APP") && entity.ID != "" {
				return entity.ID
			}
		}
	}
	return inspection.AppID
}
