package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// WithMenu is content that has a menu of its own: the right mouse button opens it, and so
// does the Menu key, or Shift+F10, while the focus is within. The menu holds nothing that
// cannot be done otherwise too.
type WithMenu struct {
	composite
	items func() []*fyne.MenuItem
}

// NewWithMenu gives the content a menu; items are asked for whenever it opens.
func NewWithMenu(content fyne.CanvasObject, items func() []*fyne.MenuItem) *WithMenu {
	m := &WithMenu{items: items}
	m.root = content
	m.ExtendBaseWidget(m)
	return m
}

// TappedSecondary is called by Fyne.
func (m *WithMenu) TappedSecondary(at *fyne.PointEvent) { m.open(at.AbsolutePosition) }

func (m *WithMenu) open(at fyne.Position) { openMenu(m, m.items(), at) }

func openMenu(of fyne.CanvasObject, items []*fyne.MenuItem, at fyne.Position) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(of); c != nil && len(items) > 0 {
		widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", items...), c, at)
	}
}

// NewMenuButton returns a button that opens a menu below itself; items are asked for whenever
// it opens.
func NewMenuButton(importance Importance, label string, items func() []*fyne.MenuItem) *Button {
	button := NewButton(importance, label, nil)
	button.OnTapped = func() { openMenu(button, items(), below(button)) }
	return button
}

func below(object fyne.CanvasObject) fyne.Position {
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(object)
	return at.AddXY(0, object.Size().Height)
}

// opensMenu tells whether a key asks for the menu of what has the focus. Fyne tells of
// Shift+F10 as of F10.
func opensMenu(key *fyne.KeyEvent) bool {
	return key.Name == desktop.KeyMenu || key.Name == fyne.KeyF10
}

// openMenuAround opens the innermost menu around an object, below that object.
func openMenuAround(object fyne.CanvasObject, c fyne.Canvas) {
	path, _ := pathTo(c.Content(), object)
	for i := len(path) - 1; i >= 0; i-- {
		if with, ok := path[i].(*WithMenu); ok {
			with.open(below(object))
			return
		}
	}
}
