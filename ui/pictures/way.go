package pictures

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"latchkey/ui/theme"
)

// Way is the whole way to a token at a glance, in four steps.
type Way struct {
	Make, Paste, Check, Keep string
}

func (p Way) draw(s *sketch) {
	const left, side, step = 22, 36, 50
	s.rectangle(box{0, 0, normalWidth, normalHeight}, 12, theme.ColorNameSurface, theme.ColorNameLine)
	top := float32(normalHeight-3*step-side) / 2
	s.rectangle(box{left + side/2 - 1, top, 2, 3 * step}, 0, theme.ColorNameLine, "")
	for i, one := range []struct {
		words string
		sign  func(s *sketch, at box)
	}{{p.Make, browserSign}, {p.Paste, keySign}, {p.Check, tickSign}, {p.Keep, lockSign}} {
		at := box{left, top + float32(i)*step, side, side}
		s.add(&canvas.Circle{FillColor: colour(theme.ColorNameAccent)}, at)
		one.sign(s, at)
		s.label(box{at.x + side + 14, at.y, normalWidth - at.x - side - 30, side}, one.words, lettering{size: 13, bold: true, color: theme.ColorNameText})
	}
}

// path draws a line through points, told from the middle of the box.
func (s *sketch) path(at box, points ...fyne.Position) {
	x, y := at.x+at.w/2, at.y+at.h/2
	for i := range points[1:] {
		from, to := points[i], points[i+1]
		s.stroke(theme.ColorNameOnAccent, x+from.X, y+from.Y, x+to.X, y+to.Y)
	}
}

func browserSign(s *sketch, at box) {
	s.path(at, fyne.NewPos(-8, -7), fyne.NewPos(8, -7), fyne.NewPos(8, 7), fyne.NewPos(-8, 7), fyne.NewPos(-8, -7))
	s.path(at, fyne.NewPos(-8, -3), fyne.NewPos(8, -3))
}

func keySign(s *sketch, at box) {
	s.ring(at, -4, 0, 4)
	s.path(at, fyne.NewPos(0, 0), fyne.NewPos(9, 0), fyne.NewPos(9, 4))
	s.path(at, fyne.NewPos(5, 0), fyne.NewPos(5, 4))
}

func tickSign(s *sketch, at box) {
	s.path(at, fyne.NewPos(-7, 0), fyne.NewPos(-2, 5), fyne.NewPos(7, -6))
}

func lockSign(s *sketch, at box) {
	s.ring(at, 0, -3, 4.5)
	s.rectangle(box{at.x + at.w/2 - 7, at.y + at.h/2 - 2, 14, 10}, 2, theme.ColorNameOnAccent, "")
}

// ring draws a circle around a point told from the middle of the box.
func (s *sketch) ring(at box, x, y, radius float32) {
	r := &canvas.Circle{StrokeColor: colour(theme.ColorNameOnAccent), StrokeWidth: 1.6 * s.scale, FillColor: colour(theme.ColorNameAccent)}
	s.add(r, box{at.x + at.w/2 + x - radius, at.y + at.h/2 + y - radius, 2 * radius, 2 * radius})
}
