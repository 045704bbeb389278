package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// NewColumn stacks the objects from top to bottom, all as wide as the column, gap pixels
// apart. Each gets its width before it is asked for its height, so wrapped text is right at
// once, also in columns within columns. Hidden objects and empty containers
// leave no gap.
func NewColumn(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&columnLayout{gap: gap}, objects...)
}

type columnLayout struct{ gap float32 }

func (l *columnLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	var y float32
	for _, o := range visible(objects) {
		height := heightAt(o, size.Width)
		o.Resize(fyne.NewSize(size.Width, height))
		o.Move(fyne.NewPos(0, y))
		y += height + l.gap
	}
}

func (l *columnLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for i, o := range visible(objects) {
		least := o.MinSize()
		if i > 0 {
			size.Height += l.gap
		}
		size.Height += least.Height
		size.Width = max(size.Width, least.Width)
	}
	return size
}

func (l *columnLayout) naturalWidth(objects []fyne.CanvasObject) float32 {
	return widestNatural(objects)
}

// NewPadded leaves the given space, in pixels, around the object.
func NewPadded(left, top, right, bottom float32, object fyne.CanvasObject) *fyne.Container {
	return container.New(&paddedLayout{left, top, right, bottom}, object)
}

type paddedLayout struct{ left, top, right, bottom float32 }

func (l *paddedLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	inner := fyne.NewSize(size.Width-l.left-l.right, size.Height-l.top-l.bottom)
	for _, o := range objects {
		o.Resize(inner)
		o.Move(fyne.NewPos(l.left, l.top))
	}
}

func (l *paddedLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var inner fyne.Size
	for _, o := range visible(objects) {
		inner = inner.Max(o.MinSize())
	}
	return inner.AddWidthHeight(l.left+l.right, l.top+l.bottom)
}

func (l *paddedLayout) naturalWidth(objects []fyne.CanvasObject) float32 {
	return widestNatural(objects) + l.left + l.right
}

// NewStack lays the objects over each other, all of them as large as the stack. Unlike
// Fyne's, it knows how wide it would like to be.
func NewStack(objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&paddedLayout{}, objects...)
}
