package ui

import "latchkey/ui/widgets"

// quit closes the window and takes a copied token off the clipboard.
func (w *Window) quit() {
	w.unlessUnsaved(func() {
		w.guard.Clear()
		w.window.Close()
	})
}

// unlessUnsaved leaves at once, or, where that loses a token which Meta does not
// show again, when the person has said so. Who asks a second time means it.
func (w *Window) unlessUnsaved(leave func()) {
	if w.unsaved == nil || !w.unsaved() || w.asking {
		leave()
		return
	}
	var dialog *widgets.Dialog
	answer := func(then func()) func() {
		return func() {
			w.asking = false
			dialog.Hide()
			then()
		}
	}
	stay := answer(func() {})
	w.asking = true
	dialog = w.dialog(w.say("leave.title"), widgets.NewText(w.say("leave.text")),
		widgets.NewButton(widgets.Secondary, w.say("leave.do"), answer(leave)),
		widgets.NewButton(widgets.Primary, w.say("leave.stay"), stay))
	dialog.OnCancel = stay
}

// clearOnSignal takes a token off the clipboard also when the system ends the
// program: told so, Fyne ends it at once. It is called before there is one.
func (w *Window) clearOnSignal() {
	if w.listening || w.Ending == nil {
		return
	}
	w.listening = true
	ending, stop := w.Ending()
	go func() {
		defer stop() // a second signal ends the program, whatever goes on
		select {
		case <-ending.Done():
			w.Do(func() {
				w.guard.Clear()
				w.window.Close()
			})
		case <-w.ctx.Done():
		}
	}()
}
