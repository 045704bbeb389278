package opengl

import "latchkey/ui/graphics"

// Version returns the version of which macOS has no less on any computer,
// https://developer.apple.com/opengl/OpenGL-Capabilities-Tables.pdf.
func Version(bool) (string, error) { return graphics.Needed, nil }
