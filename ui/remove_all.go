package ui

import (
	"context"

	"latchkey/ui/widgets"
	"latchkey/ui/words"
	"latchkey/wizard/saved"
)

// askRemoveAll removes everything Latchkey keeps, once confirmed, and proves
// it.
func (w *Window) askRemoveAll() {
	var dialog *widgets.Dialog
	keep := widgets.NewButton(widgets.Secondary, w.say("removeall.keep"), func() { dialog.Hide() })
	remove := widgets.NewButton(widgets.Primary, w.say("removeall.do"), func() {
		var removed saved.Removed
		var err error
		w.background(func(ctx context.Context) { removed, err = w.RemoveAll(ctx) }, func() {
			dialog.Hide()
			w.ShowHome()
			switch {
			case len(removed.Left) > 0:
				w.tell(w.say("removeall.left"), w.say("removeall.left_text", words.Values{"Names": w.Words.List(removed.Left...)}))
			case err != nil:
				w.tell(w.say("files.title"), w.fileTrouble(err))
			default:
				w.tell(w.say("removeall.done"), w.say("removeall.done_text", words.Counted(len(removed.Names))))
			}
		})
	})
	dialog = w.dialog(w.say("removeall.title"), widgets.NewText(w.say("removeall.text")), keep, remove)
}
