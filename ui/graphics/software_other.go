//go:build !windows

package graphics

// HasSoftware reports false: here it is the system's to draw by software where no
// driver draws.
func HasSoftware() bool { return false }
