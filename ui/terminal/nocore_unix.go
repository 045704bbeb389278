//go:build unix

package terminal

import "golang.org/x/sys/unix"

// limitCore leaves what is the most that may be asked for as it is.
func limitCore() {
	var limit unix.Rlimit
	if unix.Getrlimit(unix.RLIMIT_CORE, &limit) == nil {
		limit.Cur = 0
		_ = unix.Setrlimit(unix.RLIMIT_CORE, &limit)
	}
}
