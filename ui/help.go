package ui

import (
	"runtime"

	"fyne.io/fyne/v2"

	"latchkey/ui/theme"
	"latchkey/ui/widgets"
	"latchkey/ui/words"
)

// Help implements shell.Rooms: it tells what the program does with a token, and leads to
// the keys and to what the words mean.
func (w *Window) Help() {
	s := w.Shell
	var dialog *widgets.Dialog
	lead := func(title string, tell func()) fyne.CanvasObject {
		return widgets.NewButton(widgets.SmallLink, s.Say(title), func() {
			dialog.Hide()
			tell()
		})
	}
	dialog = s.Dialog(s.Say("help.title"), widgets.NewColumn(theme.Gap,
		widgets.NewText(s.Say("help.text", words.Values{"Version": s.Release.Version})),
		widgets.NewFlowRow(18, 2, lead("help.terms", w.tellTerms), lead("help.keys", w.tellKeys), lead("about.title", w.showAbout))),
		widgets.NewButton(widgets.Primary, s.Say("button.close"), func() { dialog.Hide() }))
}

func (w *Window) tellTerms() { w.Shell.Inform(w.Shell.Say("help.terms"), w.terms()) }

func (w *Window) tellKeys() { w.Shell.Inform(w.Shell.Say("help.keys"), w.keys()) }

// terms are what the words mean that Meta and this program use, each in a line or two.
func (w *Window) terms() fyne.CanvasObject {
	column := widgets.NewColumn(12)
	for _, term := range []string{
		"token", "portfolio", "app", "system_user", "account", "phone_number_id", "permission",
		"template", "app_secret", "keychain", "revoke", "api_setup", "cloud_api", "graph",
	} {
		column.Add(widgets.NewColumn(2, widgets.NewCardTitle(w.Shell.Say("term."+term+".title")), widgets.NewText(w.Shell.Say("term."+term+".text"))))
	}
	return column
}

// keys is the list of what keys do.
func (w *Window) keys() fyne.CanvasObject {
	s := w.Shell
	system := "other"
	if runtime.GOOS == "darwin" {
		system = "mac"
	}
	rows := widgets.NewColumn(6)
	for _, key := range []string{"enter", "escape", "tab", "space", "arrows", "help", "back", "settings", "menu", "paste", "close"} {
		name := widgets.NewStyledText(s.Say("key."+key+"."+system), widgets.TextStyle{Bold: true})
		does := widgets.NewText(s.Say("key." + key + ".does"))
		rows.Add(widgets.NewNamed(name, does))
	}
	return rows
}
