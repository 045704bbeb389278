package shell

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"latchkey/ui/widgets"
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

// standing is the size and the place of the window.
type standing struct {
	size   fyne.Size
	corner image.Point
	known  bool // whether the system tells the corner
}

func (s *Shell) standing() standing {
	window, _, known := s.place()
	return standing{s.window.Canvas().Size(), window.Min, known}
}

// Beside makes the window narrow and puts it at the right end of its screen, so that it can be
// read beside the browser, or gives it back the size and the place there were. The page is to be
// drawn anew.
func (s *Shell) Beside() {
	if s.IsBeside() {
		s.window.Resize(s.wide.size)
		s.moveTo(s.wide.corner, s.wide.known)
		s.wide = nil
		return
	}
	now := s.standing()
	s.wide = &now
	_, free, known := s.place()
	scale, size := s.window.Canvas().Scale(), fyne.NewSize(besideWidth*widgets.TextScale(), now.size.Height)
	if known {
		size.Height = float32(free.Dy()) / scale
	}
	s.window.Resize(size)
	s.moveTo(image.Pt(free.Max.X-int(size.Width*scale), free.Min.Y), known)
}

// IsBeside reports whether the window is narrow, beside the browser.
func (s *Shell) IsBeside() bool { return s.wide != nil }

func (s *Shell) moveTo(corner image.Point, known bool) {
	if window, can := s.window.(desktop.Window); can && known {
		window.RequestPosition(corner.X, corner.Y)
	}
}

// rememberPlace keeps size and place for the next start: of a window that stands beside the
// browser, those that it had before.
func (s *Shell) rememberPlace() {
	if s.forgotten {
		return
	}
	stands := s.standing()
	if s.IsBeside() {
		stands = *s.wide
	}
	preferences := s.App.Preferences()
	preferences.SetFloat(prefWidth, float64(stands.size.Width))
	preferences.SetFloat(prefHeight, float64(stands.size.Height))
	if stands.known {
		preferences.SetInt(prefLeft, stands.corner.X)
		preferences.SetInt(prefTop, stands.corner.Y)
	}
}

// ForgetPlace takes away what is kept of size and place, and keeps nothing more of them.
func (s *Shell) ForgetPlace() {
	s.forgotten = true
	for _, name := range []string{prefWidth, prefHeight, prefLeft, prefTop} {
		s.App.Preferences().RemoveValue(name)
	}
}

func (s *Shell) place() (window, free image.Rectangle, known bool) {
	if s.options.Screen == nil {
		return image.Rectangle{}, image.Rectangle{}, false
	}
	return s.options.Screen.Place(s.window)
}
