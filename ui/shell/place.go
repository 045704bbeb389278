package shell

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// Screen tells where the window is, which Fyne does not.
type Screen interface {
	// Place is where a window is that is shown, and the part of its screen in which it can be
	// without its frame being cut off, in the system's own units; false where the system does
	// not tell, as with Wayland.
	Place(fyne.Window) (window, free image.Rectangle, known bool)
}

// What the program's preferences know of the window: its size in Fyne's units, and its
// corner in the system's.
const (
	prefWidth  = "window.width"
	prefHeight = "window.height"
	prefLeft   = "window.left"
	prefTop    = "window.top"
)

// openWhereItWas gives the window the size and the place that it was closed with.
func (s *Shell) openWhereItWas() {
	preferences := s.App.Preferences()
	s.window.Resize(fyne.NewSize(
		float32(preferences.FloatWithFallback(prefWidth, 1000)), float32(preferences.FloatWithFallback(prefHeight, 700))))
	const nowhere = -1 << 30
	left := preferences.IntWithFallback(prefLeft, nowhere)
	window, can := s.window.(desktop.Window)
	if left == nowhere || !can {
		s.window.CenterOnScreen()
		return
	}
	window.RequestPosition(left, preferences.Int(prefTop))
}

// keepOnScreen brings back a window that does not lie on a screen as a whole: the screen it
// was on may be gone, or a smaller one.
func (s *Shell) keepOnScreen() {
	window, free, known := s.place()
	if !known {
		return
	}
	// What was asked for: the system may have cut it, and Fyne asks for it once more.
	size, scale := s.window.Canvas().Size(), s.window.Canvas().Scale()
	window.Max = window.Min.Add(image.Pt(int(size.Width*scale), int(size.Height*scale)))
	fitting := within(window, free)
	if fitting == window {
		return
	}
	if fitting.Size() != window.Size() {
		s.window.Resize(fyne.NewSize(float32(fitting.Dx())/scale, float32(fitting.Dy())/scale))
	}
	s.moveTo(fitting.Min, true)
}

// within moves a window as little as possible into what is free, and makes it smaller only
// where it has no room.
func within(window, free image.Rectangle) image.Rectangle {
	size := image.Pt(min(window.Dx(), free.Dx()), min(window.Dy(), free.Dy()))
	corner := image.Pt(
		max(free.Min.X, min(window.Min.X, free.Max.X-size.X)),
		max(free.Min.Y, min(window.Min.Y, free.Max.Y-size.Y)))
	return image.Rectangle{corner, corner.Add(size)}
}

// besideWidth is how wide the window is beside the browser, in Fyne's units at normal text size.
const besideWidth = 430

// Beside makes the window narrow and puts it at the right end of its screen, so that it can be
// read beside the browser; pressed again, it gives back the size and the place there were.
func (s *Shell) Beside() {
	back := s.wide
	s.wide = nil
	if back == nil {
		window, free, known := s.place()
		size, scale := s.window.Canvas().Size(), s.window.Canvas().Scale()
		s.wide = &wide{size: size, corner: window.Min}
		height := size.Height
		if known {
			height = float32(free.Dy()) / scale
		}
		s.window.Resize(fyne.NewSize(besideWidth, height))
		s.moveTo(image.Pt(free.Max.X-int(besideWidth*scale), free.Min.Y), known)
	} else {
		s.window.Resize(back.size)
		s.moveTo(back.corner, back.corner != image.Point{})
	}
	s.Redraw()
}

// IsBeside reports whether the window is narrow, beside the browser.
func (s *Shell) IsBeside() bool { return s.wide != nil }

// wide is the window as it was before it stood beside the browser.
type wide struct {
	size   fyne.Size
	corner image.Point // the zero Point where the system does not tell
}

func (s *Shell) moveTo(corner image.Point, known bool) {
	if window, can := s.window.(desktop.Window); can && known {
		window.RequestPosition(corner.X, corner.Y)
	}
}

// rememberPlace keeps size and place for the next start.
func (s *Shell) rememberPlace() {
	if s.IsBeside() {
		s.Beside()
	}
	preferences, size := s.App.Preferences(), s.window.Canvas().Size()
	preferences.SetFloat(prefWidth, float64(size.Width))
	preferences.SetFloat(prefHeight, float64(size.Height))
	if window, _, known := s.place(); known {
		preferences.SetInt(prefLeft, window.Min.X)
		preferences.SetInt(prefTop, window.Min.Y)
	}
}

func (s *Shell) place() (window, free image.Rectangle, known bool) {
	if s.options.Screen == nil {
		return image.Rectangle{}, image.Rectangle{}, false
	}
	return s.options.Screen.Place(s.window)
}
