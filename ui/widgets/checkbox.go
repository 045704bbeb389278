package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"latchkey/ui/theme"
)

// CheckBox is a box to tick, with its words beside it.
type CheckBox struct {
	pressable
	// OnChanged is called when a person ticks or clears the box.
	OnChanged func(ticked bool)

	ticked bool
	label  *Text
	ring   *focusRing
}

// NewCheckBox returns a tick box; changed may be nil.
func NewCheckBox(label string, ticked bool, changed func(ticked bool)) *CheckBox {
	b := &CheckBox{OnChanged: changed, ticked: ticked, label: NewText(label), ring: newFocusRing(5)}
	b.enterToPage = true
	b.become(b, func() {
		b.ticked = !b.ticked
		b.Refresh()
		if b.OnChanged != nil {
			b.OnChanged(b.ticked)
		}
	})
	return b
}

// CreateRenderer is called by Fyne.
func (b *CheckBox) CreateRenderer() fyne.WidgetRenderer {
	box := &canvas.Rectangle{CornerRadius: 5}
	down, up := canvas.NewLine(color.Transparent), canvas.NewLine(color.Transparent)
	const space = 10
	side := func() float32 { return lineHeight(length(theme.SizeNameText)) }
	dress := func() {
		box.FillColor, box.StrokeColor, box.StrokeWidth = colour(theme.ColorNameSurface), colour(theme.ColorNameFieldLine), 1.5
		if b.ticked {
			box.FillColor, box.StrokeColor = colour(theme.ColorNameAccent), colour(theme.ColorNameAccent)
		}
		for _, stroke := range []*canvas.Line{down, up} {
			stroke.StrokeColor, stroke.StrokeWidth = colour(theme.ColorNameOnAccent), 2
			stroke.Hidden = !b.ticked
		}
		b.ring.refresh(b.focused)
	}
	layout := func(size fyne.Size) {
		s := side()
		box.Move(fyne.NewPos(1, 2))
		box.Resize(fyne.NewSquareSize(s - 2))
		at := func(x, y float32) fyne.Position { return fyne.NewPos(1+(s-2)*x, 2+(s-2)*y) }
		down.Position1, down.Position2 = at(0.24, 0.52), at(0.42, 0.70)
		up.Position1, up.Position2 = at(0.42, 0.70), at(0.76, 0.30)
		b.label.Resize(fyne.NewSize(size.Width-s-space, size.Height))
		b.label.Move(fyne.NewPos(s+space, 1))
		b.ring.layout(size)
	}
	dress()
	return &drawing{
		objects: fixed(box, down, up, b.label, b.ring.rectangle),
		layout:  layout,
		minSize: func() fyne.Size {
			least := b.label.MinSize()
			return fyne.NewSize(least.Width+side()+space, max(least.Height, side())+2)
		},
		refresh: func() {
			dress()
			b.label.Refresh()
			layout(b.Size())
			canvas.Refresh(b)
		},
	}
}

// NaturalWidth returns the width at which no words wrap.
func (b *CheckBox) NaturalWidth() float32 {
	return b.label.NaturalWidth() + b.MinSize().Width - b.label.MinSize().Width
}
