package ui

import (
	"context"

	"latchkey/ui/parts"
	"latchkey/ui/shell"
	"latchkey/ui/words"
	"latchkey/wizard/environment"
	"latchkey/wizard/vault"
)

// notices are what Home says about earlier runs.
type notices struct {
	unlisted bool     // an index was put aside: the keychain may hold tokens that are not listed
	found    []string // interrupted changes, damaged files
}

// settleEarlierRuns settles what an earlier run left half-way, once the window is
// up, and says on Home what it found.
func (w *Window) settleEarlierRuns() {
	s := w.Shell
	shell.Background(s.WhileOpen(), s.Real.SettleEarlierRuns, func(runs environment.EarlierRuns) {
		var found []string
		for _, one := range runs.Settled {
			found = append(found, s.Say("found."+string(one.Doing)+"."+string(one.Result), words.Values{"Name": one.Name, "To": one.To}))
		}
		for _, file := range runs.Damaged {
			found = append(found, s.Say("found.damaged", words.Values{"Name": file.Name, "Path": file.Path}))
		}
		for _, left := range runs.Leftovers {
			note := s.Say("found.leftover.removed", words.Values{"EnvFile": left.EnvFile})
			if left.Err != nil {
				note = s.Say("found.leftover.left", words.Values{"EnvFile": left.EnvFile, "Path": left.Path})
			}
			found = append(found, note)
		}
		w.notices.unlisted = runs.Unlisted
		w.notices.found = append(w.notices.found, found...)
		if _, here := s.Page().(*home); here && (len(w.notices.found) > 0 || runs.Unlisted) {
			w.Home()
		}
	})
}

// askAdopt lists a token that the keychain holds and the index no longer knows,
// such as after the index was damaged.
func (w *Window) askAdopt() {
	env := w.Shell.Env()
	parts.AskName(w.Shell, "",
		func(ctx context.Context, name string) error {
			_, err := env.Vault.Adopt(ctx, vault.Entry{Name: name})
			return err
		},
		func(string) { w.Home() })
}
