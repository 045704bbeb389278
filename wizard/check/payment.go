package check

import (
	"slices"
	"time"

	"latchkey/graph/site"
)

// Why the account can pay for its messages, or not.
const (
	AccountPaymentPays           Reason = "check.account.payment.pays"
	AccountPaymentTest           Reason = "check.account.payment.test"
	AccountPaymentMissing        Reason = "check.account.payment.missing"
	AccountPaymentCurrencyIndia  Reason = "check.account.payment.currency_india"
	AccountPaymentCurrencyBrazil Reason = "check.account.payment.currency_brazil"
	AccountPaymentUnknown        Reason = "check.account.payment.unknown"
)

// billingRules are the countries whose businesses Meta serves in one currency
// only, from a day on. Source: developers.facebook.com, whatsapp/pricing.
var billingRules = []struct {
	country, currency string
	from              time.Time
	reason            Reason
}{
	{"IN", "INR", time.Date(2027, time.January, 1, 0, 0, 0, 0, time.UTC), AccountPaymentCurrencyIndia},
	{"BR", "BRL", time.Date(2027, time.July, 1, 0, 0, 0, 0, time.UTC), AccountPaymentCurrencyBrazil},
}

// accountPayment asks whether the account can pay: without it no template goes
// out, and since October 2026 no answer either. That a way of paying is there
// says nothing about its balance.
var accountPayment = Check{
	ID: AccountPayment, Group: GroupAccounts, SpokenNumber: 23, Importance: 17,
	Needs: needsAccount,
	Reasons: map[Reason]Declared{
		AccountPaymentPays: passesByTitle, AccountPaymentTest: passes, AccountPaymentMissing: warns,
		AccountPaymentCurrencyIndia: warns, AccountPaymentCurrencyBrazil: warns, AccountPaymentUnknown: leavesOpen,
	},
	stage:   afterAccess,
	page:    site.PagePayment,
	subject: eachAccount,
	each: func(_ Facts, sender sender) Row {
		account := sender.account.Account.Value
		about := func(reason Reason) Row {
			return because(reason).with("Account", string(account.Name)).with("Currency", string(account.Currency)).from(answered())
		}
		switch {
		case sender.lent():
			return about(AccountPaymentTest)
		case slices.Contains(account.LeftOut, "primary_funding_id"):
			return about(AccountPaymentUnknown)
		case account.Funding == "", account.Funding == "0":
			return about(AccountPaymentMissing)
		}
		for _, rule := range billingRules {
			if account.Country.Is(rule.country) && account.Currency != "" && !account.Currency.Is(rule.currency) {
				return about(rule.reason).on(rule.from)
			}
		}
		return about(AccountPaymentPays)
	},
}
