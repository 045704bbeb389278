package ui

import (
	"context"

	"fyne.io/fyne/v2"

	"latchkey/ui/widgets"
)

// practiseSetup walks the whole way in the rehearsal.
func (w *Window) practiseSetup() { w.inPractice(w.ShowSetup) }

// practiseTroubles shows the rehearsal's prepared troubles.
func (w *Window) practiseTroubles() { w.inPractice(w.showTraining) }

// inPractice starts the rehearsal if need be, then shows a page of it.
func (w *Window) inPractice(show func()) {
	if w.practice != nil {
		show()
		return
	}
	if w.startingPractice {
		return
	}
	w.startingPractice = true
	w.work.Go(func() {
		practice, err := w.Practise()
		if w.ctx.Err() != nil {
			if err == nil {
				practice.Close()
			}
			return
		}
		w.Do(func() {
			w.startingPractice = false
			if err != nil {
				w.tell(w.say("practice.failed_title"), w.say("practice.failed"))
				return
			}
			w.practice = practice
			show()
		})
	})
}

// endPractice goes back to the real thing.
func (w *Window) endPractice() {
	w.leave()
	practice := w.practice
	w.practice = nil
	w.ShowHome()
	w.background(func(context.Context) { practice.Close() }, func() {})
}

// practiceBanner stands above every page of the rehearsal.
func (w *Window) practiceBanner() fyne.CanvasObject {
	return widgets.NewBanner(w.say("practice.banner"),
		widgets.NewButton(widgets.Secondary, w.say("practice.end"), w.endPractice))
}
