package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// sign is a tick or a cross. Both are drawn: Fyne's font has neither letter, and
// where no font of the computer has them, as under Wine, a box would stand there.
type sign struct {
	strokes [2]*canvas.Line
	status  Status
}

func newSign() *sign {
	return &sign{strokes: [2]*canvas.Line{canvas.NewLine(color.Transparent), canvas.NewLine(color.Transparent)}}
}

func (s *sign) objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{s.strokes[0], s.strokes[1]}
}

// paint makes the sign that of a status, in a colour. Of the others, whose sign
// is a letter, nothing is drawn.
func (s *sign) paint(status Status, name fyne.ThemeColorName) {
	s.status = status
	for _, stroke := range s.strokes {
		stroke.StrokeColor = colour(name)
		setVisible(stroke, status.drawn())
	}
}

// layout draws the sign in a square of that size, whose middle is given.
func (s *sign) layout(middle fyne.Position, size float32) {
	at := func(x, y float32) fyne.Position {
		return fyne.NewPos(middle.X+(x-0.5)*size, middle.Y+(y-0.5)*size)
	}
	draw := func(stroke *canvas.Line, from, to fyne.Position) {
		stroke.StrokeWidth = size * 0.19
		stroke.Position1, stroke.Position2 = from, to
	}
	if s.status == ToFix {
		draw(s.strokes[0], at(0.1, 0.1), at(0.9, 0.9))
		draw(s.strokes[1], at(0.9, 0.1), at(0.1, 0.9))
		return
	}
	draw(s.strokes[0], at(0.02, 0.52), at(0.39, 0.9))
	draw(s.strokes[1], at(0.33, 0.9), at(0.98, 0.12))
}
