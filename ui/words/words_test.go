package words_test

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"latchkey/ui/words"
)

// made are words that a test makes up, by the tags of their languages.
type made struct {
	words map[string]string
	read  []string
}

func (m *made) Languages() ([]string, error) { return slices.Collect(maps.Keys(m.words)), nil }

func (m *made) Words(tag string) ([]byte, error) {
	m.read = append(m.read, tag)
	return []byte(m.words[tag]), nil
}

// A start reads the words of one language: the others would make it wait for
// nothing.
func TestOnlyTheChosenLanguageIsRead(t *testing.T) {
	for _, test := range []struct{ wanted, tag, says string }{
		{"de", "de", "Guten Tag"},
		{"de-AT", "de", "Guten Tag"},
		{"de_AT", "de", "Guten Tag"},
		{"de_AT.UTF-8 de", "de", "Guten Tag"},
		{"pt-BR", "pt-BR", "Bom dia"},
		{"pt-PT", "pt-BR", "Bom dia"},
		{"pt-PT en-US", "pt-BR", "Bom dia"},
		{"es-MX", "es", "Buenos días"},
		{"en-GB", "en", "Hello"},
		{"ja", "en", "Hello"},
		{"ja de en", "de", "Guten Tag"},
		{"C", "en", "Hello"},
		{"", "en", "Hello"},
	} {
		from := &made{words: map[string]string{
			"de": `{"hello": "Guten Tag"}`, "en": `{"hello": "Hello"}`, "es": `{"hello": "Buenos días"}`, "pt-BR": `{"hello": "Bom dia"}`,
		}}
		spoken, err := words.Read(from, nil, strings.Fields(test.wanted)...)
		if err != nil {
			t.Fatal(err)
		}
		if got := spoken.Say("hello"); got != test.says || spoken.Language() != test.tag {
			t.Errorf("%q says %q in %s, not %q", test.wanted, got, spoken.Language(), test.says)
		}
		if len(from.read) != 1 || from.read[0] != test.tag {
			t.Errorf("%q reads %v", test.wanted, from.read)
		}
	}
}

// TestEveryLanguageHasItsOwnName: by which it is chosen.
func TestEveryLanguageHasItsOwnName(t *testing.T) {
	var named []string
	for _, one := range words.Languages() {
		if one.Name == "" {
			t.Errorf("%s has no name", one.Tag)
		}
		named = append(named, one.Tag)
	}
	slices.Sort(named)
	if want := languages(t); !slices.Equal(named, want) {
		t.Errorf("%q can be chosen, there are %q", named, want)
	}
}

// Who holds the words says the next sentence in the new language.
func TestTheLanguageChanges(t *testing.T) {
	from := &made{words: map[string]string{"de": `{"hello": "Guten Tag"}`, "en": `{"hello": "Hello"}`}}
	spoken, err := words.Read(from, nil)
	if err != nil {
		t.Fatal(err)
	}
	other, err := spoken.In("de")
	if err != nil {
		t.Fatal(err)
	}
	if got := spoken.Say("hello") + other.Say("hello"); got != "HelloGuten Tag" {
		t.Errorf("two languages beside each other say %q", got)
	}
	if err := spoken.Speak("de"); err != nil || spoken.Say("hello") != "Guten Tag" || spoken.Language() != "de" {
		t.Errorf("it says %q: %v", spoken.Say("hello"), err)
	}
}

// Each language has forms of its own for numbers, and writes them its own way.
func TestASentenceBendsAsItsLanguageDoes(t *testing.T) {
	from := &made{words: map[string]string{
		"en": `{"rows": {"one": "{{.Count}} row", "other": "{{.Count}} rows"}}`,
		"pl": `{"rows": {"one": "{{.Count}} wiersz", "few": "{{.Count}} wiersze", "many": "{{.Count}} wierszy", "other": "{{.Count}} wiersza"}}`,
		"hi": `{"rows": {"one": "{{.Count}} पंक्ति", "other": "{{.Count}} पंक्तियाँ"}}`,
	}}
	for _, test := range []struct {
		language string
		count    int
		want     string
	}{
		{"pl", 1, "1 wiersz"},
		{"pl", 3, "3 wiersze"},
		{"pl", 12, "12 wierszy"},
		{"en", 5000, "5,000 rows"},
		{"hi", 0, "0 पंक्ति"},
		{"hi", 123456, "1,23,456 पंक्तियाँ"},
	} {
		spoken, err := words.Read(from, nil, test.language)
		if err != nil {
			t.Fatal(err)
		}
		if got := spoken.Say("rows", words.Counted(test.count)); got != test.want {
			t.Errorf("%q, not %q", got, test.want)
		}
	}
}

// Meta's pages may be in English although the person's system is not.
func TestLabelsStandBesideMetasEnglish(t *testing.T) {
	text := `{"x": "**{{meta \"system_users\"}}**, {{menu \"system_users\"}}, {{meta \"whatsapp\"}}"}`
	from := &made{words: map[string]string{"pt-BR": text, "en": text}}
	for language, want := range map[string]string{
		"en":    "**System users**, Business settings › Users › System users, WhatsApp",
		"pt-BR": "**Usuários do sistema (System users)**, Configurações do negócio › Usuários › Usuários do sistema (Business settings › Users › System users), WhatsApp",
	} {
		spoken, err := words.Read(from, nil, language)
		if err != nil {
			t.Fatal(err)
		}
		if got := spoken.Say("x"); got != want {
			t.Errorf("%s says %q, not %q", language, got, want)
		}
	}
}

func TestSentencesAreJoined(t *testing.T) {
	spoken, err := words.New(nil, "en")
	if err != nil {
		t.Fatal(err)
	}
	for want, got := range map[string]string{
		"It is gone. To see it: latchkey saved": spoken.Paragraph("It is gone", "To see it: latchkey saved"),
		"Is it gone? Look.":                     spoken.Paragraph("Is it gone?", "Look."),
		"**This helps:** Wait.":                 spoken.Paragraph("**This helps:**", "Wait."),
		"It is gone.":                           spoken.Paragraph("It is gone", ""),
		"It has ended.":                         spoken.Sentence("It has ended."),
		"a, b, c":                               spoken.List("a", "", "b", "c"),
		"a, b; c":                               spoken.LongList("a, b", "c"),
		"Step 1 of 7: Your business":            spoken.Named("Step 1 of 7", "Your business"),
	} {
		if got != want {
			t.Errorf("%q, not %q", got, want)
		}
	}
}

// A fix has a line for each step, and is said as one paragraph.
func TestTheStepsOfAFix(t *testing.T) {
	from := &made{words: map[string]string{
		"en": `{"x.fix": "Open **{{meta \"apps\"}}**.\nThen press **{{meta \"add\"}}**.", "join.paragraph": "{{.First}} {{.Then}}"}`,
	}}
	spoken, err := words.Read(from, nil)
	if err != nil {
		t.Fatal(err)
	}
	if got := spoken.Say("x.fix"); got != "Open **Apps**. Then press **+ Add**." {
		t.Errorf("got %q", got)
	}
	if steps := spoken.Steps("x.fix"); len(steps) != 2 || steps[1] != "Then press **+ Add**." {
		t.Errorf("the steps are %q", steps)
	}
}
