package vault_test

import (
	"context"
	"encoding/base64"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/zalando/go-keyring"

	"latchkey/graph"
	"latchkey/wizard/vault"
)

func TestASavedTokenIsListedAndReadBack(t *testing.T) {
	ctx := context.Background()
	keep, folder := newVault(t, &pretendKeychain{}, long)
	token := madeUpToken("kept")
	expires := time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)
	entry := vault.Entry{
		Name: "Main shop", Kind: "system_user", AppID: "123", ExpiresAt: expires,
		Accounts: []vault.Account{{ID: "9", Phones: []vault.Phone{{ID: "8", Display: "+49 30 1234567"}}}},
	}
	if outcome, err := keep.Save(ctx, entry, token); outcome != vault.Added || err != nil {
		t.Fatalf("Save: %v, %v", outcome, err)
	}
	if kept, err := keep.Token(ctx, "Main shop"); err != nil || !kept.Equal(token) {
		t.Errorf("Token is not the one saved: %v", err)
	}
	listed, err := keep.List(ctx)
	if err != nil || len(listed) != 1 {
		t.Fatalf("List: %v, %v", listed, err)
	}
	want := entry
	want.Last4, want.Digest, want.Place, want.SavedAt = "kept", listed[0].Digest, vault.Elsewhere, listed[0].SavedAt
	if diff := cmp.Diff(want, listed[0]); diff != "" || listed[0].SavedAt.IsZero() || listed[0].Digest == "" {
		t.Errorf("listed:\n%s", diff)
	}
	mustNotHold(t, folder.Path(), token.Reveal())
}

func TestPracticeIsKeptApart(t *testing.T) {
	ctx := context.Background()
	keep, folder := newVault(t, &pretendKeychain{}, long)
	practice := vault.Open(vault.Options{Service: vault.PracticeService, Folder: folder, Keychain: &pretendKeychain{}})
	if _, err := practice.Save(ctx, vault.Entry{Name: "Trial"}, madeUpToken("kept")); err != nil {
		t.Fatal(err)
	}
	if listed, err := keep.List(ctx); len(listed) != 0 || err != nil {
		t.Errorf("the real index holds %v, %v", listed, err)
	}
}

func TestKeychainsThatDoNotKeepIt(t *testing.T) {
	refuse := func(err error) *pretendKeychain {
		return &pretendKeychain{set: func(string, string) (string, error) { return "", err }}
	}
	token := madeUpToken("kept")
	cases := map[string]struct {
		keychain *pretendKeychain
		want     vault.Reason
	}{
		"says yes and stores nothing": {refuse(nil), vault.NotStored},
		"stores something else": {
			&pretendKeychain{set: func(_, secret string) (string, error) { return secret[:100], nil }}, vault.NotStored,
		},
		"absent": {
			&pretendKeychain{get: func(string) error {
				return errors.New("The name org.freedesktop.secrets was not provided by any .service files")
			}}, vault.NoService,
		},
		"refused": {
			refuse(errors.New("failed to unlock correct collection '/org/freedesktop/secrets/collection/login'")), vault.Refused,
		},
		"locked":      {refuse(&vault.Error{Reason: vault.Locked, Err: errors.New("locked")}), vault.Locked},
		"too big":     {refuse(keyring.ErrSetDataTooBig), vault.TooBig},
		"echoes it":   {refuse(fmt.Errorf("add-generic-password -w %s: exit status 36", token.Reveal())), vault.Locked},
		"echoes code": {refuse(errors.New(base64.StdEncoding.EncodeToString([]byte(token.Reveal())))), vault.Other},
		"panics":      {&pretendKeychain{set: func(string, string) (string, error) { panic("nil signal") }}, vault.NoService},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			ctx := context.Background()
			keep, folder := newVault(t, c.keychain, long)
			outcome, err := keep.Save(ctx, vault.Entry{Name: "Shop"}, token)
			var failure *vault.Error
			if !errors.As(err, &failure) || failure.Reason != c.want || outcome != vault.NotSaved {
				t.Errorf("Save: %v, %v; want %s", outcome, err, c.want)
			}
			for cause := err; cause != nil; cause = errors.Unwrap(cause) {
				encoded := base64.StdEncoding.EncodeToString([]byte(token.Reveal()))
				if text := fmt.Sprintf("%v %+v %#v", cause, cause, cause); strings.Contains(text, token.Reveal()) || strings.Contains(text, encoded) {
					t.Errorf("the token stands in the error")
				}
			}
			if listed, err := keep.List(ctx); len(listed) != 0 || err != nil {
				t.Errorf("listed: %v, %v", listed, err)
			}
			if left := c.keychain.accounts(); len(left) != 0 {
				t.Errorf("left in the keychain: %v", left)
			}
			if found, _ := keep.Recover(ctx); len(found) != 0 {
				t.Errorf("left to settle: %v", found)
			}
			mustNotHold(t, folder.Path(), token.Reveal())
		})
	}
}

