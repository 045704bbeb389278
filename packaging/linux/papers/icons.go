package main

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"os"
	"os/exec"
	"strconv"
)

// sizes are those that desktops look for
// (https://specifications.freedesktop.org/icon-theme-spec/).
var sizes = []int{16, 22, 24, 32, 48, 64, 128, 256, 512}

const iconFile = "assets/icon.svg"

// icons writes the icon in every size, and as it was drawn.
func (p papers) icons() error {
	drawn, err := os.ReadFile(iconFile)
	if err != nil {
		return err
	}
	for _, size := range sizes {
		side := strconv.Itoa(size)
		var trouble bytes.Buffer
		convert := exec.Command("rsvg-convert", "--width", side, "--height", side, iconFile)
		convert.Stderr = &trouble
		picture, err := convert.Output()
		if err != nil {
			return fmt.Errorf("%s cannot be drawn, %d pixels wide: %w: %s", iconFile, size, err, trouble.String())
		}
		if err := whole(picture, size); err != nil {
			return fmt.Errorf("%s is damaged: %w. Take it from the last commit that had it right", iconFile, err)
		}
		if err := p.write(fmt.Sprintf("usr/share/icons/hicolor/%dx%d/apps/%s.png", size, size, ID), picture); err != nil {
			return err
		}
	}
	return p.write("usr/share/icons/hicolor/scalable/apps/"+ID+".svg", drawn)
}

// whole looks at a picture that was made of the icon: a drawing of which a part is lost
// is still drawn, as far as it goes.
func whole(picture []byte, size int) error {
	drawn, err := png.Decode(bytes.NewReader(picture))
	if err != nil {
		return err
	}
	if drawn.Bounds() != image.Rect(0, 0, size, size) {
		return fmt.Errorf("it is %v instead of %d pixels square", drawn.Bounds(), size)
	}
	colours := map[[4]uint32]bool{}
	for y := range size {
		for x := range size {
			r, g, b, a := drawn.At(x, y).RGBA()
			colours[[4]uint32{r, g, b, a}] = true
		}
	}
	if len(colours) < 3 {
		return fmt.Errorf("nothing is seen of it at %d pixels", size)
	}
	return nil
}
