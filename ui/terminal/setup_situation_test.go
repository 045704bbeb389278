package terminal_test

import (
	"testing"

	"latchkey/ui/terminal"
)

// Whoever does not know the words for it is asked two plain questions.
func TestSetupHelpsToChoose(t *testing.T) {
	for name, test := range map[string]struct {
		answers []string
		says    []string
	}{
		"my own":    {[]string{"u", "y"}, []string{"only for your own company’s WhatsApp?", "Step 2 of 7"}},
		"customers": {[]string{"u", "n", "n"}, []string{"with a credit line of your own?", "Embedded Signup in your software", "Your app’s ID and secret", "Step 4 of 7"}},
		"both":      {[]string{"u", "n", "y", "1"}, []string{"What will you use this token for?", "Step 2 of 7"}},
		"neither":   {[]string{"u", "maybe", "b"}, []string{"There is a problem: Type one of these"}},
	} {
		t.Run(name, func(t *testing.T) {
			b := newBench(t)
			b.expect(terminal.ExitNoToken, typed(append(test.answers, "q")...), "setup")
			says(t, b.out.String(), append(test.says, "I’m not sure")...)
		})
	}
}

// The question what the token is for can be left, asked about and left again.
func TestPurposeKnowsTheKeysOfEveryPage(t *testing.T) {
	b := newBench(t)
	b.expect(terminal.ExitNoToken, typed("3", "9", "?", "b", "3", "q"), "setup")
	says(t, b.out.String(), "What will you use this token for?", "There is a problem: Type one of these", "Most people choose My own business", "Quit")
	silent(t, b.out.String(), "Step 2 of 7")
	says(t, b.err.String(), "continues where you")
}
