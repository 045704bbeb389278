package tour

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// process is a program that was started and ends with the test at the latest.
type process struct {
	command *exec.Cmd
	output  string // the file with what it printed
	ended   chan struct{}
	err     error // how it ended
}

// start starts a program on the desktop, in a process group of its own.
func (d *desktop) start(command *exec.Cmd) *process {
	d.t.Helper()
	output, err := os.Create(filepath.Join(d.t.TempDir(), filepath.Base(command.Path)))
	if err != nil {
		d.t.Fatal(err)
	}
	command.Env = d.env
	command.Stdout, command.Stderr = output, output
	command.SysProcAttr = &syscall.SysProcAttr{Setpgid: true, Pdeathsig: syscall.SIGKILL}
	if err := command.Start(); err != nil {
		d.t.Fatal(err)
	}
	started := &process{command: command, output: output.Name(), ended: make(chan struct{})}
	go func() {
		defer close(started.ended)
		started.err = command.Wait()
		_ = output.Close()
	}()
	d.t.Cleanup(started.end)
	return started
}

func (p *process) end() {
	if p.running() {
		_ = syscall.Kill(-p.command.Process.Pid, syscall.SIGKILL)
		<-p.ended
	}
}

func (p *process) running() bool {
	select {
	case <-p.ended:
		return false
	default:
		return true
	}
}

// printed is all that the program has printed so far.
func (p *process) printed(t testing.TB) string {
	t.Helper()
	text, err := os.ReadFile(p.output)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// ask runs a program to its end and returns what it printed, and its exit code.
func (d *desktop) ask(input, name string, arguments ...string) (output string, code int) {
	d.t.Helper()
	command := exec.Command(name, arguments...)
	command.Env = d.env
	command.Stdin = strings.NewReader(input)
	printed, err := command.Output()
	var ended *exec.ExitError
	if err != nil && !errors.As(err, &ended) {
		d.t.Fatalf("%s: %v", name, err)
	}
	return string(printed), command.ProcessState.ExitCode()
}

// do runs a program that has to succeed and returns what it printed.
func (d *desktop) do(name string, arguments ...string) string {
	d.t.Helper()
	output, code := d.ask("", name, arguments...)
	if code != 0 {
		d.t.Fatalf("%s %s: exit code %d", name, strings.Join(arguments, " "), code)
	}
	return output
}
