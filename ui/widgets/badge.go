package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"latchkey/ui/theme"
)

// Status is what a badge says, by its sign and its colours.
type Status int

// The statuses.
const (
	Fine   Status = iota // a tick
	Advice               // !
	ToFix                // a cross
	Quiet                // –, not judged
	Busy                 // …, being looked at
)

// badgeSign is the size of a drawn sign, for text of size 1.
const badgeSign = 0.62

// BadgeWidth is the least width of badges that stand below each other, at normal text size.
const BadgeWidth float32 = 100

// letter is the sign as a letter of Fyne's own font, "" for one that is drawn.
func (s Status) letter() string { return [...]string{"", "!", "", "–", "…"}[s] }

func (s Status) drawn() bool { return s.letter() == "" }

func (s Status) colors() (text, behind fyne.ThemeColorName) {
	switch s {
	case Fine:
		return theme.ColorNameFine, theme.ColorNameFineBehind
	case Advice:
		return theme.ColorNameAdvice, theme.ColorNameAdviceBehind
	case ToFix:
		return theme.ColorNameToFix, theme.ColorNameToFixBehind
	default:
		return theme.ColorNameQuietText, theme.ColorNameQuietBehind
	}
}

// Badge is a sign and a word, never a colour alone.
type Badge struct {
	widget.BaseWidget
	status    Status
	word      string
	least     float32
	onSurface bool // on a tinted card the badge itself has the surface's colour
	hint      *hint
}

var _ desktop.Hoverable = (*Badge)(nil)

// NewBadge returns a badge as wide as its word.
func NewBadge(status Status, word string) *Badge {
	b := &Badge{status: status, word: word}
	b.ExtendBaseWidget(b)
	return b
}

// NewWideBadge returns a badge at least BadgeWidth wide, to stand below others.
func NewWideBadge(status Status, word string) *Badge {
	b := NewBadge(status, word)
	b.least = BadgeWidth
	return b
}

// Set changes what the badge says.
func (b *Badge) Set(status Status, word string) {
	b.status, b.word = status, word
	b.Refresh()
}

// SetHint has a line appear below once the pointer has rested there for a moment: what the
// word means. An empty text takes it away.
func (b *Badge) SetHint(text string, after After) {
	b.hint.leave()
	if b.hint = nil; text != "" {
		b.hint = &hint{text: text, after: after}
	}
}

// MouseIn is called by Fyne.
func (b *Badge) MouseIn(*desktop.MouseEvent) { b.hint.come(b) }

// MouseMoved is called by Fyne.
func (b *Badge) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is called by Fyne.
func (b *Badge) MouseOut() { b.hint.leave() }

// AccessibilityLabel returns the word.
func (b *Badge) AccessibilityLabel() string { return b.word }

// AccessibilityRole says that this is text.
func (b *Badge) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer is called by Fyne.
func (b *Badge) CreateRenderer() fyne.WidgetRenderer {
	behind := &canvas.Rectangle{CornerRadius: 6}
	text := &canvas.Text{TextStyle: fyne.TextStyle{Bold: true}}
	mark := newSign()
	says := func() string {
		if b.status.drawn() {
			return b.word
		}
		return b.status.letter() + " " + b.word
	}
	// signWidth is what a drawn sign takes, with the space behind it.
	signWidth := func() float32 {
		if b.status.drawn() {
			return length(theme.SizeNameSmall) * (badgeSign + 0.45)
		}
		return 0
	}
	textWidth := func() float32 {
		return fyne.MeasureText(says(), length(theme.SizeNameSmall), text.TextStyle).Width
	}
	dress := func() {
		front, back := b.status.colors()
		if b.onSurface {
			back = theme.ColorNameSurface
		}
		behind.FillColor = colour(back)
		text.Color = colour(front)
		text.Text = says()
		text.TextSize = length(theme.SizeNameSmall)
		mark.paint(b.status, front)
	}
	layout := func(size fyne.Size) {
		behind.Resize(size)
		left := floor((size.Width - signWidth() - textWidth()) / 2)
		text.Move(fyne.NewPos(left+signWidth(), 0))
		text.Resize(fyne.NewSize(size.Width-left-signWidth(), size.Height))
		side := length(theme.SizeNameSmall) * badgeSign
		mark.layout(fyne.NewPos(left+side/2, size.Height/2), side)
	}
	dress()
	return &drawing{
		objects: fixed(append([]fyne.CanvasObject{behind, text}, mark.objects()...)...),
		layout:  layout,
		minSize: func() fyne.Size {
			return fyne.NewSize(max(ceil(signWidth()+textWidth())+18, b.least*TextScale()), lineHeight(length(theme.SizeNameSmall))+6)
		},
		refresh: func() {
			dress()
			layout(b.Size())
			canvas.Refresh(b)
		},
	}
}
