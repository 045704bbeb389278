//go:build unix

package handover_test

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"

	"golang.org/x/sys/unix"
)

// passed are the signals that a person or a supervisor sends.
var passed = []syscall.Signal{
	syscall.SIGHUP, syscall.SIGINT, syscall.SIGQUIT, syscall.SIGUSR1, syscall.SIGUSR2, syscall.SIGWINCH, syscall.SIGTERM,
}

// tellSignals prints each signal that comes, and ends with 7 on SIGTERM.
func tellSignals() int {
	heard := make(chan os.Signal, len(passed))
	for _, each := range passed {
		signal.Notify(heard, each)
	}
	fmt.Println("ready")
	for each := range heard {
		number := each.(syscall.Signal)
		fmt.Println(unix.SignalName(number))
		if number == syscall.SIGTERM {
			return 7
		}
	}
	return 0
}

func TestSignalsReachTheCommand(t *testing.T) {
	for _, way := range [][]string{{asExec}, {asPipe, "plain"}} {
		process := part(t, append(way, os.Args[0], asSoftware, "signals")...)
		output, err := process.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := process.Start(); err != nil {
			t.Fatal(err)
		}
		lines := bufio.NewScanner(output)
		lines.Scan() // ready
		for _, each := range passed {
			if err := process.Process.Signal(each); err != nil {
				t.Fatal(err)
			}
			if !lines.Scan() || lines.Text() != unix.SignalName(each) {
				t.Errorf("%s: after %s the command heard %q", way[0], unix.SignalName(each), lines.Text())
			}
		}
		_ = process.Wait()
		if code := process.ProcessState.ExitCode(); code != 7 {
			t.Errorf("%s ends with %d, not with the command's 7", way[0], code)
		}
	}
}

// TestShellSeesTheSignal: what kills the command is told as 128 and its number,
// also what cannot be caught.
func TestShellSeesTheSignal(t *testing.T) {
	for name, code := range map[string]int{"TERM": 143, "KILL": 137, "INT": 130} {
		process := part(t, asExec, "sh", "-c", "kill -"+name+" $$")
		script := `"$@"; echo $?`
		shell := exec.CommandContext(t.Context(), "sh", append([]string{"-c", script, "sh"}, process.Args...)...)
		shell.Env = process.Env
		output, err := shell.Output()
		if err != nil || strings.TrimSpace(string(output)) != fmt.Sprint(code) {
			t.Errorf("SIG%s is told as %q, not %d (%v)", name, output, code, err)
		}
	}
}

// TestNothingIsLeftInBetween: the command is the very process that was started,
// so no other one holds the token.
func TestNothingIsLeftInBetween(t *testing.T) {
	for _, way := range [][]string{{asExec}, {asPipe, "plain"}} {
		process := part(t, append(way, "sh", "-c", "echo $$")...)
		output, err := process.Output()
		if err != nil || strings.TrimSpace(string(output)) != fmt.Sprint(process.Process.Pid) {
			t.Errorf("%s: the command is process %q, not %d (%v)", way[0], output, process.Process.Pid, err)
		}
	}
}

// TestInputCanBeOpenedByName as the recipes for aws, az and kubectl do.
func TestInputCanBeOpenedByName(t *testing.T) {
	output, err := part(t, asPipe, "plain", "sh", "-c", "cat /dev/stdin").Output()
	if err != nil || string(output) != canary.Reveal() {
		t.Errorf("/dev/stdin holds %d bytes (%v)", len(output), err)
	}
}

// TestNoFileHoldsTheToken after a hand-over by environment or standard input.
func TestNoFileHoldsTheToken(t *testing.T) {
	folder := t.TempDir()
	for _, way := range [][]string{{asExec}, {asPipe, "plain"}} {
		process := part(t, append(way, os.Args[0], asSoftware, "tell")...)
		process.Dir = folder
		process.Env = append(process.Env, "TMPDIR="+folder, "HOME="+folder)
		tells(t, process)
	}
	left, err := filepath.Glob(filepath.Join(folder, "*"))
	hidden, _ := filepath.Glob(filepath.Join(folder, ".*"))
	left = append(left, slices.DeleteFunc(hidden, func(path string) bool { return filepath.Base(path) == "." || filepath.Base(path) == ".." })...)
	if err != nil || len(left) > 0 {
		t.Errorf("files were left: %q (%v)", left, err)
	}
}
