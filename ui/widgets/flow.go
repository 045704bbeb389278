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

// NewApartRow is a flow row whose last object stands at the right end of its line.
func NewApartRow(gap, lineGap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&flowLayout{gap: gap, lineGap: lineGap, apart: true}, objects...)
}

type flowLayout struct {
	gap, lineGap float32
	apart        bool
	width        float32 // of the last layout; the height depends on it
}

// lines breaks the objects into lines that are no wider than the width.
func (l *flowLayout) lines(objects []fyne.CanvasObject, width float32) [][]fyne.CanvasObject {
	var lines [][]fyne.CanvasObject
	var x float32
	for _, o := range visible(objects) {
		own := min(naturalWidth(o), width)
		if len(lines) == 0 || x+own > width {
			lines, x = append(lines, nil), 0
		}
		last := len(lines) - 1
		lines[last] = append(lines[last], o)
		x += own + l.gap
	}
	return lines
}

func (l *flowLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	var y float32
	for _, line := range l.lines(objects, size.Width) {
		for _, o := range line {
			own := min(naturalWidth(o), size.Width)
			o.Resize(fyne.NewSize(own, heightAt(o, own)))
		}
		height := tallest(line)
		var x float32
		for _, o := range line {
			if l.apart && o == objects[len(objects)-1] {
				x = size.Width - o.Size().Width
			}
			o.Move(fyne.NewPos(x, y+floor((height-o.Size().Height)/2)))
			x += o.Size().Width + l.gap
		}
		y += height + l.lineGap
	}
}

// MinSize moves nothing: a move within MinSize, which Fyne calls for every frame, would make
// it paint another frame, for ever.
func (l *flowLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var least fyne.Size
	for _, o := range visible(objects) {
		least = least.Max(o.MinSize())
	}
	if l.width > 0 {
		least.Height = 0
		for i, line := range l.lines(objects, l.width) {
			if i > 0 {
				least.Height += l.lineGap
			}
			least.Height += tallest(line)
		}
	}
	return least
}

func tallest(objects []fyne.CanvasObject) float32 {
	var height float32
	for _, o := range objects {
		height = max(height, o.MinSize().Height)
	}
	return height
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
