package vault_test

import (
	"context"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/zalando/go-keyring"

	"latchkey/wizard/files"
	"latchkey/wizard/vault"
)

const (
	dyingCommand   = "die"
	dyingFolder    = "VAULT_TEST_FOLDER"
	dyingOperation = "VAULT_TEST_OPERATION"
	dyingStep      = "VAULT_TEST_STEP"
	dyingEnding    = "VAULT_TEST_ENDING"
)

const (
	oldToken = "-old"
	newToken = "-new"
)

// killedCases are what a process is killed in the middle of. States are the
// tokens kept under the names A and B. Each token ends as asked.
var killedCases = map[string]struct {
	begin    func(ctx context.Context, keep *vault.Vault, ending string) error
	old, new [2]string
}{
	"save": {func(ctx context.Context, keep *vault.Vault, ending string) error {
		_, err := keep.Save(ctx, vault.Entry{Name: "B", AppID: newToken}, madeUpToken(newToken+ending))
		return err
	}, [2]string{oldToken, ""}, [2]string{oldToken, newToken}},
	"replace": {func(ctx context.Context, keep *vault.Vault, ending string) error {
		_, err := keep.Replace(ctx, vault.Entry{Name: "A", AppID: newToken}, madeUpToken(newToken+ending))
		return err
	}, [2]string{oldToken, ""}, [2]string{newToken, ""}},
	"remove": {func(ctx context.Context, keep *vault.Vault, _ string) error {
		return keep.Remove(ctx, "A")
	}, [2]string{oldToken, ""}, [2]string{"", ""}},
	"rename": {func(ctx context.Context, keep *vault.Vault, _ string) error {
		return keep.Rename(ctx, "A", "B")
	}, [2]string{oldToken, ""}, [2]string{"", oldToken}},
	"prove": {func(ctx context.Context, keep *vault.Vault, _ string) error {
		return keep.Prove(ctx)
	}, [2]string{oldToken, ""}, [2]string{oldToken, ""}},
}

// TestKilledAtAnyMoment kills a process before and after each of its keychain
// calls, which is between any two writes to keychain and index. Many of Meta's
// tokens end alike.
func TestKilledAtAnyMoment(t *testing.T) {
	for operation, c := range killedCases {
		for kind, ending := range map[string]string{"other ending": "", "same ending": "ZDZD"} {
			t.Run(operation+", "+kind, func(t *testing.T) {
				for step, finished := 1, false; !finished; step++ {
					finished = killAt(t, operation, ending, step, c.old, c.new)
				}
			})
		}
	}
}

func killAt(t *testing.T, operation, ending string, step int, old, new [2]string) (finished bool) {
	t.Helper()
	ctx := context.Background()
	folder := t.TempDir()
	keychain := &folderKeychain{path: filepath.Join(folder, "keychain")}
	options := vault.Options{Folder: files.Open(filepath.Join(folder, "index"), nil), Keychain: keychain}
	if _, err := vault.Open(options).Save(ctx, vault.Entry{Name: "A", AppID: oldToken}, madeUpToken(oldToken+ending)); err != nil {
		t.Fatal(err)
	}

	process := exec.Command(os.Args[0])
	process.Env = append(os.Environ(), quickEnd, childVariable+"="+dyingCommand,
		dyingFolder+"="+folder, dyingOperation+"="+operation, dyingStep+"="+fmt.Sprint(step), dyingEnding+"="+ending)
	output, err := process.CombinedOutput()
	finished = err == nil
	if !finished && process.ProcessState.ExitCode() > 0 {
		t.Fatalf("step %d: the process was not killed: %v\n%s", step, err, output)
	}

	newKept := slices.Contains(keychain.secrets(t), madeUpToken(newToken+ending).Reveal())
	keep := vault.Open(options)
	found, err := keep.Recover(ctx)
	if err != nil {
		t.Fatalf("step %d: Recover: %v", step, err)
	}
	var kept [2]string
	for i, name := range []string{"A", "B"} {
		switch state, err := keep.State(ctx, name); {
		case err != nil || (state != vault.Present && state != vault.Unknown):
			t.Errorf("step %d: index and keychain about %s: %v, %v", step, name, state, err)
		case state == vault.Present:
			token, _ := keep.Token(ctx, name)
			entry, _ := keep.Entry(ctx, name)
			if kept[i] = entry.AppID; !token.Equal(madeUpToken(entry.AppID + ending)) {
				t.Errorf("step %d: what is listed under %s is not of the token that is kept", step, name)
			}
		}
	}
	if newKept && !slices.Contains(keychain.secrets(t), madeUpToken(newToken+ending).Reveal()) {
		t.Errorf("step %d: the new token was kept, and is deleted", step)
	}
	if kept != old && kept != new {
		t.Errorf("step %d: kept %q, want %q or %q", step, kept, old, new)
	}
	if finished && (kept != new || len(found) != 0) {
		t.Errorf("not killed: kept %q, found %v", kept, found)
	}
	for _, one := range found {
		says := map[vault.Result][2]string{vault.ChangeUndone: old, vault.ChangeDone: new}[one.Result]
		if says != kept {
			t.Errorf("step %d: Recover says %s, kept is %q", step, one.Result, kept)
		}
	}
	for _, account := range keychain.accounts(t) {
		if account != "A" && account != "B" {
			t.Errorf("step %d: %s is left in the keychain", step, account)
		}
	}
	mustNotHold(t, filepath.Join(folder, "index"), madeUpToken(newToken+ending).Reveal())
	return finished
}

