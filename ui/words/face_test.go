package words_test

import (
	"strings"
	"testing"

	"latchkey/ui/words"
)

// TestEachFaceNamesItsOwnWays: the window names buttons, and the terminal commands.
func TestEachFaceNamesItsOwnWays(t *testing.T) {
	told := 0
	for _, name := range languages(t) {
		window, err := words.New(nil, name)
		if err != nil {
			t.Fatal(err)
		}
		terminal := window.ForTerminal()
		buttons := []string{"**" + window.Say("fix.subscribe.button") + "**", "**" + window.Say("fix.register.button") + "**"}
		for id := range language(t, name) {
			if !strings.HasSuffix(id, ".fix") || !strings.HasPrefix(id, "check.") && !strings.HasPrefix(id, "trouble.") {
				continue
			}
			if text := window.Say(id); strings.Contains(text, "latchkey fix") {
				t.Errorf("%s: in the window, %s says %q", name, id, text)
			}
			if text := terminal.Say(id); strings.Contains(text, "latchkey fix") {
				told++
			} else if strings.Contains(text, buttons[0]) || strings.Contains(text, buttons[1]) {
				t.Errorf("%s: in a terminal, %s says %q", name, id, text)
			}
			if letter, err := terminal.In(name); err != nil || letter.Say(id) != window.Say(id) {
				t.Errorf("%s: to a customer, %s is told as in a terminal (%v)", name, id, err)
			}
		}
	}
	if want := 7 * len(languages(t)); told != want {
		t.Errorf("%d sentences name a command, not %d", told, want)
	}
}
