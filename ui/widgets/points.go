package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"latchkey/ui/theme"
)

// NewPoints lists short texts, each behind a dot in the accent.
func NewPoints(texts ...string) *fyne.Container {
	column := NewColumn(4)
	for _, text := range texts {
		column.Add(container.New(pointLayout{}, NewPanel(theme.ColorNameAccent, "", pointSize/2), NewSmallText(text)))
	}
	return column
}

const (
	pointSize  = 6
	pointWidth = 14 // of the dot and the room behind it
)

// pointLayout puts the dot beside the middle of the first line.
type pointLayout struct{}

func (pointLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	side, width := pointSize*TextScale(), pointWidth*TextScale()
	line := NewSmallText("x").MinSize().Height
	objects[0].Resize(fyne.NewSquareSize(side))
	objects[0].Move(fyne.NewPos(0, (line-side)/2+TextScale()))
	objects[1].Resize(fyne.NewSize(size.Width-width, size.Height))
	objects[1].Move(fyne.NewPos(width, 0))
}

func (pointLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return objects[1].MinSize().AddWidthHeight(pointWidth*TextScale(), 0)
}
