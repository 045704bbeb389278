package files

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
)

// Clear removes all that lies in the folder but the files named, looks whether
// it is gone, and removes the folder too where none of those is there. The error
// is an *Error about the first thing that could not be removed; the rest is gone
// all the same.
func (f *Folder) Clear(keep ...string) error {
	names, err := f.names()
	if err != nil {
		return err
	}
	var failed error
	for _, name := range names {
		path := filepath.Join(f.path, name)
		if slices.Contains(keep, name) {
			continue
		}
		if err := os.RemoveAll(path); err != nil && failed == nil {
			failed = newError("remove", path, err)
		}
	}
	if failed != nil {
		return failed
	}
	left, err := f.names()
	for _, name := range left {
		if !slices.Contains(keep, name) {
			return &Error{Reason: Busy, Doing: "remove", Path: filepath.Join(f.path, name), Err: errors.New("it is there again")}
		}
	}
	if err != nil || len(left) > 0 {
		return err
	}
	if err := os.Remove(f.path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return newError("remove the folder", f.path, err)
	}
	return nil
}

// DropLocks removes the files of locks that nobody needs any more, and the folder
// where nothing else lies in it.
func (f *Folder) DropLocks(names ...string) {
	for _, name := range names {
		_ = os.Remove(f.lockFile(name).Path())
	}
	_ = os.Remove(f.path)
}

// names lists what lies in the folder, nothing where there is none.
func (f *Folder) names() ([]string, error) {
	if err := f.Check(); err != nil {
		return nil, err
	}
	found, err := os.ReadDir(f.path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, newError("list", f.path, err)
	}
	names := make([]string, len(found))
	for i, file := range found {
		names[i] = file.Name()
	}
	return names, nil
}
