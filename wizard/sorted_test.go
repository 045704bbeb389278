package wizard_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"latchkey/wizard"
	"latchkey/wizard/vault"
)

func names(entries []vault.Entry) []string {
	var names []string
	for _, entry := range entries {
		names = append(names, entry.Name)
	}
	return names
}

func TestWhatNeedsThePersonComesFirst(t *testing.T) {
	now := time.Date(2026, time.November, 21, 9, 0, 0, 0, time.UTC)
	days := func(n int) time.Time { return now.AddDate(0, 0, n) }
	entries := []vault.Entry{
		{Name: "works b", Verdict: "ready", NeverExpires: true},
		{Name: "ends in 10 days", Verdict: "ready", ExpiresAt: days(10)},
		{Name: "broken", Verdict: "not_ready"},
		{Name: "Works a", Verdict: "ready", NeverExpires: true},
		{Name: "ends in 2 days", Verdict: "ready", ExpiresAt: days(2)},
		{Name: "ended", Verdict: "ready", ExpiresAt: days(-1)},
		{Name: "data access ends in 5 days", Verdict: "ready", ExpiresAt: days(50), DataAccessExpiresAt: days(5)},
	}
	want := []string{"ended", "broken", "ends in 2 days", "data access ends in 5 days", "ends in 10 days", "Works a", "works b"}
	if difference := cmp.Diff(want, names(wizard.Sorted(entries, now))); difference != "" {
		t.Error(difference)
	}
}

func TestSearchFindsNameNumberAndApp(t *testing.T) {
	entries := []vault.Entry{
		{Name: "Corner Bakery", AppName: "Bot", Accounts: []vault.Account{{Phones: []vault.Phone{{Display: "+49 30 901820"}}}}},
		{Name: "Harbour Cafe", AppName: "Menu"},
	}
	for text, want := range map[string][]string{
		"": {"Corner Bakery", "Harbour Cafe"}, " bakery ": {"Corner Bakery"}, "901820": {"Corner Bakery"},
		"MENU": {"Harbour Cafe"}, "nobody": nil,
	} {
		if difference := cmp.Diff(want, names(wizard.Matching(entries, text))); difference != "" {
			t.Errorf("%q: %s", text, difference)
		}
	}
}
