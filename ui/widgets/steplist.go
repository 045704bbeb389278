package widgets

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"latchkey/ui/theme"
)

// StepState is how far a step has come.
type StepState int

// The states of a step.
const (
	ToCome StepState = iota
	Current
	Done
	Skipped // left out; it keeps its number
)

// Step is one line of a StepList.
type Step struct {
	Name  string
	State StepState
}

// StepList is the left side of the window while a token is set up: the program's sign, the
// steps, and a note at the bottom.
type StepList struct {
	composite
	rows  []*stepRow
	words []fyne.CanvasObject // what is left out when there is only room for the signs
}

// NewStepList returns a list of steps. appName stands on top, note at the bottom.
func NewStepList(appName, note string, steps ...Step) *StepList {
	l := &StepList{}
	column := NewColumn(0)
	for i, step := range steps {
		row := newStepRow(i+1, step)
		l.rows = append(l.rows, row)
		column.Add(row)
	}
	name := NewCardTitle(appName)
	mark := NewPadded(1, 0, 0, 0, Row{Gap: theme.SmallGap}.New(newKeySign(), name))
	top := NewColumn(21, mark, column)
	footnote := NewPadded(15, 0, 0, 0, NewStyledText(note, TextStyle{Size: theme.SizeNameSmall, Color: theme.ColorNameQuietText, MaxWidth: 168}))
	// Where large text leaves too little room, the steps scroll and the note stays.
	body := container.New(&topBottomLayout{}, NewScroll(NewPadded(4, 4, 4, 4, top)), footnote)
	l.root = NewPadded(15, 20, 11, 20, body)
	l.words = []fyne.CanvasObject{name, footnote}
	l.ExtendBaseWidget(l)
	return l
}

// MinSize has room for the signs alone. The steps scroll when there is too little height.
func (l *StepList) MinSize() fyne.Size {
	return fyne.NewSize(aroundSigns+circleSize*TextScale(), l.composite.MinSize().Height)
}

const (
	circleSize  = 22 // of a step's number, at normal text size
	aroundSigns = 50 // the space at both sides of the signs
)

// NaturalWidth is as wide as the theme says, with the words.
func (l *StepList) NaturalWidth() float32 { return length(theme.SizeNameStepList) }

// showWords leaves out all words when large text and a narrow window have no room for them;
// the head of every page names the step in any case.
func (l *StepList) showWords(show bool) {
	for _, o := range l.words {
		setVisible(o, show)
	}
	for _, row := range l.rows {
		setVisible(row.name, show)
	}
}

func setVisible(o fyne.CanvasObject, visible bool) {
	if visible {
		o.Show()
	} else {
		o.Hide()
	}
}

// topBottomLayout gives the second object the height it needs and the first all the rest.
type topBottomLayout struct{}

func (topBottomLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	var height float32
	if objects[1].Visible() {
		height = heightAt(objects[1], size.Width)
	}
	objects[0].Resize(fyne.NewSize(size.Width, size.Height-height))
	objects[1].Resize(fyne.NewSize(size.Width, height))
	objects[1].Move(fyne.NewPos(0, size.Height-height))
}

func (topBottomLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	top, bottom := objects[0].MinSize(), objects[1].MinSize()
	return fyne.NewSize(max(top.Width, bottom.Width), top.Height+bottom.Height)
}

// stepRow is a step: its number or tick in a circle, and its name.
type stepRow struct {
	composite
	name *Text
}

func newStepRow(number int, step Step) *stepRow {
	panel, style := NewPanel("", "", 9), TextStyle{Color: theme.ColorNameQuietText}
	if step.State == Current {
		panel, style = NewPanel(theme.ColorNameSurface, theme.ColorNameLine, 9), TextStyle{Bold: true}
	}
	r := &stepRow{name: NewStyledText(step.Name, style)}
	circle := newStepCircle(number, step.State)
	r.root = NewStack(panel, NewPadded(10, 10, 4, 10, Row{Gap: 8, Stretch: r.name}.New(circle, r.name)))
	r.ExtendBaseWidget(r)
	return r
}

// stepCircle holds the number of a step, or its tick.
type stepCircle struct {
	widget.BaseWidget
	number int
	state  StepState
}

func newStepCircle(number int, state StepState) *stepCircle {
	c := &stepCircle{number: number, state: state}
	c.ExtendBaseWidget(c)
	return c
}

func (c *stepCircle) CreateRenderer() fyne.WidgetRenderer {
	circle := &canvas.Circle{}
	text := &canvas.Text{Alignment: fyne.TextAlignCenter, TextStyle: fyne.TextStyle{Bold: true}}
	tick := newSign()
	dress := func() {
		text.Text = strconv.Itoa(c.number)
		tick.paint(Quiet, theme.ColorNameFine)
		text.TextSize = 12 * TextScale()
		circle.StrokeColor, circle.StrokeWidth = nil, 0
		switch c.state {
		case Current:
			circle.FillColor, text.Color = colour(theme.ColorNameAccent), colour(theme.ColorNameOnAccent)
		case Done:
			circle.FillColor, text.Color = colour(theme.ColorNameFineBehind), colour(theme.ColorNameFine)
			text.Text = ""
			tick.paint(Fine, theme.ColorNameFine)
		case Skipped:
			circle.FillColor, text.Color = colour(theme.ColorNameQuietBehind), colour(theme.ColorNameQuietText)
			text.Text = Quiet.letter()
		default:
			circle.FillColor, text.Color = colour(theme.ColorNameBackground), colour(theme.ColorNameQuietText)
			circle.StrokeColor, circle.StrokeWidth = colour(theme.ColorNameLine), 1
		}
	}
	dress()
	return &drawing{
		objects: fixed(append([]fyne.CanvasObject{circle, text}, tick.objects()...)...),
		layout: func(size fyne.Size) {
			circle.Resize(size)
			text.Resize(size)
			tick.layout(fyne.NewPos(size.Width/2, size.Height/2), size.Width*0.38)
		},
		minSize: func() fyne.Size { return fyne.NewSquareSize(circleSize * TextScale()) },
		refresh: func() {
			dress()
			canvas.Refresh(c)
		},
	}
}
