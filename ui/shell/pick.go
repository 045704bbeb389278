package shell

import (
	"context"
	"io"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"

	"latchkey/ui/widgets"
	"latchkey/ui/words"
)

// OpenFile lets a file of one of the kinds be chosen.
func (s *Shell) OpenFile(kinds []string, then func(io.ReadCloser)) {
	picker := dialog.NewFileOpen(func(file fyne.URIReadCloser, err error) {
		switch {
		case err != nil:
			s.Tell(s.Say("pick.file"), s.Say("pick.unread"))
		case file != nil: // nil when the choice was left
			then(file)
		}
	}, s.window)
	picker.SetFilter(storage.NewExtensionFileFilter(kinds))
	s.pick(s.Say("pick.file"), picker)
}

// OpenFolder lets a folder be chosen.
func (s *Shell) OpenFolder(then func(path string)) {
	s.pick(s.Say("pick.folder"), dialog.NewFolderOpen(func(folder fyne.ListableURI, err error) {
		switch {
		case err != nil:
			s.Tell(s.Say("pick.folder"), s.Say("pick.unread"))
		case folder != nil:
			then(filepath.FromSlash(folder.Path()))
		}
	}, s.window))
}

// pick shows Fyne's dialog for files, with words of ours. It has no keys of its
// own: without this, Esc and Enter would act on the page behind it.
func (s *Shell) pick(title string, picker *dialog.FileDialog) {
	const margin = 60
	canvas := s.window.Canvas()
	canvas.SetOnTypedKey(func(key *fyne.KeyEvent) {
		if key.Name == fyne.KeyEscape {
			picker.Hide()
		}
	})
	picker.SetOnClosed(func() { widgets.SetPageKeys(canvas, s.keys) })
	picker.SetTitleText(title)
	picker.SetConfirmText(s.Say("pick.confirm"))
	picker.SetDismissText(s.Say("button.cancel"))
	picker.SetView(dialog.ListView)
	picker.Show()
	picker.Resize(canvas.Size().SubtractWidthHeight(margin, margin)) // Fyne 2.8.1 panics before it is shown
}

// ShowFolder shows a folder in the system's own program for files. Where that fails the person
// has its path before their eyes.
func (s *Shell) ShowFolder(path string) {
	browser := s.options.Browser
	Background(s.WhileOpen(), func(ctx context.Context) error { return browser.ShowFolder(ctx, path) }, func(err error) {
		if err != nil {
			s.Tell(s.Say("save.show"), s.Say("save.not_shown", words.Values{"Path": path}))
		}
	})
}
