package widgets

import "fyne.io/fyne/v2"

// sideOrAboveLayout puts the first object beside the second, or above it where the second
// would become too narrow to read.
type sideOrAboveLayout struct {
	gap   float32
	width float32 // of the last layout; the height depends on it
}

func (l *sideOrAboveLayout) place(objects []fyne.CanvasObject, width float32) float32 {
	first, second := objects[0], objects[1]
	own := first.MinSize()
	first.Resize(own)
	left, top := own.Width+l.gap, float32(0)
	if width-left < 330*textScale() {
		left, top = 0, own.Height+8
	}
	height := heightAt(second, width-left)
	second.Resize(fyne.NewSize(width-left, height))
	second.Move(fyne.NewPos(left, top))
	return max(top+height, own.Height)
}

func (l *sideOrAboveLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	l.place(objects, size.Width)
}

func (l *sideOrAboveLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	first, second := objects[0].MinSize(), objects[1].MinSize()
	least := fyne.NewSize(max(first.Width, second.Width), max(first.Height, second.Height))
	if l.width > 0 {
		least.Height = l.place(objects, l.width)
	}
	return least
}

// besideOrBelowLayout puts the second object at the right end of the first, or below it where
// the first would have to wrap.
type besideOrBelowLayout struct {
	gap   float32
	width float32 // of the last layout; the height depends on it
}

func (l *besideOrBelowLayout) place(objects []fyne.CanvasObject, width float32) float32 {
	first, second := objects[0], objects[1]
	if !second.Visible() {
		height := heightAt(first, width)
		first.Resize(fyne.NewSize(width, height))
		return height
	}
	own := min(naturalWidth(second), width)
	size := fyne.NewSize(own, heightAt(second, own))
	second.Resize(size)
	left := width - own - l.gap
	if naturalWidth(first) > left {
		height := heightAt(first, width)
		first.Resize(fyne.NewSize(width, height))
		second.Move(fyne.NewPos(0, height))
		return height + size.Height
	}
	height := heightAt(first, left)
	first.Resize(fyne.NewSize(left, height))
	second.Move(fyne.NewPos(width-own, floor((height-size.Height)/2)))
	return height
}

func (l *besideOrBelowLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	l.place(objects, size.Width)
}

func (l *besideOrBelowLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var least fyne.Size
	for _, o := range visible(objects) {
		least = least.Max(o.MinSize())
	}
	if l.width > 0 {
		least.Height = l.place(objects, l.width)
	}
	return least
}
