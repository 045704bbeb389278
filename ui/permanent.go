package ui

import (
	"latchkey/wizard"
	"latchkey/wizard/check"
)

// makePermanent goes on from a temporary token to the setup of a permanent one,
// with what is known already filled in.
func (w *Window) makePermanent(report check.Report) {
	w.leave()
	pages := &setupPages{Window: w, setup: wizard.NewSetupFrom(w.world(), report)}
	pages.showStep()
}
