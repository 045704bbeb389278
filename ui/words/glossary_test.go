package words_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// glossary is what was decided once for a language: assets/languages/glossary.
type glossary struct {
	Language  string              // in the language itself
	Voice     string              // how people are addressed, and how things are written
	Terms     map[string][]string // by the English term: the stems of which one stands for it
	Otherwise []string            // ids that say a term another way, or leave it in English on purpose
	Banned    []string            // words of blame, apology and begging
	English   []string            // English words that the language uses
}

// translations are all languages but English, each with its glossary.
func translations(t *testing.T) map[string]glossary {
	t.Helper()
	found := map[string]glossary{}
	for _, name := range languages(t) {
		if name == "en" {
			continue
		}
		text, err := os.ReadFile(filepath.Join(root, "assets", "languages", "glossary", name+".json"))
		if err != nil {
			t.Fatal(err)
		}
		decoder := json.NewDecoder(strings.NewReader(string(text)))
		decoder.DisallowUnknownFields()
		var one glossary
		if err := decoder.Decode(&one); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if one.Language == "" || one.Voice == "" || len(one.Terms) < 25 || len(one.Banned) < 5 {
			t.Errorf("the glossary of %s is not whole", name)
		}
		found[name] = one
	}
	return found
}

// pair is a sentence in English and in another language.
type pair struct{ id, english, text string }

// pairs are all sentences of a language beside the English ones. A form for numbers that
// English lacks stands beside the one for all others.
func pairs(t *testing.T, name string) []pair {
	t.Helper()
	english := language(t, "en")
	var found []pair
	for id, text := range language(t, name) {
		plain, form, _ := strings.Cut(id, " (")
		said := english[plain]
		if one, ok := english[plain+" (one)"]; ok && form != "" {
			said = one
		}
		found = append(found, pair{plain, said, text})
	}
	return found
}

// TestTranslationsSayTheSame: what is put into a sentence, the labels of Meta's, the words in
// bold and the steps are those of the English one, and it ends as that does.
func TestTranslationsSayTheSame(t *testing.T) {
	labels := func(text string) []string {
		found := labelUsed.FindAllString(text, -1)
		slices.Sort(found)
		return slices.Compact(found)
	}
	values := func(text string) []string {
		found := placeholders(text)
		slices.Sort(found)
		return slices.Compact(found)
	}
	english := language(t, "en")
	for name := range translations(t) {
		for _, one := range pairs(t, name) {
			other := english[one.id]
			for what, of := range map[string]func(string) []string{"labels": labels, "values": values} {
				if got := of(one.text); !slices.Equal(got, of(one.english)) && !slices.Equal(got, of(other)) {
					t.Errorf("%s: %s has the %s %q, English has %q", name, one.id, what, got, of(one.english))
				}
			}
			if strings.Count(one.text, "**") != strings.Count(one.english, "**") {
				t.Errorf("%s: %s has other words in bold than English: %s", name, one.id, one.text)
			}
			if strings.Count(one.text, "\n") != strings.Count(one.english, "\n") {
				t.Errorf("%s: %s has other lines than English: %s", name, one.id, one.text)
			}
			if end(one.text) != end(one.english) {
				t.Errorf("%s: %s ends otherwise than English: %s", name, one.id, one.text)
			}
		}
	}
}

// end is the sign that ends a text, "" for none. Hindi has a full stop of its own.
func end(text string) string {
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(template.ReplaceAllString(text, "x"), "* "))
	switch {
	case last == '।':
		return "."
	case strings.ContainsRune(".…:?!", last):
		return string(last)
	}
	return ""
}

// TestTranslationsKeepToTheGlossary: one word for one thing.
func TestTranslationsKeepToTheGlossary(t *testing.T) {
	for name, decided := range translations(t) {
		said := map[string]*regexp.Regexp{}
		for term := range decided.Terms {
			said[term] = regexp.MustCompile(`(^|[^\pL-])` + regexp.QuoteMeta(term) + `(s|es)?([^\pL-]|$)`)
		}
		for _, one := range pairs(t, name) {
			if slices.Contains(decided.Otherwise, one.id) || strings.HasPrefix(one.id, "term.") {
				continue
			}
			english, text := strings.ToLower(template.ReplaceAllString(one.english, "")), strings.ToLower(one.text)
			for term, stems := range decided.Terms {
				if said[term].MatchString(english) && !slices.ContainsFunc(stems, func(stem string) bool { return strings.Contains(text, strings.ToLower(stem)) }) {
					t.Errorf("%s: %s does not say %q as the glossary does, %q: %s", name, one.id, term, stems, one.text)
				}
			}
		}
	}
}

