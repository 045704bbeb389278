//go:build !unix

package handover

import (
	"errors"
	"os"
	"os/exec"
	"os/signal"
	"strings"
)

// run starts the command and waits for it: Windows has no way to put another
// program in a process's place. The console tells both of Ctrl+C; here it is
// taken note of and no more, so that the command ends first and in its own way.
func (c command) run() (int, error) {
	noted := make(chan os.Signal, 1)
	signal.Notify(noted, os.Interrupt)
	defer signal.Stop(noted)

	child := &exec.Cmd{
		Path: c.path, Args: c.words, Env: c.environment,
		Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr,
	}
	if !c.input.IsZero() {
		child.Stdin = strings.NewReader(c.inputText())
	}
	err := child.Run()
	var ended *exec.ExitError
	switch {
	case err == nil:
		return 0, nil
	case errors.As(err, &ended):
		return ended.ExitCode(), nil
	case child.ProcessState != nil:
		// It ran; only its input was not read to the end.
		return child.ProcessState.ExitCode(), nil
	}
	return 0, c.failed(err)
}
