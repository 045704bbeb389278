package words_test

import (
	"encoding/json"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/feature/plural"
	textlanguage "golang.org/x/text/language"

	"latchkey/assets"
	"latchkey/graph/site"
	"latchkey/ui/words"
)

// language reads one language's words as they lie in the file. A sentence with
// a form of its own for some numbers counts as the form for all others; each
// such form stands beside it, as in "home.left (one)".
func language(t *testing.T, name string) map[string]string {
	t.Helper()
	content, err := assets.Words(name)
	if err != nil {
		t.Fatal(err)
	}
	var words map[string]any
	if err := json.Unmarshal(content, &words); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	texts := map[string]string{}
	for id, text := range words {
		forms, bends := text.(map[string]any)
		if !bends {
			texts[id] = text.(string)
			continue
		}
		for form, text := range forms {
			if form == "other" {
				texts[id] = text.(string)
			} else {
				texts[id+" ("+form+")"] = text.(string)
			}
		}
	}
	return texts
}

func languages(t *testing.T) []string {
	t.Helper()
	tags, err := assets.Languages()
	if err != nil {
		t.Fatal(err)
	}
	return tags
}

// TestNoForbiddenWords holds the languages to how Latchkey speaks of trouble:
// what happened and how to fix it, without blame and without apology.
func TestNoForbiddenWords(t *testing.T) {
	forbidden := regexp.MustCompile(`(?i)\b(in)?valid\b|\billegal|\bforbidden\b|\bplease\b|\bsorry\b|\boops\b|an error occurred`)
	for id, text := range language(t, "en") {
		if found := forbidden.FindString(text); found != "" {
			t.Errorf("%s says %q: %s", id, found, text)
		}
		if strings.Contains(text, `\n`) {
			t.Errorf("%s shows the letters of a line break: %s", id, text)
		}
		if strings.Contains(text, "→") {
			t.Errorf("%s holds an arrow, which Fyne draws with a stray box: write ›", id)
		}
	}
}

// TestSentencesAreShort counts words: 25 are the most. A colon ends no sentence. What the exit
// codes mean is a list.
func TestSentencesAreShort(t *testing.T) {
	const most = 25
	ends := regexp.MustCompile(`[.!?](\s|$)|\n`)
	for id, text := range language(t, "en") {
		for _, sentence := range ends.Split(template.ReplaceAllString(withLabels(text), "X"), -1) {
			if count := len(strings.Fields(sentence)); count > most && !strings.HasPrefix(sentence, "Exit codes: ") {
				t.Errorf("%s has a sentence of %d words: %s", id, count, sentence)
			}
		}
	}
}

// TestHintsAreOneSentence: what stands between the name of a field and the field is read on the
// way there.
func TestHintsAreOneSentence(t *testing.T) {
	ends, most := regexp.MustCompile(`[.!?।](\s|$)`), 16
	for _, name := range languages(t) {
		for id, text := range language(t, name) {
			if !strings.HasSuffix(id, "_hint") && !strings.HasSuffix(id, ".hint") {
				continue
			}
			text = strings.TrimRight(withLabels(text), ".!?।")
			if len(ends.Split(text, -1)) > 1 {
				t.Errorf("%s: %s is more than a sentence: %s", name, id, text)
			}
			if count := len(strings.Fields(text)); name == "en" && count > most {
				t.Errorf("%s has %d words: %s", id, count, text)
			}
		}
	}
}

// withLabels is a sentence with Meta's English labels in their places.
func withLabels(text string) string {
	return template.ReplaceAllStringFunc(text, func(action string) string {
		switch found := labelUsed.FindStringSubmatch(action); {
		case found == nil:
			return action
		case found[1] == "menu":
			return site.MenuIn("en", found[2])
		default:
			return site.LabelIn("en", found[2])
		}
	})
}

// TestButtonsHaveNoFullStop: sentence case, no full stop.
func TestButtonsHaveNoFullStop(t *testing.T) {
	for _, name := range languages(t) {
		for id, text := range language(t, name) {
			if strings.HasPrefix(id, "button.") || strings.HasSuffix(id, ".main") || strings.HasSuffix(id, ".title") {
				if strings.HasSuffix(text, ".") || strings.HasSuffix(text, "।") {
					t.Errorf("%s: %s ends with a full stop: %s", name, id, text)
				}
			}
		}
	}
}

// TestLanguagesAreWhole: every language has the ids of English, and no others.
// What bends to a number has the forms that the language has.
func TestLanguagesAreWhole(t *testing.T) {
	english := language(t, "en")
	for _, name := range languages(t) {
		texts := language(t, name)
		needed := pluralForms(t, name)
		for id := range english {
			id, _, bends := strings.Cut(id, " (")
			if texts[id] == "" {
				t.Errorf("%s lacks %q", name, id)
			}
			if !bends {
				continue
			}
			for _, form := range needed {
				if texts[id+" ("+form+")"] == "" {
					t.Errorf("%s lacks the form %q of %q", name, form, id)
				}
			}
		}
		for id := range texts {
			id, _, _ := strings.Cut(id, " (")
			if _, ok := english[id]; !ok {
				t.Errorf("%s has %q, which English does not", name, id)
			}
		}
	}
}

// pluralForms are the forms of a language for whole numbers, beside the one for
// all others.
func pluralForms(t *testing.T, tag string) []string {
	t.Helper()
	parsed, err := textlanguage.Parse(tag)
	if err != nil {
		t.Fatal(err)
	}
	names := map[plural.Form]string{plural.Zero: "zero", plural.One: "one", plural.Two: "two", plural.Few: "few", plural.Many: "many"}
	forms := map[string]bool{}
	for number := range 1000 {
		if name := names[plural.Cardinal.MatchPlural(parsed, number, 0, 0, 0, 0)]; name != "" {
			forms[name] = true
		}
	}
	return slices.Sorted(maps.Keys(forms))
}

// TestPluralFormsAreKnown: a test that asks for no forms would ask for nothing.
func TestPluralFormsAreKnown(t *testing.T) {
	for tag, want := range map[string]string{"en": "one", "pl": "few many one", "ja": ""} {
		if got := strings.Join(pluralForms(t, tag), " "); got != want {
			t.Errorf("%s has %q, not %q", tag, got, want)
		}
	}
}

// TestTemplatesSurviveMissingValues: a value that is not there leaves no mark.
func TestTemplatesSurviveMissingValues(t *testing.T) {
	for _, name := range languages(t) {
		spoken, err := words.New(nil, name)
		if err != nil {
			t.Fatal(err)
		}
		for id := range language(t, name) {
			id, _, _ := strings.Cut(id, " (")
			text := spoken.Say(id)
			if strings.Contains(text, "no value") || strings.HasPrefix(text, "[") {
				t.Errorf("%s: %s becomes %q without values", name, id, text)
			}
		}
	}
}
