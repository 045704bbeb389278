package terminal

import "golang.org/x/sys/unix"

// How the system gives and takes a terminal's settings.
const (
	getSettings = unix.TCGETS
	setSettings = unix.TCSETS
)
