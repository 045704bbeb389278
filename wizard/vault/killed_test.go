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
)

// killedCases are what a process is killed in the middle of. States are the
// last four characters kept under the names A and B.
var killedCases = map[string]struct {
	begin    func(context.Context, *vault.Vault) error
	old, new [2]string
}{
	"save": {func(ctx context.Context, keep *vault.Vault) error {
		_, err := keep.Save(ctx, vault.Entry{Name: "B"}, madeUpToken("-new"))
		return err
	}, [2]string{"-old", ""}, [2]string{"-old", "-new"}},
	"replace": {func(ctx context.Context, keep *vault.Vault) error {
		_, err := keep.Replace(ctx, vault.Entry{Name: "A"}, madeUpToken("-new"))
		return err
	}, [2]string{"-old", ""}, [2]string{"-new", ""}},
	"remove": {func(ctx context.Context, keep *vault.Vault) error {
		return keep.Remove(ctx, "A")
	}, [2]string{"-old", ""}, [2]string{"", ""}},
	"rename": {func(ctx context.Context, keep *vault.Vault) error {
		return keep.Rename(ctx, "A", "B")
	}, [2]string{"-old", ""}, [2]string{"", "-old"}},
	"prove": {func(ctx context.Context, keep *vault.Vault) error {
		return keep.Prove(ctx)
	}, [2]string{"-old", ""}, [2]string{"-old", ""}},
}

// TestKilledAtAnyMoment kills a process before and after each of its keychain
// calls, which is between any two writes to keychain and index.
func TestKilledAtAnyMoment(t *testing.T) {
	for operation, c := range killedCases {
		t.Run(operation, func(t *testing.T) {
			for step, finished := 1, false; !finished; step++ {
				finished = killAt(t, operation, step, c.old, c.new)
			}
		})
	}
}

func killAt(t *testing.T, operation string, step int, old, new [2]string) (finished bool) {
	t.Helper()
	ctx := context.Background()
	folder := t.TempDir()
	keychain := &folderKeychain{path: filepath.Join(folder, "keychain")}
	options := vault.Options{Folder: files.Open(filepath.Join(folder, "index"), nil), Keychain: keychain}
	if _, err := vault.Open(options).Save(ctx, vault.Entry{Name: "A"}, madeUpToken("-old")); err != nil {
		t.Fatal(err)
	}

	process := exec.Command(os.Args[0])
	process.Env = append(os.Environ(), quickEnd, childVariable+"="+dyingCommand,
		dyingFolder+"="+folder, dyingOperation+"="+operation, dyingStep+"="+fmt.Sprint(step))
	output, err := process.CombinedOutput()
	finished = err == nil
	if !finished && process.ProcessState.ExitCode() > 0 {
		t.Fatalf("step %d: the process was not killed: %v\n%s", step, err, output)
	}

	keep := vault.Open(options)
	found, err := keep.Recover(ctx)
	if err != nil {
		t.Fatalf("step %d: Recover: %v", step, err)
	}
	var last4 [2]string
	for i, name := range []string{"A", "B"} {
		switch state, err := keep.State(ctx, name); {
		case err != nil || (state != vault.Present && state != vault.Unknown):
			t.Errorf("step %d: index and keychain about %s: %v, %v", step, name, state, err)
		case state == vault.Present:
			token, _ := keep.Token(ctx, name)
			last4[i] = token.Last4()
		}
	}
	if last4 != old && last4 != new {
		t.Errorf("step %d: kept %q, want %q or %q", step, last4, old, new)
	}
	if finished && (last4 != new || len(found) != 0) {
		t.Errorf("not killed: kept %q, found %v", last4, found)
	}
	for _, one := range found {
		says := map[vault.Result][2]string{vault.ChangeUndone: old, vault.ChangeDone: new}[one.Result]
		if says != last4 {
			t.Errorf("step %d: Recover says %s, kept is %q", step, one.Result, last4)
		}
	}
	for _, account := range keychain.accounts(t) {
		if account != "A" && account != "B" {
			t.Errorf("step %d: %s is left in the keychain", step, account)
		}
	}
	mustNotHold(t, filepath.Join(folder, "index"), madeUpToken("-new").Reveal())
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
	if err := killedCases[os.Getenv(dyingOperation)].begin(context.Background(), keep); err != nil {
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
