package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// arrow points to the upper right, behind the label of a button that opens the browser. It
// is drawn, for Fyne shows the letter ↗ as a coloured emoji.
type arrow struct {
	shaft, head, side *canvas.Line
}

// arrowSpace is the width of the arrow with the space before it, for text of size 1.
const arrowSpace = 0.95

func newArrow() *arrow {
	stroke := func() *canvas.Line { return canvas.NewLine(color.Transparent) }
	return &arrow{shaft: stroke(), head: stroke(), side: stroke()}
}

func (a *arrow) objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{a.shaft, a.head, a.side}
}

func (a *arrow) paint(name fyne.ThemeColorName) {
	for _, stroke := range []*canvas.Line{a.shaft, a.head, a.side} {
		stroke.StrokeColor = colour(name)
	}
}

// layout draws the arrow beside the end of a line of text that starts at that height.
func (a *arrow) layout(end fyne.Position, textSize float32) {
	length := textSize * 0.56
	left := end.X + textSize*(arrowSpace-0.06) - length
	top := end.Y + lineHeight(textSize)/2 - length*0.44
	tip := fyne.NewPos(left+length, top)
	draw := func(stroke *canvas.Line, from fyne.Position) {
		stroke.StrokeWidth = textSize * 0.12
		stroke.Position1, stroke.Position2 = from, tip
	}
	draw(a.shaft, fyne.NewPos(left, top+length))
	draw(a.head, fyne.NewPos(left+length*0.2, top))
	draw(a.side, fyne.NewPos(left+length, top+length*0.8))
}
