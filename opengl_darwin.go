//go:build !nogui

package main

import "latchkey/ui/graphics"

// openGL returns the version of which macOS has no less on any computer,
// https://developer.apple.com/opengl/OpenGL-Capabilities-Tables.pdf.
func openGL(bool) (string, error) { return graphics.Needed, nil }
