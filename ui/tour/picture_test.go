package tour

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// albums is where the pictures go, a folder for each look.
var albums = filepath.Join(root, "build", "tour")

// album takes the pictures of one look.
type album struct {
	folder string
	taken  int
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

// take keeps a picture of the window once nothing in it moves any more.
func (a *album) take(w *window, page string) {
	w.t.Helper()
	a.taken++
	file := filepath.Join(a.folder, fmt.Sprintf("%02d-%s.png", a.taken, page))
	if err := os.WriteFile(file, w.settled(), 0o644); err != nil {
		w.t.Fatal(err)
	}
}

// settled waits until two pictures of the window, taken one after the other,
// are the same.
func (w *window) settled() []byte {
	w.t.Helper()
	var before, now []byte
	eventually(w.t, "the window stood still", func() bool {
		before, now = now, w.picture()
		return bytes.Equal(before, now)
	})
	return now
}

// picture is what the window shows now, as PNG.
func (w *window) picture() []byte {
	w.t.Helper()
	command := exec.Command("import", "-window", w.id, "-quality", "10", "-define", "png:exclude-chunks=date,time", "png:-")
	command.Env = w.env
	picture, err := command.Output()
	if err != nil {
		w.t.Fatalf("taking a picture of the window: %v", err)
	}
	return picture
}

// shows tells whether an area of the window, and not only a sign in it, has
// this colour.
func (w *window) shows(wanted color.Color) bool {
	w.t.Helper()
	const area = 2000 // pixels
	decoded, err := png.Decode(bytes.NewReader(w.picture()))
	if err != nil {
		w.t.Fatal(err)
	}
	found := 0
	for y := decoded.Bounds().Min.Y; y < decoded.Bounds().Max.Y; y++ {
		for x := decoded.Bounds().Min.X; x < decoded.Bounds().Max.X; x++ {
			if same(decoded, x, y, wanted) {
				found++
			}
		}
	}
	return found > area
}

func same(picture image.Image, x, y int, wanted color.Color) bool {
	r, g, b, _ := picture.At(x, y).RGBA()
	wantedR, wantedG, wantedB, _ := wanted.RGBA()
	return r == wantedR && g == wantedG && b == wantedB
}
