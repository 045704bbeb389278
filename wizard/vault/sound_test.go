package vault_test

import (
	"context"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"latchkey/wizard/files"
	"latchkey/wizard/vault"
)

const wholeIndex = `{"schema":"latchkey.index","version":1,"content":{"entries":[
	{"name":"Shop","last4":"ZDZD","digest":"00000000.00","saved_at":"2026-01-01T00:00:00Z","place":"elsewhere","permissions":["a"],
		"accounts":[{"id":"1","phones":[{"id":"2","test":true}]}],"expires_at":"2027-01-01T00:00:00Z","verdict":"ready"},
	{"name":"Other","last4":"","saved_at":"2026-01-01T00:00:00Z"}],
	"changes":[{"id":"a1","doing":"replacing","name":"Shop","old_last4":"ZDZD","entry":{"name":"Shop","last4":"ZDZD"}},
		{"id":"a2","doing":"renaming","name":"Other","to":"Third","old_last4":""},{"id":"a3","doing":"saving","name":"New","entry":{"name":"New"}},
		{"id":"a4","doing":"removing","name":"Gone"},{"id":"a5","doing":"proving"}]}}`

// inIndex is an index with these entries and changes.
func inIndex(entries, changes string) string {
	return `{"schema":"latchkey.index","version":1,"content":{"entries":[` + entries + `],"changes":[` + changes + `]}}`
}

func TestAnIndexThatNoVaultHasWrittenIsPutAside(t *testing.T) {
	for name, text := range map[string]string{
		"a note without its entry":   inIndex("", `{"id":"a","doing":"saving","name":"foo"}`),
		"a renewal without entry":    inIndex("", `{"id":"a","doing":"replacing","name":"foo"}`),
		"a note of another name":     inIndex("", `{"id":"a","doing":"saving","name":"foo","entry":{"name":"bar"}}`),
		"a note without id":          inIndex("", `{"doing":"proving"}`),
		"a note of a vault's name":   inIndex("", `{"id":"a","doing":"removing","name":"latchkey-internal-trial"}`),
		"an id that is a path":       inIndex("", `{"id":"../a","doing":"proving"}`),
		"a note twice":               inIndex("", `{"id":"a","doing":"proving"},{"id":"a","doing":"proving"}`),
		"a note of no known kind":    inIndex("", `{"id":"a","doing":"dancing","name":"foo"}`),
		"a new name that is none":    inIndex("", `{"id":"a","doing":"renaming","name":"foo","to":""}`),
		"a name twice":               inIndex(`{"name":"foo"},{"name":"foo"}`, ""),
		"an entry without name":      inIndex(`{}`, ""),
		"a name that is too long":    inIndex(`{"name":"`+strings.Repeat("n", vault.MaxName+1)+`"}`, ""),
		"a name with a line break":   inIndex(`{"name":"a\nb"}`, ""),
		"more of a token than four":  inIndex(`{"name":"foo","last4":"EAAGm0"}`, ""),
		"more entries than there is": inIndex(strings.TrimSuffix(strings.Repeat(`{},`, 200_000), ","), ""),
	} {
		t.Run(name, func(t *testing.T) {
			ctx := context.Background()
			keychain := &pretendKeychain{secrets: map[string]string{"foo": alike[0].Reveal()}}
			keep, folder := newVault(t, keychain, long)
			must(t, os.WriteFile(filepath.Join(folder.Path(), "index.json"), []byte(text), 0o600))
			if listed, err := keep.List(ctx); len(listed) != 0 || err != nil {
				t.Errorf("List: %d, %v", len(listed), err)
			}
			if found, err := keep.Recover(ctx); len(found) != 0 || err != nil {
				t.Errorf("Recover: %v, %v", found, err)
			}
			if damaged, err := keep.Damaged(); len(damaged) != 1 || err != nil {
				t.Errorf("Damaged: %v, %v", damaged, err)
			}
			if _, err := keep.Adopt(ctx, vault.Entry{Name: "foo"}); err != nil {
				t.Errorf("Adopt: %v", err)
			}
			mustBe(t, keep, "foo", vault.Present)
		})
	}
}

// Many empty things are short in a file and long in memory.
func TestAnOddIndexTakesLittleMemory(t *testing.T) {
	keep, folder := newVault(t, &pretendKeychain{}, long)
	for _, text := range []string{inIndex(strings.Repeat(`{},`, 300_000)+"{}", ""), inIndex("", strings.Repeat(`{},`, 300_000)+"{}")} {
		must(t, os.WriteFile(filepath.Join(folder.Path(), "index.json"), []byte(text), 0o600))
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		if listed, err := keep.List(context.Background()); len(listed) != 0 || err != nil {
			t.Errorf("List: %d, %v", len(listed), err)
		}
		runtime.ReadMemStats(&after)
		const most = 200 << 20 // in all, and not at once
		if taken := after.TotalAlloc - before.TotalAlloc; taken > most {
			t.Errorf("reading %d bytes took %d", len(text), taken)
		}
	}
}

