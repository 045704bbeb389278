package graphics

import (
	"os"
	"path/filepath"
	"runtime"
	"unsafe"

	"golang.org/x/sys/windows"
)

// glVersion is GL_VERSION of gl.h.
const glVersion = 0x1F02

// pixelFormat is PIXELFORMATDESCRIPTOR,
// https://learn.microsoft.com/windows/win32/api/wingdi/ns-wingdi-pixelformatdescriptor.
type pixelFormat struct {
	size, version              uint16
	flags                      uint32
	pixelType, colourBits      byte
	_                          [13]byte
	depthBits                  byte
	_                          [3]byte
	layerMask, visible, damage uint32
}

const (
	drawToWindow  = 0x04
	supportOpenGL = 0x20
	doubleBuffer  = 0x01
)

var (
	user32 = windows.NewLazySystemDLL("user32.dll")
	gdi32  = windows.NewLazySystemDLL("gdi32.dll")
)

// OpenGL returns what the graphics driver calls its version of OpenGL, "" where
// there is none; with software, what the Mesa beside the program does. Whichever
// library was asked stays the one that the window is drawn with: once a library is
// loaded, its name alone leads to it,
// https://learn.microsoft.com/windows/win32/dlls/dynamic-link-library-search-order.
func OpenGL(software bool) string {
	name, from := "opengl32.dll", uintptr(windows.LOAD_LIBRARY_SEARCH_SYSTEM32)
	if software {
		name, from = mesa(), from|windows.LOAD_LIBRARY_SEARCH_DLL_LOAD_DIR // Mesa may be of several files
	}
	library, err := windows.LoadLibraryEx(name, 0, from)
	if err != nil {
		return ""
	}
	// A context belongs to the thread that made it.
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	return versionOf(library)
}

// versionOf makes a window that is never shown, and asks a context for it.
func versionOf(library windows.Handle) string {
	class, err := windows.UTF16PtrFromString("STATIC") // which every Windows has
	if err != nil {
		return ""
	}
	window := call(user32.NewProc("CreateWindowExW"), 0, uintptr(unsafe.Pointer(class)), 0, 0, 0, 0, 1, 1, 0, 0, 0, 0)
	if window == 0 {
		return ""
	}
	defer call(user32.NewProc("DestroyWindow"), window)
	device := call(user32.NewProc("GetDC"), window)
	if device == 0 {
		return ""
	}
	defer call(user32.NewProc("ReleaseDC"), window, device)
	format := pixelFormat{version: 1, flags: drawToWindow | supportOpenGL | doubleBuffer, colourBits: 24}
	format.size = uint16(unsafe.Sizeof(format))
	chosen := call(gdi32.NewProc("ChoosePixelFormat"), device, uintptr(unsafe.Pointer(&format)))
	if chosen == 0 || call(gdi32.NewProc("SetPixelFormat"), device, chosen, uintptr(unsafe.Pointer(&format))) == 0 {
		return ""
	}
	gl := func(name string) *windows.Proc {
		procedure, err := (&windows.DLL{Handle: library}).FindProc(name)
		if err != nil {
			return nil
		}
		return procedure
	}
	create, remove, use, ask := gl("wglCreateContext"), gl("wglDeleteContext"), gl("wglMakeCurrent"), gl("glGetString")
	if create == nil || remove == nil || use == nil || ask == nil {
		return ""
	}
	context := call(create, device)
	if context == 0 {
		return ""
	}
	defer call(remove, context)
	if call(use, device, context) == 0 {
		return ""
	}
	defer call(use, 0, 0)
	text := call(ask, glVersion)
	// Written so that go vet sees no number turned into a pointer: it is the driver's.
	return windows.BytePtrToString(*(**byte)(unsafe.Pointer(&text)))
}

// call calls into a library and returns what it answers.
func call(procedure interface {
	Call(...uintptr) (uintptr, uintptr, error)
}, arguments ...uintptr,
) uintptr {
	answer, _, _ := procedure.Call(arguments...)
	return answer
}

// HasSoftware reports whether the window can be drawn by software instead.
func HasSoftware() bool {
	file, err := os.Stat(mesa())
	return err == nil && file.Mode().IsRegular()
}

// mesa is where the package for Windows may lay Mesa: in the program's own folder,
// which whoever may replace the program may change, and nobody else.
func mesa() string {
	program, err := os.Executable()
	if err != nil {
		return ""
	}
	return filepath.Join(filepath.Dir(program), "mesa", "opengl32.dll")
}
