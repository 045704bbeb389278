package check

import (
	"strings"

	"latchkey/graph"
)

func judgeAccountReach(f Facts) Row {
	if row, skip := f.afterAlive(AccountReach); skip {
		return row
	}
	expected := f.Expected.Account
	reached := f.reached()
	switch {
	case len(reached) > 0:
		return row(AccountReach, Pass, "answers").naming("Account", accountNames(reached)).from(answered())
	case expected != "" && f.whatIs(expected) != "":
		return row(AccountReach, Fail, f.whatIs(expected)).with("Expected", string(expected)).
			at(graph.PageWhatsAppAccounts).from(answerOf(f.accountTrouble()))
	case expected != "" && !expected.Plain():
		return row(AccountReach, Fail, "no_id").with("Expected", string(expected)).at(graph.PageWhatsAppAccounts)
	case expected == "" && classOf(f.accountTrouble()) == graph.ClassObject:
		// Graph has named this id itself, so the usual doubts whether it exists
		// and is an account's do not arise.
		return row(AccountReach, Fail, "not_assigned").with("User", string(f.Me.Value.Name)).
			at(graph.PageWhatsAppAccounts).from(answerOf(f.accountTrouble()))
	case len(f.Accounts) > 0:
		return troubleRow(AccountReach, f.accountTrouble())
	}
	return f.judgeNoAccount()
}

// judgeNoAccount says why no account is known to ask about.
func (f Facts) judgeNoAccount() Row {
	refused := f.Assigned.Err
	switch {
	case len(f.accountIDs()) > 0 && f.Me.Err != nil:
		// Accounts are known, and the first round said that asking is of no use.
		result := troubleRow(AccountReach, f.Me.Err)
		result.Status = Unknown
		return result
	case f.Assigned.OK(), f.Portfolio.OK():
		return row(AccountReach, Fail, "none_assigned").at(graph.PageWhatsAppAccounts).from(answered())
	case f.Me.OK() && (noSuchList(refused) || f.kind() == KindUser && conclusive(refused)):
		return row(AccountReach, Unknown, "name_it").at(graph.PageAPISetup).from(answerOf(refused))
	}
	return troubleRow(AccountReach, refused)
}

// noSuchList reports whether Graph says that this user has no list of accounts.
// That is so for people; Meta documents the list for system users, but it has
// not been seen on live Graph.
func noSuchList(err error) bool {
	graphError := graph.AsError(err)
	if graphError == nil {
		return false
	}
	trouble := graphError.Trouble()
	return trouble.Class == graph.ClassObject || trouble.ID == "parameter" || graphError.Code == 2500
}

// accountTrouble is the error that says most about why no account answered: of
// the expected account if there is one, else a refusal before trouble on the
// way.
func (f Facts) accountTrouble() error {
	var trouble error
	for _, account := range f.Accounts {
		err := account.Account.Err
		if err == nil {
			continue
		}
		if account.ID == f.Expected.Account {
			return err
		}
		if trouble == nil || conclusive(err) && !conclusive(trouble) {
			trouble = err
		}
	}
	return trouble
}

func accountNames(accounts []AccountFacts) []string {
	names := make([]string, len(accounts))
	for i, account := range accounts {
		names[i] = string(account.Account.Value.Name)
		if names[i] == "" {
			names[i] = string(account.ID)
		}
	}
	return names
}

func judgeAccountReview(f Facts) Row {
	if row, skip := f.afterAccount(AccountReview); skip {
		return row
	}
	return mostFavourable(f.reached(), func(account AccountFacts) Row {
		return reviewOf(account.Account.Value)
	})
}

// reviewOf judges one account by its review and its status.
func reviewOf(account graph.WhatsAppAccount) Row {
	about := func(status Status, reason string, page graph.Page) Row {
		return row(AccountReview, status, reason).with("Account", string(account.Name)).
			with("Value", strings.TrimSpace(string(account.ReviewStatus+" "+account.Status))).at(page).from(answered())
	}
	says := func(values ...string) bool {
		for _, value := range values {
			if account.Status.Is(value) || account.ReviewStatus.Is(value) {
				return true
			}
		}
		return false
	}
	switch {
	case says("DISABLED", "BANNED", "SUSPENDED", "LOCKED"):
		return about(Fail, "blocked", graph.PageSupport)
	case says("REJECTED"):
		return about(Fail, "rejected", graph.PageSupport)
	case says("RESTRICTED"):
		return about(Fail, "restricted", graph.PageSupport)
	case account.ReviewStatus.Is("PENDING"):
		return about(Warn, "pending", graph.PageWhatsAppAccounts)
	case account.ReviewStatus.Is("APPROVED"):
		return about(Pass, "approved", graph.PageNone)
	case account.ReviewStatus == "":
		return about(Unknown, "untold", graph.PageWhatsAppAccounts)
	}
	return about(Unknown, "other", graph.PageWhatsAppAccounts)
}

func judgeTemplates(f Facts) Row {
	if row, skip := f.afterAccount(TemplatesRead); skip {
		return row
	}
	return mostFavourable(f.reached(), func(account AccountFacts) Row {
		if account.Templates.OK() {
			return row(TemplatesRead, Pass, "read").from(answered())
		}
		return troubleRow(TemplatesRead, account.Templates.Err)
	})
}

func judgeWebhook(f Facts) Row {
	if row, skip := f.afterAccount(WebhookSubscribed); skip {
		return row
	}
	return mostFavourable(f.reached(), func(account AccountFacts) Row {
		switch {
		case !account.Apps.OK():
			return unknownRow(WebhookSubscribed, account.Apps.Err)
		case len(account.Apps.Value) == 0:
			return row(WebhookSubscribed, Warn, "nobody").with("Account", string(account.Account.Value.Name)).
				at(graph.PageAPISetup).from(answered())
		}
		return row(WebhookSubscribed, Pass, "listens").with("App", string(account.Apps.Value[0].Data.Name)).from(answered())
	})
}
