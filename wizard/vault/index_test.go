package vault_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/sync/errgroup"

	"latchkey/wizard/files"
	"latchkey/wizard/vault"
)

func TestIndexAndKeychainDisagree(t *testing.T) {
	ctx := context.Background()
	keychain := &pretendKeychain{}
	keep, _ := newVault(t, keychain, long)
	for _, name := range []string{"same", "gone", "changed"} {
		if _, err := keep.Save(ctx, vault.Entry{Name: name}, madeUpToken("kept")); err != nil {
			t.Fatal(err)
		}
	}
	delete(keychain.secrets, "gone")
	keychain.secrets["changed"] = madeUpToken("else").Reveal()
	keychain.secrets["foreign"] = madeUpToken("kept").Reveal()

	for name, want := range map[string]vault.State{
		"same": vault.Present, "gone": vault.Missing, "changed": vault.Different, "foreign": vault.Unlisted, "nowhere": vault.Unknown,
	} {
		if state, err := keep.State(ctx, name); state != want || err != nil {
			t.Errorf("State(%s): %v, %v", name, state, err)
		}
	}

	if _, err := keep.Adopt(ctx, vault.Entry{Name: "foreign"}); err != nil {
		t.Errorf("Adopt: %v", err)
	}
	if err := keep.Remove(ctx, "gone"); err != nil {
		t.Errorf("Remove of what the keychain does not hold: %v", err)
	}
	if err := keep.Forget(ctx, "changed"); err != nil {
		t.Errorf("Forget: %v", err)
	}
	if diff := cmp.Diff([]string{"same", "foreign"}, names(t, keep)); diff != "" {
		t.Errorf("listed:\n%s", diff)
	}
	if keychain.secrets["changed"] == "" {
		t.Error("Forget deleted from the keychain")
	}
}

func TestARemovedTokenIsProvedGone(t *testing.T) {
	ctx := context.Background()
	keychain := &pretendKeychain{}
	keep, folder := newVault(t, keychain, long)
	if _, err := keep.Save(ctx, vault.Entry{Name: "Shop"}, madeUpToken("kept")); err != nil {
		t.Fatal(err)
	}
	stubborn := vault.Open(vault.Options{Folder: folder, Keychain: stubbornKeychain{keychain}})
	if err := stubborn.Remove(ctx, "Shop"); reasonOf(err) != vault.NotRemoved {
		t.Errorf("Remove that removes nothing: %v", err)
	}
	if got := names(t, keep); len(got) != 1 {
		t.Errorf("a token that is still there is no longer listed")
	}
	if err := keep.Remove(ctx, "Shop"); err != nil || len(keychain.accounts()) != 0 || len(names(t, keep)) != 0 {
		t.Errorf("Remove: %v; keychain %v", err, keychain.accounts())
	}
	if err := keep.Remove(ctx, "Shop"); reasonOf(err) != vault.NotFound {
		t.Errorf("Remove of what no one knows: %v", err)
	}
}

// stubbornKeychain says yes to a deletion and keeps what it has.
type stubbornKeychain struct{ *pretendKeychain }

func (stubbornKeychain) Delete(string, string) error { return nil }

func TestRename(t *testing.T) {
	ctx := context.Background()
	keychain := &pretendKeychain{}
	keep, _ := newVault(t, keychain, long)
	token := madeUpToken("kept")
	for _, name := range []string{"first", "second"} {
		if _, err := keep.Save(ctx, vault.Entry{Name: name, AppID: name}, token); err != nil {
			t.Fatal(err)
		}
	}
	var taken *vault.TakenError
	for _, to := range []string{"second", "First"} {
		if err := keep.Rename(ctx, "first", to); !errors.As(err, &taken) {
			t.Errorf("Rename to %s: %v", to, err)
		}
	}
	if err := keep.Rename(ctx, "first", "third"); err != nil {
		t.Errorf("Rename: %v", err)
	}
	if diff := cmp.Diff([]string{"third", "second"}, names(t, keep)); diff != "" || len(keychain.accounts()) != 2 {
		t.Errorf("keychain %v, listed:\n%s", keychain.accounts(), diff)
	}
	if entry, err := keep.Entry(ctx, "third"); entry.AppID != "first" || err != nil {
		t.Errorf("Entry: %+v, %v", entry, err)
	}
}

