package shell

import (
	"sync"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// readFonts begins to read the fonts that a page is written in, and returns what waits until that
// is done. Fyne reads a font when its first letter is measured, and keeps it: here beside whatever
// else a start has to do. Nothing may be measured meanwhile, since Fyne has one tool for it.
func readFonts() (wait func()) {
	var reading sync.WaitGroup
	reading.Go(func() {
		for _, style := range []fyne.TextStyle{{}, {Bold: true}} {
			fyne.MeasureText("A", theme.TextSize(), style)
		}
	})
	return reading.Wait
}
