package ui

import (
	"latchkey/wizard/check"
	"latchkey/wizard/setup"
)

// makePermanent goes on from a temporary token to the setup of a permanent one,
// with what is known already filled in.
func (w *Window) makePermanent(report check.Report) {
	w.leave()
	pages := &setupPages{Window: w, setup: setup.NewFrom(w.env(), report)}
	pages.showStep()
}
