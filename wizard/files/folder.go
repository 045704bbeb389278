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
	err  error // of a folder from Nowhere
}

// DefaultPath returns the folder for this person on this system:
// os.UserConfigDir()/latchkey. The error is an *Error with reason NoHome: there
// is no other place to go to, since one that others can guess may be theirs.
func DefaultPath() (string, error) {
	config, err := os.UserConfigDir()
	if err == nil && !filepath.IsAbs(config) {
		err = errors.New("it is not an absolute path")
	}
	if err != nil {
		return "", &Error{Reason: NoHome, Doing: "find the settings folder", Variable: homeVariable(), Err: err}
	}
	return filepath.Join(config, "latchkey"), nil
}

// homeVariable is the variable that os.UserConfigDir goes by.
func homeVariable() string {
	switch {
	case runtime.GOOS == "windows":
		return "AppData"
	case runtime.GOOS != "darwin" && os.Getenv("XDG_CONFIG_HOME") != "":
		return "XDG_CONFIG_HOME"
	}
	return "HOME"
}

// Nowhere returns a folder that is not to be had: whatever is asked of it gives
// err.
func Nowhere(err error) *Folder { return &Folder{now: time.Now, err: err} }

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

// LockName is the name of the file of a lock.
func LockName(name string) string { return name + ".lock" }

func (f *Folder) lockFile(name string) *flock.Flock {
	path := filepath.Join(f.path, LockName(name))
	// Opening a pipe would wait for ever, and a link leads elsewhere.
	if about, err := os.Lstat(path); err == nil && !about.Mode().IsRegular() {
		_ = os.Remove(path)
	}
	return flock.New(path, flock.SetPermissions(fileMode))
}

// Check refuses a folder that is not this person's alone: whoever else can
// write there decides what is believed, and whose files are removed. One that
// does not exist is no error. Windows has no mode bits; there the profile's own
// rights keep others out.
func (f *Folder) Check() error {
	_, err := f.look()
	return err
}

// look is Check, with what the system says of the folder: nil where there is
// none.
func (f *Folder) look() (fs.FileInfo, error) {
	if f.err != nil {
		return nil, f.err
	}
	info, err := os.Lstat(f.path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil
	case err != nil:
		return nil, newError("look at the folder", f.path, err)
	case info.Mode()&fs.ModeSymlink != 0:
		return nil, f.refuse(Linked, "it is a symbolic link")
	case !info.IsDir():
		return nil, f.refuse(NoPlace, "it is a file")
	case !ownedByUser(info):
		return nil, f.refuse(Foreign, "it belongs to another user")
	case writableByOthers(info):
		return nil, f.refuse(Shared, "other users may write in it")
	}
	return info, nil
}

func (f *Folder) refuse(reason Reason, text string) error {
	return &Error{Reason: reason, Doing: "use the folder", Path: f.path, Err: errors.New(text)}
}

// prepare makes the folder, and closes it to others who could read in it.
func (f *Folder) prepare() error {
	if err := f.Check(); err != nil {
		return err
	}
	if err := os.MkdirAll(f.path, folderMode); err != nil {
		return newError("make the folder", f.path, err)
	}
	info, err := f.look()
	if err != nil {
		return err
	}
	if runtime.GOOS == "windows" || info == nil || info.Mode().Perm()&^fs.FileMode(folderMode) == 0 {
		return nil
	}
	if err := os.Chmod(f.path, folderMode); err != nil {
		return newError("make the folder private", f.path, err)
	}
	return nil
}
