package setup_test

import (
	"errors"
	"os"
	"strings"
	"testing"

	"latchkey/graph"
	"latchkey/graph/sandbox"
	"latchkey/wizard/check"
	"latchkey/wizard/files"
	"latchkey/wizard/setup"
	"latchkey/wizard/vault"
)

func TestSavingKeepsTheTokenAndWhatIsKnownOfIt(t *testing.T) {
	p := newPlace(t)
	steps := p.setupAt(setup.StepKeep)
	must(t, steps.Rename("  Main shop "))
	outcome, err := steps.Save(t.Context(), false)
	if outcome != vault.Added || err != nil {
		t.Fatalf("%s, %v", outcome, err)
	}
	token := tokenOf(t, "ready")
	if p.keychain.Holds(vault.Service, "Main shop") != token.Reveal() {
		t.Error("the keychain does not hold the token under its name")
	}
	scenario, _ := sandbox.FindScenario("ready")
	entry, err := p.env.Vault.Entry(t.Context(), "Main shop")
	must(t, err)
	if entry.AppID != scenario.AppID || entry.AccountID != scenario.AccountID || entry.PhoneID != scenario.PhoneID ||
		!entry.NeverExpires || entry.Verdict != string(check.Ready) || entry.LastCheckedAt.IsZero() || entry.Last4 != token.Last4() {
		t.Errorf("the index says %+v", entry)
	}
	p.mustNotHold(token.Reveal())
}

func TestATakenNameGivesWayOnlyWhenAsked(t *testing.T) {
	ctx := t.Context()
	p := newPlace(t)
	p.saved("Main shop", "ready")
	steps := p.newSetup()
	p.goOn(steps, setup.StepKeep, "two-accounts")
	must(t, steps.Rename("Main shop"))

	outcome, err := steps.Save(ctx, false)
	var taken *vault.TakenError
	if !errors.As(err, &taken) || outcome != vault.OldKept {
		t.Errorf("a taken name: %s, %v", outcome, err)
	}
	if steps.Saved() != nil || p.keychain.Holds(vault.Service, "Main shop") != tokenOf(t, "ready").Reveal() {
		t.Error("the old token is no longer there")
	}
	must(t, steps.Rename("main SHOP"))
	if _, err := steps.Save(ctx, true); !errors.As(err, &taken) {
		t.Errorf("a name that differs in case only: %v", err)
	}
	must(t, steps.Rename("Main shop"))
	if outcome, err := steps.Save(ctx, true); outcome != vault.Replaced || err != nil {
		t.Errorf("replacing: %s, %v", outcome, err)
	}
	if p.keychain.Holds(vault.Service, "Main shop") != tokenOf(t, "two-accounts").Reveal() {
		t.Error("the new token is not there")
	}
	p.mustNotHold(tokenOf(t, "ready").Reveal())
	p.mustNotHold(tokenOf(t, "two-accounts").Reveal())
}

func TestTheSameTokenCanBeSavedAgain(t *testing.T) {
	p := newPlace(t)
	p.saved("Main shop", "ready")
	steps := p.setupAt(setup.StepKeep)
	must(t, steps.Rename("Main shop"))
	if outcome, err := steps.Save(t.Context(), false); outcome != vault.AlreadyThere || err != nil {
		t.Errorf("%s, %v", outcome, err)
	}
}

func TestAFailedSaveLosesNothing(t *testing.T) {
	ctx := t.Context()
	p := newPlace(t)
	steps := p.setupAt(setup.StepKeep)
	must(t, steps.Rename("Main shop"))
	for text, reason := range map[string]vault.Reason{
		"org.freedesktop.secrets was not provided by any .service files":                  vault.NoService,
		"failed to unlock correct collection '/org/freedesktop/secrets/aliases/default'":  vault.NoCollection,
		"failed to unlock correct collection '/org/freedesktop/secrets/collection/login'": vault.Refused,
		"security: SecKeychainItemCreateFromContent: User interaction is not allowed.":    vault.Locked,
		"something that nobody has seen yet":                                              vault.Other,
	} {
		p.keychain.FailWith(errors.New(text))
		_, err := steps.Save(ctx, false)
		var trouble *vault.Error
		if !errors.As(err, &trouble) || trouble.Reason != reason {
			t.Errorf("%v, want %s", err, reason)
		}
		if steps.Saved() != nil || steps.Step() != setup.StepKeep || steps.Token().IsZero() || steps.Name() != "Main shop" {
			t.Errorf("%s: something was lost", reason)
		}
	}
	p.keychain.FailWith(nil)
	if outcome, err := steps.Save(ctx, false); outcome != vault.Added || err != nil {
		t.Errorf("mended: %s, %v", outcome, err)
	}
	p.mustNotHold(tokenOf(t, "ready").Reveal())
}

