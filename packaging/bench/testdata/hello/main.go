// Command hello is the bare Fyne window that the assistant is measured beside.
package main

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/widget"
)

func main() {
	window := app.NewWithID("app.latchkey.hello").NewWindow("hello")
	window.SetContent(widget.NewLabel("hello"))
	window.Resize(fyne.NewSize(1000, 700))
	window.CenterOnScreen()
	window.ShowAndRun()
}