func TestACheckThatIsStillToComeCountsAsNone(t *testing.T) {
	ctx := context.Background()
	keep, _ := newVault(t, &pretendKeychain{}, long)
	now := time.Now().UTC().Truncate(time.Second)
	for name, at := range map[string]time.Time{"now": now, "years ahead": now.AddDate(5, 0, 0)} {
		if _, err := keep.Save(ctx, vault.Entry{Name: name, Verdict: "ready", LastCheckedAt: at}, alike[0]); err != nil {
			t.Fatal(err)
		}
		entry, err := keep.Entry(ctx, name)
		if counts := name == "now"; err != nil || entry.LastCheckedAt.IsZero() == counts || (entry.Verdict == "") == counts {
			t.Errorf("%s: %+v, %v", name, entry, err)
		}
	}
	listed, err := keep.List(ctx)
	if err != nil || len(listed) != 2 {
		t.Fatalf("%v, %v", listed, err)
	}
	for _, entry := range listed {
		if entry.LastCheckedAt.After(now) {
			t.Errorf("listed: %+v", entry)
		}
	}
}

// TestNoIndexIsTooOdd changes a whole index at random places; what comes of it
// is told or put aside, and no token is lost.
func TestNoIndexIsTooOdd(t *testing.T) {
	const inputs = 300
	source := rand.New(rand.NewPCG(1, 2))
	folder := files.Open(t.TempDir(), nil)
	for i := range inputs {
		text := []byte(wholeIndex)
		for range 1 + source.IntN(4) {
			text = mutated(source, text)
		}
		withIndex(t, folder, text)
		if t.Failed() {
			t.Fatalf("input %d: %s", i, text)
		}
	}
}

func FuzzIndex(f *testing.F) {
	f.Add([]byte(wholeIndex))
	f.Add([]byte(inIndex(`{"name":"foo","last4":"ZDZD"}`, `{"id":"a","doing":"saving","name":"foo"}`)))
	f.Fuzz(func(t *testing.T, text []byte) { withIndex(t, files.Open(t.TempDir(), nil), text) })
}

// mutated changes one place of a text: a byte, a piece that is left out, twice or
// elsewhere, a word of JSON in the place of another.
func mutated(source *rand.Rand, text []byte) []byte {
	if len(text) < 2 {
		return append(text, '{')
	}
	from := source.IntN(len(text))
	to := min(len(text), from+1+source.IntN(40))
	before, piece, behind := string(text[:from]), string(text[from:to]), string(text[to:])
	words := []string{"null", "[]", "{}", "-1", `""`, "true", "1e999", `"` + strings.Repeat("x", 100) + `"`, "9999999999999999999"}
	switch source.IntN(5) {
	case 0:
		return []byte(before + string(rune(source.IntN(256))) + behind)
	case 1:
		return []byte(before + behind)
	case 2:
		return []byte(before + piece + piece + behind)
	case 3:
		return []byte(piece + before + behind)
	}
	// A value in the place of another keeps the rest readable.
	values := strings.Split(string(text), ":")
	at := source.IntN(len(values))
	end := strings.IndexAny(values[at], ",}]")
	values[at] = words[source.IntN(len(words))] + values[at][max(end, 0):]
	return []byte(strings.Join(values, ":"))
}

// withIndex does all there is with an index and a keychain that works.
func withIndex(t *testing.T, folder *files.Folder, text []byte) {
	t.Helper()
	ctx := context.Background()
	kept := map[string]string{"Shop": alike[0].Reveal(), "Other": alike[1].Reveal()}
	keychain := &pretendKeychain{secrets: maps.Clone(kept)}
	must(t, folder.Clear())
	must(t, os.MkdirAll(folder.Path(), 0o700))
	must(t, os.WriteFile(filepath.Join(folder.Path(), "index.json"), text, 0o600))
	keep := vault.Open(vault.Options{Folder: folder, Keychain: keychain})
	listed, err := keep.List(ctx)
	if err != nil {
		if strings.Contains(err.Error(), "known up to") {
			return // a newer program's
		}
		t.Fatal(err)
	}
	_, err = keep.Recover(ctx)
	must(t, err)
	again, err := keep.List(ctx)
	must(t, err)
	for _, entry := range again {
		_, err := keep.State(ctx, entry.Name)
		must(t, err)
	}
	for name, secret := range kept {
		if keychain.secrets[name] != secret {
			t.Errorf("the token of %s is lost; listed were %d, and now %d", name, len(listed), len(again))
		}
	}
	_, err = keep.Replace(ctx, vault.Entry{Name: "fresh"}, alike[0])
	must(t, err)
	mustBe(t, keep, "fresh", vault.Present)
}
