// Package files keeps the assistant's few JSON files in a private folder of
// the person's own.
//
// Every change is a read, a change and a rename under a lock, so two windows,
// or a window and a terminal, never lose each other's work, and being killed
// leaves the old file or the new one. A damaged file is put aside under a
// dated name, and a file from a newer version is left alone.
//
// Nothing here is a secret and nothing here must become one: tokens are kept
// by wizard/vault in the keychain.
package files

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"time"

	"github.com/gofrs/flock"
)

const (
	folderMode = 0o700
	fileMode   = 0o600

	// defaultWait is how long a change waits for another process's change,
	// which takes milliseconds.
	defaultWait = 5 * time.Second

	// lockPoll is how often a held lock is tried again: file locks of
	// different systems have no common way to be told of their release.
	lockPoll = 10 * time.Millisecond
)

// Folder is a private folder. It is made when first written to, and reading
// from one that is not there finds nothing.
type Folder struct {
	path string
	now  func() time.Time
}

// DefaultPath returns the folder for this person on this system:
// os.UserConfigDir()/latchkey. The error is an *Error with reason NoPlace.
func DefaultPath() (string, error) {
	config, err := os.UserConfigDir()
	if err != nil {
		return "", &Error{Reason: NoPlace, Doing: "find the settings folder", Err: err}
	}
	return filepath.Join(config, "latchkey"), nil
}

// Open returns the folder at path without touching the disk. now dates damaged
// files; nil means time.Now.
func Open(path string, now func() time.Time) *Folder {
	if now == nil {
		now = time.Now
	}
	return &Folder{path: path, now: now}
}

// Path returns where the folder is.
func (f *Folder) Path() string { return f.path }

// Lock keeps other processes, and other callers in this one, out of whatever
// name stands for, until the returned function is called. It waits for wait at
// most, then fails with reason Busy; when ctx ends first, with its error. The
// system drops the lock of a process that dies.
func (f *Folder) Lock(ctx context.Context, name string, wait time.Duration) (unlock func(), err error) {
	if err := f.prepare(); err != nil {
		return nil, err
	}
	waiting, cancel := context.WithTimeout(ctx, wait)
	defer cancel()
	lock := f.lockFile(name)
	switch _, err := lock.TryLockContext(waiting, lockPoll); {
	case err == nil:
		return func() { _ = lock.Close() }, nil
	case ctx.Err() != nil:
		return nil, newError("wait for the lock", lock.Path(), ctx.Err())
	case errors.Is(err, context.DeadlineExceeded):
		return nil, &Error{Reason: Busy, Doing: "wait for the lock", Path: lock.Path(), Err: err}
	default:
		return nil, newError("lock", lock.Path(), err)
	}
}

// TryLock is Lock without waiting. ok is false when somebody else holds it.
func (f *Folder) TryLock(name string) (unlock func(), ok bool, err error) {
	if err := f.prepare(); err != nil {
		return nil, false, err
	}
	lock := f.lockFile(name)
	ok, err = lock.TryLock()
	if err != nil {
		return nil, false, newError("lock", lock.Path(), err)
	}
	return func() { _ = lock.Close() }, ok, nil
}

func (f *Folder) lockFile(name string) *flock.Flock {
	return flock.New(filepath.Join(f.path, name+".lock"), flock.SetPermissions(fileMode))
}

// prepare makes the folder, and closes it to others when it stood open.
// Windows has no such bits; there the profile's own rights keep others out.
func (f *Folder) prepare() error {
	if err := os.MkdirAll(f.path, folderMode); err != nil {
		return newError("make the folder", f.path, err)
	}
	if runtime.GOOS == "windows" {
		return nil
	}
	info, err := os.Stat(f.path)
	if err != nil {
		return newError("look at the folder", f.path, err)
	}
	if info.Mode().Perm()&^fs.FileMode(folderMode) == 0 {
		return nil
	}
	if err := os.Chmod(f.path, folderMode); err != nil {
		return newError("make the folder private", f.path, err)
	}
	return nil
}
