package shell

import (
	"context"
	"io"
	"os"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/driver"
	"fyne.io/fyne/v2/storage"

	"latchkey/ui/chooser"
	"latchkey/ui/widgets"
	"latchkey/ui/words"
)

// Chooser asks for a file or a folder with a dialog of the system's own.
type Chooser interface {
	// Choose answers with a path, "" when nothing was chosen, and with an error where the system
	// has no such dialog.
	Choose(context.Context, chooser.Question) (path string, err error)
}

// OpenFile lets a file with one of the endings be chosen.
func (s *Shell) OpenFile(endings []string, then func(io.ReadCloser)) {
	title := s.Say("pick.file")
	read := func(file io.ReadCloser, err error) {
		if err != nil {
			s.Tell(title, s.Say("pick.unread"))
			return
		}
		then(file)
	}
	s.choose(chooser.Question{Kind: chooser.File, Title: title, Endings: endings}, func(path string) {
		// In the background: it may lie on a slow disk, or on none that answers.
		Try(s.OnPage(), func(context.Context) (*os.File, error) { return os.Open(path) }, func(file *os.File, err error) { read(file, err) })
	}, func() {
		picker := dialog.NewFileOpen(func(file fyne.URIReadCloser, err error) {
			if file != nil || err != nil { // neither when the choice was left
				read(file, err)
			}
		}, s.window)
		picker.SetFilter(storage.NewExtensionFileFilter(endings))
		s.pick(title, picker)
	})
}

// OpenFolder lets a folder be chosen.
func (s *Shell) OpenFolder(then func(path string)) {
	title := s.Say("pick.folder")
	s.choose(chooser.Question{Kind: chooser.Folder, Title: title}, then, func() { s.pickFolder(title, then) })
}

// SaveElsewhere lets the place of a file be chosen, where path is proposed. Where the system has
// no dialog for that, a folder is asked for.
func (s *Shell) SaveElsewhere(title, path string, then, folder func(path string)) {
	s.choose(chooser.Question{Kind: chooser.Place, Title: title, Path: path}, then, func() {
		s.pickFolder(s.Say("pick.folder"), folder)
	})
}

// choose asks with the system's dialog, one at a time, which is closed when the page is left. Where
// there is none, it calls without.
func (s *Shell) choose(question chooser.Question, then func(path string), without func()) {
	system := s.options.Chooser
	switch {
	case system == nil:
		without()
		return
	case s.choosing != nil && !s.choosing.Over():
		return
	}
	life, stop := s.OnPage().Until()
	s.choosing = &life
	question.Confirm = s.Say("pick.confirm")
	if question.Kind == chooser.Place {
		question.Confirm = s.Say("save.do")
	}
	question.Window = s.native()
	Try(life, func(ctx context.Context) (string, error) { return system.Choose(ctx, question) }, func(path string, err error) {
		stop()
		switch {
		case err != nil:
			without()
		case path != "":
			then(path)
		}
	})
}

// native is what the system calls the window; 0 where that is of no use to it.
func (s *Shell) native() (window uintptr) {
	if drawn, ok := s.window.(driver.NativeWindow); ok {
		drawn.RunNative(func(context any) {
			switch on := context.(type) {
			case driver.WindowsWindowContext:
				window = on.HWND
			case driver.X11WindowContext:
				window = on.WindowHandle
			}
		})
	}
	return window
}

func (s *Shell) pickFolder(title string, then func(path string)) {
	s.pick(title, dialog.NewFolderOpen(func(folder fyne.ListableURI, err error) {
		switch {
		case err != nil:
			s.Tell(title, s.Say("pick.unread"))
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
