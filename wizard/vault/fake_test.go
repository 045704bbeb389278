package vault_test

import (
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/zalando/go-keyring"
	"go.uber.org/goleak"

	"latchkey/graph"
	"latchkey/wizard/files"
	"latchkey/wizard/vault"
)

// pretendKeychain keeps secrets in memory, and has every fault there is.
type pretendKeychain struct {
	mu      sync.Mutex
	secrets map[string]string // by account

	// Each, when set, is asked before a call does its work. What set returns is
	// stored in the secret's place; an error ends the call.
	set    func(account, secret string) (stored string, err error)
	get    func(account string) error
	delete func(account string) error

	// hang, when set, keeps every call from answering until it is closed.
	hang chan struct{}
}

func (k *pretendKeychain) wait() {
	k.mu.Lock()
	hang := k.hang
	k.mu.Unlock()
	if hang != nil {
		<-hang
	}
}

func (k *pretendKeychain) Set(_, account, secret string) error {
	k.wait()
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.set != nil {
		stored, err := k.set(account, secret)
		if err != nil || stored == "" {
			return err
		}
		secret = stored
	}
	if k.secrets == nil {
		k.secrets = map[string]string{}
	}
	k.secrets[account] = secret
	return nil
}

func (k *pretendKeychain) Get(_, account string) (string, error) {
	k.wait()
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.get != nil {
		if err := k.get(account); err != nil {
			return "", err
		}
	}
	secret, there := k.secrets[account]
	if !there {
		return "", keyring.ErrNotFound
	}
	return secret, nil
}

func (k *pretendKeychain) Delete(_, account string) error {
	k.wait()
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.delete != nil {
		if err := k.delete(account); err != nil {
			return err
		}
	}
	if _, there := k.secrets[account]; !there {
		return keyring.ErrNotFound
	}
	delete(k.secrets, account)
	return nil
}

// stopAnswering makes calls hang until the returned function is called.
func (k *pretendKeychain) stopAnswering() (answer func()) {
	hang := make(chan struct{})
	k.mu.Lock()
	k.hang = hang
	k.mu.Unlock()
	return sync.OnceFunc(func() {
		k.mu.Lock()
		k.hang = nil
		k.mu.Unlock()
		close(hang)
	})
}

func (k *pretendKeychain) accounts() []string {
	k.mu.Lock()
	defer k.mu.Unlock()
	var all []string
	for account := range k.secrets {
		all = append(all, account)
	}
	return all
}

// newVault returns a vault on keychain in a folder of its own. The test does
// not end before what the vault has started has ended.
func newVault(t *testing.T, keychain vault.Keychain, deadline time.Duration) (*vault.Vault, *files.Folder) {
	t.Helper()
	folder := files.Open(t.TempDir(), nil)
	before := goleak.IgnoreCurrent()
	t.Cleanup(func() { mustEnd(t, before) })
	return vault.Open(vault.Options{Folder: folder, Keychain: keychain, Deadline: deadline}), folder
}

// mustEnd waits until no goroutine runs but those from before.
func mustEnd(t *testing.T, before goleak.Option) {
	t.Helper()
	if err := goleak.Find(before); err != nil {
		t.Error(err)
	}
}

// eventually waits until done says yes.
func eventually(t *testing.T, what string, done func() bool) {
	t.Helper()
	patience := time.After(long)
	again := time.NewTicker(2 * time.Millisecond)
	defer again.Stop()
	for !done() {
		select {
		case <-again.C:
		case <-patience:
			t.Fatalf("waited %v until %s", long, what)
		}
	}
}

func madeUpToken(name string) graph.Token {
	return graph.NewToken("made-up-token-" + strings.Repeat("x", 180) + "-" + name)
}
