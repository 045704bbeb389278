//go:build darwin || dragonfly || freebsd || netbsd || openbsd

package terminal

import "golang.org/x/sys/unix"

// How the system gives and takes a terminal's settings.
const (
	getSettings = unix.TIOCGETA
	setSettings = unix.TIOCSETA
)
