package ui

import (
	"latchkey/ui/parts"
	"latchkey/ui/shell"
	"latchkey/ui/widgets"
	"latchkey/ui/words"
	"latchkey/wizard/saved"
)

// askRemoveAll removes everything Latchkey keeps, once confirmed, and proves
// it.
func (w *Window) askRemoveAll() {
	s := w.Shell
	var dialog *widgets.Dialog
	keep := widgets.NewButton(widgets.Primary, s.Say("removeall.keep"), func() { dialog.Hide() })
	remove := widgets.NewButton(widgets.Danger, s.Say("removeall.do"), func() {
		shell.Try(s.WhileOpen(), w.options.RemoveAll, func(removed saved.Removed, err error) {
			dialog.Hide()
			w.Home()
			switch {
			case len(removed.Left) > 0:
				s.Tell(s.Say("removeall.left"), s.Say("removeall.left_text", words.Values{"Names": s.Words.List(removed.Left...)}))
			case err != nil:
				s.Tell(s.Say("files.title"), parts.FileTrouble(s, err))
			default:
				w.forgetLook()
				s.Tell(s.Say("removeall.done"), s.Say("removeall.done_text", words.Counted(len(removed.Names))))
			}
		})
	})
	dialog = s.Dialog(s.Say("removeall.title"), widgets.NewText(s.Say("removeall.text")), remove, keep)
}
