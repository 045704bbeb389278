package parts

import (
	"context"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"github.com/natefinch/atomic"

	"latchkey/graph/value"
	"latchkey/ui/shell"
	"latchkey/ui/widgets"
	"latchkey/ui/words"
)

// File is something to be saved where the person says.
type File struct {
	Title string                   // of what is asked and told
	Name  string                   // of the file
	Make  func() (string, error)   // its text; called in the background
	Told  func(path string) string // what is said once it lies there
	Then  func()                   // called once it lies there; may be nil
}

// SaveFile asks where a file is to lie, proposing the folder for downloads, writes it and says
// where it is.
func SaveFile(s *shell.Shell, file File) {
	folder, err := downloads()
	if err != nil {
		notWritten(s, file, file.Name)
		return
	}
	askWhere(s, file, folder)
}

func askWhere(s *shell.Shell, file File, folder string) {
	var dialog *widgets.Dialog
	button := func(importance widgets.Importance, id string, act func()) *widgets.Button {
		return widgets.NewButton(importance, s.Say(id), shell.Closing(&dialog, act))
	}
	dialog = s.Dialog(file.Title, widgets.NewColumn(8,
		widgets.NewStyledText(file.Name, widgets.TextStyle{Bold: true, Plain: true}),
		widgets.NewStyledText(s.Say("save.folder", words.Values{"Path": folder}), widgets.TextStyle{Plain: true})),
		button(widgets.Link, "button.cancel", func() {}),
		button(widgets.Secondary, "save.elsewhere", func() {
			s.SaveElsewhere(file.Title, filepath.Join(folder, file.Name), func(path string) { write(s, file, path) },
				func(chosen string) { askWhere(s, file, chosen) })
		}),
		button(widgets.Primary, "save.do", func() { write(s, file, filepath.Join(folder, file.Name)) }))
}

func write(s *shell.Shell, file File, path string) {
	shell.Background(s.WhileOpen(), func(context.Context) error {
		text, err := file.Make()
		if err != nil {
			return err
		}
		return atomic.WriteFile(path, strings.NewReader((*value.Guard)(nil).Text(text)))
	}, func(err error) {
		if err != nil {
			notWritten(s, file, path)
			return
		}
		if file.Then != nil {
			file.Then()
		}
		var content fyne.CanvasObject = widgets.NewText(file.Told(path))
		s.Inform(file.Title, widgets.NewColumn(10, content,
			widgets.NewButton(widgets.SmallLink, s.Say("save.show"), func() { s.ShowFolder(filepath.Dir(path)) })))
	})
}

func notWritten(s *shell.Shell, file File, path string) {
	s.Tell(file.Title, s.Say("calendar.not_written", words.Values{"Path": path}))
}

// downloads is the person's folder for downloads, or their home where there is none.
func downloads() (string, error) {
	home, err := os.UserHomeDir()
	if err != nil {
		return "", err
	}
	folder := filepath.Join(home, "Downloads")
	if info, err := os.Stat(folder); err != nil || !info.IsDir() {
		return home, nil
	}
	return folder, nil
}
