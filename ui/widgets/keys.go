package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// PageKeys are what keys do on a page, unless the widget that has the focus takes them
// itself. Each may be nil.
type PageKeys struct {
	Enter  func() // presses the main button
	Escape func() // cancels
	Help   func() // F1
}

// SetPageKeys gives a page its keys; the arrow and page keys scroll. Call it again for every
// page that is shown.
func SetPageKeys(c fyne.Canvas, keys PageKeys) {
	c.SetOnTypedKey(func(key *fyne.KeyEvent) {
		switch {
		case isEnter(key) && keys.Enter != nil:
			keys.Enter()
		case key.Name == fyne.KeyEscape && keys.Escape != nil:
			keys.Escape()
		case key.Name == fyne.KeyF1 && keys.Help != nil:
			keys.Help()
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
	if opensMenu(key) {
		openMenuAround(from, c)
		return
	}
	if typed := c.OnTypedKey(); typed != nil {
		typed(key)
	}
}

// passShortcut hands on a shortcut of the page's own, such as Alt+Left, from a field that has
// the focus: Fyne asks the canvas only while no field has it.
func passShortcut(from fyne.CanvasObject, shortcut fyne.Shortcut) {
	if _, own := shortcut.(*desktop.CustomShortcut); !own {
		return
	}
	if c, ok := fyne.CurrentApp().Driver().CanvasForObject(from).(fyne.Shortcutable); ok {
		c.TypedShortcut(shortcut)
	}
}
