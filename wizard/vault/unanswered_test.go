package vault_test

import (
	"context"
	"errors"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"
	"go.uber.org/goleak"

	"latchkey/wizard/files"
	"latchkey/wizard/vault"
)

// short is a deadline that only a hanging call should reach.
const short = 100 * time.Millisecond

// hangingSet is a keychain that answers everything but writes, as when each one
// is put before the person.
type hangingSet struct {
	*pretendKeychain
	hang chan struct{}
}

func (k *hangingSet) Set(service, account, secret string) error {
	<-k.hang
	return k.pretendKeychain.Set(service, account, secret)
}

func TestACanaryThatArrivesLateIsClearedUp(t *testing.T) {
	ctx := context.Background()
	keychain := &hangingSet{&pretendKeychain{}, make(chan struct{})}
	arrived := make(chan struct{}, 2)
	keychain.set = func(_, secret string) (string, error) {
		arrived <- struct{}{}
		return secret, nil
	}
	keep, _ := newVault(t, keychain, short)
	if err := keep.Prove(ctx); reasonOf(err) != vault.Timeout {
		t.Errorf("Prove: %v", err)
	}
	close(keychain.hang)
	<-arrived
	eventually(t, "the canary was gone", func() bool { return len(keychain.accounts()) == 0 })
	mustFind(t, keep, vault.Recovered{Doing: vault.Proving, Result: vault.ChangeUndone})
	if err := keep.Prove(ctx); err != nil {
		t.Errorf("Prove once it answers: %v", err)
	}
}

func TestATokenThatArrivesLateIsListed(t *testing.T) {
	ctx := context.Background()
	keychain := &hangingSet{&pretendKeychain{}, make(chan struct{})}
	keep, folder := newVault(t, keychain, short)
	token := madeUpToken("kept")
	outcome, err := keep.Save(ctx, vault.Entry{Name: "Shop"}, token)
	if outcome != vault.Unsettled || reasonOf(err) != vault.Timeout {
		t.Errorf("Save: %v, %v", outcome, err)
	}
	close(keychain.hang)
	eventually(t, "it was listed", func() bool {
		listed, err := keep.List(ctx)
		return err == nil && len(listed) == 1
	})
	mustFind(t, keep, vault.Recovered{Doing: vault.Saving, Name: "Shop", Result: vault.ChangeDone})
	if state, err := keep.State(ctx, "Shop"); state != vault.Present || err != nil {
		t.Errorf("State: %v, %v", state, err)
	}
	mustNotHold(t, folder.Path(), token.Reveal())
}

func TestALateWriteDoesNotUndoWhatWasDoneSince(t *testing.T) {
	ctx := context.Background()
	keychain := &hangingSet{&pretendKeychain{}, make(chan struct{})}
	keep, folder := newVault(t, keychain, short)
	before := goleak.IgnoreCurrent()
	if _, err := keep.Save(ctx, vault.Entry{Name: "Shop"}, madeUpToken("kept")); reasonOf(err) != vault.Timeout {
		t.Fatalf("Save: %v", err)
	}
	// Another window, whose keychain answers, saves under that name meanwhile.
	other := vault.Open(vault.Options{Folder: folder, Keychain: keychain.pretendKeychain})
	if outcome, err := other.Save(ctx, vault.Entry{Name: "Shop", AppName: "other"}, madeUpToken("kept")); outcome != vault.Added {
		t.Fatalf("Save in the other window: %v, %v", outcome, err)
	}
	close(keychain.hang)
	mustEnd(t, before)
	if entry, err := keep.Entry(ctx, "Shop"); entry.AppName != "other" || err != nil {
		t.Errorf("Entry: %+v, %v", entry, err)
	}
}

