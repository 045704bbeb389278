package ui

import (
	"errors"

	"fyne.io/fyne/v2"

	"latchkey/ui/widgets"
	"latchkey/wizard/files"
	"latchkey/wizard/support"
	"latchkey/wizard/vault"
)

// keychainFix says what keeps the keychain from keeping a token, and what to
// do about it.
func (w *Window) keychainFix(err error, again func()) fyne.CanvasObject {
	id := keychainTrouble(err)
	return widgets.NewFixCard(widgets.Fix{
		Word:   w.say("status.fail"),
		Title:  w.say(id + ".title"),
		Text:   w.say(id+".cause") + " " + w.say(id+".fix"),
		Button: widgets.NewButton(widgets.Primary, w.say("button.try_again"), again),
	})
}

// keychainTrouble is the id of the words for an error of the vault's.
func keychainTrouble(err error) string {
	var keychain *vault.Error
	if errors.As(err, &keychain) {
		return "keychain." + string(keychain.Reason)
	}
	var file *files.Error
	if errors.As(err, &file) {
		return "files." + string(file.Reason)
	}
	var name *vault.NameError
	if errors.As(err, &name) {
		return "name." + string(name.Fault)
	}
	if errors.Is(err, vault.ErrTokenInEntry) {
		return "name.token"
	}
	var taken *vault.TakenError
	if errors.As(err, &taken) {
		return "taken"
	}
	return "keychain." + string(vault.Other)
}

// fileTrouble says what is wrong with the program's own folder.
func (w *Window) fileTrouble(err error) string {
	id := "files." + string(files.Other)
	path := ""
	var file *files.Error
	if errors.As(err, &file) {
		id, path = "files."+string(file.Reason), file.Path
	}
	return w.say(id+".cause") + " " + w.say(id+".fix", map[string]string{"Path": path})
}

// openFault is why a report could not be opened.
func openFault(err error) string {
	var open *support.OpenError
	if errors.As(err, &open) {
		return string(open.Fault)
	}
	return string(support.FaultDamaged)
}
