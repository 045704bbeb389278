package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"latchkey/ui/theme"
)

// NewGuide lays out a page that leads to another place: at the left a picture of
// it with act below, what goes there; at the right the instructions. Where there
// is no room for two columns, act comes first, then the instructions and the
// picture: what is to be pressed must not lie out of sight.
func NewGuide(act, picture, instructions fyne.CanvasObject) *fyne.Container {
	return container.New(&guideLayout{grid: gridLayout{columns: 2, gap: theme.Gap, leastColumn: 280}}, act, picture, instructions)
}

type guideLayout struct {
	grid gridLayout // says whether there is room for two columns
}

func (l *guideLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.grid.width = size.Width
	act, picture, instructions := objects[0], objects[1], objects[2]
	columns, each := l.grid.split(size.Width)
	place := func(o fyne.CanvasObject, x, y, height float32) (below float32) {
		o.Resize(fyne.NewSize(each, height))
		o.Move(fyne.NewPos(x, y))
		return y + height + theme.Gap
	}
	if columns == 1 {
		y := place(act, 0, 0, heightAt(act, each))
		y = place(instructions, 0, y, heightAt(instructions, each))
		place(picture, 0, y, heightAt(picture, each))
		return
	}
	y := place(picture, 0, 0, heightAt(picture, each))
	y = place(act, 0, y, heightAt(act, each))
	place(instructions, each+theme.Gap, 0, max(y-theme.Gap, heightAt(instructions, each)))
}

func (l *guideLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	act, picture, instructions := objects[0].MinSize(), objects[1].MinSize(), objects[2].MinSize()
	least := fyne.NewSize(max(act.Width, picture.Width, instructions.Width), act.Height+theme.Gap+picture.Height)
	if columns, _ := l.grid.split(l.grid.width); columns == 1 {
		least.Height += theme.Gap + instructions.Height
		return least
	}
	least.Height = max(least.Height, instructions.Height)
	return least
}