func TestAWriteThatDidNotShowIsTriedOnceMore(t *testing.T) {
	writes := 0
	keychain := &pretendKeychain{set: func(_, secret string) (string, error) {
		if writes++; writes == 1 {
			return "", nil
		}
		return secret, nil
	}}
	keep, _ := newVault(t, keychain, long)
	outcome, err := keep.Save(context.Background(), vault.Entry{Name: "Shop"}, madeUpToken("kept"))
	if outcome != vault.Added || err != nil || writes != 2 {
		t.Errorf("Save: %v, %v after %d writes", outcome, err, writes)
	}
}

func TestATakenNameIsNotOverwritten(t *testing.T) {
	ctx := context.Background()
	keychain := &pretendKeychain{secrets: map[string]string{"Foreign": "someone else's secret"}}
	keep, _ := newVault(t, keychain, long)
	mine, other := madeUpToken("mine"), madeUpToken("other")
	if _, err := keep.Save(ctx, vault.Entry{Name: "Shop"}, mine); err != nil {
		t.Fatal(err)
	}
	for name, listed := range map[string]bool{"Shop": true, "SHOP": true, "Foreign": false} {
		_, err := keep.Save(ctx, vault.Entry{Name: name}, other)
		var taken *vault.TakenError
		if !errors.As(err, &taken) || taken.Listed != listed {
			t.Errorf("Save over %s: %v", name, err)
		}
	}
	if kept, _ := keep.Token(ctx, "Shop"); !kept.Equal(mine) || keychain.secrets["Foreign"] != "someone else's secret" {
		t.Error("a taken name was overwritten")
	}
	outcome, err := keep.Save(ctx, vault.Entry{Name: "Shop", Verdict: "ready"}, mine)
	if outcome != vault.AlreadyThere || err != nil {
		t.Errorf("Save of the same token: %v, %v", outcome, err)
	}
	if entry, _ := keep.Entry(ctx, "Shop"); entry.Verdict != "ready" {
		t.Errorf("the entry was not brought up to date: %+v", entry)
	}
}

