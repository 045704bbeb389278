package terminal_test

import (
	"testing"

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
