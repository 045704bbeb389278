package theme

import (
	"sync"

	"fyne.io/fyne/v2"
)

// ReadFonts begins to read what the program's theme writes a page with, and returns what waits
// until that is done. Fyne reads a font when its first letter is measured, and keeps it; here it
// does so beside whatever else a start has to do. Nothing may be measured meanwhile: Fyne does
// so with one tool for all.
func ReadFonts() (wait func()) {
	var reading sync.WaitGroup
	reading.Go(func() {
		for _, style := range []fyne.TextStyle{{}, {Bold: true}} {
			fyne.MeasureText("A", sizes[SizeNameText].normal, style)
		}
	})
	return reading.Wait
}
