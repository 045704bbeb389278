package widgets

import "fyne.io/fyne/v2"

// SetPageKeys makes Enter press the page's main button, Esc cancel, and the arrow and page
// keys scroll, unless the widget that has the focus takes the key itself. Either function
// may be nil. Call it again for every page that is shown.
func SetPageKeys(c fyne.Canvas, enter, escape func()) {
	c.SetOnTypedKey(func(key *fyne.KeyEvent) {
		switch {
		case isEnter(key) && enter != nil:
			enter()
		case key.Name == fyne.KeyEscape && escape != nil:
			escape()
		default:
			scrollByKey(c, key)
		}
	})
}

func isEnter(key *fyne.KeyEvent) bool {
	return key.Name == fyne.KeyReturn || key.Name == fyne.KeyEnter
}

// passToPage hands on a key that the focused widget has no use for. Fyne calls the canvas's
// own handler only while nothing has the focus.
func passToPage(from fyne.CanvasObject, key *fyne.KeyEvent) {
	c := fyne.CurrentApp().Driver().CanvasForObject(from)
	if c == nil {
		return
	}
	if typed := c.OnTypedKey(); typed != nil {
		typed(key)
	}
}
