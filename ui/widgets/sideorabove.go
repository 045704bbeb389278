package widgets

import (
	"fyne.io/fyne/v2"

	"latchkey/ui/theme"
)

// sideOrAboveLayout puts the first object, a badge, beside the first line of the second, or above
// it where the second would become too narrow to read.
type sideOrAboveLayout struct {
	gap   float32
	width float32 // of the last layout; the height depends on it
}

// start returns where the second object begins.
func (l *sideOrAboveLayout) start(first fyne.Size, width float32) fyne.Position {
	const lineGap = 8
	left := first.Width + l.gap
	if width-left < 330*TextScale() {
		return fyne.NewPos(0, first.Height+lineGap)
	}
	return fyne.NewPos(left, 0)
}

func (l *sideOrAboveLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	first, second := objects[0], objects[1]
	own := first.MinSize()
	first.Resize(own)
	start := l.start(own, size.Width)
	first.Move(fyne.NewPos(0, 0))
	if start.Y == 0 {
		first.Move(fyne.NewPos(0, floor((lineHeight(length(theme.SizeNameText))-own.Height)/2)))
	}
	width := size.Width - start.X
	second.Resize(fyne.NewSize(width, heightAt(second, width)))
	second.Move(start)
}

func (l *sideOrAboveLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	first, second := objects[0].MinSize(), objects[1].MinSize()
	var top float32
	if l.width > 0 {
		top = l.start(first, l.width).Y
	}
	return fyne.NewSize(max(first.Width, second.Width), max(first.Height, top+second.Height))
}

// besideOrBelowLayout puts the second object at the right end of the first, or below it where
// the first would have to wrap.
type besideOrBelowLayout struct {
	gap   float32
	width float32 // of the last layout; the height depends on it
}

func (l *besideOrBelowLayout) below(objects []fyne.CanvasObject, width float32) bool {
	return naturalWidth(objects[0])+l.gap+naturalWidth(objects[1]) > width
}

func (l *besideOrBelowLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	first, second := objects[0], objects[1]
	if !second.Visible() {
		first.Resize(fyne.NewSize(size.Width, heightAt(first, size.Width)))
		return
	}
	own := min(naturalWidth(second), size.Width)
	second.Resize(fyne.NewSize(own, heightAt(second, own)))
	width := size.Width
	if !l.below(objects, size.Width) {
		width -= own + l.gap
	}
	first.Resize(fyne.NewSize(width, heightAt(first, width)))
	at := fyne.NewPos(0, first.Size().Height)
	if width < size.Width {
		at = fyne.NewPos(size.Width-own, floor((first.Size().Height-second.Size().Height)/2))
	}
	second.Move(at)
}

func (l *besideOrBelowLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	least := objects[0].MinSize()
	if !objects[1].Visible() {
		return least
	}
	second := objects[1].MinSize()
	least.Width = max(least.Width, second.Width)
	if l.width > 0 && l.below(objects, l.width) {
		least.Height += second.Height
	}
	return least
}
