package vault_test

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"latchkey/graph"
	"latchkey/wizard/files"
	"latchkey/wizard/vault"
)

// alike are two tokens that end as many of Meta's do.
var alike = [2]graph.Token{madeUpToken("one-ZDZD"), madeUpToken("other-ZDZD")}

// digestOf is what the index knows the token of a name by.
func digestOf(t *testing.T, keep *vault.Vault, name string) string {
	t.Helper()
	entry, err := keep.Entry(context.Background(), name)
	if err != nil {
		t.Fatal(err)
	}
	return entry.Digest
}

func mustBe(t *testing.T, keep *vault.Vault, name string, want vault.State) {
	t.Helper()
	if state, err := keep.State(context.Background(), name); state != want || err != nil {
		t.Errorf("State(%s): %v, %v; want %s", name, state, err, want)
	}
}

func TestAnotherTokenOfTheSameEndingIsAnother(t *testing.T) {
	ctx := context.Background()
	keychain := &pretendKeychain{}
	keep, folder := newVault(t, keychain, long)
	if _, err := keep.Save(ctx, vault.Entry{Name: "Shop"}, alike[0]); err != nil {
		t.Fatal(err)
	}
	entry, err := keep.Entry(ctx, "Shop")
	if err != nil {
		t.Fatal(err)
	}
	mustBe(t, keep, "Shop", vault.Present)
	keychain.secrets["Shop"] = alike[1].Reveal()
	mustBe(t, keep, "Shop", vault.Different)
	for i, want := range []bool{true, false} {
		if listed, err := keep.Lists(ctx, entry, alike[i]); listed != want || err != nil {
			t.Errorf("Lists token %d: %v, %v", i, listed, err)
		}
	}
	stale := entry
	stale.Digest = "" // read before an index of the old form was brought up to date
	if listed, err := keep.Lists(ctx, stale, alike[1]); listed || err != nil {
		t.Errorf("Lists, asked with an entry from before: %v, %v", listed, err)
	}
	// It is not taken for the listed one because it was read.
	if _, err := keep.Token(ctx, "Shop"); err != nil || digestOf(t, keep, "Shop") != entry.Digest {
		t.Errorf("the list now says that it is the other one: %v", err)
	}
	if err := keep.Update(ctx, "Shop", func(entry *vault.Entry) { entry.Digest = "" }); err != nil || digestOf(t, keep, "Shop") != entry.Digest {
		t.Errorf("Update changed what the token is known by: %v", err)
	}
	if _, err := keep.Adopt(ctx, vault.Entry{Name: "Shop"}); err != nil {
		t.Errorf("Adopt: %v", err)
	}
	mustBe(t, keep, "Shop", vault.Present)
	mustNotHold(t, folder.Path(), alike[0].Reveal())
	mustNotHold(t, folder.Path(), alike[1].Reveal())
}

// A list that was carried off must not serve to try tokens against.
func TestDigestsTellNothingElsewhere(t *testing.T) {
	ctx := context.Background()
	var digests []string
	for range 2 {
		keep, folder := newVault(t, &pretendKeychain{}, long)
		for _, name := range []string{"one", "two"} {
			if _, err := keep.Save(ctx, vault.Entry{Name: name}, alike[0]); err != nil {
				t.Fatal(err)
			}
		}
		if one, two := digestOf(t, keep, "one"), digestOf(t, keep, "two"); one != two {
			t.Errorf("one token has the digests %s and %s", one, two)
		}
		digests = append(digests, digestOf(t, keep, "one"))
		info, err := os.Stat(filepath.Join(folder.Path(), "digest-key.json"))
		if err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
			t.Errorf("the key: %v, %v", info, err)
		}
	}
	if digests[0] == digests[1] {
		t.Error("the digest of a token is the same on two computers")
	}
}

