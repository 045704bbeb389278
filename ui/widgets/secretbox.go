package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"latchkey/ui/theme"
)

// secretBox is the part of a SecretEntry that has the focus and takes keys and pastes. It is
// no Fyne entry: one of those would hold the secret in its text, undo history included, and
// stall on a very long paste.
type secretBox struct {
	pressable
	spaceSkipper
	entry *SecretEntry
	text  *Text
	panel *Panel
	ring  *focusRing
	short bool // as high as a field of one line
}

var _ fyne.Shortcutable = (*secretBox)(nil)

func newSecretBox(entry *SecretEntry) *secretBox {
	b := &secretBox{
		entry: entry,
		text:  NewStyledText("", TextStyle{Plain: true}),
		panel: NewPanel(theme.ColorNameSurface, theme.ColorNameFieldLine, 9),
		ring:  newFocusRing(9),
	}
	b.become(b, b.takeFocus)
	return b
}

func (b *secretBox) takeFocus() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(b); c != nil {
		c.Focus(b)
	}
}

// TappedSecondary offers to paste, as every field does.
func (b *secretBox) TappedSecondary(at *fyne.PointEvent) {
	c := fyne.CurrentApp().Driver().CanvasForObject(b)
	paste := fyne.NewMenuItem(b.entry.labels.Paste, b.entry.Paste)
	widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", paste), c, at.AbsolutePosition)
}

// TypedShortcut takes pastes and refuses copies: a hidden secret cannot be copied unseen.
func (b *secretBox) TypedShortcut(shortcut fyne.Shortcut) {
	if paste, ok := shortcut.(*fyne.ShortcutPaste); ok {
		b.entry.change(paste.Clipboard.Content())
	}
	passShortcut(b, shortcut)
}

// TypedRune adds what is typed by hand.
func (b *secretBox) TypedRune(r rune) {
	if !b.skips(r) {
		b.entry.change(b.entry.value + string(r))
	}
}

// TypedKey is called by Fyne.
func (b *secretBox) TypedKey(key *fyne.KeyEvent) {
	b.skip = false
	switch {
	case key.Name == fyne.KeyBackspace:
		b.entry.deleteLast()
	case key.Name == fyne.KeyDelete:
		b.entry.change("")
	case isEnter(key) && b.entry.OnSubmitted != nil:
		b.entry.OnSubmitted(b.entry.value)
	case key.Name == fyne.KeySpace: // arrives as a rune too
	default:
		passToPage(b, key)
	}
}

// markTrouble says below the field what is wrong with what stands in it.
func (b *secretBox) markTrouble(text string) {
	b.entry.mark.set(text)
	b.entry.update()
}

// CreateRenderer is called by Fyne.
func (b *secretBox) CreateRenderer() fyne.WidgetRenderer {
	const side, above = 13, 12
	layout := func(size fyne.Size) {
		b.panel.Resize(size)
		b.ring.layout(size)
		b.text.Resize(fyne.NewSize(size.Width-2*side, size.Height-2*above))
		b.text.Move(fyne.NewPos(side, above))
	}
	b.ring.refresh(b.focused)
	return &drawing{
		objects: fixed(b.panel, b.text, b.ring.rectangle),
		layout:  layout,
		minSize: func() fyne.Size {
			least := b.text.MinSize()
			lines := max(least.Height, 2*b.text.lineHeight())
			if b.short {
				lines = max(least.Height, NewTextEntry("").MinSize().Height-2*above)
			}
			return fyne.NewSize(least.Width+2*side, lines+2*above)
		},
		refresh: func() {
			b.ring.refresh(b.focused)
			b.text.Refresh()
			layout(b.Size())
			canvas.Refresh(b)
		},
	}
}
