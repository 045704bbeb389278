package check

import (
	"slices"
	"strings"

	"latchkey/graph/site"
)

// Why the account is approved, or not.
const (
	AccountReviewApproved     Reason = "check.waba.review.approved"
	AccountReviewBlocked      Reason = "check.waba.review.blocked"
	AccountReviewRejected     Reason = "check.waba.review.rejected"
	AccountReviewRestricted   Reason = "check.waba.review.restricted"
	AccountReviewLimitReached Reason = "check.waba.review.limit_reached"
	AccountReviewPending      Reason = "check.waba.review.pending"
	AccountReviewOther        Reason = "check.waba.review.other"
	AccountReviewUnknown      Reason = "check.waba.review.unknown"
)

// accountReview judges by the account's review and its status.
var accountReview = Check{
	ID: AccountReview, Group: GroupAccounts, SpokenNumber: 12, Importance: 10,
	Needs: needsAccount,
	Reasons: map[Reason]Declared{
		AccountReviewApproved: passesByTitle,
		AccountReviewBlocked:  failsOrWarns, AccountReviewRejected: failsOrWarns, AccountReviewRestricted: failsOrWarns,
		AccountReviewLimitReached: warns, AccountReviewPending: warns,
		AccountReviewOther: leavesOpen, AccountReviewUnknown: leavesOpen,
	},
	stage:   afterAccess,
	page:    site.PageWhatsAppAccounts,
	subject: eachAccount,
	weighs:  true,
	each: func(_ Facts, sender sender) Row {
		account := sender.account.Account.Value
		about := func(reason Reason) Row {
			return because(reason).with("Account", string(account.Name)).
				with("Value", strings.TrimSpace(string(account.ReviewStatus+" "+account.Status))).from(answered())
		}
		says := func(values ...string) bool {
			return slices.ContainsFunc(values, func(value string) bool { return account.Status.Is(value) || account.ReviewStatus.Is(value) })
		}
		switch {
		case says("DISABLED", "BANNED", "SUSPENDED", "LOCKED"):
			return about(AccountReviewBlocked).at(site.PageSupport)
		case says("REJECTED"):
			return about(AccountReviewRejected).at(site.PageSupport)
		case says("RESTRICTED"):
			return about(AccountReviewRestricted).at(site.PageSupport)
		case says("LIMIT_REACHED"):
			return about(AccountReviewLimitReached)
		case account.ReviewStatus.Is("PENDING"):
			return about(AccountReviewPending)
		case account.ReviewStatus.Is("APPROVED"):
			return about(AccountReviewApproved)
		case account.ReviewStatus == "":
			return about(AccountReviewUnknown)
		}
		return about(AccountReviewOther)
	},
}

// TemplatesReadRead says that the account's templates were read.
const TemplatesReadRead Reason = "check.templates.read.read"

var templatesRead = Check{
	ID: TemplatesRead, Group: GroupAccounts, SpokenNumber: 19, Importance: 16, Decides: true,
	Needs:    needsAccount,
	Reasons:  map[Reason]Declared{TemplatesReadRead: passesByTitle},
	Troubles: []Status{Fail, Warn, Unknown},
	stage:    afterAccess,
	subject:  eachAccount,
	weighs:   true,
	each: func(_ Facts, sender sender) Row {
		if templates := sender.account.Templates; !templates.OK() {
			return troubleRow(templates.Err)
		}
		return because(TemplatesReadRead).from(answered())
	},
}
