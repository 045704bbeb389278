package shell

import (
	"fmt"
	"time"

	"fyne.io/fyne/v2"

	"latchkey/graph"
	"latchkey/ui/widgets"
	"latchkey/ui/words"
)

// clipboardTime is how long a copied token stays on the clipboard.
const clipboardTime = 2 * time.Minute

// Copy puts something that is no secret on the clipboard.
func (s *Shell) Copy(value string) { s.options.Clipboard.SetContent(value) }

// CopyToken puts a token on the clipboard and returns the countdown to show: how
// long it stays there.
func (s *Shell) CopyToken(token graph.Token) fyne.CanvasObject {
	s.clearOnSignal()
	s.guard.Copy(token)
	return s.countdown()
}

// Countdown is the countdown of a token that was copied before this page was
// shown; nil without one.
func (s *Shell) Countdown() fyne.CanvasObject {
	if s.endCountdown == nil {
		return nil
	}
	return s.counting
}

// GuardToken sees to it that a token which the person pasted from the clipboard is
// taken off it with the program's end.
func (s *Shell) GuardToken(token graph.Token) {
	s.clearOnSignal()
	s.guard.Guard(token)
}

// ClearClipboard takes the token off the clipboard that was put there last.
func (s *Shell) ClearClipboard() { s.guard.Clear() }

// countdown takes the token off the clipboard after two minutes, visibly. The
// person can stop it; when the program ends the clipboard is cleared all the
// same. One that runs already is over: its token is no longer there.
func (s *Shell) countdown() fyne.CanvasObject {
	if s.endCountdown != nil {
		s.endCountdown("saved.other_content")
	}
	left := clipboardTime
	text := widgets.NewSmallText("")
	tell := func() {
		text.SetText(s.Say("saved.copied", words.Values{"Left": fmt.Sprintf("%d:%02d", int(left.Minutes()), int(left.Seconds())%60)}))
	}
	tell()
	stop := widgets.NewButton(widgets.SmallLink, s.Say("saved.stop"), nil)
	row := widgets.NewFlowRow(10, 0, text, stop)
	over := false
	var tick, stopClock func()
	end := func(id string) {
		over = true
		stopClock()
		s.endCountdown = nil
		text.SetText(s.Say(id))
		stop.Hide()
		row.Refresh()
	}
	tick = func() {
		left -= time.Second
		switch {
		case over: // the clock had struck already
		case left > 0:
			tell()
			stopClock = s.After(time.Second, tick)
		case s.guard.Clear():
			end("saved.cleared")
		default:
			end("saved.other_content")
		}
	}
	stopClock = s.After(time.Second, tick)
	s.endCountdown, s.counting = end, row
	stop.OnTapped = func() { end("saved.stopped") }
	return row
}

// clearOnSignal takes a token off the clipboard also when the system ends the
// program: told so, Fyne ends it at once. It is called before there is one.
func (s *Shell) clearOnSignal() {
	if s.listening || s.options.Ending == nil {
		return
	}
	s.listening = true
	ending, stop := s.options.Ending()
	go func() {
		defer stop() // a second signal ends the program, whatever goes on
		select {
		case <-ending.Done():
			s.options.Do(func() {
				s.guard.Clear()
				s.window.Close()
			})
		case <-s.ctx.Done():
		}
	}()
}
