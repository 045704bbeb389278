//go:build !windows && !darwin

package opengl

/*
#cgo LDFLAGS: -lX11

#include <stdlib.h>
#include <X11/Xlib.h>

#ifdef __GLIBC__
#include <malloc.h>
#endif

// ask reports whether an X server answers, and whether windows can draw in it by OpenGL, for which
// it has GLX. A driver would tell the version too, and takes as long to load as a window does to
// open: Fyne loads it next, and where there is GLX today, Mesa gives no less than is needed.
static int ask(int *drawing)
{
	int opcode, event, error;
	Display *display = XOpenDisplay(NULL);
	if (!display)
		return 0;
	*drawing = XQueryExtension(display, "GLX", &opcode, &event, &error);
	XCloseDisplay(display);
	return 1;
}

static void release(void)
{
#ifdef __GLIBC__
	malloc_trim(0);
#endif
}
*/
import "C"

import (
	"os"

	"latchkey/ui/graphics"
)

// Ask asks what the graphics driver calls its version: "" where nothing draws by OpenGL. The error
// is ErrNoDisplay. A Wayland desktop draws by the same drivers, and so has a version. software
// draws without a driver.
func Ask(software bool) (version string, err error) {
	if software {
		if err := os.Setenv("LIBGL_ALWAYS_SOFTWARE", "1"); err != nil { // read by Mesa
			return "", err
		}
	}
	if os.Getenv("WAYLAND_DISPLAY") != "" {
		return graphics.Needed, nil
	}
	var drawing C.int
	switch {
	case C.ask(&drawing) == 0:
		return "", graphics.ErrNoDisplay
	case drawing == 0:
		return "", nil
	}
	return graphics.Needed, nil
}

// Release gives the memory back to the system that the graphics driver does not use any more:
// glibc keeps it, for pages that need less.
func Release() { C.release() }
