package widgets

import (
	"fyne.io/fyne/v2"

	"latchkey/ui/theme"
)

// markable is a field that can say at its own place what is wrong with it.
type markable interface{ markTrouble(text string) }

// mark is what a field in trouble says below itself, in the words of the page's summary. It
// takes no room while there is none.
type mark struct {
	text *Text
	of   fyne.CanvasObject // the field
}

func newMark(of fyne.CanvasObject) *mark {
	m := &mark{NewStyledText("", TextStyle{Size: theme.SizeNameSmall, Color: theme.ColorNameToFix, Plain: true}), of}
	m.text.Hide()
	return m
}

// on tells whether the field is in trouble.
func (m *mark) on() bool { return m.text.Visible() }

// set says what is wrong, "" for nothing, and gives the page the room for it.
func (m *mark) set(text string) {
	if m.on() == (text != "") && m.text.Text() == text {
		return
	}
	m.text.SetText(text)
	m.text.Hidden = text == ""
	m.of.Refresh()
	if c := fyne.CurrentApp().Driver().CanvasForObject(m.of); c != nil && c.Content() != nil {
		c.Content().Refresh()
		for _, overlay := range c.Overlays().List() {
			overlay.Refresh()
		}
	}
}

// markGap is the space between a field and what it says.
const markGap = 4

// height is what the mark needs below a field of a width.
func (m *mark) height(width float32) float32 {
	if !m.on() {
		return 0
	}
	return heightAt(m.text, width) + markGap
}

// layout places the mark at the bottom of a field of that size, and returns what is left of
// it for the field itself.
func (m *mark) layout(size fyne.Size) fyne.Size {
	height := m.height(size.Width)
	if height > 0 {
		m.text.Resize(fyne.NewSize(size.Width, height-markGap))
		m.text.Move(fyne.NewPos(0, size.Height-height+markGap))
	}
	return size.SubtractWidthHeight(0, height)
}
