package widgets_test

import (
	"testing"

	"fyne.io/fyne/v2"
)

// BenchmarkPage measures what a window does for its first picture of a full page: build it,
// lay it out, and ask for its least size.
func BenchmarkPage(b *testing.B) {
	for b.Loop() {
		page := step6Page(asWritten)
		page.Resize(fyne.NewSize(1000, 700))
		page.MinSize()
	}
}

// BenchmarkFrame measures what Fyne does for every painted frame: ask every object for its
// least size.
func BenchmarkFrame(b *testing.B) {
	page := step6Page(asWritten)
	page.Resize(fyne.NewSize(1000, 700))
	for b.Loop() {
		walk(page, func(o fyne.CanvasObject) { o.MinSize() })
	}
}
