//go:build !windows && !darwin

package opengl

/*
#cgo LDFLAGS: -lGL -lX11

#include <GL/glx.h>

// drawing reports whether the X server can draw by OpenGL; -1 where no display answers. A
// context would tell the version too, and takes as long as a window does to open: where there
// is GLX today, Mesa gives no less than is needed.
static int drawing(void)
{
	int wanted[] = {GLX_RGBA, GLX_DOUBLEBUFFER, None}, error, event;
	Display *display = XOpenDisplay(NULL);
	if (!display)
		return -1;
	XVisualInfo *visual = glXQueryExtension(display, &error, &event)
		? glXChooseVisual(display, DefaultScreen(display), wanted) : NULL;
	int found = visual != NULL;
	if (visual)
		XFree(visual);
	XCloseDisplay(display);
	return found;
}
*/
import "C"

import (
	"os"

	"latchkey/ui/graphics"
)

// Version returns what the graphics driver calls its version, "" where there is none.
// The error is ErrNoDisplay. A Wayland desktop draws by the same drivers, and so has
// one. software draws without a driver.
func Version(software bool) (string, error) {
	if software {
		if err := os.Setenv("LIBGL_ALWAYS_SOFTWARE", "1"); err != nil { // read by Mesa
			return "", err
		}
	}
	if os.Getenv("WAYLAND_DISPLAY") != "" {
		return graphics.Needed, nil
	}
	switch C.drawing() {
	case -1:
		return "", graphics.ErrNoDisplay
	case 0:
		return "", nil
	}
	return graphics.Needed, nil
}
