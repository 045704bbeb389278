package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"latchkey/ui/theme"
)

// pressable is what all widgets that can be pressed have in common: the focus, the pointer
// above them, Space and Enter. Fyne's own button takes only Space.
type pressable struct {
	widget.BaseWidget
	self             fyne.Widget
	focused, hovered bool

	press func()
	hint  *hint // nil for none
	// enterToPage leaves Enter to the page's main button, as a tick box does.
	enterToPage bool
}

// become must be called once, with the widget that embeds this one.
func (p *pressable) become(self fyne.Widget, press func()) {
	p.self, p.press = self, press
	p.ExtendBaseWidget(self)
}

// Tapped is called by Fyne.
func (p *pressable) Tapped(*fyne.PointEvent) {
	p.hint.leave()
	p.press()
}

// SetHint has a line appear below once the pointer has rested there for a moment: more than a
// short label can say, and nothing that one has to know.
func (p *pressable) SetHint(text string, after After) { p.hint = &hint{text: text, after: after} }

// FocusGained is called by Fyne.
func (p *pressable) FocusGained() {
	p.focused = true
	p.Refresh()
	Reveal(p.self)
}

// FocusLost is called by Fyne.
func (p *pressable) FocusLost() {
	p.focused = false
	p.Refresh()
}

// TypedRune is called by Fyne.
func (p *pressable) TypedRune(rune) {}

// TypedKey presses on Space and Enter and leaves every other key to the page.
func (p *pressable) TypedKey(key *fyne.KeyEvent) {
	switch {
	case key.Name == fyne.KeySpace, isEnter(key) && !p.enterToPage:
		p.press()
	default:
		passToPage(p.self, key)
	}
}

// MouseIn is called by Fyne.
func (p *pressable) MouseIn(*desktop.MouseEvent) {
	p.hovered = true
	p.hint.come(p.self)
	p.Refresh()
}

// MouseMoved is called by Fyne.
func (p *pressable) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is called by Fyne.
func (p *pressable) MouseOut() {
	p.hovered = false
	p.hint.leave()
	p.Refresh()
}

// Cursor shows the hand above what can be pressed.
func (p *pressable) Cursor() desktop.Cursor { return desktop.PointerCursor }

// focusRing is drawn around what has the focus, with a gap, so that it is seen around a
// filled button too.
type focusRing struct {
	rectangle *canvas.Rectangle
	color     fyne.ThemeColorName
	radius    float32
}

const (
	ringGap   = 2
	ringWidth = 2
)

func newFocusRing(radius float32) *focusRing {
	r := &focusRing{rectangle: &canvas.Rectangle{}, color: theme.ColorNameAccent, radius: radius}
	r.rectangle.StrokeWidth = ringWidth
	r.rectangle.CornerRadius = radius + ringGap + ringWidth
	r.rectangle.Hide()
	return r
}

func (r *focusRing) layout(size fyne.Size) {
	const out = ringGap + ringWidth
	r.rectangle.Move(fyne.NewPos(-out, -out))
	r.rectangle.Resize(size.AddWidthHeight(2*out, 2*out))
}

func (r *focusRing) refresh(focused bool) {
	r.rectangle.StrokeColor = colour(r.color)
	r.rectangle.FillColor = theme.Unseen(r.rectangle.StrokeColor)
	r.rectangle.Hidden = !focused
}
