package chooser

import (
	"errors"
	"runtime"

	"github.com/ncruces/zenity"
	"golang.org/x/sys/windows"
)

// prepare gives the calling goroutine a thread of its own for a dialog: the shell's need a
// single-threaded apartment, says
// https://learn.microsoft.com/windows/win32/api/objbase/nf-objbase-coinitialize
// leave gives the thread back.
func prepare() (leave func(), err error) {
	runtime.LockOSThread()
	err = windows.CoInitializeEx(0, windows.COINIT_APARTMENTTHREADED|windows.COINIT_DISABLE_OLE1DDE)
	if err != nil && !errors.Is(err, windows.Errno(windows.S_FALSE)) {
		runtime.UnlockOSThread()
		return nil, err
	}
	return func() {
		windows.CoUninitialize()
		runtime.UnlockOSThread()
	}, nil
}

// owner keeps the dialog before the window and the window from being used behind it.
func owner(window uintptr) []zenity.Option {
	if window == 0 {
		return nil
	}
	return []zenity.Option{zenity.Attach(window)}
}
