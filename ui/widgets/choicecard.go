package widgets

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"latchkey/ui/theme"
)

// ChoiceCard is a card that is pressed as a whole: one way to go on, or one of several
// answers.
type ChoiceCard struct {
	pressable
	OnTapped func()

	main    bool     // the choice most people want
	answer  bool     // shows whether it is chosen
	answers *Answers // of the same question; nil where it stands alone
	chosen  bool
	panel   *Panel
	dashes  *dashes // the border of a card to drop files on; nil for others
	ring    *focusRing
	dot     *radioDot
	title   *Text
	content *fyne.Container
}

// NewChoiceCard returns a card that goes somewhere when pressed.
func NewChoiceCard(title, detail string, tapped func()) *ChoiceCard {
	return newChoiceCard(title, detail, false, false, tapped)
}

// NewMainChoiceCard is a ChoiceCard in the accent: the one that most people want.
func NewMainChoiceCard(title, detail string, tapped func()) *ChoiceCard {
	return newChoiceCard(title, detail, true, false, tapped)
}

// NewDropCard is a ChoiceCard with the dashed border of a place to drop files on. It does not
// take them itself: Fyne drops files on the window as a whole.
func NewDropCard(title, detail string, tapped func()) *ChoiceCard {
	c := newChoiceCard(title, detail, false, false, tapped)
	c.dashes = newDashes(cardRadius)
	return c
}

// NewAnswerCard returns a card that shows whether it is the chosen answer. It does not choose
// itself when pressed: tapped decides, for that is where its neighbours are known.
func NewAnswerCard(title, detail string, tapped func()) *ChoiceCard {
	return newChoiceCard(title, detail, false, true, tapped)
}

func newChoiceCard(title, detail string, isMain, answer bool, tapped func()) *ChoiceCard {
	c := &ChoiceCard{OnTapped: tapped, main: isMain, answer: answer, ring: newFocusRing(cardRadius)}
	c.panel = NewPanel(theme.ColorNameSurface, theme.ColorNameLine, cardRadius)
	heading, quiet := theme.ColorNameText, theme.ColorNameQuietText
	if isMain {
		heading, quiet = theme.ColorNameOnAccent, theme.ColorNameOnAccent
	}
	c.title = NewStyledText(title, TextStyle{Bold: true, Color: heading})
	var words fyne.CanvasObject = c.title
	if detail != "" {
		words = NewColumn(3, c.title, NewStyledText(detail, TextStyle{Size: theme.SizeNameSmall, Color: quiet}))
	}
	if answer {
		c.dot = newRadioDot()
		words = Row{Gap: 12, Align: AlignTop, Stretch: words}.New(c.dot, words)
	}
	c.content = NewPadded(theme.CardPadding, 18, theme.CardPadding, 18, words)
	c.become(c, func() {
		if c.OnTapped != nil {
			c.OnTapped()
		}
	})
	return c
}

// Mark puts a badge beside what the card says, before it is shown.
func (c *ChoiceCard) Mark(badge *Badge) {
	says := c.content.Objects[0]
	c.content.Objects[0] = Row{Gap: 12, Align: AlignTop, Stretch: says}.New(says, badge)
}

// TypedKey leaves Enter to the page once this is the chosen answer: pressed again, it goes on.
func (c *ChoiceCard) TypedKey(key *fyne.KeyEvent) {
	if c.answer && c.chosen && isEnter(key) {
		passToPage(c, key)
		return
	}
	if step := arrows[key.Name]; step != 0 && c.answers != nil {
		all := c.answers.cards
		next := all[min(max(slices.Index(all, c)+step, 0), len(all)-1)]
		fyne.CurrentApp().Driver().CanvasForObject(c).Focus(next)
		next.press()
		return
	}
	c.pressable.TypedKey(key)
}

var arrows = map[fyne.KeyName]int{fyne.KeyUp: -1, fyne.KeyLeft: -1, fyne.KeyDown: 1, fyne.KeyRight: 1}

// Chosen tells whether this is the chosen answer.
func (c *ChoiceCard) Chosen() bool { return c.chosen }

// SetChosen shows whether this is the chosen answer.
func (c *ChoiceCard) SetChosen(chosen bool) {
	if chosen && c.answers != nil {
		c.answers.mark.set("")
	}
	c.chosen = chosen
	c.Refresh()
}

// markTrouble says below the answers that one of them is missed.
func (c *ChoiceCard) markTrouble(text string) {
	if c.answers != nil {
		c.answers.mark.set(text)
	}
}

// AccessibilityLabel returns the title.
func (c *ChoiceCard) AccessibilityLabel() string { return c.title.Text() }

// AccessibilityRole says that this is a button.
func (c *ChoiceCard) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer is called by Fyne.
func (c *ChoiceCard) CreateRenderer() fyne.WidgetRenderer {
	layout := func(size fyne.Size) {
		c.panel.Resize(size)
		c.ring.layout(size)
		c.content.Resize(size)
		if c.dashes != nil {
			c.dashes.layout(size)
		}
	}
	c.dress()
	objects := fixed(c.panel, c.content, c.ring.rectangle)
	if c.dashes != nil {
		objects = func() []fyne.CanvasObject {
			return append([]fyne.CanvasObject{c.panel, c.content, c.ring.rectangle}, c.dashes.lines...)
		}
	}
	return &drawing{
		objects: objects,
		layout:  layout,
		minSize: func() fyne.Size { return c.content.MinSize() },
		refresh: func() {
			c.dress()
			c.content.Refresh()
			canvas.Refresh(c)
		},
	}
}

// NaturalWidth returns the width at which no words wrap.
func (c *ChoiceCard) NaturalWidth() float32 { return naturalWidth(c.content) }

func (c *ChoiceCard) dress() {
	fill, line := theme.ColorNameSurface, theme.ColorNameLine
	switch {
	case c.main && c.hovered:
		fill, line = theme.ColorNameAccentHover, theme.ColorNameAccentHover
	case c.main:
		fill, line = theme.ColorNameAccent, theme.ColorNameAccent
	case c.hovered:
		fill = theme.ColorNameSurfaceHover
	}
	switch {
	case c.chosen:
		line = theme.ColorNameAccent
	case c.answers != nil && c.answers.mark.on():
		line = theme.ColorNameToFix
	}
	if c.dashes != nil {
		line = ""
		c.dashes.refresh()
	}
	c.panel.SetColors(fill, line)
	if c.dot != nil {
		c.dot.set(c.chosen)
	}
	c.ring.refresh(c.focused)
}
