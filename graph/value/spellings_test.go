package value

import (
	"encoding/json"
	"strings"
	"testing"

	"latchkey/graph/value/spelling"
	"latchkey/graph/value/valuetest"
)

// A known secret is hidden however it is spelled, and wherever it stands.
func TestEverySpellingIsHidden(t *testing.T) {
	for _, secret := range []string{valuetest.MadeUp, valuetest.Opaque} {
		for name, text := range spelling.All(secret) {
			for _, around := range [][2]string{{"", ""}, {"Malformed: ", " is bad"}, {`{"a":"`, `"}`}, {"xyz", "xyz"}} {
				shown := Redact(around[0]+text+around[1], NewToken(secret))
				if where := valuetest.Shown(shown, secret); where != "" {
					t.Errorf("%s: %s", name, where)
				}
				if rest := len(shown) - len(around[0]+Hidden+around[1]); rest > 30 {
					t.Errorf("%s: much is left in %q", name, shown)
				}
			}
		}
	}
}

// A token by its form alone is hidden in those spellings that leave the form.
func TestAnUnknownTokenIsHiddenWhereItsFormShows(t *testing.T) {
	for name, text := range spelling.All(valuetest.MadeUp) {
		gap, isGap := strings.CutPrefix(name, "U+")
		visibleGap := isGap && strings.Contains("0009 0020 00A0 3000 2028", gap)
		if visibleGap || strings.Contains("new line, dashes, hex numbers, base64, second, base64, third, base64, wrapped, hex, colons, cut", name) {
			continue
		}
		if shown := Redact(text); !strings.Contains(shown, Hidden) {
			t.Errorf("%s: %q", name, shown)
		}
	}
}

// Text and ID are read clean: what was between the letters does not heal them
// unseen.
func TestTextsAndIDsAreReadClean(t *testing.T) {
	for name, text := range spelling.All(valuetest.MadeUp) {
		written, err := json.Marshal(text)
		if err != nil {
			t.Fatal(err)
		}
		var id ID
		if err := json.Unmarshal(written, &id); err != nil || id != "" && !id.Plain() {
			t.Errorf("%s: the id is %q, %v", name, id, err)
		}
		var shown Text
		if err := json.Unmarshal(written, &shown); err != nil || strings.ContainsFunc(string(shown), func(r rune) bool { return isUnseen(0, r) || r == '\n' }) {
			t.Errorf("%s: the text is %q, %v", name, shown, err)
		}
	}
}

func TestCleaningKeepsWhatIsSeen(t *testing.T) {
	for text, want := range map[string]string{
		"Cafe\u0301s":                        "Cafés",
		"Z\u0334oo\u0321s":                   "Zoos",
		"☕\ufe0f 👩\u200d🍳":                   "☕\ufe0f 👩\u200d🍳",
		"می\u200cخواهم":                      "می\u200cخواهم",
		"Co\u00adop\u2060 \ufeffShop\u3164":  "Coop Shop",
		"a\u0000b\x7fc\u009fd\u034fe\u2800f": "abcdef",
		"one\r\ntwo\tthree":                  "one two three",
		"角の\u3000パン屋":                        "角の\u3000パン屋",
	} {
		if got := Clean(text); got != want {
			t.Errorf("%q is shown as %q, not %q", text, got, want)
		}
	}
}

func TestNothingHonestIsWrappedSoOften(t *testing.T) {
	text := "%41"
	for range 2 * mostLayers {
		text = strings.ReplaceAll(text, "%", "%25")
	}
	if got := Redact("see " + text); got != Hidden {
		t.Errorf("it is shown as %q", got)
	}
}

// FuzzSpellings wraps pieces of a secret in two spellings, one inside the other,
// with a text around them.
func FuzzSpellings(f *testing.F) {
	names := spelling.Names()
	for i := range names {
		f.Add("before ", valuetest.Opaque, " after", i, i*7)
	}
	f.Fuzz(func(t *testing.T, before, secret, after string, outer, inner int) {
		if len(secret) < 20 || denseOf(secret) != strings.Map(func(r rune) rune {
			if strings.ContainsRune("-_.", r) {
				return -1
			}
			return r
		}, secret) || len(denseOf(secret)) < 20 {
			return
		}
		index := func(n int) string { return names[(n%len(names)+len(names))%len(names)] }
		text := spelling.All(secret)[index(inner)]
		if outer%2 == 0 {
			text = spelling.All(text)[index(outer)]
		}
		shown := Redact(before+text+after, NewToken(secret))
		for i := range len(secret) - 12 {
			if strings.Contains(shown, secret[i:i+12]) && !strings.Contains(before+after, secret[i:i+12]) {
				t.Errorf("%q, in %s in %s, shows %q", secret, index(inner), index(outer), shown)
			}
		}
		if again := Redact(shown, NewToken(secret)); again != shown {
			t.Errorf("hiding again changes %q to %q", shown, again)
		}
	})
}

// TestTheMarkIsNoPartOfASecret: seven letters of one may be shown, and the mark that follows
// them does not make them eight; eight beside a mark are told.
func TestTheMarkIsNoPartOfASecret(t *testing.T) {
	if spelling.Mark != Hidden {
		t.Errorf("the search takes %q for the mark, which is %q", spelling.Mark, Hidden)
	}
	before, _, _ := strings.Cut(valuetest.MadeUp, "tYn6")
	seven := before[len(before)-spelling.Piece+1:]
	if where := valuetest.Shown(seven+Hidden, valuetest.MadeUp); where != "" {
		t.Errorf("seven letters and the mark: %s", where)
	}
	eight := before[len(before)-spelling.Piece:]
	for _, text := range []string{eight + Hidden, Hidden + eight, "x" + Hidden + "a-" + eight[:4] + " " + eight[4:]} {
		if valuetest.Shown(text, valuetest.MadeUp) == "" {
			t.Errorf("eight letters are not found in %q", text)
		}
	}
}
