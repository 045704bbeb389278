// Package widgets holds the parts that Latchkey's pages are built from.
//
// They look up every colour and size in the current theme when they are refreshed, so a
// change of theme shows at once. Whatever can be pressed is reached with Tab, shows a ring
// when it has the focus, and is pressed with Space or Enter. They hold no sentences: all
// words are handed in.
//
// Like all of Fyne, they may be touched on the window's own goroutine only.
package widgets

import (
	"image/color"
	"time"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// After calls f once, on the window's goroutine, when d has passed. Calling stop first
// prevents it.
type After func(d time.Duration, f func()) (stop func())

// AfterOnWindow is the After of the running program.
func AfterOnWindow(d time.Duration, f func()) (stop func()) {
	timer := time.AfterFunc(d, func() { fyne.Do(f) })
	return func() { timer.Stop() }
}

func colour(name fyne.ThemeColorName) color.Color { return fynetheme.Color(name) }

func length(name fyne.ThemeSizeName) float32 { return fynetheme.Size(name) }

// composite is a widget made of other objects under one root.
type composite struct {
	widget.BaseWidget
	root fyne.CanvasObject
}

// CreateRenderer is called by Fyne.
func (c *composite) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(c.root)
}

func (c *composite) parts() []fyne.CanvasObject { return []fyne.CanvasObject{c.root} }

// NaturalWidth returns the width at which no words wrap.
func (c *composite) NaturalWidth() float32 { return naturalWidth(c.root) }

// drawing is a renderer put together from functions; each of them may be nil, but minSize.
type drawing struct {
	objects func() []fyne.CanvasObject
	layout  func(fyne.Size)
	minSize func() fyne.Size
	refresh func()
}

func (d *drawing) Destroy() {}

func (d *drawing) Layout(size fyne.Size) {
	if d.layout != nil {
		d.layout(size)
	}
}

func (d *drawing) MinSize() fyne.Size { return d.minSize() }

func (d *drawing) Objects() []fyne.CanvasObject { return d.objects() }

func (d *drawing) Refresh() {
	if d.refresh != nil {
		d.refresh()
	}
}

// fixed returns a function for drawing.objects when the objects never change.
func fixed(objects ...fyne.CanvasObject) func() []fyne.CanvasObject {
	return func() []fyne.CanvasObject { return objects }
}
