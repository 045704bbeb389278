package instance

import "golang.org/x/sys/windows"

// letForward passes on the right to come to the front, which a program has that the
// person has just started, and the one that is open has not:
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-allowsetforegroundwindow
func letForward() {
	const anyone = 0xFFFFFFFF // ASFW_ANY
	_, _, _ = windows.NewLazySystemDLL("user32.dll").NewProc("AllowSetForegroundWindow").Call(anyone)
}
