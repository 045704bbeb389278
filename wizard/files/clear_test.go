package files_test

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"latchkey/wizard/files"
)

func TestClearingAFolderLeavesWhatIsInUse(t *testing.T) {
	file := notesIn(filepath.Join(t.TempDir(), "latchkey"))
	folder := file.Folder
	if err := folder.Clear(); err != nil {
		t.Errorf("a folder that is not there: %v", err)
	}
	if err := file.Write(context.Background(), notes{}); err != nil {
		t.Fatal(err)
	}
	inUse := filepath.Join(folder.Path(), "window.lock")
	if err := os.WriteFile(inUse, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := folder.Clear("window.lock", "window.sock"); err != nil {
		t.Error(err)
	}
	if left, err := os.ReadDir(folder.Path()); err != nil || len(left) != 1 || left[0].Name() != "window.lock" {
		t.Errorf("left are %v, %v", left, err)
	}
	if err := folder.Clear(); err != nil {
		t.Error(err)
	}
	if _, err := os.Stat(folder.Path()); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("the folder is still there: %v", err)
	}
}

func TestAFileInTheFoldersPlaceIsNotCleared(t *testing.T) {
	path := filepath.Join(t.TempDir(), "latchkey")
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	var trouble *files.Error
	if err := files.Open(path, nil).Clear(); !errors.As(err, &trouble) {
		t.Errorf("got %v", err)
	}
}
