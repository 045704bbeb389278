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
		line := NewNamed(name, value)
		if row.Change != nil {
			line.Add(NewButton(SmallLink, row.ChangeLabel, row.Change))
		}
		column.Add(NewPadded(0, 10, 0, 10, line))
	}
	return NewPaddedCard(theme.CardPadding, 6, column)
}

// NewNamed places a name and what it stands for beside each other, the names below one
// another in a narrow column.
func NewNamed(name, value fyne.CanvasObject) *fyne.Container {
	return container.New(&summaryLayout{}, name, value)
}

// summaryLayout places name, value and, if there is one, a button. The name stands above the
// value where the two would be too narrow side by side.
type summaryLayout struct {
	width float32 // of the last layout; the height depends on it
}

const summaryNameWidth = 170

// columns returns where the value starts and where it ends; a start of 0 means that it stands
// below the name.
func (l *summaryLayout) columns(objects []fyne.CanvasObject, width float32) (start, end float32) {
	start, end = summaryNameWidth*TextScale(), width
	if len(objects) > 2 {
		end -= objects[2].MinSize().Width + theme.SmallGap
	}
	if end-start < 180*TextScale() {
		start = 0
	}
	return start, end
}

func (l *summaryLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	name, value := objects[0], objects[1]
	start, end := l.columns(objects, size.Width)
	nameWidth := end
	if start > 0 {
		nameWidth = start - theme.SmallGap
	}
	name.Resize(fyne.NewSize(nameWidth, heightAt(name, nameWidth)))
	value.Resize(fyne.NewSize(end-start, heightAt(value, end-start)))
	var top float32
	if start == 0 {
		top = name.Size().Height
	}
	value.Move(fyne.NewPos(start, top))
	if len(objects) > 2 {
		button := objects[2].MinSize()
		firstLine := lineHeight(length(theme.SizeNameText))
		objects[2].Resize(button)
		objects[2].Move(fyne.NewPos(size.Width-button.Width, floor((firstLine-button.Height)/2)))
	}
}

func (l *summaryLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	name, value := objects[0].MinSize(), objects[1].MinSize()
	least := name.Max(value)
	if len(objects) > 2 {
		least.Width += objects[2].MinSize().Width + theme.SmallGap
	}
	if start, _ := l.columns(objects, l.width); l.width > 0 && start == 0 {
		least.Height = name.Height + value.Height
	}
	return least
}
