package words_test

import (
	"testing"
	"testing/fstest"

	"latchkey/ui/words"
)

// countedFiles notes which files are read.
type countedFiles struct {
	fstest.MapFS
	read []string
}

func (c *countedFiles) ReadFile(name string) ([]byte, error) {
	c.read = append(c.read, name)
	return c.MapFS.ReadFile(name)
}

// A start reads the words of one language: the others would make it wait for
// nothing.
func TestOnlyTheChosenLanguageIsRead(t *testing.T) {
	for _, test := range []struct{ wanted, file, says string }{
		{"de", "languages/de.json", "Guten Tag"},
		{"de-AT", "languages/de.json", "Guten Tag"},
		{"pt-BR", "languages/pt-BR.json", "Bom dia"},
		{"en-GB", "languages/en.json", "Hello"},
		{"ja", "languages/en.json", "Hello"},
		{"", "languages/en.json", "Hello"},
	} {
		files := &countedFiles{MapFS: fstest.MapFS{
			"languages/de.json":    {Data: []byte(`{"hello": "Guten Tag"}`)},
			"languages/en.json":    {Data: []byte(`{"hello": "Hello"}`)},
			"languages/pt-BR.json": {Data: []byte(`{"hello": "Bom dia"}`)},
		}}
		spoken, err := words.Read(files, nil, test.wanted)
		if err != nil {
			t.Fatal(err)
		}
		if got := spoken.Say("hello"); got != test.says {
			t.Errorf("%q says %q, not %q", test.wanted, got, test.says)
		}
		if len(files.read) != 1 || files.read[0] != test.file {
			t.Errorf("%q reads %v", test.wanted, files.read)
		}
	}
}

// Each language has forms of its own for numbers.
func TestASentenceBendsAsItsLanguageDoes(t *testing.T) {
	files := fstest.MapFS{
		"languages/en.json": {Data: []byte(`{"rows": {"one": "{{.Count}} row", "other": "{{.Count}} rows"}}`)},
		"languages/pl.json": {Data: []byte(`{"rows": {"one": "{{.Count}} wiersz", "few": "{{.Count}} wiersze", "many": "{{.Count}} wierszy", "other": "{{.Count}} wiersza"}}`)},
	}
	spoken, err := words.Read(files, nil, "pl")
	if err != nil {
		t.Fatal(err)
	}
	for count, want := range map[int]string{1: "1 wiersz", 3: "3 wiersze", 12: "12 wierszy"} {
		if got := spoken.Say("rows", words.Counted(count)); got != want {
			t.Errorf("%q, not %q", got, want)
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
	files := fstest.MapFS{"languages/en.json": {Data: []byte(
		`{"x.fix": "Open **{{meta \"apps\"}}**.\nThen press **{{meta \"add\"}}**.", "join.paragraph": "{{.First}} {{.Then}}"}`)}}
	spoken, err := words.Read(files, nil)
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
