package ui

import (
	"runtime"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"latchkey/ui/instance"
)

// setMenu gives the window its menu bar, where programs have one.
func (w *Window) setMenu() {
	if runtime.GOOS == "darwin" {
		w.Shell.SetMainMenu(w.MainMenu())
	}
}

// MainMenu is the menu bar, which programs on macOS have. Fyne puts About and Settings into
// the menu with the program's name, which it knows by these very words
// (internal/driver/glfw/menu_darwin.go), and Quit beside them.
func (w *Window) MainMenu() *fyne.MainMenu {
	s := w.Shell
	item := func(id string, key fyne.KeyName, act func()) *fyne.MenuItem {
		item := fyne.NewMenuItem(s.Say(id), act)
		if key != "" {
			item.Shortcut = &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault}
		}
		return item
	}
	tell := func(id string, act func()) *fyne.MenuItem {
		return item(id, "", func() { s.UnlessAsking(act) })
	}
	return fyne.NewMainMenu(
		fyne.NewMenu(s.Say("menu.file"),
			tell("menu.about", w.showAbout),
			item("menu.settings", fyne.KeyComma, func() { s.UnlessAsking(w.Settings) }),
			item("home.new", fyne.KeyN, func() { s.OpenAsked(instance.PageSetup) }),
			tell("home.check", func() { s.OpenAsked(instance.PageCheck) }),
			fyne.NewMenuItemSeparator(),
			item("menu.close", fyne.KeyW, s.Quit)),
		fyne.NewMenu(s.Say("menu.help"), tell("help.title", w.Help), tell("help.terms", w.tellTerms), tell("help.keys", w.tellKeys)))
}
