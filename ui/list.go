package ui

import (
	"fyne.io/fyne/v2"

	"latchkey/ui/widgets"
	"latchkey/ui/words"
)

const (
	// cardsAtOnce and rowsAtOnce are how many are drawn before the person asks
	// for more: a window with hundreds of them would take seconds to lay out.
	cardsAtOnce = 25
	rowsAtOnce  = 50
	// searchFrom is how many saved tokens make a search field worth its place.
	searchFrom = 7
)

// addMore puts a button below the first of a list, which gives its place to the
// rest of them when it is pressed. Where rest is 0 there is none.
func (w *Window) addMore(list *fyne.Container, rest int, more func()) {
	if rest == 0 {
		return
	}
	var button *widgets.Button
	button = widgets.NewButton(widgets.Link, w.say("home.more", words.Counted(rest)), func() {
		list.Remove(button)
		more()
	})
	list.Add(button)
}
