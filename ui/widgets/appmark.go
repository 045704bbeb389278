package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"latchkey/ui/theme"
)

// NewAppMark returns the sign of the program with its name beside it.
func NewAppMark(name string) fyne.CanvasObject {
	return Row{Gap: theme.SmallGap}.New(newKeySign(), NewCardTitle(name))
}

// keySign is the program's icon, drawn in the colours of the theme.
type keySign struct{ widget.BaseWidget }

func newKeySign() *keySign {
	k := &keySign{}
	k.ExtendBaseWidget(k)
	return k
}

// keyStrokes are the straight parts of the key on a square of side 1: start and end.
var keyStrokes = [][4]float32{
	{0.52, 0.52, 0.77, 0.77}, // shaft
	{0.66, 0.66, 0.74, 0.58}, // tooth
}

func (k *keySign) CreateRenderer() fyne.WidgetRenderer {
	square, bow := &canvas.Rectangle{}, &canvas.Circle{}
	objects := []fyne.CanvasObject{square, bow}
	strokes := make([]*canvas.Line, len(keyStrokes))
	for i := range strokes {
		strokes[i] = canvas.NewLine(color.Transparent)
		objects = append(objects, strokes[i])
	}
	side := func() float32 { return 26 * (1 + (TextScale()-1)*0.6) }
	dress := func() {
		square.FillColor = colour(theme.ColorNameAccent)
		bow.FillColor = square.FillColor
		bow.StrokeColor = colour(theme.ColorNameOnAccent)
		for _, s := range strokes {
			s.StrokeColor = colour(theme.ColorNameOnAccent)
		}
	}
	layout := func(size fyne.Size) {
		s := min(size.Width, size.Height)
		square.CornerRadius = s * 0.27
		square.Resize(fyne.NewSquareSize(s))
		bow.StrokeWidth = s * 0.07
		bow.Resize(fyne.NewSquareSize(s * 0.32))
		bow.Move(fyne.NewPos(s*0.26, s*0.26))
		for i, at := range keyStrokes {
			strokes[i].StrokeWidth = s * 0.07
			strokes[i].Position1 = fyne.NewPos(s*at[0], s*at[1])
			strokes[i].Position2 = fyne.NewPos(s*at[2], s*at[3])
		}
	}
	dress()
	return &drawing{
		objects: fixed(objects...),
		layout:  layout,
		minSize: func() fyne.Size { return fyne.NewSquareSize(side()) },
		refresh: func() {
			dress()
			canvas.Refresh(k)
		},
	}
}
