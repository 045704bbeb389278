package ui

import (
	"context"
	"time"

	"latchkey/ui/words"
	"latchkey/wizard/vault"
)

// damagedIsNews is how long a file that was put aside is told of.
const damagedIsNews = 24 * time.Hour

// lookBack settles what an earlier run left half-way, once the window is up,
// and says on Home what it found. The keychain is asked only if something was
// left open.
func (w *Window) lookBack() {
	world := w.World
	begun := w.now()
	var notes []string
	var unlisted bool
	w.background(func(ctx context.Context) {
		found, _ := world.Vault.Recover(ctx)
		for _, one := range found {
			if one.Doing != vault.Proving {
				notes = append(notes, w.say("found."+string(one.Doing)+"."+string(one.Result),
					words.Values{"Name": one.Name, "To": one.To}))
			}
		}
		damaged, _ := world.Vault.Damaged()
		for _, file := range damaged {
			if file.At.After(begun.Add(-damagedIsNews)) {
				notes = append(notes, w.say("found.damaged", words.Values{"Name": file.Name, "Path": file.Path}))
			}
		}
		unlisted = len(damaged) > 0
	}, func() {
		w.unlisted = unlisted
		w.startNotes = append(w.startNotes, notes...)
		if len(notes) > 0 && w.atHome != nil {
			w.ShowHome()
		}
	})
}

// askAdopt lists a token that the keychain holds and the index no longer knows,
// such as after the index was damaged.
func (w *Window) askAdopt() {
	world := w.world()
	w.askName("",
		func(ctx context.Context, name string) error {
			_, err := world.Vault.Adopt(ctx, vault.Entry{Name: name})
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
