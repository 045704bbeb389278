package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"latchkey/ui/theme"
)

// TextEntry is a field to type into. Enter presses the page's main button and Esc cancels,
// as everywhere on a page; in a field of several lines Enter starts a new line.
type TextEntry struct {
	widget.Entry
	spaceSkipper
	ring *focusRing
	mark *mark
	was  string // the text that is in trouble
}

// NewTextEntry returns a field of one line.
func NewTextEntry(value string) *TextEntry {
	e := newEntry()
	e.Wrapping = fyne.TextWrap(fyne.TextTruncateClip)
	e.ExtendBaseWidget(e)
	e.SetText(value)
	return e
}

func newEntry() *TextEntry {
	e := &TextEntry{ring: newFocusRing(9)}
	e.mark = newMark(e)
	return e
}

// NewTextArea returns a field of several lines, as many of them visible as rows says.
func NewTextArea(value string, rows int) *TextEntry {
	e := newEntry()
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

// markTrouble says below the field what is wrong with what stands in it.
func (e *TextEntry) markTrouble(text string) {
	e.was = e.Text
	e.mark.set(text)
}

// CreateRenderer is called by Fyne.
func (e *TextEntry) CreateRenderer() fyne.WidgetRenderer {
	line := &canvas.Rectangle{StrokeWidth: 2, CornerRadius: 9}
	r := &entryRenderer{WidgetRenderer: e.Entry.CreateRenderer(), entry: e, line: line}
	r.dress()
	return r
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

// entryRenderer adds the focus ring and the mark of trouble to Fyne's own.
type entryRenderer struct {
	fyne.WidgetRenderer
	entry *TextEntry
	line  *canvas.Rectangle // around a field in trouble
}

func (r *entryRenderer) Layout(size fyne.Size) {
	field := r.entry.mark.layout(size)
	r.WidgetRenderer.Layout(field)
	r.entry.ring.layout(field)
	r.line.Resize(field)
}

func (r *entryRenderer) MinSize() fyne.Size {
	return r.WidgetRenderer.MinSize().AddWidthHeight(0, r.entry.mark.height(r.entry.Size().Width))
}

func (r *entryRenderer) Objects() []fyne.CanvasObject {
	objects := r.WidgetRenderer.Objects()
	return append(objects[:len(objects):len(objects)], r.line, r.entry.ring.rectangle, r.entry.mark.text)
}

// Refresh takes the mark away once something else stands in the field.
func (r *entryRenderer) Refresh() {
	if e := r.entry; e.mark.on() && e.Text != e.was {
		e.mark.set("")
	}
	r.dress()
	r.WidgetRenderer.Refresh()
}

func (r *entryRenderer) dress() {
	r.entry.ring.refresh(!r.entry.ring.rectangle.Hidden)
	r.line.StrokeColor = colour(theme.ColorNameToFix)
	r.line.FillColor = theme.Unseen(r.line.StrokeColor)
	r.line.Hidden = !r.entry.mark.on()
	r.entry.mark.text.Refresh()
}
