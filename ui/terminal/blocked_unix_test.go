//go:build unix

package terminal_test

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"latchkey/graph/sandbox"
	"latchkey/ui/terminal"
	"latchkey/wizard/files"
	"latchkey/wizard/vault"
	"latchkey/wizard/vault/vaulttest"
)

// TestAPipeToWhichNobodyWritesIsLeftAlone: the first Ctrl+C ends a command that
// waits for a file.
func TestAPipeToWhichNobodyWritesIsLeftAlone(t *testing.T) {
	for name, arguments := range map[string]func(pipe string) []string{
		"check":    func(pipe string) []string { return []string{"check", "--batch", pipe} },
		"report":   func(pipe string) []string { return []string{"report", "open", pipe} },
		"calendar": func(pipe string) []string { return []string{"calendar", "--output", pipe} },
		"solution-token": func(pipe string) []string {
			return []string{"solution-token", "--solution", "102290129340398", "--list", pipe}
		},
		"store": func(pipe string) []string {
			t.Setenv("VAULT_CACERT", pipe)
			t.Setenv("VAULT_TOKEN", "s.made-up")
			return []string{"store", "--saved", "Shop", "--address", "https://vault.example.com", "--path", "whatsapp"}
		},
	} {
		t.Run(name, func(t *testing.T) {
			b := newBench(t)
			ready, _ := sandbox.FindScenario("ready")
			entry := vault.Entry{Name: "Shop", ExpiresAt: time.Now().Add(30 * 24 * time.Hour)}
			if _, err := b.Vault.Save(t.Context(), entry, ready.Token); err != nil {
				t.Fatal(err)
			}
			pipe := filepath.Join(t.TempDir(), "pipe")
			if err := syscall.Mkfifo(pipe, 0o600); err != nil {
				t.Skip(err)
			}
			ctx, cancel := context.WithCancel(t.Context())
			ended := make(chan int, 1)
			go func() { ended <- b.Run(ctx, arguments(pipe)) }()
			select {
			case code := <-ended:
				t.Fatalf("it does not wait, and ends with %d: %s", code, b.err)
			case <-time.After(300 * time.Millisecond):
			}
			cancel()
			select {
			case code := <-ended:
				if code != terminal.ExitInterrupted {
					t.Errorf("it ends with %d: %s", code, b.err)
				}
			case <-time.After(10 * time.Second):
				t.Error("it waits on")
			}
			release(t, pipe)
		})
	}
}

// release lets go who waits at a pipe.
func release(t *testing.T, pipe string) {
	t.Helper()
	file, err := os.OpenFile(pipe, os.O_RDWR|syscall.O_NONBLOCK, 0)
	if err != nil {
		t.Fatal(err)
	}
	time.Sleep(50 * time.Millisecond)
	if err := file.Close(); err != nil {
		t.Error(err)
	}
}

// TestWhoReadsTheCalendarMayHaveEnough: then it ends without a word.
func TestWhoReadsTheCalendarMayHaveEnough(t *testing.T) {
	if _, err := os.Stat("/dev/stdout"); err != nil {
		t.Skip(err)
	}
	folder := t.TempDir()
	t.Setenv("HOME", folder)
	t.Setenv("XDG_CONFIG_HOME", filepath.Join(folder, "config"))
	settings, err := files.DefaultPath()
	if err != nil {
		t.Fatal(err)
	}
	ready, _ := sandbox.FindScenario("ready")
	saved := vault.Open(vault.Options{Folder: files.Open(settings, nil), Keychain: &vaulttest.Memory{}})
	if _, err := saved.Save(t.Context(), vault.Entry{Name: "Shop", ExpiresAt: time.Now().Add(30 * 24 * time.Hour)}, ready.Token); err != nil {
		t.Fatal(err)
	}
	read, write, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	_ = read.Close()
	defer func() { _ = write.Close() }()
	ctx, cancel := context.WithTimeout(t.Context(), 10*time.Second)
	defer cancel()
	var said strings.Builder
	program := exec.CommandContext(ctx, "latchkey", "calendar", "--output", "/dev/stdout")
	program.Stdout, program.Stderr = write, &said
	var ended *exec.ExitError
	if err := program.Run(); !errors.As(err, &ended) || ended.Sys().(syscall.WaitStatus).Signal() != syscall.SIGPIPE || said.String() != "" {
		t.Errorf("%v: %s", err, said.String())
	}
}
