//go:build !windows

package shell

import "fyne.io/fyne/v2"

// raise brings the window to the front.
func raise(window fyne.Window) { window.RequestFocus() }
