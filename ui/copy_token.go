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
	w.copyToken(entry, w.onCard(place))
}

// copyToken puts a saved token on the clipboard, unless the page is left before
// the keychain gives it: nothing comes there unseen. show gets what to say about
// it: the countdown, or why it could not be read.
func (w *Window) copyToken(entry vault.Entry, show savedNote) {
	env := w.env()
	var token graph.Token
	var err error
	w.onPage(func(ctx context.Context) { token, err = env.Vault.Token(ctx, entry.Name) }, func() {
		if err != nil {
			show(entry, w.savedTrouble(entry, err, show))
			return
		}
		w.clearOnSignal()
		w.guard.Copy(token)
		show(entry, w.countdown())
	})
}

// countdown takes the token off the clipboard after two minutes, visibly. The
// person can stop it; when the program ends the clipboard is cleared all the
// same. One that runs already is over: its token is no longer there.
func (w *Window) countdown() fyne.CanvasObject {
	if w.endCountdown != nil {
		w.endCountdown("saved.other_content")
	}
	left := clipboardTime
	text := widgets.NewSmallText("")
	tell := func() {
		text.SetText(w.say("saved.copied", words.Values{"Left": fmt.Sprintf("%d:%02d", int(left.Minutes()), int(left.Seconds())%60)}))
	}
	tell()
	stop := widgets.NewButton(widgets.SmallLink, w.say("saved.stop"), nil)
	row := widgets.NewFlowRow(10, 0, text, stop)
	over := false
	var tick, stopClock func()
	end := func(id string) {
		over = true
		stopClock()
		w.endCountdown = nil
		text.SetText(w.say(id))
		stop.Hide()
		row.Refresh()
	}
	tick = func() {
		left -= time.Second
		switch {
		case over: // the clock had struck already
		case left > 0:
			tell()
			stopClock = w.After(time.Second, tick)
		case w.guard.Clear():
			end("saved.cleared")
		default:
			end("saved.other_content")
		}
	}
	stopClock = w.After(time.Second, tick)
	w.endCountdown, w.counting = end, row
	stop.OnTapped = func() { end("saved.stopped") }
	return row
}
