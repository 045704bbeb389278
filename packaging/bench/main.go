// Command bench measures the assistant beside a bare Fyne window, on the same
// machine in the same run, and holds the ratios against their budgets. It needs
// Linux and what `make bench` builds and installs. It ends with 1 when a budget
// is exceeded, and with 2 when something could not be measured.
package main

import (
	"cmp"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
)

const (
	window   = "build/latchkey"
	terminal = "build/latchkey-terminal"
	hello    = "build/hello"
)

func main() {
	within, err := measure()
	switch {
	case err != nil:
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(2)
	case !within:
		os.Exit(1)
	}
}

// measure prints a line for each budget and reports whether all are kept.
func measure() (within bool, err error) {
	display, err := startDisplay()
	if err != nil {
		return false, err
	}
	defer display.close()
	home, err := os.MkdirTemp("", "bench-home-")
	if err != nil {
		return false, err
	}
	defer func() { _ = os.RemoveAll(home) }()
	measured, err := compareWindows(display, home)
	if err != nil {
		return false, err
	}
	ours, bare := measured.ours, measured.bare
	afterTour, err := memoryAfterTour(filepath.Join(home, oursIn))
	if err != nil {
		return false, err
	}
	check, err := timeCheck()
	if err != nil {
		return false, err
	}
	atOnce, oneByOne, err := timeMany()
	if err != nil {
		return false, err
	}
	sizes := make(map[string]float64)
	for _, binary := range []string{window, terminal, hello} {
		file, err := os.Stat(binary)
		if err != nil {
			return false, fmt.Errorf("looking at a binary's size: %w", err)
		}
		sizes[binary] = float64(file.Size()) / 1e6
	}

	within = true
	fmt.Printf("%-40s %10s %10s %8s %8s\n", "", "Latchkey", "hello", "ratio", "budget")
	beside := func(what, unit string, ours, bare, budget float64) {
		kept := ours <= bare*budget
		within = within && kept
		fmt.Printf("%-40s %10.1f %10.1f %8.2f %8.2f  %s\n", what+", "+unit, ours, bare, ours/bare, budget, verdict(kept))
	}
	alone := func(what, unit string, ours, budget float64) {
		kept := ours <= budget
		within = within && kept
		fmt.Printf("%-40s %10.1f %10s %8s %8.1f  %s\n", what+", "+unit, ours, "", "", budget, verdict(kept))
	}
	beside("start to first page", "ms", ours.firstPage, bare.firstPage, 1.10)
	beside("memory at first page", "MB", ours.memory, bare.memory, 1.15)
	beside("memory after all seven steps", "MB", afterTour, bare.memory, 1.10)
	beside("idle", "ms of CPU in 10 s", ours.idle, bare.idle, 1+idleNoise)
	beside("stripped binary", "MB", sizes[window], sizes[hello], 1.10)
	alone("terminal alone", "MB", sizes[terminal], 12)
	alone("check of one account", "round trips", check.roundTrips, 2.4)
	alone("check of a saved token, account known", "round trips", check.saved, 1.2)
	fmt.Printf("%-40s %10.1f\n", fmt.Sprintf("the same %d calls in a row, round trips", check.calls), check.inARow)
	without := func(what, unit string, ours, other float64, named string) {
		fmt.Printf("%-40s %10.1f %10.1f %8.2f %8s  beside %s\n", what+", "+unit, ours, other, ours/other, "", named)
	}
	without(fmt.Sprintf("%d tokens of a list", manyTokens), "s", atOnce, oneByOne, "one after another")
	without(fmt.Sprintf("start with %d saved tokens", savedTokens), "ms", measured.many.firstPage, ours.firstPage, "an empty Home")
	without(fmt.Sprintf("memory with %d saved tokens", savedTokens), "MB", measured.many.memory, ours.memory, "an empty Home")
	if other := measured.keePassXC; other != nil {
		without("start to first page", "ms", ours.firstPage, other.firstPage, "KeePassXC")
		without("memory at first page", "MB", ours.memory, other.memory, "KeePassXC")
	}
	return within, nil
}

func verdict(kept bool) string {
	if kept {
		return "kept"
	}
	return "EXCEEDED"
}

// median of at least one value.
func median[T cmp.Ordered](values []T) T {
	return slices.Sorted(slices.Values(values))[len(values)/2]
}

// absolute is the path of a file of the project, which is the working directory.
func absolute(path string) string {
	full, err := filepath.Abs(path)
	if err != nil {
		return path
	}
	return full
}

// stop ends a process that was started here.
func stop(command *exec.Cmd) {
	_ = command.Process.Kill()
	_ = command.Wait()
}
