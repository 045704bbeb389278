package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"latchkey/ui/theme"
)

// Importance is how much a button stands out.
type Importance int

// Importances. A page has one Primary button.
const (
	Primary    Importance = iota // filled with the accent
	Secondary                    // a line around it
	Danger                       // in the colours of what is to fix: it replaces, removes or leaves
	Link                         // accent text only
	SmallLink                    // the same, in small text
	QuietLink                    // small quiet text, as in the head of Home
	DangerLink                   // small text in the colour of what is to fix: it removes or ends
)

// Button is pressed by a tap, Space or Enter; one of Danger by a tap or Space alone, for Enter
// never destroys. It is never greyed out: pressed too early, it is for the page to say what
// is missing.
type Button struct {
	pressable
	OnTapped func()

	importance Importance
	label      string
	text       *Text
	arrow      *arrow // nil unless the button opens the browser
	ring       *focusRing
	onMarker   bool // stands on the marker colour, where the accent cannot be seen
}

var _ fyne.Accessible = (*Button)(nil)

// NewButton returns a button. tapped may be nil and OnTapped set later.
func NewButton(importance Importance, label string, tapped func()) *Button {
	b := &Button{importance: importance, label: label, OnTapped: tapped}
	b.text = NewStyledText(label, TextStyle{Plain: true})
	b.ring = newFocusRing(b.radius())
	b.enterToPage = importance == Danger
	b.dress()
	b.become(b, func() {
		if b.OnTapped != nil {
			b.OnTapped()
		}
	})
	return b
}

// NewOpenButton returns a button that opens a page in the browser, which its arrow says.
func NewOpenButton(importance Importance, label string, tapped func()) *Button {
	b := NewButton(importance, label, tapped)
	b.arrow = newArrow()
	b.dress()
	return b
}

// SetLabel replaces the words on the button.
func (b *Button) SetLabel(label string) {
	b.label = label
	b.Refresh()
}

// SetImportance gives the button another look.
func (b *Button) SetImportance(importance Importance) {
	b.importance = importance
	b.Refresh()
}

// AccessibilityLabel returns the words on the button.
func (b *Button) AccessibilityLabel() string { return b.label }

// AccessibilityRole says that this is a button.
func (b *Button) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer is called by Fyne.
func (b *Button) CreateRenderer() fyne.WidgetRenderer {
	face, underline := &canvas.Rectangle{}, &canvas.Rectangle{}
	objects := []fyne.CanvasObject{face, b.text, underline}
	if b.arrow != nil {
		objects = append(objects, b.arrow.objects()...)
	}
	objects = append(objects, b.ring.rectangle)
	paint := func() {
		b.paint(face)
		b.ring.refresh(b.focused)
		underline.FillColor = colour(b.textColor())
		underline.Hidden = !b.isLink() || !b.hovered
	}
	layout := func(size fyne.Size) {
		face.Resize(size)
		b.ring.layout(size)
		words := b.layoutText(size)
		underline.Resize(fyne.NewSize(words.Width, 1))
		underline.Move(b.text.Position().AddXY(0, words.Height-2))
	}
	paint()
	return &drawing{
		objects: fixed(objects...),
		layout:  layout,
		minSize: b.minSize,
		refresh: func() {
			b.dress()
			paint()
			layout(b.Size())
			canvas.Refresh(b)
		},
	}
}

// layoutText places the words and the arrow in the middle, or at the left for a link, and
// returns the size of the words.
func (b *Button) layoutText(size fyne.Size) fyne.Size {
	padding := b.padding()
	room := max(size.Width-2*padding.Width-b.arrowWidth(), 0)
	width := min(b.text.NaturalWidth(), room)
	words := fyne.NewSize(width, heightAt(b.text, width))
	b.text.Resize(words)
	left := padding.Width
	if !b.isLink() {
		left = floor((size.Width - width - b.arrowWidth()) / 2)
	}
	b.text.Move(fyne.NewPos(left, floor((size.Height-words.Height)/2)))
	if b.arrow != nil {
		b.arrow.layout(b.text.Position().AddXY(words.Width, words.Height-b.text.lineHeight()), b.text.textSize())
	}
	return words
}

