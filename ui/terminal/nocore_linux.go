package terminal

import "golang.org/x/sys/unix"

// forbidCore keeps the memory of this process, and the token in it, out of files:
// a crash leaves no core behind, and no other program of this person can read it.
// A command that takes this one's place begins with the limit, which it may raise.
func forbidCore() {
	limitCore()
	_ = unix.Prctl(unix.PR_SET_DUMPABLE, 0, 0, 0, 0)
}
