package widgets

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// NewGrid places the objects in columns of equal width, gap pixels apart, as many as columns
// says. Where one would be narrower than leastColumn pixels, at normal text size, all stand
// in a single column. Objects of one line are equally high, and the fields in
// it stand level.
func NewGrid(columns int, gap, leastColumn float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&gridLayout{columns: columns, gap: gap, leastColumn: leastColumn}, objects...)
}

type gridLayout struct {
	columns          int
	gap, leastColumn float32
	width            float32 // of the last layout; the height depends on it
}

// split says how many columns there are and how wide each is.
func (l *gridLayout) split(width float32) (columns int, each float32) {
	each = (width - l.gap*float32(l.columns-1)) / float32(l.columns)
	if each < l.leastColumn*TextScale() {
		return 1, width
	}
	return l.columns, each
}

func (l *gridLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	columns, each := l.split(size.Width)
	var y float32
	for line := range slices.Chunk(visible(objects), columns) {
		for _, o := range line {
			heightAt(o, each)
		}
		level(line)
		height := tallest(line)
		for i, o := range line {
			o.Resize(fyne.NewSize(each, height))
			o.Move(fyne.NewPos(float32(i)*(each+l.gap), y))
		}
		y += height + l.gap
	}
}

func (l *gridLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var least fyne.Size
	for _, o := range visible(objects) {
		least = least.Max(o.MinSize())
	}
	if l.width > 0 {
		columns, _ := l.split(l.width)
		least.Height = -l.gap
		for line := range slices.Chunk(visible(objects), columns) {
			least.Height += tallest(line) + l.gap
		}
		least.Height = max(least.Height, 0)
	}
	return least
}
