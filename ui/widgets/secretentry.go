package widgets

import (
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"latchkey/ui/theme"
)

// SecretLabels are the words of a SecretEntry.
type SecretLabels struct {
	Placeholder string // shown while the field is empty
	Paste       string // button and menu
	Show        string
	Hide        string
	Clear       string
	// Summary describes a hidden value: how many characters it has, and the last four of
	// them; last4 is empty when the value is too short to show any.
	Summary func(characters int, last4 string) string
}

const (
	// shownAtMost keeps a shown value from filling the page or holding up the window.
	shownAtMost = 600
	// revealsEndFrom is the least length of a value whose last four characters may be seen.
	revealsEndFrom = 20
)

// SecretEntry is a field for a secret. The value is kept beside what is drawn: while it is
// hidden, only its length and its last four characters are on the screen. A paste replaces
// the value, is taken whole, and is judged by nobody here.
type SecretEntry struct {
	composite
	// OnChanged is called with every new value that a person pastes or types.
	OnChanged func(value string)
	// OnSubmitted is called on Enter; when nil, Enter presses the page's main button.
	OnSubmitted func(value string)

	value     string
	shown     bool
	labels    SecretLabels
	hideAfter time.Duration
	after     After
	stop      func()

	box   *secretBox
	links *fyne.Container
	mark  *mark
	paste *Button
	show  *Button
	clear *Button
}

// NewSecretEntry returns an empty field. A value that is shown hides again by itself once
// hideAfter has passed.
func NewSecretEntry(labels SecretLabels, hideAfter time.Duration, after After) *SecretEntry {
	e := &SecretEntry{labels: labels, hideAfter: hideAfter, after: after, stop: func() {}}
	e.box = newSecretBox(e)
	e.paste = NewButton(SmallLink, labels.Paste, e.Paste)
	e.show = NewButton(SmallLink, labels.Show, func() { e.SetShown(!e.shown) })
	e.clear = NewButton(SmallLink, labels.Clear, func() { e.change("") })
	e.mark = newMark(e)
	e.links = NewFlowRow(18, 2, e.paste, e.show, e.clear, e.mark.text) // a short one needs no line of its own
	e.root = NewColumn(ringRoom, e.box, e.links)
	e.ExtendBaseWidget(e)
	e.update()
	return e
}

// Offer puts another way to a value beside the button that pastes one.
func (e *SecretEntry) Offer(way *Button) {
	e.links.Objects = slices.Insert(e.links.Objects, len(e.links.Objects)-1, fyne.CanvasObject(way))
}

// Short makes the field as high as one of a line, for a secret shorter than a token.
func (e *SecretEntry) Short() *SecretEntry {
	e.box.short = true
	return e
}

// Field returns what takes the focus: the box itself.
func (e *SecretEntry) Field() fyne.Focusable { return e.box }

// Value returns the secret, exactly as it was pasted or typed.
func (e *SecretEntry) Value() string { return e.value }

// SetValue replaces the secret without calling OnChanged, and hides it.
func (e *SecretEntry) SetValue(value string) {
	if value != e.value {
		e.mark.set("")
	}
	e.value = value
	e.SetShown(false)
}

// SetShown shows the secret for a while, or hides it.
func (e *SecretEntry) SetShown(shown bool) {
	e.stop()
	e.stop = func() {}
	e.shown = shown && e.value != ""
	if e.shown {
		e.stop = e.after(e.hideAfter, func() { e.SetShown(false) })
	}
	e.update()
}

func (e *SecretEntry) change(value string) {
	e.SetValue(value)
	if e.OnChanged != nil {
		e.OnChanged(value)
	}
}

// Paste takes what the clipboard holds.
func (e *SecretEntry) Paste() {
	e.change(fyne.CurrentApp().Clipboard().Content())
}

// deleteLast is the Backspace key.
func (e *SecretEntry) deleteLast() {
	if e.value == "" {
		return
	}
	_, size := utf8.DecodeLastRuneInString(e.value)
	e.change(e.value[:len(e.value)-size])
}

func (e *SecretEntry) update() {
	words, style := e.labels.Placeholder, TextStyle{Plain: true, Color: theme.ColorNameQuietText}
	switch {
	case e.shown:
		words, style = firstRunes(e.value, shownAtMost), TextStyle{Plain: true, Monospace: true, Size: theme.SizeNameSmall}
	case e.value != "":
		words, style = e.summary(), TextStyle{Plain: true}
	}
	e.box.panel.Line = theme.ColorNameFieldLine
	if e.mark.on() {
		e.box.panel.Line = theme.ColorNameToFix
	}
	e.box.text.style = style
	e.box.text.set(words)
	e.box.Refresh()
	label := e.labels.Show
	if e.shown {
		label = e.labels.Hide
	}
	e.show.SetLabel(label)
	e.box.panel.Refresh()
	e.show.Hidden, e.clear.Hidden = e.value == "", e.value == ""
	e.root.Refresh()
}

func (e *SecretEntry) summary() string {
	characters := utf8.RuneCountInString(e.value)
	return strings.Repeat("•", min(characters, 16)) + "  " + e.labels.Summary(characters, last4(e.value))
}

// last4 returns the end of the value, but only of what looks long enough to be a token: the
// end of a short one would be most of it.
func last4(value string) string {
	value = strings.TrimSpace(value)
	if len(value) < revealsEndFrom {
		return ""
	}
	end := value[len(value)-4:]
	for _, r := range end {
		if r <= ' ' || r > '~' {
			return ""
		}
	}
	return end
}

// firstRunes cuts text that is too long to be shown, and says so with an ellipsis.
func firstRunes(text string, most int) string {
	count := 0
	for i := range text {
		if count == most {
			return text[:i] + "…"
		}
		count++
	}
	return text
}
