package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"latchkey/ui/theme"
)

// radioDot is the round sign in front of an answer.
type radioDot struct {
	widget.BaseWidget
	on bool
}

func newRadioDot() *radioDot {
	d := &radioDot{}
	d.ExtendBaseWidget(d)
	return d
}

func (d *radioDot) set(on bool) {
	d.on = on
	d.Refresh()
}

func (d *radioDot) CreateRenderer() fyne.WidgetRenderer {
	circle, dot := &canvas.Circle{}, &canvas.Circle{}
	side := func() float32 { return lineHeight(length(theme.SizeNameText)) }
	dress := func() {
		circle.FillColor = colour(theme.ColorNameSurface)
		circle.StrokeWidth = 1.5
		circle.StrokeColor = colour(theme.ColorNameFieldLine)
		if d.on {
			circle.StrokeColor = colour(theme.ColorNameAccent)
		}
		dot.FillColor = colour(theme.ColorNameAccent)
		dot.Hidden = !d.on
	}
	dress()
	return &drawing{
		objects: fixed(circle, dot),
		layout: func(fyne.Size) {
			s := side()
			circle.Move(fyne.NewPos(1, 1))
			circle.Resize(fyne.NewSquareSize(s - 2))
			dot.Move(fyne.NewPos(s*0.27, s*0.27))
			dot.Resize(fyne.NewSquareSize(s * 0.46))
		},
		minSize: func() fyne.Size { return fyne.NewSquareSize(side()) },
		refresh: func() {
			dress()
			canvas.Refresh(d)
		},
	}
}

// Option is one of the answers of a RadioGroup.
type Option struct {
	Title  string
	Detail string // may be empty
}

// RadioGroup lets one of several options be chosen, such as an account or a number by name.
type RadioGroup struct {
	composite
	// OnChanged is called with the place of the option that a person chose, counted from 0.
	OnChanged func(chosen int)

	cards  []*ChoiceCard
	chosen int
}

// NewRadioGroup returns a group in which the option at chosen is chosen; -1 is none.
func NewRadioGroup(options []Option, chosen int, changed func(chosen int)) *RadioGroup {
	return newRadioGroup(NewColumn(theme.SmallGap), options, chosen, changed)
}

// NewRadioPairs is a group of many short options, two beside each other where there is room.
func NewRadioPairs(options []Option, chosen int, changed func(chosen int)) *RadioGroup {
	return newRadioGroup(NewGrid(2, theme.SmallGap, 250), options, chosen, changed)
}

func newRadioGroup(place *fyne.Container, options []Option, chosen int, changed func(chosen int)) *RadioGroup {
	g := &RadioGroup{OnChanged: changed}
	for i, o := range options {
		card := NewAnswerCard(o.Title, o.Detail, func() { g.choose(i) })
		card.enterToPage = true
		g.cards = append(g.cards, card)
		place.Add(card)
	}
	g.root = NewAnswers(g.cards, place)
	g.ExtendBaseWidget(g)
	g.SetChosen(chosen)
	return g
}

// First is the option to lead somebody to who has chosen none.
func (g *RadioGroup) First() fyne.Focusable { return g.At(0) }

// At is the option in that place, counted from 0.
func (g *RadioGroup) At(place int) fyne.Focusable { return g.cards[place] }

// ShowFirst shows only so many of the options.
func (g *RadioGroup) ShowFirst(many int) {
	for i, card := range g.cards {
		card.Hidden = i >= many
	}
	g.root.Refresh()
}

// SetChosen chooses without calling OnChanged.
func (g *RadioGroup) SetChosen(chosen int) {
	g.chosen = chosen
	for i, card := range g.cards {
		card.SetChosen(i == chosen)
	}
}

func (g *RadioGroup) choose(i int) {
	if i == g.chosen {
		return
	}
	g.SetChosen(i)
	if g.OnChanged != nil {
		g.OnChanged(i)
	}
}
