package ui_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"latchkey/ui/internal/person"
	"latchkey/wizard/setup"
)

// TestEachEntryOfTheMenuBarDoesWhatItSays, and waits for a dialog to be answered.
func TestEachEntryOfTheMenuBarDoesWhatItSays(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	entries := map[string]*fyne.MenuItem{}
	for _, menu := range p.Window.MainMenu().Items {
		for _, item := range menu.Items {
			entries[item.Label] = item
		}
	}
	choose := func(id string) {
		t.Helper()
		entry := entries[p.Say(id)]
		if entry == nil {
			t.Fatalf("there is no “%s”", p.Say(id))
		}
		p.Look()
		entry.Action()
		p.Settle()
	}
	for id, told := range map[string]string{
		"menu.settings": "settings.appearance", "help.title": "help.terms", "help.terms": "term.token.text", "help.keys": "key.back.does",
	} {
		choose(id)
		p.MustSee(p.Say(told))
		choose("menu.about")
		if p.Sees(p.Say("about.sent")) {
			t.Errorf("About comes above what “%s” has opened", p.Say(id))
		}
		p.Key(fyne.KeyEscape)
	}
	choose("menu.about")
	p.MustSee(p.Say("about.sent"))
	p.Key(fyne.KeyEscape)
	choose("home.check")
	p.MustSee(p.Say("desk.title"))
	choose("home.new")
	if p.Step() != 1 {
		t.Errorf("New token leads to\n%s", p.Text())
	}
	for id, key := range map[string]fyne.KeyName{"home.new": fyne.KeyN, "menu.settings": fyne.KeyComma, "menu.close": fyne.KeyW} {
		shortcut, ok := entries[p.Say(id)].Shortcut.(*desktop.CustomShortcut)
		if !ok || shortcut.KeyName != key || shortcut.Modifier != fyne.KeyModifierShortcutDefault {
			t.Errorf("“%s” has the shortcut %v", p.Say(id), entries[p.Say(id)].Shortcut)
		}
	}
	choose("menu.close")
	if !p.Screen.Closed {
		t.Error("the window is not closed")
	}
}

// TestFyneKnowsAboutAndSettings by these words only, in whatever language.
func TestFyneKnowsAboutAndSettings(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	if p.Say("menu.about") != "About" || p.Say("menu.settings") != "Settings…" || p.Say("menu.help") != "Help" {
		t.Error("on macOS they would stand in the wrong menu")
	}
}

// TestAboutTakesNoTokenAway that Meta does not show again: it asks first, as Home does.
func TestAboutTakesNoTokenAway(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	p.GoTo(setup.StepPaste, "")
	p.Paste(person.TokenOf(t, "ready"))
	p.Window.MainMenu().Items[0].Items[0].Action()
	p.Settle()
	p.MustSee(p.Say("leave.title"))
	p.Press(p.Say("leave.stay"))
	p.MustSee(p.Say("step.paste.title"))
	p.Press(p.Say("step.paste.main"))
	p.MustSee(p.Say("verdict.ready.title"))
}
