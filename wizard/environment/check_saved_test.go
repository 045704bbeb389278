package environment_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"latchkey/graph/sandbox"
	"latchkey/wizard/check"
	"latchkey/wizard/environment"
	"latchkey/wizard/saved"
	"latchkey/wizard/vault"
)

func TestEverySavedTokenIsCheckedThoughOneIsGone(t *testing.T) {
	p := newPlace(t)
	p.saved("Gone shop", "ready")
	p.saved("Good shop", "ready")
	must(t, p.keychain.Delete(vault.Service, "Gone shop"))
	entries, err := p.env.Vault.List(t.Context())
	must(t, err)
	var told []environment.SavedCheck
	must(t, p.env.CheckAllSaved(t.Context(), entries, nil, func(one environment.SavedCheck) { told = append(told, one) }))
	if len(told) != 2 || told[0].Err == nil || told[1].Err != nil || told[1].Report.Verdict.Status != check.Ready {
		t.Fatalf("told of %+v", told)
	}
	if told[1].Entry.LastCheckedAt.IsZero() {
		t.Error("the entry is not as it is listed now")
	}
}

func TestCheckingAllEndsWithItsContext(t *testing.T) {
	p := newPlace(t)
	entries := []vault.Entry{{Name: "a"}, {Name: "b"}, {Name: "c"}}
	ctx, cancel := context.WithCancel(t.Context())
	var asked, told []string
	err := p.env.CheckAllSaved(ctx, entries, func(_ context.Context, name string) (check.Report, error) {
		if asked = append(asked, name); name == "b" {
			cancel()
		}
		return check.Report{}, nil
	}, func(one environment.SavedCheck) { told = append(told, one.Entry.Name) })
	if !errors.Is(err, context.Canceled) || len(asked) != 2 || len(told) != 1 {
		t.Errorf("asked for %v, told of %v, error %v", asked, told, err)
	}
}

func TestACheckIsNotedOnTheCard(t *testing.T) {
	ctx := t.Context()
	p := newPlace(t)
	before := p.saved("Main shop", "ready")
	// The same name, and by now a token that Meta has revoked.
	must(t, p.keychain.Set(vault.Service, "Main shop", tokenOf(t, "revoked").Reveal()))
	rows := 0
	report, err := p.env.CheckSaved(ctx, "Main shop", func(check.Row) { rows++ })
	if err != nil || report.Verdict.Status != check.NotReady || rows == 0 {
		t.Fatalf("%s after %d rows, %v", report.Verdict.Status, rows, err)
	}
	after, err := p.env.Vault.Entry(ctx, "Main shop")
	must(t, err)
	if saved.ConditionOf(after, time.Now()) != saved.Broken || !after.LastCheckedAt.After(before.LastCheckedAt) {
		t.Errorf("the card says %+v", after)
	}
	if after.AppName != before.AppName || len(after.Accounts) != len(before.Accounts) {
		t.Errorf("what was known before is lost: %+v", after)
	}
}

func TestACheckIsNotNotedOfATokenThatWasSavedMeanwhile(t *testing.T) {
	ctx := t.Context()
	p := newPlace(t)
	p.saved("Main shop", "ready")
	var after vault.Entry
	_, err := p.env.CheckSaved(ctx, "Main shop", func(check.Row) {
		if after.Name != "" {
			return
		}
		_, err := p.env.Vault.Replace(ctx, vault.Entry{Name: "Main shop"}, tokenOf(t, "two-accounts"))
		must(t, err)
		after, err = p.env.Vault.Entry(ctx, "Main shop")
		must(t, err)
	})
	must(t, err)
	if now, err := p.env.Vault.Entry(ctx, "Main shop"); err != nil || after.Name == "" || len(now.Accounts) != 0 || now.Verdict != "" {
		t.Errorf("the new token has the old one's facts: %+v, %v", now, err)
	}
}

func TestATroubledNetworkLeavesTheLastWordStanding(t *testing.T) {
	ctx := t.Context()
	p := newPlace(t)
	before := p.saved("Main shop", "ready")
	p.graph.SetFault(sandbox.FaultUnavailable, 0)
	report, err := p.env.CheckSaved(ctx, "Main shop", nil)
	if err != nil || report.Verdict.Status != check.Undecided {
		t.Fatalf("%s, %v", report.Verdict.Status, err)
	}
	after, err := p.env.Vault.Entry(ctx, "Main shop")
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
	_, err := p.env.CheckSaved(ctx, "Main shop", nil)
	var trouble *vault.Error
	if !errors.As(err, &trouble) || trouble.Reason != vault.NotFound {
		t.Errorf("removed by another program: %v", err)
	}
	if _, err := p.env.CheckSaved(ctx, "No such name", nil); !errors.Is(err, vault.ErrNotListed) {
		t.Errorf("a name that is not listed: %v", err)
	}
}

// TestAProofOfTheAppSecretOpensTheDoor that the app keeps shut, and a wrong one says
// so; nothing of the secret stays.
func TestAProofOfTheAppSecretOpensTheDoor(t *testing.T) {
	ctx, p := t.Context(), newPlace(t)
	found, _ := sandbox.FindScenario("app-secret-proof")
	other, _ := sandbox.FindScenario("ready")
	report, err := p.env.Check(ctx, found.Token, environment.CheckOptions{})
	if err != nil || !report.DemandsProof() || report.Verdict.About.Reason != "trouble.app_secret_proof" {
		t.Fatalf("without: %+v, %v", report.Verdict, err)
	}
	report, err = p.env.Check(ctx, found.Token, environment.CheckOptions{AppSecret: other.AppSecret})
	if err != nil || !report.DemandsProof() || report.Verdict.About.Reason != "trouble.app_secret_proof_wrong" {
		t.Fatalf("with another app's: %+v, %v", report.Verdict, err)
	}
	_, err = p.env.Vault.Save(ctx, vault.Entry{Name: "Main shop"}, found.Token)
	must(t, err)
	report, err = p.env.CheckSavedWithSecret(ctx, "Main shop", found.AppSecret)
	if err != nil || report.Verdict.Status != check.Ready || report.DemandsProof() {
		t.Fatalf("with the right one: %+v, %v", report.Verdict, err)
	}
	if !p.env.Graph.AppSecret.IsZero() {
		t.Error("the secret stays")
	}
}
