package check

import (
	"testing"

	"latchkey/graph"
)

func accountFails(err error) func(*Facts) {
	return func(f *Facts) {
		f.Accounts[0].Account = failure[graph.WhatsAppAccount](err)
		f.Accounts[0].Templates, f.Accounts[0].Apps = failure[[]graph.Template](err), failure[[]graph.SubscribedApp](err)
	}
}

func noAccounts(assigned Answer[[]graph.AccountRef]) func(*Facts) {
	return func(f *Facts) { f.Accounts, f.Assigned = nil, assigned }
}

func TestAccountReach(t *testing.T) {
	hidden := graphError(100, 33, "")
	expect := func(id graph.ID) func(*Facts) {
		return func(f *Facts) {
			f.Expected.Account = id
			if id.Plain() && id != "500" {
				f.Accounts = append(f.Accounts, AccountFacts{ID: id, Account: failure[graph.WhatsAppAccount](hidden)})
			}
		}
	}
	testJudge(t, AccountReach, []outcome{
		{"answers", nil, Pass, "check.waba.reach.answers"},
		{"the expected one answers", expect("500"), Pass, "check.waba.reach.answers"},
		{"the expected one does not", expect("501"), Fail, "trouble.object_not_visible"},
		{"the app's id", expect("700"), Fail, "check.waba.reach.is_app"},
		{"the user's id", expect("900"), Fail, "check.waba.reach.is_user"},
		{"the portfolio's id", expect("400"), Fail, "check.waba.reach.is_business"},
		{"a phone number ID", expect("600"), Fail, "check.waba.reach.is_phone"},
		{"a phone number", expect("+49 30 901820"), Fail, "check.waba.reach.is_number"},
		{"no id", expect("corner/bakery"), Fail, "check.waba.reach.no_id"},
		{"one of two is enough", func(f *Facts) {
			f.Accounts = append(f.Accounts, AccountFacts{ID: "501", Account: failure[graph.WhatsAppAccount](hidden)})
		}, Pass, "check.waba.reach.answers"},
		{"hidden, though Graph named it", accountFails(hidden), Fail, "check.waba.reach.not_assigned"},
		{"no access", accountFails(graphError(200, 0, "")), Fail, "trouble.no_access_to_account"},
		{"limited", accountFails(graphError(80008, 0, "")), Unknown, "trouble.too_many_account_calls"},
		{"cut", accountFails(onTheWay(graph.NetworkCut)), Unknown, "network.cut"},
		{"unheard-of code", accountFails(graphError(987654, 0, "")), Unknown, "trouble.unknown"},
		{"one refused, the other not reached", func(f *Facts) {
			accountFails(hidden)(f)
			f.Accounts = append(f.Accounts, AccountFacts{ID: "501", Account: failure[graph.WhatsAppAccount](onTheWay(graph.NetworkCut))})
		}, Unknown, "network.cut"},
		{"none assigned, the portfolio unreached", func(f *Facts) {
			noAccounts(answer([]graph.AccountRef{}))(f)
			f.Portfolio = failure[[]graph.AccountRef](onTheWay(graph.NetworkTimeout))
		}, Unknown, "network.timeout"},
		{"none in the portfolio, the assigned ones limited", func(f *Facts) {
			noAccounts(failure[[]graph.AccountRef](graphError(4, 0, "")))(f)
			f.Portfolio = answer([]graph.AccountRef{})
		}, Unknown, "trouble.too_many_calls"},
		{"none assigned, the portfolio limited by what was asked before", func(f *Facts) {
			noAccounts(answer([]graph.AccountRef{}))(f)
			f.Me = failure[graph.Me](graphError(4, 0, ""))
		}, Unknown, "trouble.too_many_calls"},
		{"none assigned, the portfolio refused", func(f *Facts) {
			noAccounts(answer([]graph.AccountRef{}))(f)
			f.Portfolio = failure[[]graph.AccountRef](graphError(200, 0, ""))
		}, Fail, "check.waba.reach.none_assigned"},
		{"none assigned", noAccounts(answer([]graph.AccountRef{})), Fail, "check.waba.reach.none_assigned"},
		{"the list is not offered", noAccounts(failure[[]graph.AccountRef](hidden)), Unknown, "check.waba.reach.name_it"},
		{"the list is refused, and all rights are there", noAccounts(failure[[]graph.AccountRef](graphError(10, 0, ""))), Unknown, "check.waba.reach.name_it"},
		{"the list is refused, and the right to it is not there", func(f *Facts) {
			noAccounts(failure[[]graph.AccountRef](graphError(10, 0, "")))(f)
			scopes(ScopeMessaging)(f)
		}, Fail, "trouble.app_not_assigned"},
		{"the list is refused to a person", func(f *Facts) {
			noAccounts(failure[[]graph.AccountRef](graphError(10, 0, "")))(f)
			f.Inspection.Value.Type = "USER"
		}, Unknown, "check.waba.reach.name_it"},
		{"the list is cut", noAccounts(failure[[]graph.AccountRef](onTheWay(graph.NetworkCut))), Unknown, "network.cut"},
		{"every call says no right", func(f *Facts) { everyCall(f, graphError(200, 0, "")) }, Fail, "trouble.no_access_to_account"},
		{"not reached", func(f *Facts) { unreached(f, graph.NetworkNoDNS) }, Skipped, "skipped.not_reached"},
		{"dead", func(f *Facts) { refused(f, 190, 463) }, Skipped, "skipped.token_dead"},
	})
}

