package terminal_test

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"latchkey/ui/instance"
	"latchkey/ui/terminal"
)

// The window is open while everything is removed: it stays the only one, and
// what it needs for that goes with it.
func TestRemovingEverythingLeavesTheOpenWindowTheOnlyOne(t *testing.T) {
	b := newBench(t)
	b.save("Bakery", "ready")
	called := make(chan struct{}, 1)
	closeWindow, first, err := instance.Claim(t.Context(), b.Folder, "", func(came instance.Knock) { called <- struct{}{}; _ = came.Close() })
	if err != nil || !first {
		t.Fatalf("the window does not open: first %v, %v", first, err)
	}
	removed, err := b.RemoveAll(t.Context())
	if err != nil || !slices.Equal(removed.Names, []string{"Bakery"}) {
		t.Errorf("removed %v, %v", removed, err)
	}
	left, err := os.ReadDir(b.Folder.Path())
	if err != nil {
		t.Error(err)
	}
	for _, file := range left {
		if !slices.Contains(instance.Files(), file.Name()) {
			t.Errorf("%s is still there", file.Name())
		}
	}
	if _, second, err := instance.Claim(t.Context(), b.Folder, "", func(instance.Knock) {}); err != nil || second {
		t.Errorf("a second window opens: %v, %v", second, err)
	} else {
		<-called
	}
	closeWindow()
	if _, err := os.Stat(b.Folder.Path()); !os.IsNotExist(err) {
		t.Errorf("the folder is still there after the window was closed: %v", err)
	}
}

// TestRemovingEverythingTakesTheWindowsFoldersToo, which are Fyne's, and nothing of
// another program's.
func TestRemovingEverythingTakesTheWindowsFoldersToo(t *testing.T) {
	b := newBench(t)
	shared := filepath.Join(t.TempDir(), "fyne")
	ours, others := filepath.Join(shared, terminal.AppID), filepath.Join(shared, "another")
	look := filepath.Join(ours, "preferences.json")
	write := func(folder, text string) {
		t.Helper()
		if err := errors.Join(os.MkdirAll(folder, 0o700), os.WriteFile(filepath.Join(folder, "preferences.json"), []byte(text), 0o600)); err != nil {
			t.Fatal(err)
		}
	}
	gone := func(path string, want bool) {
		t.Helper()
		if _, err := os.Stat(path); os.IsNotExist(err) != want {
			t.Errorf("%s: gone %v", path, !want)
		}
	}
	b.WindowFolders = []string{ours}
	b.OpenWindow = func(*terminal.Terminal) error { return nil }

	// What is to be remembered stays when a window is closed, and nothing is no memory.
	write(ours, `{"appearance":2}`)
	b.expect(terminal.ExitReady, "")
	gone(look, false)
	b.OpenWindow = func(*terminal.Terminal) error { write(ours, "{}\n"); return nil }
	b.expect(terminal.ExitReady, "")
	gone(shared, true)

	write(ours, `{"appearance":2}`)
	write(others, `{}`)
	b.expect(terminal.ExitReady, "", "saved", "remove", "--all", "--yes")
	gone(ours, true)
	gone(filepath.Join(others, "preferences.json"), false)
}
