package check

import (
	"slices"

	"latchkey/graph/site"
	"latchkey/graph/trouble"
)

// Why a WhatsApp account is reached, or not.
const (
	AccountReachAnswers      Reason = "check.waba.reach.answers"
	AccountReachIsApp        Reason = "check.waba.reach.is_app"
	AccountReachIsUser       Reason = "check.waba.reach.is_user"
	AccountReachIsBusiness   Reason = "check.waba.reach.is_business"
	AccountReachIsPhone      Reason = "check.waba.reach.is_phone"
	AccountReachIsNumber     Reason = "check.waba.reach.is_number"
	AccountReachNoID         Reason = "check.waba.reach.no_id"
	AccountReachNotAssigned  Reason = "check.waba.reach.not_assigned"
	AccountReachNoneAssigned Reason = "check.waba.reach.none_assigned"
	AccountReachNameIt       Reason = "check.waba.reach.name_it"
)

var accountReach = Check{
	ID: AccountReach, Group: GroupAccounts, SpokenNumber: 11, Importance: 8, Decides: true, Essential: true,
	Needs: needsLivingToken,
	Reasons: map[Reason]Declared{
		AccountReachAnswers: passes, AccountReachIsApp: fails, AccountReachIsUser: fails, AccountReachIsBusiness: fails, AccountReachIsPhone: fails,
		AccountReachIsNumber: fails, AccountReachNoID: fails, AccountReachNotAssigned: fails, AccountReachNoneAssigned: fails,
		AccountReachNameIt: leavesOpen,
	},
	Troubles: []Status{Fail, Unknown},
	stage:    afterAccounts,
	judge: func(f Facts) Row {
		expected := f.Expected.Account
		reached := f.reached()
		instead := notAnAccount[f.whatIs(expected)]
		switch {
		case len(reached) > 0:
			return because(AccountReachAnswers).naming("Account", accountNames(reached)).from(answered())
		case expected != "" && instead != "":
			return because(instead).with("Expected", string(expected)).
				at(site.PageWhatsAppAccounts).from(answerOf(f.accountTrouble()))
		case expected != "" && !expected.Plain():
			return because(AccountReachNoID).with("Expected", string(expected)).at(site.PageWhatsAppAccounts)
		case expected == "" && troubleOf(f.accountTrouble()) == trouble.ObjectNotVisible:
			// Graph has named this id itself, so the usual doubts whether it exists
			// and is an account's do not arise.
			return because(AccountReachNotAssigned).with("User", string(f.Me.Value.Name)).
				at(site.PageWhatsAppAccounts).from(answerOf(f.accountTrouble()))
		case len(f.Accounts) > 0:
			return troubleRow(f.accountTrouble())
		}
		return f.judgeNoAccount()
	},
}

// notAnAccount says what the expected account's id is instead.
var notAnAccount = map[mistaken]Reason{
	isApp: AccountReachIsApp, isUser: AccountReachIsUser, isBusiness: AccountReachIsBusiness, isPhone: AccountReachIsPhone, isNumber: AccountReachIsNumber,
}

// judgeNoAccount says why no account is known to ask about.
func (f Facts) judgeNoAccount() Row {
	refused := f.Assigned.Err
	switch {
	case len(f.accountIDs()) > 0 && f.Me.Err != nil:
		// Accounts are known, and the first round said that asking is of no use.
		return unknownRow(f.Me.Err)
	case f.Assigned.OK(), f.Portfolio.OK():
		if cause := f.unansweredList(); cause != nil {
			return unknownRow(cause)
		}
		return because(AccountReachNoneAssigned).with("User", string(f.Me.Value.Name)).at(site.PageWhatsAppAccounts).from(answered())
	case f.Me.OK() && (noSuchList(refused) || f.mayManage() && conclusive(refused)):
		return because(AccountReachNameIt).at(site.PageAPISetup).from(answerOf(refused))
	}
	return troubleRow(refused)
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
