package ui

import (
	"context"

	"fyne.io/fyne/v2"

	"latchkey/graph/site"
	"latchkey/ui/widgets"
)

// opener is a button that opens one of Meta's pages, with the address beside it
// to be copied. When no browser opens, the address comes out in full.
func (w *Window) opener(label string, importance widgets.Importance, address func() string, opened func()) fyne.CanvasObject {
	rescue := widgets.NewColumn(6)
	rescue.Hide()
	button := widgets.NewOpenButton(importance, label, nil)
	button.OnTapped = func() {
		target := address()
		if opened != nil {
			opened()
		}
		var err error
		w.background(func(ctx context.Context) { err = w.Browser.Open(ctx, target) }, func() {
			rescue.Hide()
			if err != nil {
				rescue.Objects = []fyne.CanvasObject{widgets.NewText(w.say("open.failed")), w.copyField(target)}
				rescue.Show()
			}
			rescue.Refresh()
			w.relayout()
		})
	}
	copyAddress := widgets.NewButton(widgets.SmallLink, w.say("button.copy_address"), nil)
	copyAddress.OnTapped = func() {
		w.copy(address())
		copyAddress.SetLabel(w.say("button.copied"))
	}
	return widgets.NewColumn(8,
		widgets.NewFlowRow(16, 6, button, widgets.NewSmallText(hostOf(address())), copyAddress), rescue)
}

// openPage is an opener for one of Meta's pages in this world.
func (w *Window) openPage(label string, page site.Page, ids func() site.PageIDs, opened func()) fyne.CanvasObject {
	return w.opener(label, widgets.Primary, func() string { return w.env().Page(page, ids()) }, opened)
}
