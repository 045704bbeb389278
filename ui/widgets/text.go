package widgets

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"latchkey/ui/theme"
)

// TextStyle is the look of a whole text. The zero value is normal text.
type TextStyle struct {
	Size      fyne.ThemeSizeName  // theme.SizeNameText when empty
	Color     fyne.ThemeColorName // theme.ColorNameText when empty
	Bold      bool
	Monospace bool
	Align     fyne.TextAlign
	// Plain shows ** as it is, for words that come from elsewhere.
	Plain bool
	// MaxWidth, in pixels at normal text size, keeps lines short enough to read; 0 is no limit.
	MaxWidth float32
}

// Text is text that wraps and leaves no space around itself. Words between ** are bold.
type Text struct {
	widget.BaseWidget
	style TextStyle
	text  string
	spans []Span

	lines []line
	width float32 // that the lines were made for; 0 before the first layout
	drawn []fyne.CanvasObject

	// Fyne asks for sizes for every frame it paints, so they are kept; 0 is not yet known.
	widestWord, widestLine float32
}

var _ fyne.Accessible = (*Text)(nil)

// NewText returns normal text.
func NewText(text string) *Text { return NewStyledText(text, TextStyle{}) }

// NewTitle returns the title of a page.
func NewTitle(text string) *Text {
	return NewStyledText(text, TextStyle{Size: theme.SizeNameTitle, Bold: true})
}

// NewCardTitle returns the title of a card.
func NewCardTitle(text string) *Text {
	return NewStyledText(text, TextStyle{Size: theme.SizeNameCardTitle, Bold: true})
}

// NewQuietText returns normal text in the quiet colour, for what explains a title.
func NewQuietText(text string) *Text {
	return NewStyledText(text, TextStyle{Color: theme.ColorNameQuietText})
}

// NewSmallText returns small text in the quiet colour.
func NewSmallText(text string) *Text {
	return NewStyledText(text, TextStyle{Size: theme.SizeNameSmall, Color: theme.ColorNameQuietText})
}

// NewStyledText returns text of the given style.
func NewStyledText(text string, style TextStyle) *Text {
	t := &Text{style: style}
	t.ExtendBaseWidget(t)
	t.set(text)
	return t
}

// NewSpans returns normal text with pieces of different styles in one paragraph.
func NewSpans(style TextStyle, spans ...Span) *Text {
	t := &Text{style: style}
	t.ExtendBaseWidget(t)
	t.setSpans(spans)
	return t
}

// Text returns the words, with their ** markers.
func (t *Text) Text() string { return t.text }

// SetText replaces the words.
func (t *Text) SetText(text string) {
	if text == t.text {
		return
	}
	t.set(text)
	t.Refresh()
}

func (t *Text) set(text string) {
	if t.style.Plain {
		t.setSpans([]Span{{Text: text}})
	} else {
		t.setSpans(spansOf(text))
	}
	t.text = text
}

func (t *Text) setSpans(spans []Span) {
	t.spans, t.text = spans, ""
	for _, s := range spans {
		t.text += s.Text
	}
	t.forget()
}

// forget drops what was measured.
func (t *Text) forget() { t.lines, t.widestWord, t.widestLine = nil, 0, 0 }

// AccessibilityLabel returns the words.
func (t *Text) AccessibilityLabel() string { return t.text }

// AccessibilityRole says that this is text.
func (t *Text) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer is called by Fyne.
func (t *Text) CreateRenderer() fyne.WidgetRenderer {
	return &drawing{
		objects: func() []fyne.CanvasObject { return t.drawn },
		layout:  t.layout,
		minSize: t.minSize,
		refresh: func() {
			t.forget()
			t.layout(t.Size())
			canvas.Refresh(t)
		},
	}
}

func (t *Text) minSize() fyne.Size {
	if t.widestWord == 0 {
		for _, each := range t.wrapper().words(t.spans) {
			t.widestWord = max(t.widestWord, each.width)
		}
	}
	t.wrapTo(t.width)
	return fyne.NewSize(
		min(t.widestWord, 9*t.textSize()), // a longer word, such as an address, may be broken
		float32(len(t.lines))*t.lineHeight(),
	)
}

// NaturalWidth returns the width at which no words wrap.
func (t *Text) NaturalWidth() float32 {
	if t.widestLine == 0 {
		for _, l := range t.wrapper().wrap(t.spans, t.widthLimit()) {
			t.widestLine = max(t.widestLine, ceil(l.width))
		}
	}
	return t.widestLine
}

func (t *Text) layout(size fyne.Size) {
	if t.lines != nil && t.width == size.Width && t.drawn != nil {
		return
	}
	t.wrapTo(size.Width)
	t.drawn = make([]fyne.CanvasObject, 0, len(t.lines))
	for i, l := range t.lines {
		start := float32(0)
		switch t.style.Align {
		case fyne.TextAlignCenter:
			start = (size.Width - l.width) / 2
		case fyne.TextAlignTrailing:
			start = size.Width - l.width
		}
		for _, p := range l.pieces {
			t.drawn = append(t.drawn, t.draw(p, start, float32(i)*t.lineHeight()))
		}
	}
}

func (t *Text) draw(p piece, start, top float32) fyne.CanvasObject {
	name := p.Color
	if name == "" {
		name = t.style.Color
	}
	if name == "" {
		name = theme.ColorNameText
	}
	drawn := canvas.NewText(p.Text, colour(name))
	drawn.TextSize = t.textSize()
	drawn.TextStyle = t.fontStyle(p.Bold)
	own := drawn.MinSize()
	drawn.Resize(own)
	drawn.Move(fyne.NewPos(start+p.x, top+floor((t.lineHeight()-own.Height)/2)))
	return drawn
}

func (t *Text) wrapTo(width float32) {
	if t.lines != nil && t.width == width {
		return
	}
	t.width, t.drawn = width, nil
	if limit := t.widthLimit(); limit > 0 {
		width = min(width, limit)
	}
	t.lines = t.wrapper().wrap(t.spans, width)
}

func (t *Text) widthLimit() float32 { return t.style.MaxWidth * TextScale() }

func (t *Text) wrapper() wrapper {
	size := t.textSize()
	return wrapper{measure: func(text string, bold bool) float32 {
		return fyne.MeasureText(text, size, t.fontStyle(bold)).Width
	}}
}

func (t *Text) fontStyle(bold bool) fyne.TextStyle {
	return fyne.TextStyle{Bold: bold || t.style.Bold, Monospace: t.style.Monospace}
}

func (t *Text) textSize() float32 {
	if t.style.Size == "" {
		return length(theme.SizeNameText)
	}
	return length(t.style.Size)
}

func (t *Text) lineHeight() float32 { return lineHeight(t.textSize()) }

// lineHeight returns the distance between two baselines for text of that size.
func lineHeight(textSize float32) float32 { return float32(int(textSize*1.46 + 0.5)) }

func floor(f float32) float32 { return float32(math.Floor(float64(f))) }

func ceil(f float32) float32 { return float32(math.Ceil(float64(f))) }

// TextScale returns how much larger than normal text is shown; 1 is normal.
func TextScale() float32 { return length(theme.SizeNameText) / 15 }