func TestCallsThatNeverAnswerAreBounded(t *testing.T) {
	ctx := context.Background()
	keychain := &pretendKeychain{secrets: map[string]string{"Shop": "made-up-token"}}
	keep, _ := newVault(t, keychain, 5*time.Millisecond)
	answer := keychain.stopAnswering()
	defer answer()
	for range 2 * vault.MaxUnanswered {
		if _, err := keep.Token(ctx, "Shop"); reasonOf(err) != vault.Timeout {
			t.Fatalf("Token: %v", err)
		}
	}
	if hanging := keep.Unanswered(); hanging != vault.MaxUnanswered {
		t.Errorf("%d calls hang, at most %d should", hanging, vault.MaxUnanswered)
	}
	if listed, err := keep.List(ctx); err != nil || len(listed) != 0 {
		t.Errorf("List: %v, %v", listed, err)
	}
	answer()
	eventually(t, "all had answered", func() bool { return keep.Unanswered() == 0 })
	if _, err := keep.Token(ctx, "Shop"); err != nil {
		t.Errorf("Token once it answers: %v", err)
	}
}

func TestOneHangingCallDoesNotKeepTheNextOne(t *testing.T) {
	keychain := &pretendKeychain{secrets: map[string]string{"Shop": "made-up-token"}}
	keep, _ := newVault(t, keychain, long)
	answer := keychain.stopAnswering()
	defer answer()
	impatient, cancel := context.WithTimeout(context.Background(), short)
	defer cancel()
	if _, err := keep.Token(impatient, "Shop"); reasonOf(err) != vault.Timeout {
		t.Errorf("Token: %v", err)
	}
	keychain.mu.Lock()
	keychain.hang = nil // the first call goes on hanging; new ones are answered
	keychain.mu.Unlock()
	if _, err := keep.Token(context.Background(), "Shop"); err != nil {
		t.Errorf("Token while an earlier call hangs: %v", err)
	}
}

func TestCancelledByTheCaller(t *testing.T) {
	keychain := &pretendKeychain{}
	keep, _ := newVault(t, keychain, long)
	answer := keychain.stopAnswering()
	defer answer()
	ctx, cancel := context.WithCancel(context.Background())
	time.AfterFunc(10*time.Millisecond, cancel)
	if _, err := keep.Token(ctx, "Shop"); reasonOf(err) != vault.Canceled {
		t.Errorf("Token: %v", err)
	}
}

func mustFind(t *testing.T, keep *vault.Vault, want vault.Recovered) {
	t.Helper()
	var all []vault.Recovered
	eventually(t, "what was settled was told", func() bool {
		found, err := keep.Recover(context.Background())
		all = append(all, found...)
		return err == nil && len(all) > 0
	})
	if diff := cmp.Diff([]vault.Recovered{want}, all); diff != "" {
		t.Errorf("Recover:\n%s", diff)
	}
}

func reasonOf(err error) vault.Reason {
	var failure *vault.Error
	if !errors.As(err, &failure) {
		return ""
	}
	return failure.Reason
}

// prompting is a keychain that puts each read before the person.
type prompting struct {
	*pretendKeychain
	shown atomic.Int32
}

func (k *prompting) Get(service, account string) (string, error) {
	k.shown.Add(1)
	return k.pretendKeychain.Get(service, account)
}

// Prompts of one connection would take each other's answers, also when the real
// tokens' vault and the practice ones' ask at the same time.
func TestVaultsOnOneKeychainAskOneAfterAnother(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		keychain := &prompting{pretendKeychain: &pretendKeychain{secrets: map[string]string{"Shop": "made-up-token"}}}
		answer := keychain.stopAnswering()
		shared, folder := vault.AsSystem(keychain), files.Open(t.TempDir(), nil)
		answers := make(chan error, 2)
		for _, service := range []string{vault.Service, vault.PracticeService} {
			keep := vault.Open(vault.Options{Service: service, Folder: folder, Keychain: shared})
			go func() {
				_, err := keep.Token(t.Context(), "Shop")
				answers <- err
			}()
		}
		synctest.Wait()
		if shown := keychain.shown.Load(); shown != 1 {
			t.Errorf("%d prompts are shown at a time", shown)
		}
		answer()
		for range 2 {
			if err := <-answers; err != nil {
				t.Errorf("Token: %v", err)
			}
		}
	})
}

func TestAllVaultsOnTheSystemsKeychainShareOneTurn(t *testing.T) {
	folder := files.Open(t.TempDir(), nil)
	one := vault.Open(vault.Options{Folder: folder})
	other := vault.Open(vault.Options{Folder: folder, Service: vault.PracticeService, Keychain: vault.System()})
	if !vault.OneTurn(one, other) {
		t.Error("they ask the keychain at the same time")
	}
}
