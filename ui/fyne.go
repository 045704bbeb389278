package ui

import (
	"encoding/json"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"latchkey/ui/shell"
)

// fynes are the words that Fyne puts into its own dialogs and menus, by what it knows them by
// (lang/translations/base.en.json), each with the id of ours.
var fynes = map[string]string{
	"Cancel": "button.cancel", "Copy": "fyne.copy", "Create Folder": "fyne.new_folder", "Cut": "fyne.cut",
	"Enter filename": "fyne.enter_name", "Favourites": "fyne.favourites", "File": "fyne.file", "Folder": "fyne.folder",
	"New Folder": "fyne.new_folder", "OK": "button.done", "Open": "pick.confirm", "Paste": "fyne.paste", "Quit": "fyne.quit",
	"Redo": "fyne.redo", "Save": "pick.confirm", "Select all": "fyne.select_all", "Show Hidden Files": "fyne.hidden",
	"Undo": "fyne.undo", "file.name": "fyne.name", "file.parent": "fyne.parent",
}

// teachFyne has Fyne speak the window's language. It knows some languages of its own, and takes
// the system's whatever the window speaks: so ours stand where it looks for the system's.
func teachFyne(s *shell.Shell) {
	said := map[string]string{}
	for key, id := range fynes {
		said[key] = s.Say(id)
	}
	text, err := json.Marshal(said)
	if err == nil {
		err = lang.AddTranslationsForLocale(text, lang.SystemLocale())
	}
	if err != nil {
		fyne.LogError("Fyne's own words", err)
	}
}
