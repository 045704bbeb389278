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
	idleNoise = 0.05 // by which two idle runs of one window differ
)

// figures of one window: medians over several runs.
type figures struct {
	firstPage float64 // milliseconds from the start until the page is painted
	memory    float64 // megabytes, settled
	idle      float64 // milliseconds of CPU in idleTime
}

// candidate is a window that is measured. Its home stays from one start to the
// next, as a person's does, with what is kept there about fonts.
type candidate struct {
	binary, home                string
	tokens                      int // saved in the home
	firstPages, memories, idles []float64
}

// windows are what is measured side by side.
type windows struct {
	ours, bare figures
	many       figures  // ours, with saved tokens on Home
	keePassXC  *figures // nil where it is not installed
}

const savedTokens = 5_000

const (
	oursIn = "latchkey" // the home that our window has within all homes
	cache  = "cache"    // within a home
)

// compareWindows starts the windows in turn, each with a home of its own in home, so that whatever else the machine
// does falls on all.
func compareWindows(d *display, home string) (windows, error) {
	candidates := []*candidate{
		{binary: absolute(window), home: filepath.Join(home, oursIn)},
		{binary: absolute(hello), home: filepath.Join(home, "hello")},
		{binary: absolute(window), home: filepath.Join(home, "many"), tokens: savedTokens},
	}
	if binary, err := exec.LookPath("keepassxc"); err == nil {
		candidates = append(candidates, &candidate{binary: binary, home: filepath.Join(home, "keepassxc")})
	}
	for _, c := range candidates {
		if err := saveTokens(c.home, c.tokens); err != nil {
			return windows{}, err
		}
	}
	for round := range starts {
		for i, c := range candidates {
			if err := c.measure(d, round < idleRuns && i < 2); err != nil {
				return windows{}, err
			}
		}
	}
	measured := windows{ours: candidates[0].figures(), bare: candidates[1].figures(), many: candidates[2].figures()}
	if len(candidates) > 3 {
		other := candidates[3].figures()
		measured.keePassXC = &other
	}
	return measured, nil
}

// measure starts the window once and ends it.
func (c *candidate) measure(d *display, idle bool) error {
	command, firstPage, err := d.start(c.binary, c.home)
	if err != nil {
		return err
	}
	defer stop(command)
	c.firstPages = append(c.firstPages, float64(firstPage.Microseconds())/1000)
	if idle {
		ran, err := idleOf(command.Process.Pid)
		if err != nil {
			return err
		}
		c.idles = append(c.idles, ran)
	}
	memory, err := memoryOf(command.Process.Pid)
	if err != nil {
		return err
	}
	c.memories = append(c.memories, memory)
	return nil
}

func (c *candidate) figures() figures {
	measured := figures{firstPage: median(c.firstPages), memory: median(c.memories)}
	if len(c.idles) > 0 {
		measured.idle = median(c.idles)
	}
	return measured
}

// start starts a window on the display, once nothing is on it any more, and
// waits until its page is complete: painted, and no longer changing.
func (d *display) start(binary, home string) (command *exec.Cmd, firstPage time.Duration, err error) {
	if err := d.cleared(); err != nil {
		return nil, 0, err
	}
	command = exec.Command(binary)
	command.Env = append(os.Environ(), "DISPLAY="+d.name, "WAYLAND_DISPLAY=", "HOME="+home,
		"XDG_CONFIG_HOME="+filepath.Join(home, "config"), "XDG_CACHE_HOME="+filepath.Join(home, cache))
	begun := time.Now()
	if err := command.Start(); err != nil {
		return nil, 0, fmt.Errorf("starting %s: %w", binary, err)
	}
	var shown []byte
	for {
		pixels, covered, err := d.sample()
		since := time.Since(begun)
		switch {
		case err != nil:
			stop(command)
			return nil, 0, err
		case shown == nil && since > lastStart:
			stop(command)
			return nil, 0, fmt.Errorf("%s showed nothing within %s", binary, lastStart)
		case covered && !bytes.Equal(pixels, shown):
			shown, firstPage = pixels, since
		case shown != nil && since > firstPage+time.Second:
			return command, firstPage, nil
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
