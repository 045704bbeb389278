package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// memoryAfterTour goes through all seven steps, as the tour does, and returns
// the memory, in megabytes, that the window had at its end, when it had settled. Where
// the window is started more than once, the most counts. As with the windows that it is
// compared to, it is not the first start in this home: what Mesa has compiled lies there.
func memoryAfterTour(home string) (float64, error) {
	command := exec.Command("go", "test", "./ui/tour", "-run", "^TestJourney$", "-count=1")
	command.Env = append(os.Environ(), "LATCHKEY_BINARY="+absolute(window),
		"MESA_SHADER_CACHE_DIR="+filepath.Join(home, cache), "LATCHKEY_SETTLING="+settling.String())
	command.Stdout, command.Stderr = os.Stderr, os.Stderr
	if err := command.Start(); err != nil {
		return 0, fmt.Errorf("starting the tour: %w", err)
	}
	ended := make(chan error, 1)
	go func() { ended <- command.Wait() }()
	last := make(map[int]float64)
	for {
		select {
		case err := <-ended:
			if err != nil {
				return 0, fmt.Errorf("the tour: %w", err)
			}
			var most float64
			for _, memory := range last {
				most = max(most, memory)
			}
			if most == 0 {
				return 0, fmt.Errorf("the tour never started %s", window)
			}
			return most, nil
		case <-time.After(100 * time.Millisecond):
			for _, pid := range running(absolute(window)) {
				if memory, err := memoryOf(pid); err == nil {
					last[pid] = memory
				}
			}
		}
	}
}

// named is the binary for a process of its name. Of one that lets no other look
// into it nothing else can be read.
func named(process, binary string) string {
	const longest = 15 // of a name that the system keeps
	name, err := os.ReadFile(filepath.Join(process, "comm"))
	want := filepath.Base(binary)
	if err != nil || strings.TrimSpace(string(name)) != want[:min(len(want), longest)] {
		return ""
	}
	return binary
}

// running returns the processes that run a binary.
func running(binary string) []int {
	links, _ := filepath.Glob("/proc/[0-9]*/exe")
	var pids []int
	for _, link := range links {
		target, err := os.Readlink(link)
		if errors.Is(err, fs.ErrPermission) {
			target = named(filepath.Dir(link), binary)
		}
		if target == binary {
			if pid, err := strconv.Atoi(filepath.Base(filepath.Dir(link))); err == nil {
				pids = append(pids, pid)
			}
		}
	}
	return pids
}
