package main

import (
	"bufio"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// display is a virtual screen whose pixels can be read from a file, which
// disturbs what is measured less than asking the X server for pictures would.
type display struct {
	name   string // such as ":7"
	server *exec.Cmd
	folder string
	pixels *os.File
	shape  shape
}

// shape says where the pixels are in Xvfb's file, which is in the format of
// xwd: a header of big-endian numbers of 32 bits, the colours, the lines.
type shape struct{ start, lines, bytesPerLine int }

// startDisplay starts Xvfb on a number of its own choice.
func startDisplay() (*display, error) {
	folder, err := os.MkdirTemp("", "bench-")
	if err != nil {
		return nil, err
	}
	numbers, numberOf, err := os.Pipe()
	if err != nil {
		return nil, err
	}
	// Without -noreset it starts anew whenever the last window has gone.
	server := exec.Command("Xvfb", "-displayfd", "3", "-screen", "0", "1000x700x24", "-fbdir", folder, "-nolisten", "tcp", "-noreset")
	server.ExtraFiles = []*os.File{numberOf}
	if err := server.Start(); err != nil {
		return nil, fmt.Errorf("starting Xvfb: %w", err)
	}
	_ = numberOf.Close()
	d := &display{server: server, folder: folder}
	number, err := bufio.NewReader(numbers).ReadString('\n')
	if err != nil {
		d.close()
		return nil, errors.New("no display: Xvfb ended before it gave its number")
	}
	d.name = ":" + strings.TrimSpace(number)
	if err := d.open(filepath.Join(folder, "Xvfb_screen0")); err != nil {
		d.close()
		return nil, fmt.Errorf("reading Xvfb's screen: %w", err)
	}
	return d, nil
}

func (d *display) open(path string) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	d.pixels = file
	header := make([]byte, 100)
	if _, err := file.ReadAt(header, 0); err != nil {
		return err
	}
	field := func(number int) int { return int(binary.BigEndian.Uint32(header[4*number:])) }
	const bytesPerColour = 12
	d.shape = shape{start: field(0) + field(19)*bytesPerColour, lines: field(5), bytesPerLine: field(12)}
	return nil
}

// sample returns every tenth line of the screen, and whether a window covers
// more than half of it: where none is, the screen is black.
func (d *display) sample() (pixels []byte, covered bool, err error) {
	const step = 10
	pixels = make([]byte, d.shape.lines/step*d.shape.bytesPerLine)
	for line := range d.shape.lines / step {
		into := pixels[line*d.shape.bytesPerLine:][:d.shape.bytesPerLine]
		if _, err := d.pixels.ReadAt(into, int64(d.shape.start+line*step*d.shape.bytesPerLine)); err != nil {
			return nil, false, fmt.Errorf("reading the screen: %w", err)
		}
	}
	lit := 0
	for at := 0; at+2 < len(pixels); at += 4 {
		if pixels[at]|pixels[at+1]|pixels[at+2] != 0 {
			lit++
		}
	}
	return pixels, lit > len(pixels)/4/2, nil
}

func (d *display) close() {
	stop(d.server)
	if d.pixels != nil {
		_ = d.pixels.Close()
	}
	_ = os.RemoveAll(d.folder)
}
