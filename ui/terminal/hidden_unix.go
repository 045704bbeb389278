//go:build linux || darwin || dragonfly || freebsd || netbsd || openbsd

package terminal

import (
	"errors"
	"fmt"
	"io"
	"os"

	"golang.org/x/sys/unix"
)

// readHidden reads a line that the terminal does not show. term.ReadPassword
// would go on reading after Ctrl+D, with which a person ends the input.
func readHidden(terminal *os.File) (string, error) {
	settings, err := unix.IoctlGetTermios(int(terminal.Fd()), getSettings)
	if err != nil {
		return "", fmt.Errorf("asking how the terminal is set: %w", err)
	}
	settings.Lflag &^= unix.ECHO
	settings.Lflag |= unix.ICANON | unix.ISIG // whole lines, and Ctrl+C
	settings.Iflag |= unix.ICRNL
	if err := unix.IoctlSetTermios(int(terminal.Fd()), setSettings, settings); err != nil {
		return "", fmt.Errorf("hiding what is typed: %w", err)
	}
	var line []byte
	for letter := make([]byte, 1); ; {
		switch _, err := terminal.Read(letter); {
		case errors.Is(err, io.EOF) && len(line) > 0, err == nil && letter[0] == '\n':
			return string(line), nil
		case err != nil:
			return "", err
		}
		line = append(line, letter[0])
	}
}
