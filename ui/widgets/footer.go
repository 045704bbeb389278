package widgets

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"latchkey/ui/theme"
)

// NewFooter returns the buttons below a page: those on the left, such as Back, and those on
// the right, the main one last. Where they have no room beside each other, large text or long
// words take more than one line.
func NewFooter(left, right []fyne.CanvasObject) fyne.CanvasObject {
	return NewPadded(theme.PagePadding, theme.Gap, theme.PagePadding, theme.Gap, NewButtonRow(left, right))
}

// NewButtonRow places buttons at the left and at the right edge of a line, or one after the
// other in several where there is no room for that.
func NewButtonRow(left, right []fyne.CanvasObject) *fyne.Container {
	layout := &buttonRowLayout{flowLayout: flowLayout{gap: theme.SmallGap, lineGap: theme.SmallGap}, right: right}
	return container.New(layout, slices.Concat(left, right)...)
}

// buttonRowLayout is a flow that has its last objects at the right edge, in each of its lines.
type buttonRowLayout struct {
	flowLayout
	right []fyne.CanvasObject
}

func (l *buttonRowLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.flowLayout.Layout(objects, size)
	var used, line float32
	for _, o := range slices.Backward(visible(l.right)) {
		if o.Position().Y != line {
			used, line = 0, o.Position().Y
		}
		used += o.Size().Width
		o.Move(fyne.NewPos(size.Width-used, line))
		used += l.gap
	}
}