// runDyingChild begins an operation on a keychain that kills the process.
func runDyingChild() int {
	folder, step := os.Getenv(dyingFolder), 0
	if _, err := fmt.Sscan(os.Getenv(dyingStep), &step); err != nil {
		return 2
	}
	keep := vault.Open(vault.Options{
		Folder:   files.Open(filepath.Join(folder, "index"), nil),
		Keychain: &folderKeychain{path: filepath.Join(folder, "keychain"), killAt: step},
	})
	if err := killedCases[os.Getenv(dyingOperation)].begin(context.Background(), keep, os.Getenv(dyingEnding)); err != nil {
		fmt.Println(err)
		return 1
	}
	return 0
}

// folderKeychain keeps each secret in a file, so that it outlives a process,
// and kills its process at a given step if there is one.
type folderKeychain struct {
	path   string
	killAt int
	step   int
}

func (k *folderKeychain) tick() {
	if k.step++; k.step == k.killAt {
		self, err := os.FindProcess(os.Getpid())
		if err == nil {
			err = self.Kill()
		}
		if err != nil {
			panic(err)
		}
		select {} // until the signal arrives
	}
}

func (k *folderKeychain) file(account string) string {
	return filepath.Join(k.path, hex.EncodeToString([]byte(account)))
}

func (k *folderKeychain) Set(_, account, secret string) error {
	k.tick()
	defer k.tick()
	if err := os.MkdirAll(k.path, 0o700); err != nil {
		return err
	}
	return os.WriteFile(k.file(account), []byte(secret), 0o600)
}

func (k *folderKeychain) Get(_, account string) (string, error) {
	k.tick()
	defer k.tick()
	secret, err := os.ReadFile(k.file(account))
	if errors.Is(err, fs.ErrNotExist) {
		return "", keyring.ErrNotFound
	}
	return string(secret), err
}

func (k *folderKeychain) Delete(_, account string) error {
	k.tick()
	defer k.tick()
	err := os.Remove(k.file(account))
	if errors.Is(err, fs.ErrNotExist) {
		return keyring.ErrNotFound
	}
	return err
}

func (k *folderKeychain) accounts(t *testing.T) []string {
	t.Helper()
	found, err := os.ReadDir(k.path)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, file := range found {
		account, err := hex.DecodeString(strings.TrimSpace(file.Name()))
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, string(account))
	}
	return all
}

func (k *folderKeychain) secrets(t *testing.T) []string {
	t.Helper()
	var all []string
	for _, account := range k.accounts(t) {
		secret, err := os.ReadFile(k.file(account))
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, string(secret))
	}
	return all
}