func TestReplacing(t *testing.T) {
	old, fresh := madeUpToken("-old"), madeUpToken("-new")
	cut := func(_, secret string) (string, error) { return secret[:50], nil }
	cases := map[string]struct {
		set     func(account, secret string) (string, error)
		outcome vault.Outcome
		kept    graph.Token
	}{
		"works":                  {nil, vault.Replaced, fresh},
		"nothing can be written": {cut, vault.OldKept, old},
		"it does not hold in its place": {func(account, secret string) (string, error) {
			if account == "Shop" && secret == fresh.Reveal() {
				return "rubbish", nil
			}
			return secret, nil
		}, vault.OldKept, old},
		"refused in its place": {func(account, secret string) (string, error) {
			if account == "Shop" {
				return "", errors.New("exit status 51")
			}
			return secret, nil
		}, vault.OldKept, old},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			ctx := context.Background()
			keychain := &pretendKeychain{}
			keep, folder := newVault(t, keychain, long)
			if _, err := keep.Save(ctx, vault.Entry{Name: "Shop"}, old); err != nil {
				t.Fatal(err)
			}
			keychain.set = c.set
			outcome, err := keep.Replace(ctx, vault.Entry{Name: "Shop"}, fresh)
			if outcome != c.outcome || (err == nil) != (outcome == vault.Replaced) {
				t.Errorf("Replace: %v, %v", outcome, err)
			}
			if kept, err := keep.Token(ctx, "Shop"); err != nil || !kept.Equal(c.kept) {
				t.Errorf("kept is not what is said: %v", err)
			}
			if state, err := keep.State(ctx, "Shop"); state != vault.Present || err != nil {
				t.Errorf("index and keychain: %v, %v", state, err)
			}
			if left := keychain.accounts(); len(left) != 1 {
				t.Errorf("left in the keychain: %v", left)
			}
			mustNotHold(t, folder.Path(), fresh.Reveal())
		})
	}
}

func TestNeitherTokenIsLostWhenThePlaceOfTheOldBreaks(t *testing.T) {
	ctx := context.Background()
	keychain := &pretendKeychain{}
	keep, _ := newVault(t, keychain, long)
	if _, err := keep.Save(ctx, vault.Entry{Name: "Shop"}, madeUpToken("-old")); err != nil {
		t.Fatal(err)
	}
	keychain.set = func(account, secret string) (string, error) {
		if account == "Shop" {
			return "rubbish", nil
		}
		return secret, nil
	}
	fresh := madeUpToken("-new")
	if outcome, err := keep.Replace(ctx, vault.Entry{Name: "Shop"}, fresh); outcome != vault.Unsettled || err == nil {
		t.Fatalf("Replace: %v, %v", outcome, err)
	}
	keychain.set = nil
	found, err := keep.Recover(ctx)
	want := []vault.Recovered{{Doing: vault.Replacing, Name: "Shop", Result: vault.ChangeDone}}
	if diff := cmp.Diff(want, found); diff != "" || err != nil {
		t.Errorf("Recover: %v\n%s", err, diff)
	}
	if kept, err := keep.Token(ctx, "Shop"); err != nil || !kept.Equal(fresh) {
		t.Errorf("the new token is gone: %v", err)
	}
}

func TestTheIndexTakesNoToken(t *testing.T) {
	ctx := context.Background()
	keep, folder := newVault(t, &pretendKeychain{}, long)
	token := graph.NewToken("made-up-short-token-1234")
	for _, entry := range []vault.Entry{{Name: token.Reveal()}, {Name: "Shop", AppName: "x" + token.Reveal()}} {
		if _, err := keep.Save(ctx, entry, token); !errors.Is(err, vault.ErrTokenInEntry) {
			t.Errorf("Save: %v", err)
		}
	}
	mustNotHold(t, folder.Path(), token.Reveal())
}

func TestNames(t *testing.T) {
	for name, fault := range map[string]vault.NameFault{
		"Main shop – Berlin": "", "店": "", strings.Repeat("n", vault.MaxName): "",
		"": vault.NameEmpty, " \t": vault.NameEmpty, " Shop": vault.NameUntrimmed,
		strings.Repeat("n", vault.MaxName+1): vault.NameTooLong,
		"Sh\nop":                             vault.NameControl, "Sh\x00op": vault.NameControl, "Sh\xffop": vault.NameControl,
		"Latchkey-Internal-x": vault.NameReserved,
	} {
		var found *vault.NameError
		switch err := vault.CheckName(name); {
		case fault == "" && err != nil:
			t.Errorf("%q: %v", name, err)
		case fault != "" && (!errors.As(err, &found) || found.Fault != fault):
			t.Errorf("%q: %v, want %v", name, err, fault)
		}
	}
	if name, err := vault.CleanName("  Shop\n"); name != "Shop" || err != nil {
		t.Errorf("CleanName: %q, %v", name, err)
	}
}
