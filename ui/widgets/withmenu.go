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

func (m *WithMenu) open(at fyne.Position) {
	items := m.items()
	if c := fyne.CurrentApp().Driver().CanvasForObject(m); c != nil && len(items) > 0 {
		widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", items...), c, at)
	}
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
			at := fyne.CurrentApp().Driver().AbsolutePositionForObject(object)
			with.open(at.AddXY(0, object.Size().Height))
			return
		}
	}
}
