package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// TextEntry is a field to type into. Enter presses the page's main button and Esc cancels,
// as everywhere on a page; in a field of several lines Enter starts a new line.
type TextEntry struct {
	widget.Entry
	spaceSkipper
	ring *focusRing
}

// NewTextEntry returns a field of one line.
func NewTextEntry(value string) *TextEntry {
	e := &TextEntry{ring: newFocusRing(9)}
	e.Wrapping = fyne.TextWrap(fyne.TextTruncateClip)
	e.ExtendBaseWidget(e)
	e.SetText(value)
	return e
}

// NewTextArea returns a field of several lines, as many of them visible as rows says.
func NewTextArea(value string, rows int) *TextEntry {
	e := &TextEntry{ring: newFocusRing(9)}
	e.MultiLine = true
	e.Wrapping = fyne.TextWrapBreak
	e.ExtendBaseWidget(e)
	e.SetMinRowsVisible(rows)
	e.SetText(value)
	return e
}

// AcceptsTab says no, so that Tab leaves the field, also one of several lines.
func (e *TextEntry) AcceptsTab() bool { return false }

// FocusGained is called by Fyne.
func (e *TextEntry) FocusGained() {
	e.ring.refresh(true)
	e.Entry.FocusGained()
	Reveal(e)
}

// FocusLost is called by Fyne.
func (e *TextEntry) FocusLost() {
	e.ring.refresh(false)
	e.Entry.FocusLost()
}

// TypedRune is called by Fyne.
func (e *TextEntry) TypedRune(letter rune) {
	if !e.skips(letter) {
		e.Entry.TypedRune(letter)
	}
}

// TypedKey is called by Fyne.
func (e *TextEntry) TypedKey(key *fyne.KeyEvent) {
	e.skip = false
	leave := key.Name == fyne.KeyEscape || key.Name == fyne.KeyF1 || isEnter(key) && !e.MultiLine && e.OnSubmitted == nil
	if leave {
		passToPage(e, key)
		return
	}
	e.Entry.TypedKey(key)
}

// TypedShortcut is called by Fyne.
func (e *TextEntry) TypedShortcut(shortcut fyne.Shortcut) {
	e.Entry.TypedShortcut(shortcut)
	passShortcut(e, shortcut)
}

// CreateRenderer is called by Fyne.
func (e *TextEntry) CreateRenderer() fyne.WidgetRenderer {
	return &ringedRenderer{WidgetRenderer: e.Entry.CreateRenderer(), ring: e.ring}
}

// spaceSkipper leaves out the space that pressed a link to this field: Fyne tells
// of the key first, which moves the focus here, and then of the letter.
type spaceSkipper struct{ skip bool }

func (s *spaceSkipper) skipSpace() { s.skip = true }

func (s *spaceSkipper) skips(letter rune) bool {
	skip := s.skip && letter == ' '
	s.skip = false
	return skip
}

// ringedRenderer adds the focus ring to a renderer of Fyne's own.
type ringedRenderer struct {
	fyne.WidgetRenderer
	ring *focusRing
}

func (r *ringedRenderer) Layout(size fyne.Size) {
	r.WidgetRenderer.Layout(size)
	r.ring.layout(size)
}

func (r *ringedRenderer) Objects() []fyne.CanvasObject {
	objects := r.WidgetRenderer.Objects()
	return append(objects[:len(objects):len(objects)], r.ring.rectangle)
}

func (r *ringedRenderer) Refresh() {
	r.ring.refresh(!r.ring.rectangle.Hidden)
	r.WidgetRenderer.Refresh()
}
