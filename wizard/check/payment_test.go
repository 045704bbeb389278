package check

import (
	"testing"
	"time"

	"latchkey/graph"
)

func TestAccountPayment(t *testing.T) {
	account := func(change func(*graph.WhatsAppAccount)) func(*Facts) {
		return func(f *Facts) { change(&f.Accounts[0].Account.Value) }
	}
	billed := func(country, currency graph.Text) func(*Facts) {
		return account(func(a *graph.WhatsAppAccount) { a.Country, a.Currency = country, currency })
	}
	unfunded := func(a *graph.WhatsAppAccount) { a.Funding = "" }
	testJudge(t, AccountPayment, []outcome{
		{"pays", nil, Pass, "check.account.payment.pays"},
		{"nothing to pay with", account(unfunded), Warn, "check.account.payment.missing"},
		{"nothing, said by a zero", account(func(a *graph.WhatsAppAccount) { a.Funding = "0" }), Warn, "check.account.payment.missing"},
		{"lent by Meta", account(func(a *graph.WhatsAppAccount) { unfunded(a); a.Name = testAccountName }), Pass, "check.account.payment.test"},
		{"only a number lent by Meta", account(func(a *graph.WhatsAppAccount) { unfunded(a); a.Numbers[0].Mode = "SANDBOX" }), Pass, "check.account.payment.test"},
		{"not told", account(func(a *graph.WhatsAppAccount) { unfunded(a); a.LeftOut = []string{"primary_funding_id"} }), Unknown, "check.account.payment.unknown"},
		{"India in rupees", billed("IN", "INR"), Pass, "check.account.payment.pays"},
		{"India in dollars", billed("IN", "USD"), Warn, "check.account.payment.currency_india"},
		{"Brazil in reais", billed("BR", "BRL"), Pass, "check.account.payment.pays"},
		{"Brazil in dollars", billed("BR", "USD"), Warn, "check.account.payment.currency_brazil"},
		{"Brazil, the currency not told", billed("BR", ""), Pass, "check.account.payment.pays"},
		{"without an account", func(f *Facts) { f.Accounts = nil }, Skipped, "skipped.no_account"},
	})

	facts := readyFacts()
	billed("IN", "USD")(&facts)
	if day := accountPayment.row(facts).Date; !day.Equal(time.Date(2027, time.January, 1, 0, 0, 0, 0, time.UTC)) {
		t.Errorf("India's day is %s", day)
	}
}

// One row says why every call is refused; no other is a problem of its own.
func TestOneRowWhereEveryCallIsRefused(t *testing.T) {
	for _, test := range []struct {
		name    string
		err     error
		status  Status
		reason  Reason
		verdict Reason
	}{
		{"address", graphError(5, 0, "(#5) Unauthorized source IP address"), Unknown, "trouble.address_not_allowed", VerdictUnknown},
		{"deactivated", graphError(200, 0, "API access deactivated. To regain access, visit the dashboard"), Fail, "trouble.app_deactivated", VerdictDead},
		{"deleted", graphError(190, 0, "Error validating application. Application has been deleted."), Fail, "trouble.app_deleted", VerdictDead},
		{"blocked", graphError(200, 0, "API access blocked."), Fail, "trouble.api_access_blocked", VerdictDead},
		{"proof", graphError(100, 0, "API calls from the server require an appsecret_proof argument"), Unknown, "trouble.app_secret_proof", VerdictUnknown},
	} {
		t.Run(test.name, func(t *testing.T) {
			facts := readyFacts()
			everyCall(&facts, test.err)
			rows := judgeAll(facts)
			for _, row := range rows {
				switch {
				case row.ID == TokenAlive:
					if row.Status != test.status || row.Reason != test.reason {
						t.Errorf("got %s %s", row.Status, row.Reason)
					}
				case row.Problem():
					t.Errorf("%s says it again: %s", row.ID, row.Reason)
				case row.Status == Skipped && row.ID != AppMatch && row.Reason != SkippedAllRefused:
					t.Errorf("%s is passed over for %s", row.ID, row.Reason)
				}
			}
			if verdict := judgeVerdict(rows); verdict.Reason != test.verdict || verdict.About.Reason != test.reason {
				t.Errorf("the verdict is %s about %s", verdict.Reason, verdict.About.Reason)
			}
			if facts.worthAskingAccounts() {
				t.Error("accounts are asked in vain")
			}
		})
	}
}

// What one call alone is refused says nothing of the others.
func TestOneRefusedCallIsNotAll(t *testing.T) {
	facts := readyFacts()
	facts.Me = failure[graph.Me](graphError(5, 0, ""))
	if row := tokenKind.row(facts); row.Status != Pass {
		t.Errorf("got %s %s", row.Status, row.Reason)
	}
	if !facts.worthAskingAccounts() {
		t.Error("accounts are not asked")
	}
}