func TestUpdatesFromTwoWindowsAreNotLost(t *testing.T) {
	ctx := context.Background()
	keychain := &pretendKeychain{}
	keep, folder := newVault(t, keychain, long)
	other := vault.Open(vault.Options{Folder: folder, Keychain: keychain})
	var group errgroup.Group
	const each = 20
	for window, keep := range []*vault.Vault{keep, other} {
		group.Go(func() error {
			for i := range each {
				name := fmt.Sprintf("%d-%d", window, i)
				if _, err := keep.Save(ctx, vault.Entry{Name: name}, madeUpToken("kept")); err != nil {
					return err
				}
				change := func(entry *vault.Entry) { entry.Verdict, entry.Last4 = "ready", "none" }
				if err := keep.Update(ctx, name, change); err != nil {
					return err
				}
			}
			return nil
		})
	}
	if err := group.Wait(); err != nil {
		t.Fatal(err)
	}
	listed, err := keep.List(ctx)
	if err != nil || len(listed) != 2*each {
		t.Fatalf("%d of %d are listed, %v", len(listed), 2*each, err)
	}
	for _, entry := range listed {
		if entry.Verdict != "ready" || entry.Last4 != "kept" {
			t.Errorf("%+v", entry)
		}
	}
	if err := keep.Update(ctx, "nowhere", func(*vault.Entry) {}); !errors.Is(err, vault.ErrNotListed) {
		t.Errorf("Update of no entry: %v", err)
	}
}

func TestADamagedIndexIsPutAsideAndTold(t *testing.T) {
	ctx := context.Background()
	keychain := &pretendKeychain{}
	keep, folder := newVault(t, keychain, long)
	if _, err := keep.Save(ctx, vault.Entry{Name: "Shop"}, madeUpToken("kept")); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(filepath.Join(folder.Path(), "index.json"), 60); err != nil {
		t.Fatal(err)
	}
	if listed, err := keep.List(ctx); len(listed) != 0 || err != nil {
		t.Errorf("List: %v, %v", listed, err)
	}
	damaged, err := keep.Damaged()
	if len(damaged) != 1 || err != nil {
		t.Fatalf("Damaged: %v, %v", damaged, err)
	}
	if info, err := os.Stat(damaged[0].Path); err != nil || info.Size() != 60 {
		t.Errorf("what was put aside: %v, %v", info, err)
	}
	if _, err := keep.Adopt(ctx, vault.Entry{Name: "Shop"}); err != nil {
		t.Errorf("Adopt: %v", err)
	}
	if got := names(t, keep); len(got) != 1 {
		t.Errorf("listed again: %v", got)
	}
}

func TestNothingIsWrittenToTheKeychainWhenTheIndexCannotBe(t *testing.T) {
	place := filepath.Join(t.TempDir(), "latchkey")
	if err := os.WriteFile(place, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	keychain := &pretendKeychain{}
	keep := vault.Open(vault.Options{Folder: files.Open(place, nil), Keychain: keychain})
	ctx := context.Background()
	_, saved := keep.Save(ctx, vault.Entry{Name: "Shop"}, madeUpToken("kept"))
	for doing, err := range map[string]error{"Save": saved, "Prove": keep.Prove(ctx)} {
		var failure *files.Error
		if !errors.As(err, &failure) || failure.Reason != files.NoPlace {
			t.Errorf("%s: %v", doing, err)
		}
	}
	if left := keychain.accounts(); len(left) != 0 {
		t.Errorf("left in the keychain: %v", left)
	}
}

func names(t *testing.T, keep *vault.Vault) []string {
	t.Helper()
	listed, err := keep.List(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, entry := range listed {
		all = append(all, entry.Name)
	}
	return all
}
