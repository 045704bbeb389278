package ui_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"latchkey/ui/internal/person"
	"latchkey/ui/widgets"
	"latchkey/wizard/setup"
)

var (
	altLeft   = &desktop.CustomShortcut{KeyName: fyne.KeyLeft, Modifier: fyne.KeyModifierAlt}
	ctrlComma = &desktop.CustomShortcut{KeyName: fyne.KeyComma, Modifier: fyne.KeyModifierShortcutDefault}
	ctrlW     = &desktop.CustomShortcut{KeyName: fyne.KeyW, Modifier: fyne.KeyModifierShortcutDefault}
)

// TestKeysOfEveryPage: help, back, settings and the end are reached by the keys that every
// desktop program has for them, also while a field has the focus.
func TestKeysOfEveryPage(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	p.Key(fyne.KeyF1)
	p.MustSee(p.Say("help.title"))
	p.Shortcut(ctrlComma) // not above a dialog
	p.Key(fyne.KeyEscape)
	p.MustSee(p.Say("home.title"))
	p.Shortcut(ctrlComma)
	p.MustSee(p.Say("settings.appearance"))
	p.Key(fyne.KeyEscape)

	p.Press(p.Say("home.check")) // its field has the focus
	p.Key(fyne.KeyF1)
	p.MustSee(p.Say("help.title"))
	p.Key(fyne.KeyEscape)
	p.Shortcut(ctrlComma)
	p.MustSee(p.Say("settings.appearance"))
	p.Key(fyne.KeyEscape)
	p.Shortcut(altLeft)
	p.MustSee(p.Say("home.title"))

	p.GoTo(setup.StepAssets, "")
	p.Key(fyne.KeyF1)
	p.MustSee(p.Say("step.assets.help"))
	p.Key(fyne.KeyEscape)
	p.Shortcut(altLeft)
	p.MustSee(p.Say("step.system_user.title"))

	p.Shortcut(ctrlW)
	if !p.Screen.Closed {
		t.Error("Ctrl+W does not close the window")
	}
}

// TestHelpLeadsToTheKeysAndTheWords and comes back to the page.
func TestHelpLeadsToTheKeysAndTheWords(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	for link, told := range map[string]string{"help.keys": "key.back.does", "help.terms": "term.system_user.text"} {
		p.Key(fyne.KeyF1)
		p.Press(p.Say(link))
		p.MustSee(p.Say(told))
		p.Key(fyne.KeyEscape)
		p.MustSee(p.Say("home.title"))
	}
}

// TestATokenIsPastedAnywhereOnItsPage by Ctrl+V, wherever the focus is.
func TestATokenIsPastedAnywhereOnItsPage(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	p.GoTo(setup.StepPaste, "")
	p.App.Clipboard().SetContent(person.TokenOf(t, "ready"))
	p.Shortcut(&fyne.ShortcutPaste{Clipboard: p.App.Clipboard()})
	p.Tap(p.Say("step.paste.main"))
	p.Until("the check", func() bool { return p.Sees(p.Say("step.check.title")) })
}

// TestArrowsGoFromAnswerToAnswer and choose it, as in any group of radio buttons.
func TestArrowsGoFromAnswerToAnswer(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	p.GoTo(setup.StepBusiness, "")
	first := p.Find(p.Say("situation.own_business.title")).(*widgets.ChoiceCard)
	p.Screen.Canvas().Focus(first)
	p.Key(fyne.KeyRight)
	second := p.Find(p.Say("situation.others.title")).(*widgets.ChoiceCard)
	if !second.Chosen() || p.Screen.Canvas().Focused() != fyne.Focusable(second) {
		t.Error("the right arrow does not choose the next answer")
	}
	p.Key(fyne.KeyUp)
	first = p.Find(p.Say("situation.own_business.title")).(*widgets.ChoiceCard)
	if !first.Chosen() {
		t.Error("the up arrow does not choose the answer before")
	}
	p.Key(fyne.KeyUp)
	if !first.Chosen() {
		t.Error("there is nothing before the first answer")
	}
}
