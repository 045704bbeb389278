package terminal_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"latchkey/ui/terminal"
	"latchkey/ui/words"
	"latchkey/wizard/batch"
	"latchkey/wizard/vault"
)

func TestEverythingAboutListsHasWords(t *testing.T) {
	english, err := words.New(nil, "en")
	if err != nil {
		t.Fatal(err)
	}
	faults := append(batch.Faults, batch.Fault("keychain."+string(vault.Locked)), batch.Fault("name."+string(vault.NameTooLong)))
	for _, fault := range faults {
		if english.Maybe(string(fault)+".title") == "" {
			t.Errorf("%s has no words", fault)
		}
	}
}

// TestAListOnStandardInputIsReadWholeOrRefused, as one in a file is: half a row
// would be checked as a token.
func TestAListOnStandardInputIsReadWholeOrRefused(t *testing.T) {
	b := newBench(t)
	b.expect(terminal.ExitReady, strings.Repeat("\n", 18<<20)+token(t, "ready"), "check", "--batch", "-")
	b.expect(terminal.ExitUsage, strings.Repeat("\n", 33<<20)+token(t, "ready"), "check", "--batch", "-")
	says(t, b.err.String(), "The list is too long.")
	silent(t, b.out.String(), "OK")
}

// TestStandardInputIsNotCut: what is longer than is read is refused.
func TestStandardInputIsNotCut(t *testing.T) {
	b := newBench(t)
	b.expect(terminal.ExitNoToken, token(t, "ready")+strings.Repeat("\n", 17<<20), "check")
	says(t, b.err.String(), "Standard input holds more than Latchkey reads.")
	list := filepath.Join(t.TempDir(), "list.csv")
	if err := os.WriteFile(list, []byte("102290129340398\n"+strings.Repeat("\n", 5<<20)), 0o600); err != nil {
		t.Fatal(err)
	}
	b.expect(terminal.ExitUsage, "", "solution-token", "--solution", "102290129340398", "--list", list)
	says(t, b.err.String(), "is too large.")
}
