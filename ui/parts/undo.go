package parts

import (
	"fyne.io/fyne/v2"

	"latchkey/ui/shell"
	"latchkey/ui/widgets"
	"latchkey/ui/words"
	"latchkey/wizard/saved"
)

// Undo says that a token gave way to the one that was saved, and offers to put it
// back.
func Undo(s *shell.Shell, former *saved.Former, undo func()) fyne.CanvasObject {
	return widgets.NewFlowRow(14, 0,
		widgets.NewSmallText(s.Say("undo.text", words.Values{"Last4": former.Last4()})),
		widgets.NewButton(widgets.SmallLink, s.Say("undo.do"), undo))
}
