package saved_test

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"latchkey/graph"
	"latchkey/ui/internal/person"
	"latchkey/ui/saved"
	"latchkey/ui/words"
	"latchkey/wizard/vault"
)

// Whoever saves two tokens' ends finds both among the downloads.
func TestEachTokensEndIsSavedInAFileOfItsOwn(t *testing.T) {
	home := t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("USERPROFILE", home)
	p := person.Sit(t, person.Habits{})
	for i, name := range []string{"Corner Bakery", "Mill/Oven"} {
		entry := vault.Entry{Name: name, ExpiresAt: time.Now().AddDate(0, 2+i, 0)}
		_, err := p.Env.Vault.Save(t.Context(), entry, graph.NewToken(person.TokenOf(t, "ready")+name[:1]))
		person.Must(t, err)
	}
	for i := range 2 {
		p.Window.Home()
		p.Settle()
		var more []person.Pressable
		for _, each := range p.Pressables() {
			if each.AccessibilityLabel() == p.Say("saved.details") {
				more = append(more, each)
			}
		}
		if len(more) != 2 {
			t.Fatalf("%d of 2 cards are shown", len(more))
		}
		more[i].Tapped(nil)
		p.Settle()
		p.Press(p.Say("calendar.button"))
		p.Press(p.Say("save.do"))
		p.MustSee(p.Say("save.show"))
		p.Key(fyne.KeyEscape) // it said where the file lies
	}
	found, err := filepath.Glob(filepath.Join(home, "*.ics"))
	person.Must(t, err)
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
	p := person.Sit(t, person.Habits{})
	day := 24 * time.Hour
	for id, entry := range map[string]vault.Entry{
		"calendar.ended":     {Name: "Over", ExpiresAt: time.Now().Add(-day)},
		"calendar.never":     {Name: "For ever", NeverExpires: true},
		"calendar.not_known": {Name: "Untold"},
	} {
		_, err := p.Env.Vault.Save(t.Context(), entry, graph.NewToken(person.TokenOf(t, "ready")))
		person.Must(t, err)
		saved.Show(p.Window.Shell, entry)
		p.Settle()
		p.Press(p.Say("calendar.button"))
		p.MustSee(p.Words.Say(id, words.Values{"Name": entry.Name}))
		p.Press(p.Say("button.close"))
	}
}
