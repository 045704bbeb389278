package shell

import (
	"fyne.io/fyne/v2"

	"latchkey/ui/widgets"
)

// Dialog shows a dialog above the page.
func (s *Shell) Dialog(title string, content fyne.CanvasObject, buttons ...*widgets.Button) *widgets.Dialog {
	dialog := widgets.NewDialog(title, content, buttons...)
	dialog.Show(s.window.Canvas())
	s.open = dialog
	return dialog
}

// Inform shows a dialog with a button that only closes it.
func (s *Shell) Inform(title string, content fyne.CanvasObject) {
	var dialog *widgets.Dialog
	dialog = s.Dialog(title, content, widgets.NewButton(widgets.Primary, s.Say("button.close"), func() { dialog.Hide() }))
}

// Closing is what a button does that closes its dialog, and then something else.
func Closing(dialog **widgets.Dialog, then func()) func() {
	return func() {
		(*dialog).Hide()
		then()
	}
}

// Tell shows a text with a button that closes it.
func (s *Shell) Tell(title, text string) { s.Inform(title, widgets.NewText(text)) }

// Quit closes the window and takes a copied token off the clipboard.
func (s *Shell) Quit() {
	s.UnlessUnsaved(func() {
		s.guard.Clear()
		s.rememberPlace()
		s.window.Close()
	})
}

// UnlessUnsaved leaves at once, or, where that loses a token which Meta does not
// show again, when the person has said so. Who asks a second time means it, unless
// that comes as fast as a double click.
func (s *Shell) UnlessUnsaved(leave func()) {
	if s.asking && soonAfter(s.asked, s.Now()) {
		return
	}
	if s.page == nil || !s.page.Unsaved() || s.asking {
		leave()
		return
	}
	var dialog *widgets.Dialog
	answer := func(then func()) func() {
		return func() {
			s.asking = false
			dialog.Hide()
			then()
		}
	}
	stay := answer(func() {})
	s.asking, s.asked = true, s.Now()
	dialog = s.Dialog(s.Say("leave.title"), widgets.NewText(s.Say("leave.text")),
		widgets.NewButton(widgets.Danger, s.Say("leave.do"), answer(leave)),
		widgets.NewButton(widgets.Primary, s.Say("leave.stay"), stay))
	dialog.OnCancel = stay
}
