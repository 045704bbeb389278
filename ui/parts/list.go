package parts

import (
	"fyne.io/fyne/v2"

	"latchkey/ui/shell"
	"latchkey/ui/widgets"
	"latchkey/ui/words"
)

const (
	// CardsAtOnce and RowsAtOnce are how many are drawn before the person asks
	// for more: a window with hundreds of them would take seconds to lay out.
	CardsAtOnce = 25
	RowsAtOnce  = 50
	// SearchFrom is how many saved tokens make a search field worth its place.
	SearchFrom = 7
)

// AddMore puts a button below the first of a list, which gives its place to the
// rest of them when it is pressed. Where rest is 0 there is none.
func AddMore(s *shell.Shell, list *fyne.Container, rest int, more func()) {
	if rest == 0 {
		return
	}
	var button *widgets.Button
	button = widgets.NewButton(widgets.Link, s.Say("home.more", words.Counted(rest)), func() {
		list.Remove(button)
		more()
	})
	list.Add(button)
}
