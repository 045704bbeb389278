package terminal_test

import (
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"syscall"
	"testing"

	"latchkey/ui/terminal"
)

// fullVariable makes TestAFullDiskIsTold the process without room.
const fullVariable = "LATCHKEY_TEST_FULL"

// TestAFullDiskIsTold runs in a process of its own, in which nothing can be put
// into any file.
func TestAFullDiskIsTold(t *testing.T) {
	if os.Getenv(fullVariable) == "" {
		process := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^TestAFullDiskIsTold$")
		process.Env = append(os.Environ(), fullVariable+"=1")
		if told, err := process.CombinedOutput(); err != nil {
			t.Errorf("%v:\n%s", err, told)
		}
		return
	}
	b := newBench(t)
	path := filepath.Join(t.TempDir(), "report.html")
	signal.Ignore(syscall.SIGXFSZ)
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{}); err != nil {
		t.Skip(err)
	}
	b.expect(terminal.ExitFailed, token(t, "expired"), "report", "--output", path)
	says(t, b.err.String(), "The report could not be written to "+path+": "+syscall.EFBIG.Error())
	if _, err := os.Stat(path); err == nil {
		t.Error("half a report was left behind")
	}
	b.run("", "doctor")
	says(t, b.out.String(), "✕ To fix There is no room left in the settings folder")
	silent(t, b.out.String(), "The settings folder can be written")
	if b.lastCode == terminal.ExitReady {
		t.Error("doctor finds nothing to fix")
	}
}
