//go:build !windows && !darwin

package opengl

/*
#cgo LDFLAGS: -lGL -lX11

#include <GL/glx.h>

// reach opens a connection to the X server of its own, NULL where none answers. Another thread
// is to use it beside Fyne's, for which Xlib before 1.8 has to be prepared first of all.
static Display *reach(void)
{
	XInitThreads();
	return XOpenDisplay(NULL);
}

// drawing reports whether the X server can draw by OpenGL, and closes the connection. A context
// would tell the version too, and takes as long as a window does to open: where there is GLX
// today, Mesa gives no less than is needed.
static int drawing(Display *display)
{
	int wanted[] = {GLX_RGBA, GLX_DOUBLEBUFFER, None}, error, event;
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

// Ask begins to ask what the graphics driver calls its version, and returns what waits for the
// answer, once: "" where there is none. The error, which comes at once, is ErrNoDisplay. A
// Wayland desktop draws by the same drivers, and so has a version. software draws without a
// driver.
//
// The answer takes as long as a fifth of a start, for which the drivers are read that Fyne
// needs next: so it is looked for beside all else.
func Ask(software bool) (answer func() string, err error) {
	if software {
		if err := os.Setenv("LIBGL_ALWAYS_SOFTWARE", "1"); err != nil { // read by Mesa
			return nil, err
		}
	}
	if os.Getenv("WAYLAND_DISPLAY") != "" {
		return func() string { return graphics.Needed }, nil
	}
	display := C.reach()
	if display == nil {
		return nil, graphics.ErrNoDisplay
	}
	found := make(chan bool, 1)
	go func() { found <- C.drawing(display) != 0 }()
	return func() string {
		if <-found {
			return graphics.Needed
		}
		return ""
	}, nil
}
