package widgets

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"latchkey/ui/theme"
)

// Dialog asks something above a dimmed page. Its title and its buttons stay in sight; what is
// between them scrolls where it is long. Tab stays within it, Enter presses its main button
// wherever the focus is not on another one, Esc cancels.
type Dialog struct {
	// OnCancel is called when Esc closes the dialog; may be nil.
	OnCancel func()

	overlay  *fyne.Container
	scroll   *Scroll
	main     *Button
	buttons  []*Button
	danger   bool // one of the buttons is of Danger
	canvas   fyne.Canvas
	pageKeys func(*fyne.KeyEvent)
}

// NewDialog returns a dialog, not yet shown. Its buttons stand from left to right, where a
// page has its own; the first Primary one is the main button. Beside one of Danger there must be a Primary one: the
// focus is on it at first. A button does not close the dialog by itself.
func NewDialog(title string, content fyne.CanvasObject, buttons ...*Button) *Dialog {
	d := &Dialog{buttons: buttons}
	var row []fyne.CanvasObject
	for _, b := range buttons {
		row = append(row, b)
		if b.importance == Primary && d.main == nil {
			d.main = b
		}
		d.danger = d.danger || b.importance == Danger
	}
	if content == nil {
		content = NewColumn(0)
	}
	frame := &dialogFrame{
		title:   NewPadded(sideRoom, ringRoom, sideRoom, theme.SmallGap-ringRoom, NewCardTitle(title)),
		content: NewPadded(sideRoom, ringRoom, sideRoom, ringRoom, content),
		buttons: NewPadded(sideRoom, ringRoom, sideRoom, ringRoom, NewButtonRow(nil, row)),
	}
	d.scroll = NewScroll(frame.content)
	d.overlay = container.New(&dialogLayout{frame: frame},
		NewPanel(theme.ColorNameScrim, "", 0),
		NewPaddedCard(theme.PagePadding-sideRoom, theme.PagePadding-ringRoom, container.New(frame, frame.title, d.scroll, frame.buttons)),
	)
	return d
}

// ringRoom is what of the space around a dialog's content lies within its scroll, which would
// otherwise cut off focus rings; at the sides there is room for the scroll's bar too.
const (
	ringRoom = 8
	sideRoom = 2 * ringRoom
)

// Show puts the dialog above the page and focuses the first thing in it, of a question its chosen
// answer, or its main button where another one destroys, or where there are only buttons.
func (d *Dialog) Show(c fyne.Canvas) {
	d.canvas, d.pageKeys = c, c.OnTypedKey()
	d.overlay.Resize(c.Size())
	c.Overlays().Add(d.overlay)
	SetPageKeys(c, PageKeys{Enter: d.pressMain, Escape: d.cancel})
	c.FocusNext()
	if first, button := c.Focused().(*Button); d.danger || button && d.main != nil && slices.Contains(d.buttons, first) {
		c.Focus(d.main)
	} else if card, ok := c.Focused().(*ChoiceCard); ok {
		c.Focus(card.answers.chosen(card))
	}
	d.scroll.ScrollToTop() // the first thing to press may be far down
}

// Hide takes the dialog away; the page has its keys and its focus back.
func (d *Dialog) Hide() {
	if d.canvas == nil {
		return
	}
	d.canvas.Overlays().Remove(d.overlay)
	d.canvas.SetOnTypedKey(d.pageKeys)
	d.canvas = nil
}

// Refresh makes the dialog as high as its content is now.
func (d *Dialog) Refresh() { d.overlay.Refresh() }

// Visible tells whether the dialog is shown.
func (d *Dialog) Visible() bool { return d.canvas != nil }

func (d *Dialog) pressMain() {
	if d.main != nil {
		d.main.press()
	}
}

func (d *Dialog) cancel() {
	d.Hide()
	if d.OnCancel != nil {
		d.OnCancel()
	}
}

// dialogFrame gives what lies between the title and the buttons the room that they leave.
type dialogFrame struct{ title, content, buttons fyne.CanvasObject }

func (f *dialogFrame) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	head, foot := heightAt(f.title, size.Width), heightAt(f.buttons, size.Width)
	f.title.Resize(fyne.NewSize(size.Width, head))
	f.title.Move(fyne.NewPos(0, 0))
	objects[1].Resize(fyne.NewSize(size.Width, size.Height-head-foot))
	objects[1].Move(fyne.NewPos(0, head))
	f.buttons.Resize(fyne.NewSize(size.Width, foot))
	f.buttons.Move(fyne.NewPos(0, size.Height-foot))
}

func (f *dialogFrame) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

// height is what all of it needs at a width.
func (f *dialogFrame) height(width float32) float32 {
	return heightAt(f.title, width) + heightAt(f.content, width) + heightAt(f.buttons, width)
}

// dialogLayout fills the canvas with the scrim and centres the card, as high as its frame
// needs or as the canvas has room for.
type dialogLayout struct{ frame *dialogFrame }

func (l *dialogLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	const margin, beside, above = 24, 2 * (theme.PagePadding - sideRoom), 2 * (theme.PagePadding - ringRoom)
	objects[0].Resize(size)
	width := min(520*TextScale(), size.Width-2*margin)
	height := min(l.frame.height(width-beside)+above, size.Height-2*margin)
	objects[1].Resize(fyne.NewSize(width, height))
	objects[1].Move(fyne.NewPos(floor((size.Width-width)/2), floor((size.Height-height)/2)))
}

func (l *dialogLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }
