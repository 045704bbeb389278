package widgets

import (
	"time"

	"latchkey/ui/theme"
)

// CopyLabels are the words of a CopyField's button: before it is pressed, and for a moment
// after.
type CopyLabels struct {
	Copy   string
	Copied string
}

const copiedFor = 4 * time.Second

// CopyField shows a value to be copied. It never touches the clipboard itself.
type CopyField struct {
	composite
	button *Button
	labels CopyLabels
	after  After
	stop   func()
}

// NewCopyField returns a field with the value and a button; pressing it calls copied with
// the value.
func NewCopyField(value string, labels CopyLabels, after After, copied func(value string)) *CopyField {
	f := &CopyField{labels: labels, after: after, stop: func() {}}
	text := NewStyledText(value, TextStyle{Plain: true})
	f.button = NewButton(SmallLink, labels.Copy, func() {
		copied(value)
		f.sayCopied()
	})
	f.root = NewStack(
		NewPanel(theme.ColorNameBackground, theme.ColorNameLine, 9),
		NewPadded(13, 9, 12, 9, Row{Gap: 10, Stretch: text}.New(text, f.button)),
	)
	f.ExtendBaseWidget(f)
	return f
}

func (f *CopyField) sayCopied() {
	f.stop()
	f.label(f.labels.Copied)
	f.stop = f.after(copiedFor, func() { f.label(f.labels.Copy) })
}

func (f *CopyField) label(words string) {
	f.button.SetLabel(words)
	f.root.Refresh() // the words differ in width
}