func TestAccountReview(t *testing.T) {
	review := func(review, status graph.Text) func(*Facts) {
		return func(f *Facts) {
			f.Accounts[0].Account.Value.ReviewStatus, f.Accounts[0].Account.Value.Status = review, status
		}
	}
	testJudge(t, AccountReview, []outcome{
		{"approved", nil, Pass, "check.waba.review.approved"},
		{"in small letters", review("approved", "active"), Pass, "check.waba.review.approved"},
		{"pending", review("PENDING", ""), Warn, "check.waba.review.pending"},
		{"a limit is reached", review("LIMIT_REACHED", ""), Warn, "check.waba.review.limit_reached"},
		{"rejected", review("REJECTED", ""), Fail, "check.waba.review.rejected"},
		{"restricted", review("APPROVED", "RESTRICTED"), Fail, "check.waba.review.restricted"},
		{"disabled", review("APPROVED", "DISABLED"), Fail, "check.waba.review.blocked"},
		{"banned by review", review("banned", ""), Fail, "check.waba.review.blocked"},
		{"unknown", review("", "ACTIVE"), Unknown, "check.waba.review.unknown"},
		{"unheard of", review("DREAMING", ""), Unknown, "check.waba.review.other"},
		{"no account", accountFails(graphError(100, 33, "")), Skipped, "skipped.no_account"},
	})
}

func TestTemplatesRead(t *testing.T) {
	testJudge(t, TemplatesRead, []outcome{
		{"read", nil, Pass, "check.templates.read.read"},
		{"none is fine too", func(f *Facts) { f.Accounts[0].Templates.Value = nil }, Pass, "check.templates.read.read"},
		{"refused", func(f *Facts) { f.Accounts[0].Templates = failure[[]graph.Template](graphError(200, 0, "")) }, Fail, "trouble.no_access_to_account"},
		{"cut", func(f *Facts) { f.Accounts[0].Templates = failure[[]graph.Template](onTheWay(graph.NetworkCut)) }, Unknown, "network.cut"},
		{"refused on one of two", func(f *Facts) {
			second := readyAccount("501")
			second.Templates = failure[[]graph.Template](graphError(200, 0, ""))
			f.Accounts = append(f.Accounts, second)
		}, Warn, "trouble.no_access_to_account"},
	})
}

func listening(apps ...graph.ID) func(*Facts) {
	return func(f *Facts) {
		f.Accounts[0].Apps.Value = nil
		for _, id := range apps {
			f.Accounts[0].Apps.Value = append(f.Accounts[0].Apps.Value, subscribed(id, ""))
		}
	}
}

func TestWebhookSubscribed(t *testing.T) {
	testJudge(t, WebhookSubscribed, []outcome{
		{"listens", nil, Pass, "check.webhook.subscribed.listens"},
		{"listens beside another", listening("700", "701"), Pass, "check.webhook.subscribed.listens"},
		{"Meta's own alone", listening("2202427980234937"), Warn, "check.webhook.subscribed.meta_only"},
		{"another app", listening("701"), Warn, "check.webhook.subscribed.other_app"},
		{"another app beside Meta's own", listening("2202427980234937", "701"), Warn, "check.webhook.subscribed.other_app"},
		{"an app, the token's own not known", func(f *Facts) {
			listening("701")(f)
			f.Inspection = failure[graph.Inspection](graphError(100, 0, ""))
		}, Unknown, "check.webhook.subscribed.app_unknown"},
		{"the token's own app is named by health", func(f *Facts) {
			f.Inspection = failure[graph.Inspection](graphError(100, 0, ""))
			f.Accounts[0].Account.Value.Health = &graph.HealthStatus{Entities: []graph.HealthEntity{{Type: "APP", ID: "700", CanSend: "AVAILABLE"}}}
		}, Pass, "check.webhook.subscribed.listens"},
		{"nobody", func(f *Facts) { f.Accounts[0].Apps.Value = nil }, Warn, "check.webhook.subscribed.nobody"},
		{"never fails", func(f *Facts) { f.Accounts[0].Apps = failure[[]graph.SubscribedApp](graphError(200, 0, "")) }, Unknown, "trouble.no_access_to_account"},
	})
}
