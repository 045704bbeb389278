package terminal_test

import (
	"os"
	"slices"
	"testing"

	"latchkey/ui/instance"
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
