package tour

import (
	"bytes"
	"fmt"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"latchkey/ui/theme"
)

var (
	// albums is where the pictures go, a folder for each look.
	albums = filepath.Join(root, "build", "tour")
	// failures is where the window is pictured when a test has failed.
	failures = filepath.Join(albums, "failed")
)

// album takes the pictures of one look.
type album struct {
	folder string
	taken  int
	last   []byte
}

// newAlbum throws away the pictures of an earlier run.
func newAlbum(t testing.TB, name string) *album {
	t.Helper()
	a := &album{folder: filepath.Join(albums, name)}
	if err := os.RemoveAll(a.folder); err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(a.folder, 0o755); err != nil {
		t.Fatal(err)
	}
	return a
}

// take keeps a picture of what the window shows, which must be something else
// than in the picture before.
func (a *album) take(w *window, page string) {
	w.t.Helper()
	a.last = w.still(a.last)
	if size, err := png.DecodeConfig(bytes.NewReader(a.last)); err != nil || size.Width != w.look.width || size.Height != w.look.height {
		w.t.Errorf("the picture %s is %d×%d (%v)", page, size.Width, size.Height, err)
	}
	a.taken++
	file := filepath.Join(a.folder, fmt.Sprintf("%02d-%s.png", a.taken, page))
	if err := os.WriteFile(file, a.last, 0o644); err != nil {
		w.t.Fatal(err)
	}
}

// still waits until the window shows something else than before and stands
// still: its title tells of a page some time before the page is drawn.
func (w *window) still(before []byte) []byte {
	w.t.Helper()
	const longEnough = 300 * time.Millisecond
	var now []byte
	var since time.Time
	eventually(w.t, "the window showed something new and stood still", func() bool {
		picture := w.picture()
		if !bytes.Equal(picture, now) {
			now, since = picture, time.Now()
		}
		return !bytes.Equal(now, before) && time.Since(since) > longEnough
	})
	return now
}

// picture is what the window shows now, as PNG.
func (w *window) picture() []byte {
	w.t.Helper()
	picture, code := w.ask("", "import", "-window", w.id, "-quality", "10", "-define", "png:exclude-chunks=date,time", "png:-")
	if code != 0 {
		w.t.Fatal("the window cannot be pictured")
	}
	return []byte(picture)
}

// awaits waits until something in the window has a colour of its theme, or
// nothing has it any more.
func (w *window) awaits(name fyne.ThemeColorName, there bool) {
	w.t.Helper()
	const some = 200 // pixels
	wanted := theme.New(w.look.appearance, 1).Color(name, 0)
	eventually(w.t, fmt.Sprintf("the colour %s was in the window: %v", name, there), func() bool {
		return (w.pixels(wanted) > some) == there
	})
}

// pixels counts those of a colour.
func (w *window) pixels(wanted color.Color) int {
	w.t.Helper()
	picture, err := png.Decode(bytes.NewReader(w.picture()))
	if err != nil {
		w.t.Fatal(err)
	}
	found := 0
	for y := range picture.Bounds().Dy() {
		for x := range picture.Bounds().Dx() {
			if alike(picture.At(x, y), wanted) {
				found++
			}
		}
	}
	return found
}

// alike allows for the painter's rounding.
func alike(a, b color.Color) bool {
	const rounding = 2 << 8
	aR, aG, aB, _ := a.RGBA()
	bR, bG, bB, _ := b.RGBA()
	return max(aR, bR)-min(aR, bR) <= rounding && max(aG, bG)-min(aG, bG) <= rounding && max(aB, bB)-min(aB, bB) <= rounding
}
