package ui

import (
	"context"

	"latchkey/wizard"
	"latchkey/wizard/check"
)

// makePermanent goes on from a temporary token to the setup of a permanent one,
// with what is known already filled in.
func (w *Window) makePermanent(report check.Report) {
	w.leave()
	world := w.world()
	var setup *wizard.Setup
	w.background(func(ctx context.Context) {
		setup, _ = wizard.NewSetup(ctx, world)
		setup.Change(func(progress *wizard.Progress) {
			progress.Situation, progress.App = wizard.OwnBusiness, report.Token.AppID
			if len(report.Accounts) > 0 {
				progress.Account = report.Accounts[0].ID
				if owner := report.Accounts[0].Owner; owner != nil {
					progress.Business = owner.ID
				}
			}
		})
		_ = setup.Remember(ctx)
	}, func() {
		pages := &setupPages{Window: w, setup: setup}
		pages.showStep()
	})
}
