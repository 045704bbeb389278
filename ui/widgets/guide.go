package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"latchkey/ui/theme"
)

// NewGuide lays out a page that leads to another place: at the left a picture of
// it with act below, what goes there; at the right, with a little more room, the instructions. Where there
// is no room for two columns, act comes first, then the instructions and the
// picture: what is to be pressed must not lie out of sight.
func NewGuide(act, picture, instructions fyne.CanvasObject) *fyne.Container {
	return container.New(&guideLayout{grid: gridLayout{columns: 2, gap: theme.Gap, leastColumn: 280}}, act, picture, instructions)
}

// leftShare is how much of half the width the left column takes.
const leftShare = 0.92

type guideLayout struct {
	grid gridLayout // says whether there is room for two columns
}

func (l *guideLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.grid.width = size.Width
	act, picture, instructions := objects[0], objects[1], objects[2]
	columns, each := l.grid.split(size.Width)
	place := func(o fyne.CanvasObject, x, y, width, height float32) (below float32) {
		o.Resize(fyne.NewSize(width, height))
		o.Move(fyne.NewPos(x, y))
		return y + height + theme.Gap
	}
	if columns == 1 {
		y := place(act, 0, 0, each, heightAt(act, each))
		y = place(instructions, 0, y, each, heightAt(instructions, each))
		place(picture, 0, y, each, heightAt(picture, each))
		return
	}
	left := floor(each * leftShare)
	right := size.Width - theme.Gap - left
	y := place(picture, 0, 0, left, heightAt(picture, left))
	y = place(act, 0, y, left, heightAt(act, left))
	place(instructions, left+theme.Gap, 0, right, max(y-theme.Gap, heightAt(instructions, right)))
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
