package ui

import (
	"context"

	"fyne.io/fyne/v2"

	"latchkey/ui/widgets"
	"latchkey/wizard"
)

// startPractice begins the rehearsal and its setup.
func (w *Window) startPractice() {
	if w.practice != nil {
		w.ShowSetup()
		return
	}
	var practice *wizard.Practice
	var err error
	w.background(func(context.Context) { practice, err = w.Practise() }, func() {
		if err != nil {
			w.tell(w.say("practice.failed_title"), w.say("practice.failed"))
			return
		}
		w.practice = practice
		w.ShowSetup()
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
