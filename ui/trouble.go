package ui

import (
	"cmp"
	"errors"

	"fyne.io/fyne/v2"

	"latchkey/ui/widgets"
	"latchkey/ui/words"
	"latchkey/wizard/files"
	"latchkey/wizard/support"
	"latchkey/wizard/vault"
)

// keychainFix says what keeps the keychain from keeping a token, and what to
// do about it.
func (w *Window) keychainFix(err error, again func()) fyne.CanvasObject {
	id, values := keychainTrouble(err)
	return widgets.NewFixCard(widgets.Fix{
		Word:   w.say("status.fail"),
		Title:  w.say(id + ".title"),
		Text:   w.Words.Paragraph(w.say(id+".cause"), w.say(id+".fix", values)),
		Button: widgets.NewButton(widgets.Primary, w.say("button.try_again"), again),
	})
}

// keychainRefusal is the same in a line.
func (w *Window) keychainRefusal(err error) string {
	id, values := keychainTrouble(err)
	return w.Words.Paragraph(w.say(id+".title"), w.say(id+".fix", values))
}

// keychainTrouble is the id of the words for an error of the vault's, and the
// values in them.
func keychainTrouble(err error) (id string, values words.Values) {
	id, values = vault.TroubleOf(err)
	return cmp.Or(id, "keychain."+string(vault.Other)), values
}

// fileTrouble says what is wrong with the program's own folder.
func (w *Window) fileTrouble(err error) string {
	id := "files." + string(files.Other)
	path := ""
	var file *files.Error
	if errors.As(err, &file) {
		id, path = "files."+string(file.Reason), file.Path
	}
	return w.Words.Paragraph(w.say(id+".cause"), w.say(id+".fix", words.Values{"Path": path}))
}

// openFault is why a report could not be opened.
func openFault(err error) string {
	var open *support.OpenError
	if errors.As(err, &open) {
		return string(open.Fault)
	}
	return string(support.FaultDamaged)
}
