package files

import (
	"errors"
	"fmt"
	"io/fs"
	"syscall"
)

// Reason says why a file could not be read or written.
type Reason string

// The reasons there are.
const (
	// NoPlace: there is no settings folder, or a file stands where the folder
	// should be.
	NoPlace Reason = "no_place"
	// NoHome: the variable that says where settings go is not set, or not an
	// absolute path; Variable names it.
	NoHome Reason = "no_home"
	// Linked: a symbolic link stands where the folder should be.
	Linked Reason = "linked"
	// Foreign: the folder belongs to somebody else.
	Foreign Reason = "foreign"
	// Shared: somebody else may write in the folder, and so may have.
	Shared Reason = "shared"
	// ReadOnly: the folder or file may not be written by this person.
	ReadOnly Reason = "read_only"
	// Full: the disk, or the person's share of it, is full.
	Full Reason = "full"
	// Busy: another process held the file for too long.
	Busy Reason = "busy"
	// Newer: the file was written by a newer version and is left alone.
	Newer Reason = "newer"
	// Other: anything else; Err tells.
	Other Reason = "other"
)

// AllReasons lists why a file may not be read or written.
func AllReasons() []Reason {
	return []Reason{NoPlace, NoHome, Linked, Foreign, Shared, ReadOnly, Full, Busy, Newer, Other}
}

// Error is a file that could not be read or written. What was in the file
// before is still there.
type Error struct {
	Reason   Reason
	Doing    string // what was being done, for a log
	Path     string
	Variable string // of NoHome only
	Err      error
}

// Error says what was being done, to which file, and why it failed.
func (e *Error) Error() string { return fmt.Sprintf("%s %s: %v", e.Doing, e.Path, e.Err) }

// Unwrap returns the system's own error.
func (e *Error) Unwrap() error { return e.Err }

func newError(doing, path string, err error) error {
	return &Error{Reason: reasonFor(err), Doing: doing, Path: path, Err: err}
}

func reasonFor(err error) Reason {
	switch {
	case isFull(err):
		return Full
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		return ReadOnly
	case errors.Is(err, syscall.ENOTDIR), errors.Is(err, fs.ErrExist):
		return NoPlace
	}
	return Other
}
