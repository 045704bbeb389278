package terminal_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"latchkey/ui/terminal"
	"latchkey/wizard/vault"
)

// swap puts another token into the keychain behind Latchkey's back.
func (b *bench) swap(name, scenario string) {
	b.t.Helper()
	if err := b.keychain.Set(vault.Service, name, token(b.t, scenario)); err != nil {
		b.t.Fatal(err)
	}
}

// A token that another program has put there goes without the ids and the date
// of the one that is listed.
func TestAnotherTokenThanTheListed(t *testing.T) {
	b := newBench(t)
	b.save("shop", "ready")
	if err := b.Vault.Update(t.Context(), "shop", func(entry *vault.Entry) { entry.ExpiresAt = time.Now().Add(time.Hour) }); err != nil {
		t.Fatal(err)
	}
	b.swap("shop", "two-accounts")
	different := "The keychain holds another token under this name"
	path := filepath.Join(t.TempDir(), ".env")
	b.expect(terminal.ExitReady, "", "env-file", "--saved", "shop", "--file", path, "--yes")
	says(t, b.err.String(), different, "latchkey saved add shop")
	content, err := os.ReadFile(path)
	if err != nil || string(content) != "WHATSAPP_TOKEN="+token(t, "two-accounts")+"\n" && string(content) != "WHATSAPP_TOKEN='"+token(t, "two-accounts")+"'\n" {
		t.Errorf("the file holds ids or dates of the other token (%v)", err)
	}
	for _, command := range []string{"exec", "pipe"} {
		b.expect(127, "", command, "--saved", "shop", "--", "latchkey-has-no-such-command")
		says(t, b.err.String(), different)
	}
	b.expect(terminal.ExitReady, "", "check", "--saved", "shop", "--json")
	says(t, b.err.String(), different)
	if entry, _ := b.Vault.Entry(t.Context(), "shop"); entry.Verdict != "" || entry.ExpiresAt.IsZero() {
		t.Errorf("the list mixes the two: %+v", entry)
	}

	b.expect(terminal.ExitReady, "", "saved", "add", "shop")
	entry, _ := b.Vault.Entry(t.Context(), "shop")
	if !strings.HasSuffix(token(t, "two-accounts"), entry.Last4) || entry.PhoneID == "" || !entry.ExpiresAt.IsZero() {
		t.Errorf("the list is not about the new one: %+v", entry)
	}
	b.expect(terminal.ExitReady, "", "check", "--saved", "shop")
	silent(t, b.err.String(), different)
}

// Tokens of a Graph on this computer lie apart, and every command finds them.
func TestPracticeTokensAreFound(t *testing.T) {
	b, story := newBench(t), partnerStory(t)
	address := b.server.GraphURL()
	b.Graph.BaseURL = "http://127.0.0.1:9" // nothing may go to Meta
	code := b.server.State().IssueCode(story.AppID, story.CustomerID)
	b.business(terminal.ExitReady, story.AppSecret.Reveal()+"\n"+code+"\n", "exchange-code", "--app", story.AppID, "--graph-url", address)
	says(t, b.err.String(), "service Latchkey practice, name Corner Bakery", "add --practice", "latchkey pipe --practice --saved 'Corner Bakery' -- COMMAND")

	b.expect(terminal.ExitReady, "", "saved")
	says(t, b.err.String(), "Nothing is saved yet.")
	b.expect(terminal.ExitReady, "", "saved", "--practice")
	says(t, b.out.String(), "Corner Bakery")
	for _, command := range []string{"exec", "pipe"} {
		b.expect(127, "", command, "--practice", "--saved", "Corner Bakery", "--", "latchkey-has-no-such-command")
	}
	b.expect(terminal.ExitReady, "", "check", "--saved", "Corner Bakery", "--graph-url", address)
	says(t, b.out.String(), "It works")
	b.expect(terminal.ExitReady, "", "report", "--saved", "Corner Bakery", "--graph-url", address)
	b.expect(terminal.ExitReady, "", "send-test", "--saved", "Corner Bakery", "--to", "+491701234567", "--yes", "--graph-url", address)
	b.expect(terminal.ExitReady, "", "saved", "remove", "--practice", "Corner Bakery")
	if held := b.keychain.All(); len(held) != 0 {
		t.Errorf("the keychain holds %d tokens", len(held))
	}
}

// damage makes the list unreadable.
func (b *bench) damage() {
	b.t.Helper()
	if err := os.WriteFile(filepath.Join(b.Folder.Path(), "index.json"), []byte("{ torn"), 0o600); err != nil {
		b.t.Fatal(err)
	}
}

func TestEveryCommandTellsOfADamagedList(t *testing.T) {
	for _, arguments := range [][]string{
		{"exec", "--saved", "shop", "--", "latchkey-has-no-such-command"},
		{"pipe", "--saved", "shop", "--", "latchkey-has-no-such-command"},
		{"env-file", "--saved", "shop", "--file", filepath.Join(t.TempDir(), ".env"), "--yes"},
		{"check", "--saved", "shop"},
		{"report", "--saved", "shop"},
		{"calendar"},
		{"send-test", "--saved", "shop", "--to", "+491701234567", "--yes"},
		{"renew", "--saved", "shop"},
		{"saved"},
		{"saved", "remove", "shop"},
	} {
		t.Run(strings.Join(arguments, " "), func(t *testing.T) {
			b := newBench(t)
			b.save("shop", "ready")
			b.damage()
			b.run("", arguments...)
			says(t, b.err.String(), "The file index.json could not be read. It was moved to", "delete that once you no longer need it")
			silent(t, b.err.String(), "Nothing is saved yet")
			if count := strings.Count(b.err.String(), "index.json could not"); count != 1 {
				t.Errorf("it is told %d times", count)
			}
		})
	}
}

// A server without a window gets its list back.
func TestTokensAreListedAgain(t *testing.T) {
	b := newBench(t)
	b.save("My shop", "ready")
	b.damage()
	b.expect(terminal.ExitReady, "", "saved")
	says(t, b.err.String(), "What your keychain holds is still there", "latchkey saved add NAME")
	b.expect(terminal.ExitReady, "", "saved", "add", "My", "shop")
	says(t, b.out.String(), "“My shop” is listed.", "This token will work")
	entry, err := b.Vault.Entry(t.Context(), "My shop")
	if err != nil || entry.PhoneID == "" || entry.AccountID == "" || entry.Verdict != "ready" {
		t.Errorf("%+v, %v", entry, err)
	}
	b.expect(terminal.ExitReady, "", "saved", "add", "My shop")
	says(t, b.err.String(), "is listed already")
	b.expect(terminal.ExitNoToken, "", "saved", "add", "Nobody")
	b.expect(terminal.ExitUsage, "", "saved", "add")
}
