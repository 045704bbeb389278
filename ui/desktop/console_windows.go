package desktop

import (
	"os"

	"golang.org/x/sys/windows"
)

// JoinConsole joins the console of bin\latchkey.exe, by which the program is started in a
// console: Windows gives its own file none (packaging/windows/console.c). Where a
// stream of that one is the console itself, no handle of it came along, and it is
// opened anew.
func JoinConsole() {
	const asked = "LATCHKEY_CONSOLE"
	if os.Getenv(asked) == "" {
		return
	}
	_ = os.Unsetenv(asked) // no program that this one starts is meant
	const parent = ^uintptr(0)
	// It fails where this one belongs to the console already, which Wine sees to.
	_, _, _ = windows.NewLazySystemDLL("kernel32.dll").NewProc("AttachConsole").Call(parent)
	for _, stream := range []struct {
		id      uint32
		console string
		file    **os.File
	}{
		{windows.STD_INPUT_HANDLE, "CONIN$", &os.Stdin},
		{windows.STD_OUTPUT_HANDLE, "CONOUT$", &os.Stdout},
		{windows.STD_ERROR_HANDLE, "CONOUT$", &os.Stderr},
	} {
		if *stream.file != nil && (*stream.file).Fd() != 0 {
			continue
		}
		if console, err := os.OpenFile(stream.console, os.O_RDWR, 0); err == nil {
			*stream.file = console
			_ = windows.SetStdHandle(stream.id, windows.Handle(console.Fd()))
		}
	}
}
