//go:build !nogui && !windows && !darwin

package main

/*
#cgo LDFLAGS: -lGL -lX11

#include <string.h>
#include <GL/gl.h>
#include <GL/glx.h>

// Without one of ours, an error of the X server ends the program.
static int ignored(Display *display, XErrorEvent *event) { return 0; }

// versionOf asks a window that is never shown. It returns 0 where no display answers.
static int versionOf(char *version, size_t size)
{
	int wanted[] = {GLX_RGBA, GLX_DOUBLEBUFFER, None}, error, event;
	Display *display = XOpenDisplay(NULL);
	if (!display)
		return 0;
	XErrorHandler before = XSetErrorHandler(ignored);
	XVisualInfo *visual = glXQueryExtension(display, &error, &event)
		? glXChooseVisual(display, DefaultScreen(display), wanted) : NULL;
	GLXContext context = visual ? glXCreateContext(display, visual, NULL, True) : NULL;
	if (context) {
		Window root = RootWindow(display, visual->screen);
		XSetWindowAttributes look = {.colormap = XCreateColormap(display, root, visual->visual, AllocNone)};
		Window window = XCreateWindow(display, root, 0, 0, 1, 1, 0, visual->depth, InputOutput,
			visual->visual, CWColormap, &look);
		if (glXMakeCurrent(display, window, context) && glGetString(GL_VERSION))
			strncpy(version, (const char *)glGetString(GL_VERSION), size - 1);
		glXMakeCurrent(display, None, NULL);
		glXDestroyContext(display, context);
	}
	if (visual)
		XFree(visual);
	XCloseDisplay(display);
	XSetErrorHandler(before);
	return 1;
}
*/
import "C"

import (
	"os"

	"latchkey/ui/graphics"
)

// openGL returns what the graphics driver calls its version, "" where there is none.
// The error is ErrNoDisplay. A Wayland desktop draws by the same drivers, and so has
// one.
func openGL(software bool) (string, error) {
	if software {
		if err := os.Setenv("LIBGL_ALWAYS_SOFTWARE", "1"); err != nil { // read by Mesa
			return "", err
		}
	}
	if os.Getenv("WAYLAND_DISPLAY") != "" {
		return graphics.Needed, nil
	}
	version := make([]C.char, 128)
	if C.versionOf(&version[0], C.size_t(len(version))) == 0 {
		return "", graphics.ErrNoDisplay
	}
	return C.GoString(&version[0]), nil
}
