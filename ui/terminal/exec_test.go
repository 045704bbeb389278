//go:build unix

package terminal_test

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"latchkey/ui/terminal"
	"latchkey/wizard/vault"
)

// actVariable makes TestActAsLatchkey the program.
const actVariable = "LATCHKEY_TEST_ACT"

// TestActAsLatchkey is the program in a process of its own, for commands that
// another program takes the place of. Its arguments are behind two dashes.
func TestActAsLatchkey(t *testing.T) {
	if os.Getenv(actVariable) == "" {
		t.Skip("other tests start this one")
	}
	b := newBench(t)
	b.save("shop", "ready")
	b.saveAs("bare", partnerStory(t)) // nothing but its name is known
	ends := time.Date(2030, 1, 2, 3, 4, 5, 0, time.UTC)
	if err := b.Vault.Update(t.Context(), "shop", func(entry *vault.Entry) { entry.ExpiresAt = ends }); err != nil {
		t.Fatal(err)
	}
	b.In, b.Out, b.Err = os.Stdin, os.Stdout, os.Stderr
	os.Exit(b.Run(t.Context(), os.Args[slices.Index(os.Args, "--")+1:]))
}

// ran is what became of the program in a process of its own.
type ran struct {
	code     int
	out, err string
}

// latchkey runs the program in a process of its own, with a folder of its own
// for all that it and what it starts write.
func latchkey(t *testing.T, folder string, arguments ...string) ran {
	t.Helper()
	process := exec.CommandContext(t.Context(), os.Args[0], append([]string{"-test.run=^TestActAsLatchkey$", "--"}, arguments...)...)
	process.Env = append(os.Environ(), actVariable+"=1", "TMPDIR="+folder, "HOME="+folder, "GORACE=atexit_sleep_ms=0")
	process.Dir = folder
	var out, trouble bytes.Buffer
	process.Stdout, process.Stderr = &out, &trouble
	err := process.Run()
	var ended *exec.ExitError
	if err != nil && !errors.As(err, &ended) {
		t.Fatal(err)
	}
	return ran{process.ProcessState.ExitCode(), out.String(), trouble.String()}
}

func TestExecHandsOverAndEndsAsTheCommandDoes(t *testing.T) {
	folder := t.TempDir()
	secret := token(t, "ready")
	got := latchkey(t, folder, "exec", "--saved", "shop", "--",
		"sh", "-c", `printf '%s|%s|%s|%s' "$WHATSAPP_TOKEN" "$WHATSAPP_TOKEN_EXPIRES_AT" "$WHATSAPP_PHONE_NUMBER_ID" "$1"; exit 7`, "sh", "--saved")
	parts := strings.Split(got.out, "|")
	if got.code != 7 || len(parts) != 4 || parts[0] != secret || parts[1] != "2030-01-02T03:04:05Z" || parts[2] == "" || parts[3] != "--saved" {
		t.Errorf("ends with %d, %d parts; %s", got.code, len(parts), got.err)
	}
	got = latchkey(t, folder, "exec", "--saved", "shop", "--env", "META_KEY", "sh", "-c", `test -n "$META_KEY" -a -z "$WHATSAPP_TOKEN"`)
	if got.code != 0 {
		t.Errorf("another name, without dashes: ends with %d; %s", got.code, got.err)
	}
	if files := withToken(t, folder, secret); len(files) > 0 || strings.Contains(got.err, secret) {
		t.Errorf("the token is left in %q, or said", files)
	}
}

// An id that the shell has from another token would send from its number.
func TestExecKeepsNoIDsOfAnotherToken(t *testing.T) {
	t.Setenv("WHATSAPP_PHONE_NUMBER_ID", "106")
	t.Setenv("WHATSAPP_BUSINESS_ACCOUNT_ID", "102")
	got := latchkey(t, t.TempDir(), "exec", "--saved", "bare", "--", "sh", "-c", `printf %s "${WHATSAPP_PHONE_NUMBER_ID-none}${WHATSAPP_BUSINESS_ACCOUNT_ID-none}"`)
	if got.out != "nonenone" {
		t.Errorf("ends with %d and the ids %s; %s", got.code, got.out, got.err)
	}
}

func TestPipeHandsOverOnStandardInput(t *testing.T) {
	folder := t.TempDir()
	secret := token(t, "ready")
	got := latchkey(t, folder, "pipe", "--saved", "shop", "--", "sh", "-c", "cat; env >&2; exit 3")
	if got.out != secret || got.code != 3 || strings.Contains(got.err, secret) {
		t.Errorf("%d bytes, ends with %d", len(got.out), got.code)
	}
	if got = latchkey(t, folder, "pipe", "--saved", "shop", "--newline", "--", "cat"); got.out != secret+"\n" {
		t.Errorf("with a line end: %d bytes; %s", len(got.out), got.err)
	}
	if files := withToken(t, folder, secret); len(files) > 0 {
		t.Errorf("the token is left in %q", files)
	}
}

// withToken lists the files that hold the token.
func withToken(t *testing.T, folder, secret string) []string {
	t.Helper()
	var found []string
	err := filepath.WalkDir(folder, func(path string, file fs.DirEntry, err error) error {
		if err != nil || !file.Type().IsRegular() {
			return err
		}
		content, err := os.ReadFile(path)
		if bytes.Contains(content, []byte(secret)) {
			found = append(found, path)
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
	return found
}

func TestCommandsThatCannotBeStarted(t *testing.T) {
	b := newBench(t)
	b.save("shop", "ready")
	for _, command := range []string{"exec", "pipe"} {
		b.expect(127, "", command, "--saved", "shop", "--", "latchkey-has-no-such-command")
		says(t, b.err.String(), "There is no command “latchkey-has-no-such-command”.")
		b.expect(126, "", command, "--saved", "shop", "--", t.TempDir())
		says(t, b.err.String(), "cannot be run")
		b.expect(terminal.ExitUsage, "", command, "--saved", "shop")
		says(t, b.err.String(), "Name the command to run")
		b.expect(terminal.ExitUsage, "", command, "--", "true")
		says(t, b.err.String(), "Name the saved token")
		b.expect(terminal.ExitNoToken, "", command, "--saved", "elsewhere", "--", "true")
		says(t, b.err.String(), "No token is saved under this name.")
		b.keychain.FailWith(errors.New("broken"))
		b.expect(terminal.ExitNoKeychain, "", command, "--saved", "shop", "--", "true")
		b.keychain.FailWith(nil)
	}
	b.expect(terminal.ExitUsage, "", "exec", "--saved", "shop", "--env", "NOT A NAME", "--", "true")
	says(t, b.err.String(), "--env takes the name of a variable")
	b.expect(terminal.ExitUsage, "", "exec", "--saved", "shop", "--env", "WHATSAPP_PHONE_NUMBER_ID", "--", "true")
	says(t, b.err.String(), "WHATSAPP_PHONE_NUMBER_ID takes the ID of the phone number or account")
}
