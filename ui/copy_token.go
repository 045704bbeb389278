package ui

import (
	"context"
	"fmt"
	"time"

	"fyne.io/fyne/v2"

	"latchkey/graph"
	"latchkey/ui/widgets"
	"latchkey/ui/words"
	"latchkey/wizard/vault"
)

// clipboardTime is how long a copied token stays on the clipboard.
const clipboardTime = 2 * time.Minute

// copySaved puts a saved token on the clipboard, and shows on its card how long
// it stays there.
func (w *Window) copySaved(place *fyne.Container, entry vault.Entry) {
	w.copyToken(entry, func(note fyne.CanvasObject) { w.fillSavedCard(place, entry, note) })
}

// copyToken puts a saved token on the clipboard. show gets what to say about
// it: the countdown, or why it could not be read.
func (w *Window) copyToken(entry vault.Entry, show func(fyne.CanvasObject)) {
	world := w.world()
	var token graph.Token
	var err error
	w.background(func(ctx context.Context) { token, err = world.Vault.Token(ctx, entry.Name) }, func() {
		if err != nil {
			show(w.savedTrouble(entry, err))
			return
		}
		w.guard.Copy(token)
		show(w.countdown())
	})
}

// countdown takes the token off the clipboard after two minutes, visibly. The
// person can stop it; when the program ends the clipboard is cleared all the
// same.
func (w *Window) countdown() fyne.CanvasObject {
	if w.stopCountdown != nil {
		w.stopCountdown()
	}
	left := clipboardTime
	text := widgets.NewSmallText("")
	tell := func() {
		text.SetText(w.say("saved.copied", words.Values{"Left": fmt.Sprintf("%d:%02d", int(left.Minutes()), int(left.Seconds())%60)}))
	}
	tell()
	stop := widgets.NewButton(widgets.SmallLink, w.say("saved.stop"), nil)
	row := widgets.NewFlowRow(10, 0, text, stop)
	end := func(id string) {
		text.SetText(w.say(id))
		stop.Hide()
		row.Refresh()
	}
	var tick func()
	tick = func() {
		left -= time.Second
		if left <= 0 {
			w.stopCountdown = nil
			if w.guard.Clear() {
				end("saved.cleared")
			} else {
				end("saved.other_content")
			}
			return
		}
		tell()
		w.stopCountdown = w.After(time.Second, tick)
	}
	w.stopCountdown = w.After(time.Second, tick)
	stop.OnTapped = func() {
		w.stopCountdown()
		w.stopCountdown = nil
		end("saved.stopped")
	}
	return row
}