// Neither an index of an older program nor a lost key costs anything: the digests
// are made again from what the keychain holds.
func TestDigestsAreMadeAgain(t *testing.T) {
	for name, lose := range map[string]func(t *testing.T, folder *files.Folder){
		"an index of an older program": func(t *testing.T, folder *files.Folder) {
			editIndex(t, folder, func(index map[string]any) {
				for _, entry := range index["entries"].([]any) {
					delete(entry.(map[string]any), "digest")
				}
			})
		},
		"no key":        func(t *testing.T, folder *files.Folder) { must(t, os.Remove(keyPath(folder))) },
		"a damaged key": func(t *testing.T, folder *files.Folder) { must(t, os.Truncate(keyPath(folder), 70)) },
		"a short key": func(t *testing.T, folder *files.Folder) {
			must(t, os.WriteFile(keyPath(folder), []byte(`{"schema":"latchkey.digest-key","version":1,"content":{"key":"00"}}`), 0o600))
		},
		"another key": func(t *testing.T, folder *files.Folder) {
			must(t, os.WriteFile(keyPath(folder), fmt.Appendf(nil, `{"schema":"latchkey.digest-key","version":1,"content":{"key":"%064d"}}`, 7), 0o600))
		},
	} {
		t.Run(name, func(t *testing.T) {
			ctx := context.Background()
			keychain := &pretendKeychain{}
			keep, folder := newVault(t, keychain, long)
			for _, name := range []string{"Read", "Seen", "Replaced"} {
				if _, err := keep.Save(ctx, vault.Entry{Name: name, PhoneID: name}, alike[0]); err != nil {
					t.Fatal(err)
				}
			}
			before := digestOf(t, keep, "Read")
			lose(t, folder)
			keychain.secrets["Replaced"] = madeUpToken("quite-different").Reveal()

			old, err := keep.Entry(ctx, "Read")
			must(t, err)
			if token, err := keep.Token(ctx, "Read"); err != nil || !token.Equal(alike[0]) {
				t.Errorf("Token: %v", err)
			}
			mustBe(t, keep, "Seen", vault.Present)
			mustBe(t, keep, "Replaced", vault.Different)
			if fresh := digestOf(t, keep, "Read"); fresh == "" || fresh != digestOf(t, keep, "Seen") || old.Digest != "" && fresh == before {
				t.Errorf("the digest was %s and is %s", before, fresh)
			}
			if listed, err := keep.Lists(ctx, old, alike[0]); !listed || err != nil {
				t.Errorf("Lists, asked with the entry from before: %v, %v", listed, err)
			}
			for _, name := range []string{"Read", "Seen"} {
				keychain.secrets[name] = alike[1].Reveal()
				mustBe(t, keep, name, vault.Different)
			}
			if len(names(t, keep)) != 3 || len(keychain.accounts()) != 3 {
				t.Errorf("listed %v, kept %v", names(t, keep), keychain.accounts())
			}
		})
	}
}

// A renewal that an older program was killed in, with tokens that end alike: what
// cannot be told is not told, and nothing is deleted.
func TestARenewalOfAnOlderProgramThatWasKilled(t *testing.T) {
	const beside = "latchkey-internal-new-a1"
	for name, c := range map[string]struct {
		list map[string]string
		want vault.Result
		kept graph.Token
	}{
		"before anything was written": {map[string]string{"Shop": alike[0].Reveal()}, vault.ChangeUndone, alike[0]},
		"the new one is beside":       {map[string]string{"Shop": alike[0].Reveal(), beside: alike[1].Reveal()}, vault.ChangeDone, alike[1]},
		"the new one is in place":     {map[string]string{"Shop": alike[1].Reveal(), beside: alike[1].Reveal()}, vault.ChangeDone, alike[1]},
	} {
		t.Run(name, func(t *testing.T) {
			ctx := context.Background()
			keychain := &pretendKeychain{secrets: c.list}
			keep, folder := newVault(t, keychain, long)
			must(t, os.WriteFile(filepath.Join(folder.Path(), "index.json"), []byte(`{"schema":"latchkey.index","version":1,"content":{
				"entries":[{"name":"Shop","last4":"ZDZD","saved_at":"2026-01-01T00:00:00Z","phone_id":"1"}],
				"changes":[{"id":"a1","doing":"replacing","name":"Shop","old_last4":"ZDZD","began":"2026-02-01T00:00:00Z",
					"entry":{"name":"Shop","last4":"ZDZD","saved_at":"2026-02-01T00:00:00Z","phone_id":"2"}}]}}`), 0o600))
			// Read in between, it is not taken for the one listed.
			if _, err := keep.Token(ctx, "Shop"); err != nil || digestOf(t, keep, "Shop") != "" {
				t.Errorf("Token: %v", err)
			}
			mustFind(t, keep, vault.Recovered{Doing: vault.Replacing, Name: "Shop", Result: c.want})
			token, err := keep.Token(ctx, "Shop")
			if err != nil || !token.Equal(c.kept) {
				t.Errorf("another token is kept: %v", err)
			}
			entry, err := keep.Entry(ctx, "Shop")
			if want := map[vault.Result]string{vault.ChangeUndone: "1", vault.ChangeDone: "2"}[c.want]; err != nil || entry.PhoneID != want {
				t.Errorf("listed: %+v, %v", entry, err)
			}
			mustBe(t, keep, "Shop", vault.Present)
		})
	}
}

// lateAnswer is a keychain that does each write at once, and answers when it is
// let go.
type lateAnswer struct {
	*pretendKeychain
	account string // to which; "" for the ones of the vault's own
	letGo   chan struct{}
}

func (k *lateAnswer) Set(service, account, secret string) error {
	err := k.pretendKeychain.Set(service, account, secret)
	if account == k.account || k.account == "" && strings.HasPrefix(account, "latchkey-internal-") {
		<-k.letGo
	}
	return err
}

