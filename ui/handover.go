package ui

import "latchkey/wizard/vault"

// showHandOver gives a saved token to the software that uses it.
func (w *Window) showHandOver(entry vault.Entry) { w.showSaved(entry) }
