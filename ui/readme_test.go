package ui_test

import (
	"bytes"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"latchkey/ui/internal/person"
	"latchkey/ui/theme"
	"latchkey/wizard/setup"
)

const (
	largestPicture = 120_000 // bytes, of those that the README loads
	pictureScale   = 1.5     // so that letters are sharp on a dense screen
)

// TestReadmePictures draws the pictures of README.md and of the packages' metadata, without
// a display, so that two runs draw the same. `make pictures` keeps them in docs/.
func TestReadmePictures(t *testing.T) {
	folder := os.Getenv("LATCHKEY_PICTURES")
	if folder == "" {
		folder = t.TempDir()
	}
	for _, look := range []struct {
		appearance theme.Appearance
		suffix     string
	}{{theme.Light, ""}, {theme.Dark, "-dark"}} {
		p := person.Sit(t, person.Habits{Appearance: look.appearance})
		p.Screen.Window.Canvas().(interface{ SetScale(float32) }).SetScale(pictureScale)
		p.Screen.Resize(fyne.NewSize(900, 640))
		// Pages tell the time. It is ten o'clock, the next one: no check is believed that lies more
		// than a day ahead.
		const day, ten = 24 * time.Hour, 10 * time.Hour
		p.Ahead.Store(int64(time.Until(time.Now().UTC().Add(-ten).Truncate(day).Add(day + ten))))
		take := func(name string) {
			t.Helper()
			file := encoded(t, p.Screen.Canvas().Capture())
			if len(file) > largestPicture {
				t.Errorf("%s%s.png has %d bytes", name, look.suffix, len(file))
			}
			person.Must(t, os.WriteFile(filepath.Join(folder, name+look.suffix+".png"), file, 0o644))
		}
		readmePages(p, take)
	}
}

// readmePages shows the pages that are pictured: the way through the set-up, and what a
// person comes back to.
func readmePages(p *person.Person, take func(name string)) {
	take("home")
	for _, step := range []setup.Step{setup.StepBusiness, setup.StepSystemUser, setup.StepAssets, setup.StepGenerate, setup.StepPaste, setup.StepCheck} {
		p.GoTo(step, "ready")
		take("setup-" + step.ID())
	}
	p.GoTo(setup.StepKeep, "ready")
	p.Press(p.Say("step.keep.main"))
	p.Press(p.Say("button.close"))
	p.HasSaved("two-accounts", "Second shop")
	take("home-saved")
	p.Press(p.Say("home.check"))
	p.Paste(person.TokenOf(p.T, "messaging-missing"))
	p.Press(p.Say("desk.main"))
	take("desk")
	p.Press(p.Say("button.back"))
	p.GoTo(setup.StepCheck, "messaging-missing")
	take("check")
}

// encoded is a picture as PNG in no more colours than a byte can tell apart: the most
// frequent ones, and for each other the nearest of them. A page has few, but for the edges
// of its letters.
func encoded(t *testing.T, picture image.Image) []byte {
	t.Helper()
	counts := map[color.RGBA]int{}
	bounds := picture.Bounds()
	for y := range bounds.Dy() {
		for x := range bounds.Dx() {
			counts[color.RGBAModel.Convert(picture.At(x, y)).(color.RGBA)]++
		}
	}
	var palette color.Palette
	for one := range counts {
		palette = append(palette, one)
	}
	slices.SortFunc(palette, func(a, b color.Color) int {
		one, other := a.(color.RGBA), b.(color.RGBA)
		if difference := counts[other] - counts[one]; difference != 0 {
			return difference
		}
		return bytes.Compare([]byte{one.R, one.G, one.B}, []byte{other.R, other.G, other.B})
	})
	reduced := image.NewPaletted(bounds, palette[:min(256, len(palette))])
	draw.Draw(reduced, bounds, picture, bounds.Min, draw.Src)
	var file bytes.Buffer
	encoder := png.Encoder{CompressionLevel: png.BestCompression}
	person.Must(t, encoder.Encode(&file, reduced))
	return file.Bytes()
}
