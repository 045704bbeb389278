//go:build !linux

package terminal

// forbidCore keeps the memory of this process out of files where the system would
// write it into one after a crash.
func forbidCore() { limitCore() }
