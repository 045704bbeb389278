package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Align says where the objects of a row stand when they differ in height.
type Align int

// Ways to align a row.
const (
	AlignCentre Align = iota
	AlignTop
)

// Row describes a row of objects.
type Row struct {
	Gap   float32 // pixels between two objects
	Align Align
	// Stretch, when it is one of the objects, takes the width that is left over. The others
	// get the width at which their text need not wrap.
	Stretch fyne.CanvasObject
}

// New returns the row with these objects, from left to right.
func (r Row) New(objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&rowLayout{r}, objects...)
}

type rowLayout struct{ Row }

// widths shares the width out. When there is too little, what stretches shrinks first, then
// all others, down to their least width.
func (l *rowLayout) widths(objects []fyne.CanvasObject, total float32) []float32 {
	widths := make([]float32, len(objects))
	left := total - l.Gap*float32(len(objects)-1)
	var spare float32
	for i, o := range objects {
		least := o.MinSize().Width
		widths[i] = naturalWidth(o)
		if o == l.Stretch {
			widths[i] = least
		}
		spare += max(widths[i]-least, 0)
		left -= widths[i]
	}
	for i, o := range objects {
		switch {
		case left > 0 && o == l.Stretch:
			widths[i] += left
		case left < 0 && spare > 0:
			share := max(widths[i]-o.MinSize().Width, 0) / spare
			widths[i] += max(left, -spare) * share
		}
	}
	return widths
}

func (l *rowLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	shown := visible(objects)
	widths := l.widths(shown, size.Width)
	var x float32
	for i, o := range shown {
		height := heightAt(o, widths[i])
		var y float32
		if l.Align == AlignCentre {
			y = (size.Height - height) / 2
		}
		o.Resize(fyne.NewSize(widths[i], height))
		o.Move(fyne.NewPos(x, floor(y)))
		x += widths[i] + l.Gap
	}
}

func (l *rowLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for i, o := range visible(objects) {
		least := o.MinSize()
		if i > 0 {
			size.Width += l.Gap
		}
		size.Width += least.Width
		size.Height = max(size.Height, least.Height)
	}
	return size
}

func (l *rowLayout) naturalWidth(objects []fyne.CanvasObject) float32 {
	var width float32
	for i, o := range visible(objects) {
		if i > 0 {
			width += l.Gap
		}
		width += naturalWidth(o)
	}
	return width
}
