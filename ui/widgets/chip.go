package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"latchkey/ui/theme"
)

// Chip is one of several small answers in a row, such as what a list shows. The chosen one is
// filled.
type Chip struct {
	pressable
	label  string
	chosen bool
	panel  *Panel
	text   *Text
	ring   *focusRing
}

const chipRadius = 14

// NewChip returns a chip.
func NewChip(label string, chosen bool, tapped func()) *Chip {
	c := &Chip{
		label: label, chosen: chosen, panel: NewPanel(theme.ColorNameSurface, theme.ColorNameLine, chipRadius),
		text: NewStyledText(label, TextStyle{Plain: true}), ring: newFocusRing(chipRadius),
	}
	c.become(c, tapped)
	return c
}

// AccessibilityLabel returns the words on the chip.
func (c *Chip) AccessibilityLabel() string { return c.label }

// AccessibilityRole says that this is a button.
func (c *Chip) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// NaturalWidth returns the width at which no words wrap.
func (c *Chip) NaturalWidth() float32 { return c.text.NaturalWidth() + 2*chipSide }

const chipSide, chipAbove = 12, 4

// CreateRenderer is called by Fyne.
func (c *Chip) CreateRenderer() fyne.WidgetRenderer {
	layout := func(size fyne.Size) {
		c.panel.Resize(size)
		c.ring.layout(size)
		c.text.Resize(fyne.NewSize(size.Width-2*chipSide, size.Height-2*chipAbove))
		c.text.Move(fyne.NewPos(chipSide, chipAbove))
	}
	c.dress()
	return &drawing{
		objects: fixed(c.panel, c.text, c.ring.rectangle),
		layout:  layout,
		minSize: func() fyne.Size {
			return fyne.NewSize(c.NaturalWidth(), c.text.MinSize().Height+2*chipAbove)
		},
		refresh: func() {
			c.dress()
			c.text.Refresh()
			canvas.Refresh(c)
		},
	}
}

func (c *Chip) dress() {
	fill, line, words := theme.ColorNameSurface, theme.ColorNameLine, theme.ColorNameText
	switch {
	case c.chosen:
		fill, line, words = theme.ColorNameAccent, theme.ColorNameAccent, theme.ColorNameOnAccent
	case c.hovered:
		fill = theme.ColorNameSurfaceHover
	}
	c.panel.SetColors(fill, line)
	c.text.style = TextStyle{Plain: true, Size: theme.SizeNameSmall, Bold: c.chosen, Color: words}
	c.text.set(c.label)
	c.ring.refresh(c.focused)
}
