// Package graphics tells whether a window can be drawn on this computer.
//
// Fyne draws by OpenGL 2.1. Remote desktops, virtual machines and old chips often
// have less: without a driver, Windows has 1.1. There a Mesa that draws by software
// may lie in a folder beside the program. It is used only where the system has not
// enough, and so lies in a folder of its own: beside the program itself it would
// come before every driver.
package graphics

import (
	"errors"
	"fmt"
)

// Needed is the version of OpenGL that the window needs.
const Needed = "2.1"

// ErrNoDisplay says that there is no display for a window.
var ErrNoDisplay = errors.New("there is no display")

// Enough reads what a driver calls its version of OpenGL, such as "1.1.0" or "4.6
// (Compatibility Profile) Mesa 22.3.6", and reports whether a window can be drawn
// with it. OpenGL ES, which says so in front, is something else.
func Enough(version string) bool {
	major, minor, ok := number(version)
	return ok && (major > 2 || major == 2 && minor >= 1)
}

// Short is the number in front of a driver's version, such as "1.1"; "" where there
// is none.
func Short(version string) string {
	major, minor, ok := number(version)
	if !ok {
		return ""
	}
	return fmt.Sprintf("%d.%d", major, minor)
}

func number(version string) (major, minor int, ok bool) {
	read, _ := fmt.Sscanf(version, "%d.%d", &major, &minor)
	return major, minor, read == 2
}
