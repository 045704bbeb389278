package ui_test

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"latchkey/graph"
	"latchkey/ui/saved"
	"latchkey/ui/words"
	"latchkey/wizard/vault"
)

// Whoever saves two tokens' ends finds both among the downloads.
func TestEachTokensEndIsSavedInAFileOfItsOwn(t *testing.T) {
	home := t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("USERPROFILE", home)
	p := sit(t, habits{})
	for i, name := range []string{"Corner Bakery", "Mill/Oven"} {
		entry := vault.Entry{Name: name, ExpiresAt: time.Now().AddDate(0, 2+i, 0)}
		_, err := p.env.Vault.Save(t.Context(), entry, graph.NewToken(tokenOf(t, "ready")+name[:1]))
		must(t, err)
	}
	for i := range 2 {
		p.window.Home()
		p.settle()
		var more []pressable
		for _, each := range p.pressables() {
			if each.AccessibilityLabel() == p.say("saved.more") {
				more = append(more, each)
			}
		}
		if len(more) != 2 {
			t.Fatalf("%d of 2 cards are shown", len(more))
		}
		more[i].Tapped(nil)
		p.settle()
		p.press(p.say("calendar.button"))
		p.key(fyne.KeyEscape) // it said where the file lies
	}
	found, err := filepath.Glob(filepath.Join(home, "*.ics"))
	must(t, err)
	if len(found) != 2 {
		t.Errorf("found %q", found)
	}
	for _, path := range found {
		if text, err := os.ReadFile(path); err != nil || len(text) == 0 {
			t.Errorf("%s: %d bytes, %v", path, len(text), err)
		}
	}
}

// TestNoDateIsSaidForWhatItIs: a token that has ended is not told to last for ever.
func TestNoDateIsSaidForWhatItIs(t *testing.T) {
	p := sit(t, habits{})
	day := 24 * time.Hour
	for id, entry := range map[string]vault.Entry{
		"calendar.ended":     {Name: "Over", ExpiresAt: time.Now().Add(-day)},
		"calendar.never":     {Name: "For ever", NeverExpires: true},
		"calendar.not_known": {Name: "Untold"},
	} {
		_, err := p.env.Vault.Save(t.Context(), entry, graph.NewToken(tokenOf(t, "ready")))
		must(t, err)
		saved.Show(p.window.Shell, entry)
		p.settle()
		p.press(p.say("calendar.button"))
		p.mustSee(p.words.Say(id, words.Values{"Name": entry.Name}))
		p.press(p.say("button.close"))
	}
}
