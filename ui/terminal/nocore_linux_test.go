package terminal_test

import (
	"fmt"
	"os"
	"os/exec"
	"regexp"
	"testing"

	"golang.org/x/sys/unix"

	"latchkey/ui/terminal"
)

// coreVariable makes TestACrashLeavesNoCore the program that would leave one.
const coreVariable = "LATCHKEY_TEST_CORE"

// TestACrashLeavesNoCore asks the system what it would do with a program that has
// come as far as to its window.
func TestACrashLeavesNoCore(t *testing.T) {
	if os.Getenv(coreVariable) != "" {
		os.Exit(terminal.Main(nil, tellCore))
	}
	program := exec.CommandContext(t.Context(), "sh", "-c", `ulimit -S -c "$(ulimit -H -c)"; exec "$0" -test.run='^TestACrashLeavesNoCore$'`, os.Args[0])
	program.Env = append(os.Environ(), coreVariable+"=1")
	told, err := program.CombinedOutput()
	if err != nil || string(told) != "limit 0, dumpable 0\n" {
		t.Errorf("%v: %s", err, told)
	}
}

func tellCore(*terminal.Terminal) error {
	limits, err := os.ReadFile("/proc/self/limits")
	if err != nil {
		return err
	}
	dumpable, err := unix.PrctlRetInt(unix.PR_GET_DUMPABLE, 0, 0, 0, 0)
	if err != nil {
		return err
	}
	soft := regexp.MustCompile(`Max core file size +(\S+)`).FindSubmatch(limits)
	fmt.Printf("limit %s, dumpable %d\n", soft[1], dumpable)
	return nil
}
