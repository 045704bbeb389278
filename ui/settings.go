package ui

import (
	"net/url"

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

// showSettings asks for the look and tells where things lie.
func (w *Window) showSettings() {
	preferences := w.App.Preferences()
	appearances := widgets.NewRadioGroup([]widgets.Option{
		{Title: w.say("settings.system")}, {Title: w.say("settings.light")}, {Title: w.say("settings.dark")},
	}, preferences.IntWithFallback(prefAppearance, int(theme.FollowSystem)), func(chosen int) {
		preferences.SetInt(prefAppearance, chosen)
		w.applyLook()
	})
	scales := make([]widgets.Option, len(textScales))
	current := 0
	for i, scale := range textScales {
		scales[i] = widgets.Option{Title: w.say("settings.text_" + []string{"100", "125", "150", "200"}[i])}
		if preferences.FloatWithFallback(prefTextScale, 1) == scale {
			current = i
		}
	}
	sizes := widgets.NewRadioGroup(scales, current, func(chosen int) {
		preferences.SetFloat(prefTextScale, textScales[chosen])
		w.applyLook()
	})
	var dialog *widgets.Dialog
	done := widgets.NewButton(widgets.Primary, w.say("button.done"), func() { dialog.Hide() })
	dialog = w.dialog(w.say("settings.title"), widgets.NewColumn(theme.SmallGap,
		widgets.NewGrid(2, theme.Gap, 180,
			widgets.NewColumn(8, widgets.NewCardTitle(w.say("settings.appearance")), appearances),
			widgets.NewColumn(8, widgets.NewCardTitle(w.say("settings.text")), sizes)),
		widgets.NewCheckBox(w.say("settings.reminders"), preferences.Bool(prefReminders), func(agreed bool) {
			preferences.SetBool(prefReminders, agreed)
		}),
		widgets.NewSmallText(w.say("settings.kept_where")),
		widgets.NewButton(widgets.SmallLink, w.say("removeall.button"), func() {
			dialog.Hide()
			w.askRemoveAll()
		})), done)
}

// showHelp tells what the program does with a token, and its version.
func (w *Window) showHelp() {
	w.tell(w.say("help.title"), w.say("help.text", map[string]string{"Version": w.Version}))
}

func hostOf(address string) string {
	parsed, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return parsed.Host
}
