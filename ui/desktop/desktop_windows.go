package desktop

import (
	"os"
	"os/exec"
	"path/filepath"

	"golang.org/x/sys/windows"
)

// HasConsole reports whether Console would find the program for a console.
func (System) HasConsole() bool { return console() != "" }

// Console runs the program with an argument in a new console window, which stays
// open afterwards to be read.
func (System) Console(argument string) error {
	program := console()
	if program == "" {
		return exec.ErrNotFound
	}
	folder, err := windows.GetSystemDirectory()
	if err != nil {
		return err
	}
	shell, err := windows.UTF16PtrFromString(filepath.Join(folder, "cmd.exe"))
	if err != nil {
		return err
	}
	// cmd takes off the outer quotes, and only those.
	line, err := windows.UTF16PtrFromString(`/k ""` + program + `" ` + argument + `"`)
	if err != nil {
		return err
	}
	return windows.ShellExecute(0, nil, shell, line, nil, windows.SW_SHOWNORMAL)
}

// console is the program for a console, which the package for Windows lays beside
// that of the window; "" where it is not there.
func console() string {
	window, err := os.Executable()
	if err != nil {
		return ""
	}
	program := filepath.Join(filepath.Dir(window), "bin", "latchkey.exe")
	if file, err := os.Stat(program); err != nil || !file.Mode().IsRegular() {
		return ""
	}
	return program
}

// Ask shows a box and reports whether the answer was yes.
func (System) Ask(box Box) bool {
	title, err := windows.UTF16PtrFromString(box.Title)
	if err != nil {
		return false
	}
	text, err := windows.UTF16PtrFromString(box.whole())
	if err != nil {
		return false
	}
	const toFront, yes = windows.MB_SETFOREGROUND, 6
	kind := uint32(windows.MB_OK | windows.MB_ICONWARNING | toFront)
	if box.Question != "" {
		kind = windows.MB_YESNO | windows.MB_ICONWARNING | toFront
	}
	answer, err := windows.MessageBox(0, text, title, kind)
	return err == nil && answer == yes
}
