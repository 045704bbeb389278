package ui

import (
	"latchkey/ui/shell"
	"latchkey/ui/theme"
	"latchkey/ui/widgets"
)

// What is kept in the program's preferences: the look, and whether to remind; never a
// name or a token.
const (
	prefAppearance = "appearance"
	prefTextScale  = "text_scale"
)

var textScales = []float64{1, 1.25, 1.5, 2}

// Settings implements shell.Rooms: it asks for the look and tells where things lie.
func (w *Window) Settings() {
	s := w.Shell
	preferences := s.App.Preferences()
	appearances := widgets.NewRadioGroup([]widgets.Option{
		{Title: s.Say("settings.system")}, {Title: s.Say("settings.light")}, {Title: s.Say("settings.dark")},
	}, preferences.IntWithFallback(prefAppearance, int(theme.FollowSystem)), func(chosen int) {
		preferences.SetInt(prefAppearance, chosen)
		w.applyLook()
	})
	scales := make([]widgets.Option, len(textScales))
	current := 0
	for i, scale := range textScales {
		scales[i] = widgets.Option{Title: s.Say("settings.text_" + []string{"100", "125", "150", "200"}[i])}
		if preferences.FloatWithFallback(prefTextScale, 1) == scale {
			current = i
		}
	}
	sizes := widgets.NewRadioGroup(scales, current, func(chosen int) {
		preferences.SetFloat(prefTextScale, textScales[chosen])
		w.applyLook()
	})
	var dialog *widgets.Dialog
	done := widgets.NewButton(widgets.Primary, s.Say("button.done"), func() { dialog.Hide() })
	languages := w.languages(func() {
		dialog.Hide()
		w.Settings()
	})
	dialog = s.Dialog(s.Say("settings.title"), widgets.NewColumn(theme.SmallGap,
		widgets.NewGrid(2, theme.Gap, 180,
			widgets.NewColumn(8, widgets.NewCardTitle(s.Say("settings.appearance")), appearances, widgets.NewFlowRow(0, 0, languages)),
			widgets.NewColumn(8, widgets.NewCardTitle(s.Say("settings.text")), sizes)),
		widgets.NewCheckBox(s.Say("settings.reminders"), preferences.Bool(prefReminders), func(agreed bool) {
			preferences.SetBool(prefReminders, agreed)
		}),
		widgets.NewSmallText(s.Say("settings.kept_where")),
		widgets.NewButton(widgets.DangerLink, s.Say("removeall.button"), func() {
			dialog.Hide()
			w.askRemoveAll()
		})), done)
}

// forgetLook takes away all that is kept of it. Fyne writes anew what it remembers
// when the program ends.
func (w *Window) forgetLook() {
	app := w.Shell.App
	for _, name := range []string{prefAppearance, prefTextScale, prefReminders} {
		app.Preferences().RemoveValue(name)
	}
	w.Shell.ForgetPlace()
	w.applyLook()
}

// applyLook gives the program the look that was chosen. Light is what a system gets that does
// not say what it is.
func (w *Window) applyLook() {
	preferences := w.options.App.Preferences()
	appearance := theme.Appearance(preferences.IntWithFallback(prefAppearance, int(theme.FollowSystem)))
	if appearance == theme.FollowSystem && !w.systemTells {
		appearance = theme.Light
	}
	scale := float32(preferences.FloatWithFallback(prefTextScale, 1))
	scripts := []string{w.options.Words.Language()}
	if w.Shell != nil {
		scripts = w.Shell.Scripts()
	}
	w.options.App.Settings().SetTheme(theme.New(appearance, scale).Speaking(scripts...))
}

// askSystemLook follows the system from now on, where that says whether it is light or dark.
func (w *Window) askSystemLook() {
	if w.systemTells {
		return
	}
	shell.Background(w.Shell.WhileOpen(), w.options.SystemTells, func(tells bool) {
		if w.systemTells = tells; tells {
			w.applyLook()
		}
	})
}
