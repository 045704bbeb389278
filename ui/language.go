package ui

import (
	"context"
	"os"

	"fyne.io/fyne/v2"

	"latchkey/ui/parts"
	"latchkey/ui/shell"
	"latchkey/ui/words"
)

// languages are the languages to choose from, and the system's. changed is called when the
// window speaks another one.
func (w *Window) languages(changed func()) fyne.CanvasObject {
	s := w.Shell
	return parts.Languages(s, words.Chosen(s.WhileOpen().Context(), s.Folder),
		func(tag string) { w.speak(tag, changed) }, words.Language{Name: s.Say("settings.language_system")})
}

// speak changes the language of the window at once, and remembers it; "" is the system's.
func (w *Window) speak(tag string, changed func()) {
	s, folder := w.Shell, w.Shell.Folder
	shell.Try(s.WhileOpen(), func(ctx context.Context) ([]string, error) {
		err := words.Choose(ctx, folder, tag)
		if tag != "" { // also where it could not be kept, and before the environment's
			return []string{tag}, err
		}
		return words.Preferred(ctx, os.Getenv, folder), err
	}, func(wanted []string, kept error) {
		if err := s.Words.Speak(wanted...); err != nil {
			s.Tell(s.Say("settings.language_not_kept"), err.Error())
			return
		}
		w.applyLook()
		w.setMenu()
		teachFyne(s)
		s.Translate()
		changed()
		if kept != nil {
			s.Tell(s.Say("settings.language_not_kept"), parts.FileTrouble(s, kept))
		}
	})
}
