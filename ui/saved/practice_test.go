package saved_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"latchkey/graph"
	"latchkey/ui/internal/person"
	"latchkey/wizard/vault"
)

// TestATokenOfAnEarlierPracticeIsKnownForOne: nothing was wrong with how it was copied.
func TestATokenOfAnEarlierPracticeIsKnownForOne(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	earlier := vault.Open(vault.Options{Service: vault.PracticeService, Folder: p.Folder, Keychain: p.Keychain})
	_, err := earlier.Save(t.Context(), vault.Entry{Name: "Rehearsed"}, graph.NewToken("EAA"+strings.Repeat("Zx9q", 50)))
	person.Must(t, err)
	p.Press(p.Say("home.practise"))
	p.Key(fyne.KeyEscape)
	p.Press(p.Say("saved.check"))
	p.MustSee(p.Say("practice.earlier"))
	if p.Sees(p.Say("trouble.token_miscopied.fix")) {
		t.Error("it is said to be copied wrongly")
	}
}
