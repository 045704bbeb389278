//go:build !linux

package theme

import "context"

// SystemTells asks the system whether it says if it is light or dark: Windows and macOS do.
func SystemTells(context.Context) bool { return true }