func TestSavingNeedsAFolderForTheIndex(t *testing.T) {
	p := newPlace(t)
	steps := p.setupAt(setup.StepKeep)
	must(t, os.RemoveAll(p.folder.Path()))
	must(t, os.WriteFile(p.folder.Path(), nil, 0o600))
	outcome, err := steps.Save(t.Context(), false)
	var trouble *files.Error
	if outcome != vault.NotSaved || !errors.As(err, &trouble) || trouble.Reason != files.NoPlace {
		t.Errorf("%s, %v", outcome, err)
	}
	if steps.Saved() != nil {
		t.Error("it counts as saved")
	}
}

// A token pasted into the field for the name would end up in the index and in
// the progress, where no secret may be.
func TestANameCannotHoldAToken(t *testing.T) {
	p := newPlace(t)
	steps := p.setupAt(setup.StepKeep)
	before := steps.Name()
	token := tokenOf(t, "ready").Reveal()
	for _, name := range []string{token, token[:60], "shop " + token[40:70], tokenOf(t, "revoked").Reveal()[:50], "", "  ", "two\nlines", strings.Repeat("n", 81)} {
		if err := steps.Rename(name); err == nil {
			t.Errorf("%s is a name", graph.Redact(name, tokenOf(t, "ready")))
		}
	}
	must(t, steps.Remember(t.Context()))
	if steps.Name() != before {
		t.Errorf("the name is now %q", steps.Name())
	}
	p.mustNotHold(token[:60])
	p.mustNotHold(token[40:70])
}

func TestTheAccountSuggestsTheName(t *testing.T) {
	p := newPlace(t)
	steps := p.setupAt(setup.StepKeep)
	account, _ := steps.Chosen()
	if account == nil || steps.Name() != string(account.Name) {
		t.Errorf("suggests %q for %v", steps.Name(), account)
	}
	must(t, steps.Rename("Main shop"))
	_, err := steps.Check(t.Context(), nil)
	must(t, err)
	if steps.Name() != "Main shop" {
		t.Errorf("checking again has changed the name to %q", steps.Name())
	}
}

func TestTheChosenNumberStays(t *testing.T) {
	ctx := t.Context()
	p := newPlace(t)
	steps := p.newSetup()
	p.goOn(steps, setup.StepKeep, "two-accounts")
	accounts := steps.Report().Accounts
	if len(accounts) != 2 || len(accounts[1].Numbers) < 3 {
		t.Fatalf("%d accounts", len(accounts))
	}
	account, wanted := accounts[1].ID, accounts[1].Numbers[2].ID
	steps.Choose(account, wanted)
	_, err := steps.Check(ctx, nil)
	must(t, err)
	if chosen, number := steps.Chosen(); chosen == nil || number == nil || chosen.ID != account || number.ID != wanted {
		t.Errorf("after another check: %v, %v", chosen, number)
	}
	steps.Choose(account, "")
	if _, number := steps.Chosen(); number == nil || number.ID != accounts[1].Numbers[0].ID {
		t.Errorf("an account alone gives %v", number)
	}
	steps.Choose(account, wanted)
	_, err = steps.Save(ctx, false)
	must(t, err)
	if saved := steps.Saved(); saved.AccountID != string(account) || saved.PhoneID != string(wanted) {
		t.Errorf("saved for %s, %s", saved.AccountID, saved.PhoneID)
	}
}

