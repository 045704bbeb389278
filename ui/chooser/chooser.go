// Package chooser asks for a file or a folder with the system's own dialog: the desktop portal's
// on Linux and other Unix, and those of Windows and macOS.
package chooser

import "errors"

// Kind is what is asked for.
type Kind int

// What a dialog asks for.
const (
	File   Kind = iota // to be read
	Place              // where a file is to lie; the dialog asks before one is replaced
	Folder             // that exists
)

// Question is what a dialog shows.
type Question struct {
	Kind    Kind
	Title   string
	Confirm string   // on its button, where the system lets that be named
	Endings []string // of a File, like ".csv"
	Path    string   // proposed for a Place
	Window  uintptr  // the dialog's owner, as X11 or Windows knows it; 0 for none
}

// ErrNone says that the person was shown no dialog, or that it went away by itself.
var ErrNone = errors.New("the system has no dialog for files")
