package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"latchkey/ui/theme"
)

// Status is what a badge says, by its sign and its colours.
type Status int

// The statuses.
const (
	Fine   Status = iota // ✓
	Advice               // !
	ToFix                // ✕
	Quiet                // –, not judged
	Busy                 // …, being looked at
)

// BadgeWidth is the least width of badges that stand below each other, at normal text size.
const BadgeWidth float32 = 92

func (s Status) sign() string {
	return [...]string{"✓", "!", "✕", "–", "…"}[s]
}

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
}

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

// AccessibilityLabel returns the word.
func (b *Badge) AccessibilityLabel() string { return b.word }

// AccessibilityRole says that this is text.
func (b *Badge) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer is called by Fyne.
func (b *Badge) CreateRenderer() fyne.WidgetRenderer {
	behind := &canvas.Rectangle{CornerRadius: 6}
	text := &canvas.Text{TextStyle: fyne.TextStyle{Bold: true}}
	dress := func() {
		front, back := b.status.colors()
		if b.onSurface {
			back = theme.ColorNameSurface
		}
		behind.FillColor = colour(back)
		text.Color = colour(front)
		text.Text = b.status.sign() + " " + b.word
		text.TextSize = length(theme.SizeNameSmall)
		text.Alignment = fyne.TextAlignCenter
	}
	dress()
	return &drawing{
		objects: fixed(behind, text),
		layout: func(size fyne.Size) {
			behind.Resize(size)
			text.Resize(size)
		},
		minSize: func() fyne.Size {
			width := fyne.MeasureText(b.status.sign()+" "+b.word, length(theme.SizeNameSmall), text.TextStyle).Width
			return fyne.NewSize(max(ceil(width)+18, b.least*textScale()), lineHeight(length(theme.SizeNameSmall))+6)
		},
		refresh: func() {
			dress()
			canvas.Refresh(b)
		},
	}
}
