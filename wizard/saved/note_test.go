package saved_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"latchkey/graph"
	"latchkey/wizard/check"
	"latchkey/wizard/saved"
	"latchkey/wizard/vault"
)

var noon = time.Date(2026, 9, 14, 12, 0, 0, 0, time.UTC)

// whole is the report of a check that was told everything.
func whole() check.Report {
	return check.Report{
		CheckedAt: noon, Verdict: check.Verdict{Status: check.Ready},
		Token: check.TokenFacts{
			Kind: check.KindBusinessIntegration, AppID: "700", AppName: "Oven", UserID: "800", UserName: "Ovenbot",
			ClientBusinessID: "900", IssuedAt: noon.Add(-time.Hour), ExpiresAt: noon.Add(time.Hour), DataAccessExpiresAt: noon.Add(2 * time.Hour),
		},
		Permissions: check.Permissions{Granted: []string{check.ScopeMessaging}},
		Accounts: []graph.WhatsAppAccount{{ID: "500", Name: "Corner Bakery", Numbers: []graph.PhoneNumber{
			{ID: "600", Display: "+49 30 901820", VerifiedName: "Bakery"},
		}}},
	}
}

// noted is the entry after that check.
func noted() vault.Entry {
	return vault.Entry{
		Name: "Bakery", AccountID: "500", LastCheckedAt: noon, Verdict: "ready", Kind: "business_integration",
		AppID: "700", AppName: "Oven", UserID: "800", UserName: "Ovenbot", ClientBusinessID: "900",
		IssuedAt: noon.Add(-time.Hour), ExpiresAt: noon.Add(time.Hour), DataAccessExpiresAt: noon.Add(2 * time.Hour),
		Permissions: []string{check.ScopeMessaging},
		Accounts:    []vault.Account{{ID: "500", Name: "Corner Bakery", Phones: []vault.Phone{{ID: "600", Display: "+49 30 901820", Name: "Bakery"}}}},
	}
}

func TestNoteTakesOverWhatACheckWasTold(t *testing.T) {
	entry := vault.Entry{Name: "Bakery", AccountID: "500", AppID: "1", NeverExpires: true, Permissions: []string{"old"}}
	saved.Note(&entry, whole())
	if diff := cmp.Diff(noted(), entry); diff != "" {
		t.Error(diff)
	}
}

func TestNoteLeavesWhatACheckWasNotTold(t *testing.T) {
	later := noon.Add(time.Hour)
	entry := noted()
	saved.Note(&entry, check.Report{CheckedAt: later, Verdict: check.Verdict{Status: check.NotReady}, Token: check.TokenFacts{Kind: check.KindUnknown}})
	want := noted()
	want.LastCheckedAt, want.Verdict = later, "not_ready"
	if diff := cmp.Diff(want, entry); diff != "" {
		t.Error(diff)
	}
	outage := whole()
	outage.CheckedAt, outage.Verdict.Status = later.Add(time.Hour), check.Undecided
	saved.Note(&entry, outage)
	if diff := cmp.Diff(want, entry); diff != "" {
		t.Errorf("a check that could not be made: %s", diff)
	}
}

// TestNoteFillsInWhatNobodyChose: a token that was fetched can be sent with after
// its first check, and a choice that was made stays.
func TestNoteFillsInWhatNobodyChose(t *testing.T) {
	report := whole()
	report.Preferred = check.Preferred{Account: "500", Phone: "600"}
	for _, test := range []struct{ account, phone, wantAccount, wantPhone string }{
		{"", "", "500", "600"},
		{"500", "", "500", "600"},
		{"500", "601", "500", "601"},
		{"501", "", "501", ""}, // another account's number does not belong there
	} {
		entry := vault.Entry{AccountID: test.account, PhoneID: test.phone}
		saved.Note(&entry, report)
		if entry.AccountID != test.wantAccount || entry.PhoneID != test.wantPhone {
			t.Errorf("%+v becomes %s, %s", test, entry.AccountID, entry.PhoneID)
		}
	}
}
