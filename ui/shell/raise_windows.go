package shell

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver"
	"golang.org/x/sys/windows"
)

// raise brings the window to the front, also from the task bar, from where asking for
// the focus alone does not bring it.
func raise(window fyne.Window) {
	if native, ok := window.(driver.NativeWindow); ok {
		native.RunNative(func(context any) {
			handle, ok := context.(driver.WindowsWindowContext)
			if !ok {
				return
			}
			user32 := windows.NewLazySystemDLL("user32.dll")
			if minimised, _, _ := user32.NewProc("IsIconic").Call(handle.HWND); minimised != 0 {
				const restore = 9 // SW_RESTORE
				_, _, _ = user32.NewProc("ShowWindow").Call(handle.HWND, restore)
			}
		})
	}
	window.RequestFocus()
}
