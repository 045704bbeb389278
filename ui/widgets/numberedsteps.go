package widgets

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"latchkey/ui/theme"
)

// Instruction is one thing to do on Meta's page.
type Instruction struct {
	Text   string            // with ** around what the page says
	Detail string            // small, below; may be empty
	Below  fyne.CanvasObject // such as a CopyField; may be nil
}

// NewNumberedSteps returns the instructions with their numbers.
func NewNumberedSteps(instructions ...Instruction) fyne.CanvasObject {
	column := NewColumn(7)
	for i, instruction := range instructions {
		words := NewColumn(2, NewText(instruction.Text))
		if instruction.Detail != "" {
			words.Add(NewSmallText(instruction.Detail))
		}
		item := NewColumn(6, words)
		if instruction.Below != nil {
			item.Add(instruction.Below)
		}
		number := NewStyledText(strconv.Itoa(i+1)+".", TextStyle{Align: fyne.TextAlignTrailing})
		column.Add(container.New(&numberedLayout{last: len(instructions)}, number, item))
	}
	return column
}

// NewInstructionCard returns a card with a title, such as "On Meta's page", and the numbered
// instructions.
func NewInstructionCard(title string, instructions ...Instruction) *Card {
	return NewCard(NewColumn(theme.SmallGap,
		NewStyledText(title, TextStyle{Bold: true}),
		NewNumberedSteps(instructions...)))
}

// numberedLayout gives the number the width that the last one needs.
type numberedLayout struct{ last int }

func (l *numberedLayout) numberWidth() float32 {
	digits := float32(len(strconv.Itoa(l.last)))
	return (8 + 8*digits) * TextScale()
}

func (l *numberedLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	width, gap := l.numberWidth(), float32(4)
	objects[0].Resize(fyne.NewSize(width, objects[0].MinSize().Height))
	objects[1].Resize(fyne.NewSize(size.Width-width-gap, size.Height))
	objects[1].Move(fyne.NewPos(width+gap, 0))
}

func (l *numberedLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return objects[1].MinSize().AddWidthHeight(l.numberWidth()+4, 0)
}
