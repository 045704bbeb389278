package saved_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"latchkey/wizard/check"
	"latchkey/wizard/saved"
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
	if difference := cmp.Diff(want, names(saved.Sorted(entries, now))); difference != "" {
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
		if difference := cmp.Diff(want, names(saved.Matching(entries, text))); difference != "" {
			t.Errorf("%q: %s", text, difference)
		}
	}
}

func TestConditionOf(t *testing.T) {
	in := func(d time.Duration) time.Time { return noon.Add(d) }
	const day = 24 * time.Hour
	cases := []struct {
		name  string
		entry vault.Entry
		want  saved.Condition
	}{
		{"never checked", vault.Entry{}, saved.Unchecked},
		{"could not be checked at first", vault.Entry{Verdict: string(check.Undecided)}, saved.Unchecked},
		{"ready for ever", vault.Entry{Verdict: string(check.Ready), NeverExpires: true}, saved.Works},
		{"ready for long", vault.Entry{Verdict: string(check.Ready), ExpiresAt: in(60 * day)}, saved.Works},
		{"with advice", vault.Entry{Verdict: string(check.Attention), NeverExpires: true}, saved.WithAdvice},
		{"14 days left", vault.Entry{Verdict: string(check.Ready), ExpiresAt: in(14 * day)}, saved.Works},
		{"less than 14 days left", vault.Entry{Verdict: string(check.Ready), ExpiresAt: in(14*day - time.Second)}, saved.EndsSoon},
		{"advice and an end", vault.Entry{Verdict: string(check.Attention), ExpiresAt: in(day)}, saved.EndsSoon},
		{"access to data ends first", vault.Entry{Verdict: string(check.Ready), ExpiresAt: in(60 * day), DataAccessExpiresAt: in(day)}, saved.EndsSoon},
		{"something to fix", vault.Entry{Verdict: string(check.NotReady), NeverExpires: true}, saved.Broken},
		{"something to fix, and an end", vault.Entry{Verdict: string(check.NotReady), ExpiresAt: in(day)}, saved.Broken},
		{"past", vault.Entry{Verdict: string(check.Ready), ExpiresAt: in(-time.Second)}, saved.Ended},
		{"this very moment", vault.Entry{Verdict: string(check.Ready), ExpiresAt: noon}, saved.Ended},
		{"past and to fix", vault.Entry{Verdict: string(check.NotReady), ExpiresAt: in(-day)}, saved.Ended},
		{"not checked, and past", vault.Entry{ExpiresAt: in(-day)}, saved.Ended},
		{"access to data is past", vault.Entry{Verdict: string(check.Ready), NeverExpires: true, DataAccessExpiresAt: in(-day)}, saved.Ended},
	}
	for _, c := range cases {
		if got := saved.ConditionOf(c.entry, noon); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

func TestEndOf(t *testing.T) {
	early, late := noon, noon.Add(time.Hour)
	cases := []struct{ expires, data, want time.Time }{
		{},
		{expires: late, want: late},
		{data: late, want: late},
		{expires: late, data: early, want: early},
		{expires: early, data: late, want: early},
	}
	for _, c := range cases {
		if got := saved.EndOf(vault.Entry{ExpiresAt: c.expires, DataAccessExpiresAt: c.data}); !got.Equal(c.want) {
			t.Errorf("%v and %v end at %v", c.expires, c.data, got)
		}
	}
}

func TestNumberOf(t *testing.T) {
	accounts := []vault.Account{
		{ID: "1", Phones: []vault.Phone{{ID: "11", Display: "+49 30 901820"}}},
		{ID: "2", Phones: []vault.Phone{{ID: "21", Display: "+49 40 428280"}, {ID: "22", Display: "+49 89 233000"}}},
	}
	for phone, want := range map[string]string{"": "+49 30 901820", "11": "+49 30 901820", "22": "+49 89 233000", "99": ""} {
		if got := saved.NumberOf(vault.Entry{Accounts: accounts, PhoneID: phone}); got != want {
			t.Errorf("phone %q is %q, want %q", phone, got, want)
		}
	}
	if got := saved.NumberOf(vault.Entry{PhoneID: "11"}); got != "" {
		t.Errorf("without accounts: %q", got)
	}
}
