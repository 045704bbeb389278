package terminal_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"latchkey/ui/terminal"
	"latchkey/wizard/vault"
)

func TestSavedListsNamesAndHowTheyStand(t *testing.T) {
	b := newBench(t)
	b.expect(terminal.ExitReady, "", "saved")
	says(t, b.err.String(), "Nothing is saved yet.")
	b.save("My corner shop", "ready")
	b.save("Other", "ready")
	soon := time.Now().Add(50 * time.Hour)
	if err := b.Vault.Update(t.Context(), "Other", func(entry *vault.Entry) { entry.ExpiresAt = soon }); err != nil {
		t.Fatal(err)
	}
	b.expect(terminal.ExitReady, "", "saved")
	lines := strings.Split(strings.TrimSpace(b.out.String()), "\n")
	if len(lines) != 2 {
		t.Fatalf("not one line for each token:\n%s", b.out)
	}
	says(t, lines[0], "Other", "Ends soon, until")
	says(t, lines[1], "My corner shop", "Not checked")
}

func TestSavedAsJSON(t *testing.T) {
	b := newBench(t)
	shape := object{
		"schema": oneOf{"latchkey.saved/1"},
		"saved": list{object{
			"name": text, "last4": text, "kind": text, "app_id": digits, "app_name": text, "waba_id": digits,
			"phone_number_id": digits, "phone_number": text, "never_expires": truth, "expires_at": null{moment},
			"last_checked_at": null{moment}, "saved_at": null{moment},
			"condition": oneOf{"ended", "broken", "ends_soon", "with_advice", "works", "unchecked"},
		}},
	}
	for range 2 { // with nothing saved, then with something
		b.expect(terminal.ExitReady, "", "saved", "--json")
		for _, difference := range fits("document", b.document(), shape) {
			t.Error(difference)
		}
		if b.err.String() != "" {
			t.Errorf("standard error is not empty: %s", b.err)
		}
		b.save("My corner shop", "ready")
	}
}

func TestRemovedTokenIsGone(t *testing.T) {
	for name, arguments := range map[string][]string{
		"quoted":   {"saved", "remove", "My corner shop"},
		"unquoted": {"saved", "remove", "My", "corner", "shop"},
	} {
		t.Run(name, func(t *testing.T) {
			b := newBench(t)
			b.save("My corner shop", "ready")
			b.expect(terminal.ExitReady, "", arguments...)
			says(t, b.err.String(), "“My corner shop” is gone", "no longer in your keychain", "Revoke tokens")
			if held := b.keychain.All(); len(held) != 0 {
				t.Errorf("the keychain holds %d secrets", len(held))
			}
			b.expect(terminal.ExitNoToken, "", arguments...)
			says(t, b.err.String(), "No token is saved under this name.")
		})
	}
}

func TestRemovingMeetsABrokenKeychain(t *testing.T) {
	b := newBench(t)
	b.save("Shop", "ready")
	b.keychain.FailWith(errors.New("gone"))
	b.expect(terminal.ExitNoKeychain, "", "saved", "remove", "Shop")
	silent(t, b.err.String(), "is gone")
	b.keychain.FailWith(nil)
	b.expect(terminal.ExitReady, "", "saved", "remove", "Shop")
}

func TestDamagedListIsToldOf(t *testing.T) {
	b := newBench(t)
	b.save("Shop", "ready")
	index := filepath.Join(b.Folder.Path(), "index.json")
	if err := os.WriteFile(index, []byte("{ torn"), 0o600); err != nil {
		t.Fatal(err)
	}
	b.expect(terminal.ExitReady, "", "saved")
	says(t, b.err.String(), "index.json could not be read. It was moved to", "Tokens in your keychain are not affected.")
}

func TestFolderThatIsNone(t *testing.T) {
	b := newBench(t)
	if err := os.WriteFile(b.Folder.Path(), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	b.expect(terminal.ExitNoKeychain, "", "saved")
	says(t, b.err.String(), b.Folder.Path())
}

// TestADamagedIndexIsToldForADay: it lies there for longer, and needs no word
// with every command.
func TestADamagedIndexIsToldForADay(t *testing.T) {
	b := newBench(t)
	if err := os.MkdirAll(b.Folder.Path(), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(b.Folder.Path(), "index.json"), []byte("{cut"), 0o600); err != nil {
		t.Fatal(err)
	}
	b.expect(terminal.ExitReady, "", "saved")
	says(t, b.err.String(), "The file index.json could not be read.")
	b.Now = func() time.Time { return time.Now().Add(25 * time.Hour) }
	b.expect(terminal.ExitReady, "", "saved")
	silent(t, b.err.String(), "index.json")
}