// minSize is about 22 letters wide at most: a longer label wraps where there is no room.
func (b *Button) minSize() fyne.Size {
	padding := b.padding()
	widest := 15*b.text.textSize() + 2*padding.Width
	return fyne.NewSize(
		min(b.NaturalWidth(), widest),
		max(b.text.MinSize().Height+2*padding.Height, b.leastTall()),
	)
}

// NaturalWidth returns the width at which no words wrap.
func (b *Button) NaturalWidth() float32 {
	return max(b.text.NaturalWidth()+b.arrowWidth()+2*b.padding().Width, leastTarget)
}

// leastTarget is the least size of a target (WCAG 2.5.8).
const leastTarget = 24

func (b *Button) arrowWidth() float32 {
	if b.arrow == nil {
		return 0
	}
	return arrowSpace * b.text.textSize()
}

func (b *Button) isLink() bool { return b.importance >= Link }

func (b *Button) isSmall() bool { return b.importance >= SmallLink }

func (b *Button) padding() fyne.Size {
	switch {
	case b.onMarker: // which is but a strip
		return fyne.NewSize(14, 5)
	case b.isSmall():
		return fyne.NewSize(0, 3)
	case b.isLink():
		return fyne.NewSize(6, 8)
	default:
		return fyne.NewSize(19, 10)
	}
}

// leastTall is no less than leastTarget.
func (b *Button) leastTall() float32 {
	if b.isSmall() || b.onMarker {
		return 25
	}
	return length(theme.SizeNameButtonHeight)
}

func (b *Button) radius() float32 {
	if b.isSmall() {
		return 4
	}
	return length(theme.SizeNameButtonRadius)
}

// dress gives the text and the arrow their words, size and colour.
func (b *Button) dress() {
	b.text.style = TextStyle{Plain: true, Bold: b.importance != QuietLink, Color: b.textColor()}
	if b.isSmall() {
		b.text.style.Size = theme.SizeNameSmall
	}
	b.text.set(b.label)
	b.text.Refresh()
	if b.arrow != nil {
		b.arrow.paint(b.textColor())
	}
	if b.onMarker {
		b.ring.color = theme.ColorNameOnMarker
	}
}

func (b *Button) textColor() fyne.ThemeColorName {
	switch b.importance {
	case Primary:
		return theme.ColorNameOnAccent
	case Secondary:
		return theme.ColorNameText
	case Danger:
		if b.hovered {
			return theme.ColorNameSurface
		}
		return theme.ColorNameToFix
	case QuietLink:
		return theme.ColorNameQuietText
	case DangerLink:
		return theme.ColorNameToFix
	default:
		return theme.ColorNameAccent
	}
}

func (b *Button) paint(face *canvas.Rectangle) {
	face.CornerRadius = b.radius()
	face.FillColor, face.StrokeColor, face.StrokeWidth = nil, nil, 0
	switch b.importance {
	case Primary:
		face.FillColor = colour(theme.ColorNameAccent)
		if b.hovered {
			face.FillColor = colour(theme.ColorNameAccentHover)
		}
	case Secondary:
		face.FillColor = colour(theme.ColorNameSurface)
		if b.hovered {
			face.FillColor = colour(theme.ColorNameSurfaceHover)
		}
		face.StrokeColor, face.StrokeWidth = colour(theme.ColorNameEdge), 1
	case Danger:
		face.FillColor = colour(theme.ColorNameToFixBehind)
		if b.hovered {
			face.FillColor = colour(theme.ColorNameToFix)
		}
		face.StrokeColor, face.StrokeWidth = colour(theme.ColorNameToFix), 1
	}
}
