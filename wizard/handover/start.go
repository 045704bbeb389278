package handover

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"syscall"

	"latchkey/graph"
)

// Exit codes for a command that could not be started, as POSIX has them for a
// shell.
const (
	ExitCannotRun = 126
	ExitNotFound  = 127
)

// StartFault says why a command could not be started.
type StartFault string

// The faults there are.
const (
	StartMissing StartFault = "missing" // there is no such command
	StartRefused StartFault = "refused" // it is there and cannot be run
)

// AllStartFaults lists why a command may not be started.
func AllStartFaults() []StartFault {
	return []StartFault{StartMissing, StartRefused}
}

// StartError is a command that could not be started.
type StartError struct {
	Command string
	Err     error
}

// Error says which command and why.
func (e *StartError) Error() string { return fmt.Sprintf("starting %s: %v", e.Command, e.Err) }

// Unwrap returns the system's own error.
func (e *StartError) Unwrap() error { return e.Err }

// Fault says whether there is no such command, or one that cannot be run.
func (e *StartError) Fault() StartFault {
	if errors.Is(e.Err, exec.ErrNotFound) || errors.Is(e.Err, fs.ErrNotExist) {
		return StartMissing
	}
	return StartRefused
}

// ExitCode is what a shell would end with.
func (e *StartError) ExitCode() int {
	if e.Fault() == StartMissing {
		return ExitNotFound
	}
	return ExitCannotRun
}

// command is a program to start.
type command struct {
	words       []string // its name first
	path        string   // where it lies
	environment []string
	input       graph.Token // its standard input; the zero Token leaves this program's own
	newline     bool        // after input
}

// Exec runs a command with the variables in its environment and this program's
// standard input, output and error output. words is the command and its
// arguments. It returns the command's exit code, or a *StartError.
//
// On Unix the command takes this program's place, so Exec returns only when it
// could not be started. Signals, job control and the exit code are then those
// of the command itself, and no program that knows the token is left waiting.
func Exec(ctx context.Context, words []string, variables []Variable) (int, error) {
	return start(ctx, command{words: words, environment: environment(os.Environ(), variables)})
}

// Pipe runs a command with the token as its standard input, followed by a
// newline only if asked for: most stores would keep that as part of the token.
// All else is as for Exec.
func Pipe(ctx context.Context, words []string, token graph.Token, newline bool) (int, error) {
	return start(ctx, command{words: words, environment: os.Environ(), input: token, newline: newline})
}

func start(ctx context.Context, c command) (int, error) {
	if len(c.words) == 0 {
		return 0, &StartError{Err: fs.ErrNotExist}
	}
	path, err := exec.LookPath(c.words[0])
	if err != nil {
		return 0, &StartError{Command: c.words[0], Err: err}
	}
	c.path = path
	if err := ctx.Err(); err != nil {
		return 0, err
	}
	return c.run()
}

func (c command) inputText() string {
	if c.newline {
		return c.input.Reveal() + "\n"
	}
	return c.input.Reveal()
}

// failed is the error for a command that was found and did not start.
func (c command) failed(err error) error {
	var number syscall.Errno
	if errors.As(err, &number) {
		err = number // without the path and the arguments that os puts around it
	}
	return &StartError{Command: c.words[0], Err: err}
}
