package opengl

/*
#include <windows.h>

// Fyne calls wglGetProcAddress by name, and only that. Were it taken from the import
// library, Windows would load its own opengl32.dll with the program, and no other
// could be chosen any more. So it stands here, under the name by which an import is
// called, and asks the library that is loaded by then.
static PROC WINAPI fromLoaded(LPCSTR name)
{
	static PROC (WINAPI *get)(LPCSTR);
	if (!get)
		get = (PROC (WINAPI *)(LPCSTR))GetProcAddress(LoadLibraryA("opengl32.dll"), "wglGetProcAddress");
	return get ? get(name) : NULL;
}

PROC (WINAPI *__imp_wglGetProcAddress)(LPCSTR) = fromLoaded;
*/
import "C"

import "latchkey/ui/graphics"

// Ask asks what the graphics driver, or Mesa in its place, calls its version. It does so at once:
// whichever library is loaded first is the one that the window is drawn with.
func Ask(software bool) (version string, err error) { return graphics.OpenGL(software), nil }

// Release has nothing to give back: the system does so by itself.
func Release() {}
