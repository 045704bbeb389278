package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"latchkey/ui/theme"
)

// Scroll lets tall content be scrolled up and down in its own place. Whatever in it gets the
// focus is brought into sight.
type Scroll struct {
	container.Scroll
}

// NewScroll returns a scroll around the content, which always has the scroll's full width.
func NewScroll(content fyne.CanvasObject) *Scroll {
	s := &Scroll{}
	s.Content = content
	s.Direction = container.ScrollVerticalOnly
	s.ExtendBaseWidget(s)
	return s
}

// Resize gives the content its width first, so that wrapped text has its true height.
func (s *Scroll) Resize(size fyne.Size) {
	s.settle(size)
	s.Scroll.Resize(size)
}

// Refresh makes the content as tall as it now needs to be.
func (s *Scroll) Refresh() {
	s.settle(s.Size())
	s.Scroll.Refresh()
}

func (s *Scroll) settle(size fyne.Size) {
	if size.Width > 0 {
		height := heightAt(s.Content, size.Width)
		s.Content.Resize(fyne.NewSize(size.Width, max(height, size.Height)))
	}
}

// reveal scrolls just as far as needed for what lies at that height in the content
// to be seen.
func (s *Scroll) reveal(top, height float32) {
	const margin = 12
	y := s.Offset.Y
	if bottom := top + height + margin; bottom > y+s.Size().Height {
		y = bottom - s.Size().Height
	}
	s.moveTo(min(y, top-margin))
}

// scrollByKey moves what is on the canvas up or down, so that text without anything to focus
// can be read by keyboard too.
func scrollByKey(c fyne.Canvas, key *fyne.KeyEvent) {
	root := c.Content()
	if top := c.Overlays().Top(); top != nil {
		root = top
	}
	s := mainScroll(root)
	if s == nil {
		return
	}
	step := lineHeight(length(theme.SizeNameText)) * 2
	switch key.Name {
	case fyne.KeyUp:
		s.moveTo(s.Offset.Y - step)
	case fyne.KeyDown:
		s.moveTo(s.Offset.Y + step)
	case fyne.KeyPageUp:
		s.moveTo(s.Offset.Y - s.Size().Height + step)
	case fyne.KeyPageDown:
		s.moveTo(s.Offset.Y + s.Size().Height - step)
	case fyne.KeyHome:
		s.moveTo(0)
	case fyne.KeyEnd:
		s.moveTo(s.Content.Size().Height)
	}
}

func (s *Scroll) moveTo(y float32) {
	last := max(s.Content.Size().Height-s.Size().Height, 0)
	s.ScrollToOffset(fyne.NewPos(s.Offset.X, min(max(y, 0), last)))
}

// mainScroll returns the scroll of the page, or else the first one there is.
func mainScroll(root fyne.CanvasObject) *Scroll {
	if page := find(root, func(o fyne.CanvasObject) bool { _, ok := o.(*Page); return ok }); page != nil {
		return page.(*Page).scroll
	}
	if s := find(root, func(o fyne.CanvasObject) bool { _, ok := o.(*Scroll); return ok }); s != nil {
		return s.(*Scroll)
	}
	return nil
}

func find(root fyne.CanvasObject, is func(fyne.CanvasObject) bool) fyne.CanvasObject {
	if is(root) {
		return root
	}
	for _, each := range inside(root) {
		if found := find(each, is); found != nil {
			return found
		}
	}
	return nil
}

// Reveal brings an object into sight, in every scroll around it, on a page or in
// a dialog. Its place is worked out here: Fyne knows only what was drawn before.
func Reveal(object fyne.CanvasObject) {
	for _, window := range fyne.CurrentApp().Driver().AllWindows() {
		c := window.Canvas()
		for _, root := range append([]fyne.CanvasObject{c.Content()}, c.Overlays().List()...) {
			path, found := pathTo(root, object)
			if !found {
				continue
			}
			path = append(path, object)
			for i, o := range path {
				if s, ok := o.(*Scroll); ok {
					s.reveal(depth(path[i+1:]), object.Size().Height)
				}
			}
		}
	}
}

// depth is how far below a scroll's content, which is first in the path to an
// object, that object begins.
func depth(path []fyne.CanvasObject) float32 {
	var y float32
	for _, o := range path[min(1, len(path)):] {
		y += o.Position().Y
	}
	return y
}

func pathTo(root, object fyne.CanvasObject) ([]fyne.CanvasObject, bool) {
	if root == object {
		return nil, true
	}
	for _, each := range inside(root) {
		if path, found := pathTo(each, object); found {
			return append([]fyne.CanvasObject{root}, path...), true
		}
	}
	return nil, false
}

// inside returns what the object is made of, as far as that can be focused or scrolled.
func inside(object fyne.CanvasObject) []fyne.CanvasObject {
	switch o := object.(type) {
	case *fyne.Container:
		return o.Objects
	case *Scroll:
		return []fyne.CanvasObject{o.Content}
	case *container.Scroll:
		return []fyne.CanvasObject{o.Content}
	case interface{ parts() []fyne.CanvasObject }:
		return o.parts()
	}
	return nil
}
