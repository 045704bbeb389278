package shell

import (
	"runtime"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// hearShortcuts hears what every page has in common. F1, Enter and Esc are no shortcuts to
// Fyne but keys: see widgets.PageKeys.
func (s *Shell) hearShortcuts() {
	command := fyne.KeyModifierShortcutDefault
	back := desktop.CustomShortcut{KeyName: fyne.KeyLeft, Modifier: fyne.KeyModifierAlt}
	if runtime.GOOS == "darwin" { // where Option and an arrow go from word to word
		back = desktop.CustomShortcut{KeyName: fyne.KeyLeftBracket, Modifier: command}
	}
	onPage := func(act func()) func(fyne.Shortcut) {
		return func(fyne.Shortcut) { s.UnlessAsking(act) }
	}
	canvas := s.window.Canvas()
	canvas.AddShortcut(&back, onPage(s.back))
	canvas.AddShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyComma, Modifier: command}, onPage(func() { s.Rooms.Settings() }))
	canvas.AddShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyW, Modifier: command}, func(fyne.Shortcut) { s.Quit() })
	canvas.AddShortcut(&fyne.ShortcutPaste{}, onPage(func() {
		if s.shown.Paste != nil {
			s.shown.Paste()
		}
	}))
}

// UnlessAsking does something that has nothing to do with the page, unless a dialog is open:
// that is to be answered first.
func (s *Shell) UnlessAsking(act func()) {
	if s.open == nil || !s.open.Visible() {
		act()
	}
}

func (s *Shell) back() {
	switch {
	case s.shown.Back != nil:
		s.shown.Back()
	case s.shown.Escape != nil:
		s.shown.Escape()
	}
}

func (s *Shell) help() {
	if s.shown.Help != nil {
		s.shown.Help()
		return
	}
	s.Rooms.Help()
}
