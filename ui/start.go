package ui

import (
	"context"

	"latchkey/ui/words"
	"latchkey/wizard/environment"
	"latchkey/wizard/vault"
)

// settleEarlierRuns settles what an earlier run left half-way, once the window is up,
// and says on Home what it found.
func (w *Window) settleEarlierRuns() {
	env := w.Environment
	var news environment.EarlierRuns
	w.background(func(ctx context.Context) { news = env.SettleEarlierRuns(ctx) }, func() {
		w.unlisted = news.Unlisted
		for _, one := range news.Settled {
			w.startNotes = append(w.startNotes, w.say("found."+string(one.Doing)+"."+string(one.Result),
				words.Values{"Name": one.Name, "To": one.To}))
		}
		for _, file := range news.Damaged {
			w.startNotes = append(w.startNotes, w.say("found.damaged", words.Values{"Name": file.Name, "Path": file.Path}))
		}
		for _, left := range news.Leftovers {
			note := w.say("found.leftover.removed", words.Values{"EnvFile": left.EnvFile})
			if left.Err != nil {
				note = w.say("found.leftover.left", words.Values{"EnvFile": left.EnvFile, "Path": left.Path})
			}
			w.startNotes = append(w.startNotes, note)
		}
		if (len(w.startNotes) > 0 || news.Unlisted) && w.atHome != nil {
			w.ShowHome()
		}
	})
}

// askAdopt lists a token that the keychain holds and the index no longer knows,
// such as after the index was damaged.
func (w *Window) askAdopt() {
	env := w.env()
	w.askName("",
		func(ctx context.Context, name string) error {
			_, err := env.Vault.Adopt(ctx, vault.Entry{Name: name})
			return err
		},
		func(string) { w.ShowHome() })
}

// comeToFront raises the window whenever another start asks for it.
func (w *Window) comeToFront() {
	w.background(func(ctx context.Context) {
		for {
			select {
			case <-w.Front:
				w.Do(w.window.RequestFocus)
			case <-ctx.Done():
				return
			}
		}
	}, func() {})
}
