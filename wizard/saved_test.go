package wizard_test

import (
	"errors"
	"testing"
	"time"

	"latchkey/graph/sandbox"
	"latchkey/wizard"
	"latchkey/wizard/check"
	"latchkey/wizard/vault"
)

var noon = time.Date(2026, 9, 14, 12, 0, 0, 0, time.UTC)

func TestConditionOf(t *testing.T) {
	in := func(d time.Duration) time.Time { return noon.Add(d) }
	const day = 24 * time.Hour
	cases := []struct {
		name  string
		entry vault.Entry
		want  wizard.Condition
	}{
		{"never checked", vault.Entry{}, wizard.Unchecked},
		{"could not be checked at first", vault.Entry{Verdict: string(check.Untold)}, wizard.Unchecked},
		{"ready for ever", vault.Entry{Verdict: string(check.Ready), NeverExpires: true}, wizard.Works},
		{"ready for long", vault.Entry{Verdict: string(check.Ready), ExpiresAt: in(60 * day)}, wizard.Works},
		{"with advice", vault.Entry{Verdict: string(check.Attention), NeverExpires: true}, wizard.WithAdvice},
		{"14 days left", vault.Entry{Verdict: string(check.Ready), ExpiresAt: in(14 * day)}, wizard.Works},
		{"less than 14 days left", vault.Entry{Verdict: string(check.Ready), ExpiresAt: in(14*day - time.Second)}, wizard.EndsSoon},
		{"advice and an end", vault.Entry{Verdict: string(check.Attention), ExpiresAt: in(day)}, wizard.EndsSoon},
		{"access to data ends first", vault.Entry{Verdict: string(check.Ready), ExpiresAt: in(60 * day), DataAccessExpiresAt: in(day)}, wizard.EndsSoon},
		{"something to fix", vault.Entry{Verdict: string(check.NotReady), NeverExpires: true}, wizard.Broken},
		{"something to fix, and an end", vault.Entry{Verdict: string(check.NotReady), ExpiresAt: in(day)}, wizard.Broken},
		{"past", vault.Entry{Verdict: string(check.Ready), ExpiresAt: in(-time.Second)}, wizard.Ended},
		{"this very moment", vault.Entry{Verdict: string(check.Ready), ExpiresAt: noon}, wizard.Ended},
		{"past and to fix", vault.Entry{Verdict: string(check.NotReady), ExpiresAt: in(-day)}, wizard.Ended},
		{"not checked, and past", vault.Entry{ExpiresAt: in(-day)}, wizard.Ended},
		{"access to data is past", vault.Entry{Verdict: string(check.Ready), NeverExpires: true, DataAccessExpiresAt: in(-day)}, wizard.Ended},
	}
	for _, c := range cases {
		if got := wizard.ConditionOf(c.entry, noon); got != c.want {
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
		if got := wizard.EndOf(vault.Entry{ExpiresAt: c.expires, DataAccessExpiresAt: c.data}); !got.Equal(c.want) {
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
		if got := wizard.NumberOf(vault.Entry{Accounts: accounts, PhoneID: phone}); got != want {
			t.Errorf("phone %q is %q, want %q", phone, got, want)
		}
	}
	if got := wizard.NumberOf(vault.Entry{PhoneID: "11"}); got != "" {
		t.Errorf("without accounts: %q", got)
	}
}

func TestACheckIsNotedOnTheCard(t *testing.T) {
	ctx := t.Context()
	p := newPlace(t)
	before := p.saved("Main shop", "ready")
	// The same name, and by now a token that Meta has revoked.
	must(t, p.keychain.Set(vault.Service, "Main shop", tokenOf(t, "revoked").Reveal()))
	rows := 0
	report, err := p.world.CheckSaved(ctx, "Main shop", func(check.Row) { rows++ })
	if err != nil || report.Verdict.Status != check.NotReady || rows == 0 {
		t.Fatalf("%s after %d rows, %v", report.Verdict.Status, rows, err)
	}
	after, err := p.world.Vault.Entry(ctx, "Main shop")
	must(t, err)
	if wizard.ConditionOf(after, time.Now()) != wizard.Broken || !after.LastCheckedAt.After(before.LastCheckedAt) {
		t.Errorf("the card says %+v", after)
	}
	if after.AppName != before.AppName || len(after.Accounts) != len(before.Accounts) {
		t.Errorf("what was known before is lost: %+v", after)
	}
}

func TestATroubledNetworkLeavesTheLastWordStanding(t *testing.T) {
	ctx := t.Context()
	p := newPlace(t)
	before := p.saved("Main shop", "ready")
	p.graph.SetFault(sandbox.FaultUnavailable, 0)
	report, err := p.world.CheckSaved(ctx, "Main shop", nil)
	if err != nil || report.Verdict.Status != check.Untold {
		t.Fatalf("%s, %v", report.Verdict.Status, err)
	}
	after, err := p.world.Vault.Entry(ctx, "Main shop")
	must(t, err)
	if after.Verdict != before.Verdict || !after.LastCheckedAt.Equal(before.LastCheckedAt) || len(after.Accounts) == 0 {
		t.Errorf("an outage has changed the card: %+v", after)
	}
}

func TestASavedTokenThatIsGoneIsSaid(t *testing.T) {
	ctx := t.Context()
	p := newPlace(t)
	p.saved("Main shop", "ready")
	must(t, p.keychain.Delete(vault.Service, "Main shop"))
	_, err := p.world.CheckSaved(ctx, "Main shop", nil)
	var trouble *vault.Error
	if !errors.As(err, &trouble) || trouble.Reason != vault.NotFound {
		t.Errorf("removed by another program: %v", err)
	}
	if _, err := p.world.CheckSaved(ctx, "No such name", nil); !errors.Is(err, vault.ErrNotListed) {
		t.Errorf("a name that is not listed: %v", err)
	}
}
