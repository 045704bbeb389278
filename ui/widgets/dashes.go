package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"latchkey/ui/theme"
)

// dashes are a dashed border, which Fyne's rectangles cannot have: short lines along the
// sides, up to where the corners are round.
type dashes struct {
	radius float32
	lines  []fyne.CanvasObject
}

const dash, dashGap = 7, 5

func newDashes(radius float32) *dashes { return &dashes{radius: radius} }

func (d *dashes) layout(size fyne.Size) {
	d.lines = nil
	side := func(from, to fyne.Position) {
		length := max(to.X-from.X, to.Y-from.Y)
		direction := fyne.NewPos((to.X-from.X)/length, (to.Y-from.Y)/length)
		for at := float32(0); at < length; at += dash + dashGap {
			end := min(at+dash, length)
			line := canvas.NewLine(colour(theme.ColorNameFieldLine))
			line.StrokeWidth = 1.5
			line.Position1 = from.AddXY(direction.X*at, direction.Y*at)
			line.Position2 = from.AddXY(direction.X*end, direction.Y*end)
			d.lines = append(d.lines, line)
		}
	}
	r := d.radius / 2
	side(fyne.NewPos(r, 1), fyne.NewPos(size.Width-r, 1))
	side(fyne.NewPos(r, size.Height-1), fyne.NewPos(size.Width-r, size.Height-1))
	side(fyne.NewPos(1, r), fyne.NewPos(1, size.Height-r))
	side(fyne.NewPos(size.Width-1, r), fyne.NewPos(size.Width-1, size.Height-r))
}

func (d *dashes) refresh() {
	for _, line := range d.lines {
		line.(*canvas.Line).StrokeColor = colour(theme.ColorNameFieldLine)
	}
}
