package ui_test

import (
	"os"
	"testing"

	"fyne.io/fyne/v2"

	"latchkey/ui/internal/person"
)

// TestRemovingEverythingForgetsTheLookToo: Fyne writes at the end what it remembers.
func TestRemovingEverythingForgetsTheLookToo(t *testing.T) {
	p := person.Sit(t, person.Habits{TextScale: 1.5})
	p.HasSaved("ready", "Shop")
	preferences := p.App.Preferences()
	preferences.SetInt("appearance", 2)
	preferences.SetBool("reminders", true)
	preferences.SetFloat("window.width", 950) // as an earlier run left it
	p.Press(p.Say("settings.title"))
	p.Press(p.Say("removeall.button"))
	p.Press(p.Say("removeall.do"))
	p.Settle()
	p.MustSee(p.Say("removeall.done"))
	p.Key(fyne.KeyEscape)
	p.Shortcut(ctrlW)
	for name, kept := range map[string]bool{
		"appearance": preferences.IntWithFallback("appearance", -1) != -1,
		"text_scale": preferences.FloatWithFallback("text_scale", -1) != -1,
		"reminders":  preferences.Bool("reminders"),
		"the width":  preferences.FloatWithFallback("window.width", -1) != -1,
	} {
		if kept {
			t.Errorf("%s is still remembered", name)
		}
	}
	if _, err := os.Stat(p.Folder.Path()); !os.IsNotExist(err) {
		t.Errorf("the folder: %v", err)
	}
	if left := p.Keychain.All(); len(left) != 0 {
		t.Errorf("in the keychain is still %v", left)
	}
}
