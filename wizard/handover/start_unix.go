//go:build unix

package handover

import (
	"fmt"
	"os"
	"syscall"
	"time"

	"golang.org/x/sys/unix"
)

// run puts the command in this process's place. To start it as a child and pass
// signals on would miss those that cannot be caught (SIGKILL, SIGSTOP), tear it
// out of the terminal's foreground, and keep the token in two processes.
func (c command) run() (int, error) {
	if !c.input.IsZero() {
		if err := becomeInput(c.inputText()); err != nil {
			return 0, fmt.Errorf("handing over the token: %w", err)
		}
	}
	return 0, c.failed(syscall.Exec(c.path, c.words, c.environment))
}

// becomeInput makes text this process's standard input: a pipe that holds it,
// with nobody at the other end. A pipe keeps 16 KiB or more on its own, many
// times a token.
func becomeInput(text string) error {
	read, write, err := os.Pipe()
	if err != nil {
		return fmt.Errorf("making a pipe: %w", err)
	}
	defer func() { _ = read.Close() }()
	// What does not fit would wait for a reader, which comes only afterwards.
	if err := write.SetWriteDeadline(time.Now().Add(time.Second)); err != nil {
		return fmt.Errorf("setting a time limit: %w", err)
	}
	if _, err := write.WriteString(text); err != nil {
		return fmt.Errorf("writing into the pipe: %w", err)
	}
	if err := write.Close(); err != nil {
		return fmt.Errorf("closing the pipe: %w", err)
	}
	// Fd also takes the pipe out of the mode in which reads do not wait.
	if err := unix.Dup2(int(read.Fd()), int(os.Stdin.Fd())); err != nil {
		return fmt.Errorf("taking the pipe as standard input: %w", err)
	}
	return nil
}
