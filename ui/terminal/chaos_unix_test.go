//go:build !windows

package terminal_test

import (
	"os/signal"
	"syscall"
)

// limitFiles lets this process put no more than so many bytes into a file, which
// then fails as on a full disk does: in the middle of writing.
func limitFiles(room int) {
	signal.Ignore(syscall.SIGXFSZ)
	limit := syscall.Rlimit{Cur: uint64(room), Max: uint64(room)}
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &limit); err != nil {
		panic(err)
	}
}
