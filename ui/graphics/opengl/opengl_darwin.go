package opengl

import "latchkey/ui/graphics"

// Ask answers with the version of which macOS has no less on any computer,
// https://developer.apple.com/opengl/OpenGL-Capabilities-Tables.pdf.
func Ask(bool) (version string, err error) { return graphics.Needed, nil }

// Release has nothing to give back: the system does so by itself.
func Release() {}
