package terminal_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"latchkey/ui/terminal"
	"latchkey/wizard/files"
	"latchkey/wizard/vault"
)

// TestWithoutAHome: settings go nowhere else, and what needs none goes on.
func TestWithoutAHome(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows has another variable")
	}
	t.Setenv("TMPDIR", t.TempDir())
	t.Setenv("HOME", "")
	t.Setenv("XDG_CONFIG_HOME", "settings")
	variable := "XDG_CONFIG_HOME"
	if runtime.GOOS == "darwin" {
		variable = "HOME"
	}
	t.Chdir(t.TempDir())
	opened := false
	real, err := terminal.New(func(*terminal.Terminal) error {
		opened = true
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	b := newBench(t)
	b.Folder, b.OpenWindow = real.Folder, real.OpenWindow
	b.Vault = vault.Open(vault.Options{Folder: b.Folder, Keychain: b.keychain})
	for _, arguments := range [][]string{
		{}, {"saved"}, {"saved", "remove", "shop"}, {"saved", "remove", "--all", "--yes"}, {"exec", "--saved", "shop", "--", "true"},
	} {
		b.expect(terminal.ExitNoKeychain, "", arguments...)
		says(t, b.err.String(), "Latchkey cannot tell where your settings are", "Set "+variable+" to a full path")
	}
	if opened {
		t.Error("the window was opened")
	}
	b.run("", "doctor")
	says(t, b.out.String(), "Latchkey cannot tell where your settings are", "Set "+variable+" to a full path")
	b.expect(terminal.ExitReady, "", "version")
	b.expect(terminal.ExitReady, token(t, "ready"), "check")
	for _, folder := range []string{".", os.TempDir()} {
		if left, err := os.ReadDir(folder); len(left) != 0 || err != nil {
			t.Errorf("left in %s: %v, %v", folder, left, err)
		}
	}
	if len(b.keychain.All()) != 0 {
		t.Error("something was put into the keychain")
	}
}

// TestTheFolderOfSomebodyElse: what lies there is neither believed nor removed.
func TestTheFolderOfSomebodyElse(t *testing.T) {
	b := newBench(t)
	b.save("shop", "ready")
	path, elsewhere := b.Folder.Path(), filepath.Join(t.TempDir(), "elsewhere")
	if os.Rename(path, elsewhere) != nil || os.Symlink(elsewhere, path) != nil {
		t.Skip("there are no links here")
	}
	for _, arguments := range [][]string{{"saved"}, {"saved", "remove", "shop"}, {"saved", "remove", "--all", "--yes"}, {"exec", "--saved", "shop", "--", "true"}} {
		b.expect(terminal.ExitNoKeychain, "", arguments...)
		says(t, b.err.String(), "The settings folder is a link", path)
	}
	b.run("", "doctor")
	says(t, b.out.String(), "The settings folder is a link", path)
	if listed, err := vault.Open(vault.Options{Folder: files.Open(elsewhere, nil), Keychain: b.keychain}).List(t.Context()); len(listed) != 1 || err != nil {
		t.Errorf("what lay there: %v, %v", listed, err)
	}
}

// TestALineEndBehindASavedTokenIsSaid: as "echo … | secret-tool store" puts there.
func TestALineEndBehindASavedTokenIsSaid(t *testing.T) {
	b := newBench(t)
	b.save("shop", "ready")
	if err := b.keychain.Set(vault.Service, "shop", token(t, "ready")+"\n"); err != nil {
		t.Fatal(err)
	}
	b.expect(terminal.ExitReady, "", "check", "--saved", "shop")
	says(t, b.err.String(), "The keychain has a line break around this token")
	says(t, b.out.String(), "This token will work")
}

// TestWhatAKilledEnvFileLeftIsTold: with the name of the file, and once.
func TestWhatAKilledEnvFileLeftIsTold(t *testing.T) {
	b := newBench(t)
	b.save("shop", "ready")
	path := filepath.Join(t.TempDir(), ".env")
	left := filepath.Join(filepath.Dir(path), ".latchkey-unfinished", "env")
	content, err := json.Marshal(map[string]any{"schema": "latchkey.env-files", "version": 1, "content": []string{path}})
	if err != nil {
		t.Fatal(err)
	}
	for _, err := range []error{
		os.WriteFile(filepath.Join(b.Folder.Path(), "env-files.json"), content, 0o600),
		os.Mkdir(filepath.Dir(left), 0o700), os.WriteFile(left, []byte("T="+token(t, "ready")), 0o600),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	b.expect(terminal.ExitReady, "", "saved")
	says(t, b.err.String(), "A run was stopped while it wrote "+path, "is removed")
	if _, err := os.Stat(filepath.Dir(left)); err == nil {
		t.Error("it is still there")
	}
	b.expect(terminal.ExitReady, "", "saved")
	silent(t, b.err.String(), path)
}
