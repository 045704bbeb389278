package ui

import (
	"io"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"

	"latchkey/ui/widgets"
)

// openFile lets a file of one of the kinds be chosen.
func (w *Window) openFile(kinds []string, then func(io.ReadCloser)) {
	picker := dialog.NewFileOpen(func(file fyne.URIReadCloser, err error) {
		switch {
		case err != nil:
			w.tell(w.say("pick.file"), w.say("pick.unread"))
		case file != nil: // nil when the choice was left
			then(file)
		}
	}, w.window)
	picker.SetFilter(storage.NewExtensionFileFilter(kinds))
	w.pick(w.say("pick.file"), picker)
}

// openFolder lets a folder be chosen.
func (w *Window) openFolder(then func(path string)) {
	w.pick(w.say("pick.folder"), dialog.NewFolderOpen(func(folder fyne.ListableURI, err error) {
		switch {
		case err != nil:
			w.tell(w.say("pick.folder"), w.say("pick.unread"))
		case folder != nil:
			then(filepath.FromSlash(folder.Path()))
		}
	}, w.window))
}

// pick shows Fyne's dialog for files, with words of ours. It has no keys of its
// own: without this, Esc and Enter would act on the page behind it.
func (w *Window) pick(title string, picker *dialog.FileDialog) {
	const margin = 60
	canvas := w.window.Canvas()
	canvas.SetOnTypedKey(func(key *fyne.KeyEvent) {
		if key.Name == fyne.KeyEscape {
			picker.Hide()
		}
	})
	picker.SetOnClosed(func() { widgets.SetPageKeys(canvas, w.enter, w.escape) })
	picker.SetTitleText(title)
	picker.SetConfirmText(w.say("pick.confirm"))
	picker.SetDismissText(w.say("button.cancel"))
	picker.SetView(dialog.ListView)
	picker.Show()
	picker.Resize(canvas.Size().SubtractWidthHeight(margin, margin)) // Fyne 2.8.1 panics before it is shown
}
