package terminal_test

import (
	"errors"
	"os"
	"testing"

	"latchkey/ui/terminal"
)

func TestRemovingAsksAPerson(t *testing.T) {
	b := newBench(t)
	b.save("Shop", "ready")
	b.Prompt = &answers{"n"}
	b.expect(terminal.ExitFailed, "", "saved", "remove", "Shop")
	says(t, b.err.String(), "Remove “Shop” from the keychain?", "Nothing was done.")
	if len(b.keychain.All()) != 1 {
		t.Fatal("it was removed without a yes")
	}
	b.Prompt = &answers{}
	b.expect(terminal.ExitReady, "", "saved", "remove", "--yes", "Shop")
	if len(b.keychain.All()) != 0 {
		t.Error("it is still there")
	}
}

func TestRemoveEverything(t *testing.T) {
	b := newBench(t)
	b.save("Shop", "ready")
	b.save("Bakery", "surplus")
	b.expect(terminal.ExitUsage, "", "saved", "remove", "--all")
	says(t, b.err.String(), "Remove everything?", "Add --yes")
	b.Prompt = &answers{"yes"}
	b.expect(terminal.ExitFailed, "", "saved", "remove", "--all")
	says(t, b.err.String(), "Type “remove everything” to go ahead:", "Nothing was done.")
	if len(b.keychain.All()) != 2 {
		t.Fatal("it was removed without the phrase")
	}
	b.keychain.FailWith(errors.New("locked"))
	b.expect(terminal.ExitNoKeychain, "", "saved", "remove", "--all", "--yes")
	says(t, b.err.String(), "Some tokens are still there", "Shop, Bakery")
	b.keychain.FailWith(nil)
	b.Prompt = &answers{"Remove everything"}
	b.expect(terminal.ExitReady, "", "saved", "remove", "--all")
	says(t, b.out.String(), "“Shop” is gone.", "“Bakery” is gone.")
	says(t, b.err.String(), "Everything is gone.", "looked again")
	if _, err := os.Stat(b.Folder.Path()); len(b.keychain.All()) != 0 || !os.IsNotExist(err) {
		t.Error("something is left")
	}
	b.expect(terminal.ExitUsage, "", "saved", "remove", "--all", "Shop")
}
