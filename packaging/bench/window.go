package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"time"
)

const (
	starts    = 9
	idleRuns  = 3
	idleTime  = 10 * time.Second
	settling  = 3 * time.Second // from the first page until the window counts as idle
	frame     = 3 * time.Millisecond
	lastStart = 20 * time.Second
)

// figures of one window: medians over several runs.
type figures struct {
	firstPage float64 // milliseconds from the start until the page is painted
	memory    float64 // megabytes, settled
	idle      float64 // milliseconds of CPU in idleTime
}

// run is one start of a window.
type run struct {
	command   *exec.Cmd
	home      string
	firstPage time.Duration
}

// compareWindows starts both windows in turn, so that whatever else the machine
// does falls on both.
func compareWindows(d *display) (ours, bare figures, err error) {
	binaries := []string{window, hello}
	firstPages, memories, idles := map[string][]float64{}, map[string][]float64{}, map[string][]float64{}
	for round := range starts {
		for _, binary := range binaries {
			started, err := d.start(binary)
			if err != nil {
				return ours, bare, err
			}
			pid := started.command.Process.Pid
			firstPages[binary] = append(firstPages[binary], float64(started.firstPage.Microseconds())/1000)
			if round < idleRuns {
				idle, err := idleOf(pid)
				if err != nil {
					return ours, bare, err
				}
				idles[binary] = append(idles[binary], idle)
			}
			memory, err := memoryOf(pid)
			if err != nil {
				return ours, bare, err
			}
			memories[binary] = append(memories[binary], memory)
			started.end()
			if err := d.cleared(); err != nil {
				return ours, bare, err
			}
		}
	}
	of := func(binary string) figures {
		return figures{median(firstPages[binary]), median(memories[binary]), median(idles[binary])}
	}
	return of(window), of(hello), nil
}

// start starts a window with a home of its own and waits until its page is
// complete: painted, and no longer changing.
func (d *display) start(binary string) (*run, error) {
	home, err := os.MkdirTemp("", "bench-home-")
	if err != nil {
		return nil, err
	}
	command := exec.Command(absolute(binary))
	command.Env = append(os.Environ(), "DISPLAY="+d.name, "WAYLAND_DISPLAY=", "HOME="+home,
		"XDG_CONFIG_HOME="+filepath.Join(home, "config"), "XDG_CACHE_HOME="+filepath.Join(home, "cache"))
	r := &run{command: command, home: home}
	begun := time.Now()
	if err := command.Start(); err != nil {
		return nil, fmt.Errorf("starting %s: %w", binary, err)
	}
	var shown []byte
	for {
		pixels, covered, err := d.sample()
		since := time.Since(begun)
		switch {
		case err != nil:
			r.end()
			return nil, err
		case shown == nil && since > lastStart:
			r.end()
			return nil, fmt.Errorf("%s showed nothing within %s", binary, lastStart)
		case covered && !bytes.Equal(pixels, shown):
			shown, r.firstPage = pixels, since
		case shown != nil && since > r.firstPage+time.Second:
			return r, nil
		}
		time.Sleep(frame)
	}
}

// cleared waits until no window is on the display any more.
func (d *display) cleared() error {
	for begun := time.Now(); time.Since(begun) < lastStart; time.Sleep(frame) {
		if _, covered, err := d.sample(); err != nil || !covered {
			return err
		}
	}
	return fmt.Errorf("a window stayed on the display for %s after its end", lastStart)
}

// idleOf returns the milliseconds of CPU that a settled window takes.
func idleOf(pid int) (float64, error) {
	time.Sleep(settling)
	before, err := cpuOf(pid)
	if err != nil {
		return 0, err
	}
	time.Sleep(idleTime)
	after, err := cpuOf(pid)
	return float64((after - before).Microseconds()) / 1000, err
}

func (r *run) end() {
	stop(r.command)
	_ = os.RemoveAll(r.home)
}