func TestATestNumberIsChosenLast(t *testing.T) {
	p := newPlace(t)
	steps := p.newSetup()
	p.goOn(steps, setup.StepKeep, "test-number-only")
	if _, number := steps.Chosen(); number == nil || !number.Test() {
		t.Errorf("with a test number alone, chosen is %v", number)
	}
	if steps.Report().Verdict.Status != check.Attention {
		t.Errorf("a test number alone is %s", steps.Report().Verdict.Status)
	}
}

// TestReplacingCanBeUndone: the old token comes back with all that is known of it, the
// new one is still there to be saved under another name, and the old name is asked
// about again, also in a renewal.
func TestReplacingCanBeUndone(t *testing.T) {
	for _, way := range []string{"a taken name", "a renewal"} {
		t.Run(way, func(t *testing.T) {
			ctx := t.Context()
			p := newPlace(t)
			before := p.saved("Shop", "surplus")
			steps := p.newSetup()
			if way == "a renewal" {
				steps = setup.Renew(p.env, before)
			}
			p.goOn(steps, setup.StepKeep, "sixty-days")
			must(t, steps.Rename("Shop"))
			if _, err := steps.Save(ctx, way == "a taken name"); err != nil {
				t.Fatal(err)
			}
			if former := steps.Former(); former == nil || former.Last4() != tokenOf(t, "surplus").Last4() {
				t.Fatalf("what gave way is %v", former)
			}
			if _, err := steps.Undo(ctx); err != nil {
				t.Fatal(err)
			}
			if p.keychain.Holds(vault.Service, "Shop") != tokenOf(t, "surplus").Reveal() {
				t.Error("the old token is not back")
			}
			listed, err := p.env.Vault.Entry(ctx, "Shop")
			must(t, err)
			if listed.Last4 != before.Last4 || listed.AppID != before.AppID || listed.Kind != before.Kind {
				t.Errorf("it is listed as %+v", listed)
			}
			if steps.Saved() != nil || steps.Former() != nil || steps.Step() != setup.StepKeep || !steps.Token().Equal(tokenOf(t, "sixty-days")) {
				t.Error("the setup is not where it was before saving")
			}

			var taken *vault.TakenError
			if _, err := steps.Save(ctx, false); !errors.As(err, &taken) {
				t.Errorf("saved again under the old name: %v", err)
			}
			must(t, steps.Rename("Second shop"))
			if _, err := steps.Save(ctx, false); err != nil {
				t.Fatal(err)
			}
			if steps.Former() != nil {
				t.Error("a token under a new name can be undone")
			}
			for name, scenario := range map[string]string{"Shop": "surplus", "Second shop": "sixty-days"} {
				if p.keychain.Holds(vault.Service, name) != tokenOf(t, scenario).Reveal() {
					t.Errorf("%s is not the token of %s", name, scenario)
				}
			}
		})
	}
}

// TestAnUndoThatFailsLeavesTheNewToken, and can be tried again.
func TestAnUndoThatFailsLeavesTheNewToken(t *testing.T) {
	ctx := t.Context()
	p := newPlace(t)
	renewal := setup.Renew(p.env, p.saved("Shop", "surplus"))
	p.goOn(renewal, setup.StepKeep, "sixty-days")
	if _, err := renewal.Save(ctx, false); err != nil {
		t.Fatal(err)
	}
	p.keychain.FailWith(errors.New("nobody has seen this one"))
	if _, err := renewal.Undo(ctx); err == nil || renewal.Saved() == nil || renewal.Former() == nil {
		t.Errorf("the undo ends with %v", err)
	}
	p.keychain.FailWith(nil)
	if p.keychain.Holds(vault.Service, "Shop") != tokenOf(t, "sixty-days").Reveal() {
		t.Error("the new token is gone")
	}
	if _, err := renewal.Undo(ctx); err != nil || p.keychain.Holds(vault.Service, "Shop") != tokenOf(t, "surplus").Reveal() {
		t.Errorf("tried again, it ends with %v", err)
	}
	renewal.Forget()
	if _, err := renewal.Undo(ctx); !errors.Is(err, setup.ErrNothingToUndo) {
		t.Errorf("undone twice: %v", err)
	}
}