// Who was told that the old token stays does not find the new one later.
func TestAReplacementThatWasGivenUpStaysSo(t *testing.T) {
	ctx := context.Background()
	keychain := &lateAnswer{pretendKeychain: &pretendKeychain{}, letGo: make(chan struct{})}
	keep, folder := newVault(t, keychain, short)
	answering := vault.Open(vault.Options{Folder: folder, Keychain: keychain.pretendKeychain})
	if _, err := answering.Save(ctx, vault.Entry{Name: "Shop"}, alike[0]); err != nil {
		t.Fatal(err)
	}
	outcome, err := keep.Replace(ctx, vault.Entry{Name: "Shop"}, alike[1])
	if outcome != vault.OldKept || reasonOf(err) != vault.Timeout || len(keychain.accounts()) != 2 {
		t.Errorf("Replace: %v, %v; kept %v", outcome, err, keychain.accounts())
	}
	mustFind(t, answering, vault.Recovered{Doing: vault.Replacing, Name: "Shop", Result: vault.ChangeUndone})
	close(keychain.letGo)
	if token, err := answering.Token(ctx, "Shop"); err != nil || !token.Equal(alike[0]) || len(keychain.accounts()) != 1 {
		t.Errorf("the old token is gone: %v; kept %v", err, keychain.accounts())
	}
	mustBe(t, answering, "Shop", vault.Present)
}

// The entry of the token that is kept is listed, whichever of the two has the
// later date: a clock may have been set back.
func TestTheNewEntryIsListedAlsoByAnEarlierClock(t *testing.T) {
	ctx := context.Background()
	keychain := &lateAnswer{pretendKeychain: &pretendKeychain{}, account: "Shop", letGo: make(chan struct{})}
	keep, folder := newVault(t, keychain, short)
	later := func() time.Time { return time.Now().AddDate(1, 0, 0) }
	answering := vault.Open(vault.Options{Folder: folder, Keychain: keychain.pretendKeychain, Now: later})
	if _, err := answering.Save(ctx, vault.Entry{Name: "Shop", PhoneID: "1"}, alike[0]); err != nil {
		t.Fatal(err)
	}
	if outcome, err := keep.Replace(ctx, vault.Entry{Name: "Shop", PhoneID: "2"}, alike[1]); outcome != vault.Unsettled || reasonOf(err) != vault.Timeout {
		t.Errorf("Replace: %v, %v", outcome, err)
	}
	mustFind(t, answering, vault.Recovered{Doing: vault.Replacing, Name: "Shop", Result: vault.ChangeDone})
	close(keychain.letGo)
	if entry, err := answering.Entry(ctx, "Shop"); err != nil || entry.PhoneID != "2" {
		t.Errorf("listed: %+v, %v", entry, err)
	}
	mustBe(t, answering, "Shop", vault.Present)
}

func TestLineEndsAroundASecret(t *testing.T) {
	ctx := context.Background()
	keychain := &pretendKeychain{secrets: map[string]string{"Echoed": alike[0].Reveal() + "\r\n", "Empty": "\n"}}
	keep, _ := newVault(t, keychain, long)
	if _, err := keep.Save(ctx, vault.Entry{Name: "Shop"}, alike[0]); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]bool{"Echoed": true, "Shop": false} {
		token, err := keep.Token(ctx, name)
		if err != nil || !token.Equal(alike[0]) || keep.HadLineEnds(name) != want {
			t.Errorf("%s: line ends %v, %v", name, keep.HadLineEnds(name), err)
		}
	}
	outcome, err := keep.Save(ctx, vault.Entry{Name: "Echoed"}, alike[0])
	if outcome != vault.AlreadyThere || err != nil || keychain.secrets["Echoed"] != alike[0].Reveal() || keep.HadLineEnds("Echoed") {
		t.Errorf("saved again: %v, %v", outcome, err)
	}
	if _, err := keep.Token(ctx, "Empty"); reasonOf(err) != vault.NotFound {
		t.Errorf("nothing but a line end: %v", err)
	}
}

func keyPath(folder *files.Folder) string { return filepath.Join(folder.Path(), "digest-key.json") }

// editIndex changes what stands in index.json.
func editIndex(t *testing.T, folder *files.Folder, change func(content map[string]any)) {
	t.Helper()
	path := filepath.Join(folder.Path(), "index.json")
	text, err := os.ReadFile(path)
	must(t, err)
	var document map[string]any
	must(t, json.Unmarshal(text, &document))
	change(document["content"].(map[string]any))
	text, err = json.Marshal(document)
	must(t, err)
	if !strings.Contains(string(text), "entries") {
		t.Fatal("the index is not what it was")
	}
	must(t, os.WriteFile(path, text, 0o600))
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
