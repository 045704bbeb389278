package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"latchkey/ui/theme"
)

// Panel is a rectangle in the colours of the theme.
type Panel struct {
	widget.BaseWidget
	Fill   fyne.ThemeColorName // empty: see-through
	Line   fyne.ThemeColorName // empty: no line around it
	Radius float32             // of its corners, in pixels

	least fyne.Size
}

// NewPanel returns a panel; an empty name leaves the fill or the line away.
func NewPanel(fill, line fyne.ThemeColorName, radius float32) *Panel {
	p := &Panel{Fill: fill, Line: line, Radius: radius}
	p.ExtendBaseWidget(p)
	return p
}

// NewHairline returns a line one pixel thick; a column makes it horizontal.
func NewHairline() *Panel {
	p := NewPanel(theme.ColorNameLine, "", 0)
	p.least = fyne.NewSize(1, 1)
	return p
}

// SetColors changes both colours.
func (p *Panel) SetColors(fill, line fyne.ThemeColorName) {
	p.Fill, p.Line = fill, line
	p.Refresh()
}

// CreateRenderer is called by Fyne.
func (p *Panel) CreateRenderer() fyne.WidgetRenderer {
	rectangle := &canvas.Rectangle{}
	dress := func() {
		rectangle.FillColor, rectangle.StrokeColor, rectangle.StrokeWidth = nil, nil, 0
		if p.Line != "" {
			rectangle.StrokeColor, rectangle.StrokeWidth = colour(p.Line), 1
			rectangle.FillColor = theme.Unseen(rectangle.StrokeColor)
		}
		if p.Fill != "" {
			rectangle.FillColor = colour(p.Fill)
		}
		rectangle.CornerRadius = p.Radius
	}
	dress()
	return &drawing{
		objects: fixed(rectangle),
		layout:  rectangle.Resize,
		minSize: func() fyne.Size { return p.least },
		refresh: func() {
			dress()
			canvas.Refresh(p)
		},
	}
}
