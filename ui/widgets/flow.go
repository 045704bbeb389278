package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// NewFlowRow places the objects from left to right and starts a new line where the next one
// no longer fits; gap is the space between them and lineGap that between lines, in pixels.
func NewFlowRow(gap, lineGap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&flowLayout{gap: gap, lineGap: lineGap}, objects...)
}

type flowLayout struct {
	gap, lineGap float32
	width        float32 // of the last layout; the height depends on it
}

// place breaks the objects into lines, hands out positions, and returns the height of all.
func (l *flowLayout) place(objects []fyne.CanvasObject, width float32) float32 {
	var line []fyne.CanvasObject
	var x, y, height float32
	finish := func() {
		for _, o := range line {
			o.Move(fyne.NewPos(o.Position().X, y+floor((height-o.Size().Height)/2)))
		}
		y += height
		line, x, height = nil, 0, 0
	}
	for _, o := range visible(objects) {
		own := min(naturalWidth(o), width)
		if len(line) > 0 && x+own > width {
			finish()
			y += l.lineGap
		}
		size := fyne.NewSize(own, heightAt(o, own))
		o.Resize(size)
		o.Move(fyne.NewPos(x, y))
		line = append(line, o)
		x += own + l.gap
		height = max(height, size.Height)
	}
	finish()
	return y
}

func (l *flowLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	l.place(objects, size.Width)
}

func (l *flowLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var least fyne.Size
	for _, o := range visible(objects) {
		least = least.Max(o.MinSize())
	}
	if l.width > 0 {
		least.Height = l.place(objects, l.width)
	}
	return least
}

func (l *flowLayout) naturalWidth(objects []fyne.CanvasObject) float32 {
	var width float32
	for i, o := range visible(objects) {
		if i > 0 {
			width += l.gap
		}
		width += naturalWidth(o)
	}
	return width
}

// NewGrid places the objects in columns of equal width, gap pixels apart, as many as columns
// says. Where one would be narrower than leastColumn pixels, at normal text size, all stand
// in a single column. Objects of one line are equally high.
func NewGrid(columns int, gap, leastColumn float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&gridLayout{columns: columns, gap: gap, leastColumn: leastColumn}, objects...)
}

type gridLayout struct {
	columns          int
	gap, leastColumn float32
	width            float32 // of the last layout; the height depends on it
}

func (l *gridLayout) place(objects []fyne.CanvasObject, width float32) float32 {
	columns := l.columns
	each := (width - l.gap*float32(columns-1)) / float32(columns)
	if each < l.leastColumn*textScale() {
		columns, each = 1, width
	}
	shown := visible(objects)
	var y float32
	for start := 0; start < len(shown); start += columns {
		line := shown[start:min(start+columns, len(shown))]
		var height float32
		for _, o := range line {
			height = max(height, heightAt(o, each))
		}
		if start > 0 {
			y += l.gap
		}
		for i, o := range line {
			o.Resize(fyne.NewSize(each, height))
			o.Move(fyne.NewPos(float32(i)*(each+l.gap), y))
		}
		y += height
	}
	return y
}

func (l *gridLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	l.place(objects, size.Width)
}

func (l *gridLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var least fyne.Size
	for _, o := range visible(objects) {
		least = least.Max(o.MinSize())
	}
	if l.width > 0 {
		least.Height = l.place(objects, l.width)
	}
	return least
}
