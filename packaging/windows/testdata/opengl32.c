/* Stands in for Mesa's opengl32.dll: it says that it has OpenGL 4.5, and notes beside
 * itself what it is asked, a line each. It draws nothing. */
#define _GDI32_ /* these are ours, and not imported */
#include <stdio.h>
#include <windows.h>

#define ANSWER __declspec(dllexport)

static HMODULE self;

BOOL WINAPI DllMain(HINSTANCE module, DWORD reason, LPVOID reserved)
{
	(void)reason, (void)reserved;
	self = module;
	return TRUE;
}

static void note(const char *call, const char *about)
{
	char path[MAX_PATH];
	FILE *file;
	DWORD length = GetModuleFileNameA(self, path, sizeof path - 8);
	if (length < 4)
		return;
	lstrcpyA(path + length - 3, "txt");
	if ((file = fopen(path, "a"))) {
		fprintf(file, "%s %s\n", call, about);
		fclose(file);
	}
}

ANSWER int WINAPI wglChoosePixelFormat(HDC device, const void *wanted) { (void)device, (void)wanted; return 1; }
ANSWER int WINAPI wglDescribePixelFormat(HDC device, int format, UINT size, PIXELFORMATDESCRIPTOR *is)
{
	static const PIXELFORMATDESCRIPTOR only = {
		.nSize = sizeof only, .nVersion = 1, .cColorBits = 24, .cDepthBits = 24,
		.dwFlags = PFD_DRAW_TO_WINDOW | PFD_SUPPORT_OPENGL | PFD_DOUBLEBUFFER,
	};
	(void)device, (void)format;
	if (is && size >= sizeof only)
		*is = only;
	return 1;
}
ANSWER int WINAPI wglGetPixelFormat(HDC device) { (void)device; return 1; }
ANSWER BOOL WINAPI wglSetPixelFormat(HDC device, int format, const void *wanted) { (void)device, (void)format, (void)wanted; return TRUE; }
ANSWER BOOL WINAPI wglSwapBuffers(HDC device) { (void)device; return TRUE; }

static HDC drawn_on;
ANSWER HGLRC WINAPI wglCreateContext(HDC device) { (void)device; return (HGLRC)&drawn_on; }
ANSWER BOOL WINAPI wglDeleteContext(HGLRC context) { (void)context; return TRUE; }
ANSWER BOOL WINAPI wglMakeCurrent(HDC device, HGLRC context) { (void)context; drawn_on = device; return TRUE; }
ANSWER HGLRC WINAPI wglGetCurrentContext(void) { return drawn_on ? (HGLRC)&drawn_on : NULL; }
ANSWER HDC WINAPI wglGetCurrentDC(void) { return drawn_on; }
ANSWER BOOL WINAPI wglShareLists(HGLRC one, HGLRC other) { (void)one, (void)other; return TRUE; }

ANSWER PROC WINAPI wglGetProcAddress(LPCSTR name)
{
	note("wglGetProcAddress", name);
	return NULL;
}

ANSWER const char *WINAPI glGetString(unsigned int what)
{
	note("glGetString", what == 0x1F02 ? "GL_VERSION" : "another");
	return what == 0x1F02 ? "4.5 (Compatibility Profile) stand-in" : "";
}
