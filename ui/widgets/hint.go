package widgets

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"latchkey/ui/theme"
)

// hint is a line that appears below something after the pointer has rested on it for a
// moment, and goes with the pointer. It says more than a short label can, and nothing that
// one has to know. Fyne 2.8.1 has none.
type hint struct {
	text  string
	after After
	stop  func()
	shown fyne.CanvasObject // nil while it is not
	in    *fyne.Container
}

const (
	hintWaits   = 700 * time.Millisecond
	hintWidest  = 320
	hintSide    = 9
	hintBelow   = 6
	hintCorners = 6
)

// come begins to wait; the hint then stands at an object.
func (h *hint) come(at fyne.CanvasObject) {
	if h == nil {
		return
	}
	h.leave()
	h.stop = h.after(hintWaits, func() { h.show(at) })
}

// leave takes the hint away.
func (h *hint) leave() {
	if h == nil {
		return
	}
	if h.stop != nil {
		h.stop()
		h.stop = nil
	}
	if h.shown != nil {
		h.in.Objects = slices.DeleteFunc(slices.Clone(h.in.Objects), func(o fyne.CanvasObject) bool { return o == h.shown })
		h.in.Refresh()
		h.shown = nil
	}
}

// show puts the hint above all that is on the page, or in the dialog. Fyne's own overlays
// would take the pointer away from what lies below.
func (h *hint) show(at fyne.CanvasObject) {
	driver := fyne.CurrentApp().Driver()
	c := driver.CanvasForObject(at)
	if c == nil {
		return
	}
	root := c.Content()
	if top := c.Overlays().Top(); top != nil {
		root = top
	}
	in, ok := root.(*fyne.Container)
	if _, seen := pathTo(root, at); !ok || !seen {
		return
	}
	text := NewStyledText(h.text, TextStyle{Size: theme.SizeNameSmall, Plain: true})
	h.shown, h.in = NewStack(NewPanel(theme.ColorNameSurface, theme.ColorNameFieldLine, hintCorners), NewPadded(hintSide, 4, hintSide, 4, text)), in
	room := c.Size()
	width := min(text.NaturalWidth()+2*hintSide, hintWidest*TextScale(), room.Width)
	size := fyne.NewSize(width, heightAt(h.shown, width))
	place := driver.AbsolutePositionForObject(at).AddXY(0, at.Size().Height+hintBelow)
	if place.Y+size.Height > room.Height {
		place.Y -= at.Size().Height + size.Height + 2*hintBelow
	}
	place.X = max(min(place.X, room.Width-size.Width), 0)
	in.Add(h.shown)
	h.shown.Resize(size)
	h.shown.Move(place)
}
