package setup_test

import (
	"errors"
	"os"
	"slices"
	"testing"

	"latchkey/wizard/saved"
	"latchkey/wizard/setup"
	"latchkey/wizard/vault"
)

// renewTo renews a saved token with a scenario's, up to the summary.
func renewTo(t *testing.T, p *place, entry vault.Entry, scenario string) *setup.Setup {
	t.Helper()
	renewal := setup.Renew(p.env, entry)
	if renewal.Step() != setup.StepGenerate {
		t.Fatalf("a renewal starts at step %d, want 4", renewal.Step())
	}
	p.goOn(renewal, setup.StepKeep, scenario)
	return renewal
}

func TestRenewalPutsAProvedTokenInThePlaceOfTheOld(t *testing.T) {
	ctx := t.Context()
	p := newPlace(t)
	entry := p.saved("Shop", "surplus")
	renewal := renewTo(t, p, entry, "sixty-days")
	if outcome, err := renewal.Save(ctx, false); err != nil || outcome != vault.Replaced {
		t.Fatalf("the outcome is %s, %v", outcome, err)
	}
	if p.keychain.Holds(vault.Service, "Shop") != tokenOf(t, "sixty-days").Reveal() {
		t.Error("the keychain does not hold the new token")
	}
	if p.keychain.Holds(vault.Service, "Shop") == tokenOf(t, "surplus").Reveal() {
		t.Error("the keychain still holds the old token")
	}
}

func TestRenewalSaysExactlyWhatDiffers(t *testing.T) {
	p := newPlace(t)
	entry := p.saved("Shop", "ready")
	renewal := renewTo(t, p, entry, "two-accounts")
	var what []string
	for _, difference := range renewal.Differences(t.Context()) {
		what = append(what, string(difference.Kind))
	}
	for _, want := range []string{"app", "account", "user"} {
		if !slices.Contains(what, want) {
			t.Errorf("another %s is not told; told are %v", want, what)
		}
	}

	same := renewTo(t, p, entry, "ready")
	differences := same.Differences(t.Context())
	if len(differences) != 1 || differences[0].Kind != setup.SameToken {
		t.Errorf("the same token again: %v", differences)
	}
}

func TestARenewalLeavesAnUnfinishedSetupAlone(t *testing.T) {
	ctx := t.Context()
	p := newPlace(t)
	entry := p.saved("Shop", "ready")
	p.setupAt(setup.StepAssets)
	renewal := renewTo(t, p, entry, "sixty-days")
	if _, err := renewal.Save(ctx, false); err != nil {
		t.Fatal(err)
	}
	if step := p.newSetup().Step(); step != setup.StepAssets {
		t.Errorf("the setup resumes at step %d, want 3", step)
	}
}

func TestRemovingEverythingLeavesNothing(t *testing.T) {
	p := newPlace(t)
	p.saved("Shop", "ready")
	p.saved("Other shop", "surplus")
	removed, err := saved.RemoveAll(t.Context(), p.folder, nil, p.env.Vault)
	if err != nil || len(removed.Names) != 2 || len(removed.Left) != 0 {
		t.Fatalf("removed %v, left %v, %v", removed.Names, removed.Left, err)
	}
	for _, name := range []string{"Shop", "Other shop"} {
		if p.keychain.Holds(vault.Service, name) != "" {
			t.Errorf("the keychain still holds %q", name)
		}
	}
	if _, err := os.Stat(p.folder.Path()); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the folder is still there: %v", err)
	}
}

func TestATokenThatCannotBeRemovedKeepsItsNameListed(t *testing.T) {
	p := newPlace(t)
	p.saved("Shop", "ready")
	p.keychain.FailWith(errors.New("failed to unlock correct collection"))
	removed, err := saved.RemoveAll(t.Context(), p.folder, nil, p.env.Vault)
	if err == nil || len(removed.Left) != 1 {
		t.Fatalf("left %v, %v", removed.Left, err)
	}
	p.keychain.FailWith(nil)
	if _, err := p.env.Vault.Entry(t.Context(), "Shop"); err != nil {
		t.Errorf("its name is no longer known: %v", err)
	}
}
