package check

import (
	"slices"
	"strings"

	"latchkey/graph/site"
	"latchkey/graph/trouble"
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
			at(site.PageWhatsAppAccounts).from(answerOf(f.accountTrouble()))
	case expected != "" && !expected.Plain():
		return row(AccountReach, Fail, "no_id").with("Expected", string(expected)).at(site.PageWhatsAppAccounts)
	case expected == "" && troubleOf(f.accountTrouble()) == trouble.ObjectNotVisible:
		// Graph has named this id itself, so the usual doubts whether it exists
		// and is an account's do not arise.
		return row(AccountReach, Fail, "not_assigned").with("User", string(f.Me.Value.Name)).
			at(site.PageWhatsAppAccounts).from(answerOf(f.accountTrouble()))
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
		if cause := f.unansweredList(); cause != nil {
			return unknownRow(AccountReach, cause)
		}
		return row(AccountReach, Fail, "none_assigned").with("User", string(f.Me.Value.Name)).at(site.PageWhatsAppAccounts).from(answered())
	case f.Me.OK() && (noSuchList(refused) || f.mayManage() && conclusive(refused)):
		return row(AccountReach, Unknown, "name_it").at(site.PageAPISetup).from(answerOf(refused))
	}
	return troubleRow(AccountReach, refused)
}

// mayManage reports whether nothing but the list itself was refused: the token is
// a person's, who has none, or the permission that the list needs was granted.
func (f Facts) mayManage() bool {
	granted, _ := f.scopes()
	return f.kind() == KindUser || slices.Contains(granted, ScopeManagement)
}

// unansweredList is why one of the lists that may hold an account did not come:
// trouble on the way, or a limit. A list that was refused holds none.
func (f Facts) unansweredList() error {
	for _, err := range []error{f.Me.Err, f.Assigned.Err, f.Portfolio.Err} {
		if err == nil {
			continue
		}
		switch classOf(err) {
		case "", trouble.ClassLimit, trouble.ClassOutage:
			return err
		}
	}
	return nil
}

// noSuchList reports whether Graph says that this user has no list of accounts.
// That is so for people. Meta documents the list for system users, but it has
// not been seen on live Graph.
func noSuchList(err error) bool {
	graphError := trouble.AsError(err)
	if graphError == nil {
		return false
	}
	cause := graphError.Trouble()
	return cause.Class == trouble.ClassObject || cause == trouble.Parameter || graphError.Code == 2500
}

// accountTrouble is why no account answered: that of the expected account if
// there is one, else trouble on the way before a refusal, since the account that
// was not reached may be the one that works.
func (f Facts) accountTrouble() error {
	var cause error
	for _, account := range f.Accounts {
		err := account.Account.Err
		if err == nil {
			continue
		}
		if account.ID == f.Expected.Account {
			return err
		}
		if cause == nil || conclusive(cause) && !conclusive(err) {
			cause = err
		}
	}
	return cause
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
	return f.judgeAccounts(AccountReview, reviewOf)
}

// reviewOf judges one account by its review and its status.
func reviewOf(sender sender) Row {
	account := sender.account.Account.Value
	about := func(status Status, reason string, page site.Page) Row {
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
		return about(Fail, "blocked", site.PageSupport)
	case says("REJECTED"):
		return about(Fail, "rejected", site.PageSupport)
	case says("RESTRICTED"):
		return about(Fail, "restricted", site.PageSupport)
	case says("LIMIT_REACHED"):
		return about(Warn, "limit_reached", site.PageWhatsAppAccounts)
	case account.ReviewStatus.Is("PENDING"):
		return about(Warn, "pending", site.PageWhatsAppAccounts)
	case account.ReviewStatus.Is("APPROVED"):
		return about(Pass, "approved", site.PageNone)
	case account.ReviewStatus == "":
		return about(Unknown, "unknown", site.PageWhatsAppAccounts)
	}
	return about(Unknown, "other", site.PageWhatsAppAccounts)
}

func judgeTemplates(f Facts) Row {
	return f.judgeAccounts(TemplatesRead, templatesOf)
}

func templatesOf(sender sender) Row {
	if templates := sender.account.Templates; !templates.OK() {
		return troubleRow(TemplatesRead, templates.Err)
	}
	return row(TemplatesRead, Pass, "read").from(answered())
}

func judgeWebhook(f Facts) Row {
	return f.judgeAccounts(WebhookSubscribed, func(sender sender) Row {
		account := sender.account
		switch {
		case !account.Apps.OK():
			return unknownRow(WebhookSubscribed, account.Apps.Err)
		case len(account.Apps.Value) == 0:
			return row(WebhookSubscribed, Warn, "nobody").with("Account", string(account.Account.Value.Name)).
				at(site.PageAPISetup).from(answered())
		}
		return row(WebhookSubscribed, Pass, "listens").with("App", string(account.Apps.Value[0].Data.Name)).from(answered())
	})
}
