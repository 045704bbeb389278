package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"latchkey/ui/theme"
)

// SummaryRow is one line of a summary.
type SummaryRow struct {
	Name  string
	Value string
	// Change goes back to where the value was chosen; nil when it cannot be changed.
	Change func()
	// ChangeLabel is the word of its button.
	ChangeLabel string
}

// NewSummaryList returns a card with the rows, divided by lines.
func NewSummaryList(rows ...SummaryRow) *Card {
	column := NewColumn(0)
	for i, row := range rows {
		if i > 0 {
			column.Add(NewHairline())
		}
		name := NewQuietText(row.Name)
		value := NewStyledText(row.Value, TextStyle{Bold: true, Plain: true})
		line := container.New(&summaryLayout{}, name, value)
		if row.Change != nil {
			line.Add(NewButton(SmallLink, row.ChangeLabel, row.Change))
		}
		column.Add(NewPadded(0, 10, 0, 10, line))
	}
	return NewPaddedCard(theme.CardPadding, 6, column)
}

// summaryLayout places name, value and, if there is one, a button. The name stands above the
// value where the two would be too narrow side by side.
type summaryLayout struct {
	width float32 // of the last layout; the height depends on it
}

const summaryNameWidth = 170

func (l *summaryLayout) place(objects []fyne.CanvasObject, width float32) float32 {
	name, value := objects[0], objects[1]
	right := width
	var button fyne.Size
	if len(objects) > 2 {
		button = objects[2].MinSize()
		objects[2].Resize(button)
		right -= button.Width + theme.SmallGap
	}
	left, top := summaryNameWidth*textScale(), float32(0)
	nameWidth := left - theme.SmallGap
	if right-left < 180*textScale() {
		left, nameWidth = 0, right
		top = heightAt(name, nameWidth)
	}
	nameHeight := heightAt(name, nameWidth)
	name.Resize(fyne.NewSize(nameWidth, nameHeight))
	valueHeight := heightAt(value, right-left)
	value.Resize(fyne.NewSize(right-left, valueHeight))
	value.Move(fyne.NewPos(left, top))
	if len(objects) > 2 {
		firstLine := lineHeight(length(theme.SizeNameText))
		objects[2].Move(fyne.NewPos(width-button.Width, floor((firstLine-button.Height)/2)))
	}
	return max(nameHeight, top+valueHeight)
}

func (l *summaryLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	l.place(objects, size.Width)
}

func (l *summaryLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var least fyne.Size
	for _, o := range objects {
		own := o.MinSize()
		least.Width = max(least.Width, own.Width)
	}
	least.Height = objects[1].MinSize().Height
	if l.width > 0 {
		least.Height = l.place(objects, l.width)
	}
	return least
}