// TestNoBannedWordsInAnyLanguage is TestNoForbiddenWords for the others.
func TestNoBannedWordsInAnyLanguage(t *testing.T) {
	for name, decided := range translations(t) {
		for id, text := range language(t, name) {
			lower := strings.ToLower(text)
			for _, banned := range decided.Banned {
				if at := strings.Index(lower, strings.ToLower(banned)); at >= 0 && startsAWord(lower, at) {
					t.Errorf("%s: %s says %q: %s", name, id, banned, text)
				}
			}
			if strings.Contains(text, "→") || strings.Contains(text, `\n`) {
				t.Errorf("%s: %s holds an arrow or the letters of a line break: %s", name, id, text)
			}
		}
	}
}

func startsAWord(text string, at int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:at])
	return at == 0 || !unicode.IsLetter(before) && !unicode.IsMark(before)
}

var (
	// telltale are words of which an English sentence has one, and no other language.
	telltale = strings.Fields("the and your with this that from have you are which its then when cannot been they does")
	// asWritten are pieces of a sentence that are the same in every language: commands, options,
	// addresses, and what is quoted of Meta.
	asWritten = regexp.MustCompile("“[^”]*”|„[^“]*“|«[^»]*»|`[^`]*`|\\*\\*[^*]*\\*\\*|--?[a-z][a-z-]*|https?://\\S+|\\{\\{[^}]*\\}\\}")
	latin     = regexp.MustCompile(`[A-Za-z]+`)
)

// TestNoEnglishIsLeft in another language.
func TestNoEnglishIsLeft(t *testing.T) {
	for name, decided := range translations(t) {
		for _, one := range pairs(t, name) {
			if slices.Contains(decided.Otherwise, one.id) || slices.Contains(asMetaSays, one.id) {
				continue
			}
			plain := asWritten.ReplaceAllString(one.text, " ")
			for _, word := range latin.FindAllString(plain, -1) {
				if lower := strings.ToLower(word); slices.Contains(telltale, lower) && !slices.Contains(decided.English, lower) {
					t.Errorf("%s: %s says %q: %s", name, one.id, word, one.text)
				}
			}
			if one.text == one.english && !strings.HasPrefix(one.id, "key.") && !sameEverywhere(one.english, decided.English) {
				t.Errorf("%s: %s is as in English: %s", name, one.id, one.text)
			}
		}
	}
}

// asMetaSays are titles that quote Meta, whose errors are in English everywhere, and one in which
// the Microsoft Store names a package.
var asMetaSays = []string{"training.account-not-assigned.title", "training.number-not-verified.title", "graphics.help.windows"}

// namesEverywhere are words that are the same in every language, beside those that a glossary lists.
var namesEverywhere = strings.Fields(`Latchkey WhatsApp Meta Facebook Graph API ID IDs Cloud Business Manager App token Token
	GNOME Keyring KeePassXC KWallet Vault OpenBao Kubernetes Docker Compose GitHub GitLab Azure AWS Google Secret Secrets Windows macOS Linux
	HTTP UTC JSON PIN SMS URL fbtrace KV CSV MIT env Node Python Go PHP n8n Key app Actions secret swarm Swarm macOS Keychain Credential Embedded Signup webhook Webhook webhooks OAuth Explorer`)

// sameEverywhere tells whether a sentence has nothing in it to translate. One word alone may be
// the same by chance, such as "Normal".
func sameEverywhere(text string, more []string) bool {
	words := regexp.MustCompile(`\pL{2,}`).FindAllString(asWritten.ReplaceAllString(text, " "), -1)
	for _, word := range words[min(1, len(words)):] {
		if !slices.Contains(namesEverywhere, word) && !slices.Contains(more, word) && !slices.Contains(more, strings.ToLower(word)) {
			return false
		}
	}
	return true
}

// TestButtonsStayShort: a button that is twice as long as in English has no room.
func TestButtonsStayShort(t *testing.T) {
	for name := range translations(t) {
		for _, one := range pairs(t, name) {
			if !strings.HasPrefix(one.id, "button.") && !strings.HasSuffix(one.id, ".button") && !strings.HasSuffix(one.id, ".main") {
				continue
			}
			english, text := utf8.RuneCountInString(one.english), utf8.RuneCountInString(one.text)
			if text > 2*english && text > english+16 {
				t.Errorf("%s: the button %s has %d letters, English has %d: %s", name, one.id, text, english, one.text)
			}
		}
	}
}
