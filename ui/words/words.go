// Package words turns ids and values into sentences in the person's language.
// It serves the window and the terminal alike and knows neither.
package words

import (
	"fmt"
	"io/fs"
	"maps"
	"path"
	"strconv"
	"strings"
	"time"

	"github.com/nicksnyder/go-i18n/v2/i18n"
	"github.com/nicksnyder/go-i18n/v2/i18n/template"
	"golang.org/x/text/language"

	"latchkey/assets"
	"latchkey/assets/marks"
	"latchkey/graph/site"
	"latchkey/graph/value"
)

// Values go into a sentence where it says {{.Name}}. Count is the number that
// the sentence bends to, and nothing else: "1 row", "2 rows".
type Values = map[string]string

// Counted are the values of a sentence that bends to a number.
func Counted(count int) Values { return Values{"Count": strconv.Itoa(count)} }

// Words speaks one language.
type Words struct {
	localizer *i18n.Localizer
	parser    template.Parser
	language  string // the tag its file is named by
	zone      *time.Location
	troubles  describedTroubles
}

// New returns the words of the first of the languages that is there, English
// otherwise. Languages are tags such as "de" or "pt-BR". Times are told in
// zone; nil is this computer's.
func New(zone *time.Location, languages ...string) (*Words, error) {
	return read(assets.Languages, zone, languages...)
}

// read reads the file of the language that suits best, and no other.
func read(files fs.FS, zone *time.Location, languages ...string) (*Words, error) {
	entries, err := fs.ReadDir(files, folder)
	if err != nil {
		return nil, fmt.Errorf("listing the languages: %w", err)
	}
	tags := []language.Tag{language.English} // what is spoken where nothing fits stands first
	for _, entry := range entries {
		tag, err := language.Parse(strings.TrimSuffix(entry.Name(), path.Ext(entry.Name())))
		if err != nil {
			return nil, fmt.Errorf("the language %s is not named by its tag: %w", entry.Name(), err)
		}
		tags = append(tags, tag)
	}
	_, best := language.MatchStrings(language.NewMatcher(tags), languages...)
	chosen := tags[best]
	bundle := i18n.NewBundle(chosen)
	if _, err := bundle.LoadMessageFileFS(files, path.Join(folder, chosen.String()+".json")); err != nil {
		return nil, fmt.Errorf("reading the language %s: %w", chosen, err)
	}
	if zone == nil {
		zone = time.Local
	}
	w := &Words{localizer: i18n.NewLocalizer(bundle, chosen.String()), language: chosen.String(), zone: zone}
	w.parser = parser{textTemplates(w.Meta, w.Menu)}
	return w, nil
}

const folder = "languages"

// Meta returns how a label of Meta's pages reads, by its id.
func (w *Words) Meta(id string) string { return site.LabelIn(w.language, id) }

// Menu returns a way through Meta's menus, by its id.
func (w *Words) Menu(id string) string { return site.MenuIn(w.language, id) }

// Say returns the sentence of an id with the values in it. An id without words
// comes back in brackets; a test sees to it that there is none.
func (w *Words) Say(id string, values ...Values) string {
	text, ok := w.say(id, values...)
	if !ok {
		return "[" + id + "]"
	}
	return w.oneParagraph(id, text)
}

// Maybe returns the sentence of an id, or "" where there is none.
func (w *Words) Maybe(id string, values ...Values) string {
	text, _ := w.say(id, values...)
	return w.oneParagraph(id, text)
}

// oneParagraph puts the steps of a fix, each of which has a line, into one paragraph.
func (w *Words) oneParagraph(id, text string) string {
	if !strings.HasSuffix(id, ".fix") || !strings.Contains(text, "\n") {
		return text
	}
	return w.Paragraph(strings.Split(text, "\n")...)
}

func (w *Words) say(id string, values ...Values) (string, bool) {
	data := Values{}
	for _, more := range values {
		maps.Copy(data, more)
	}
	// Values come from anywhere; what is said of them goes to the screen.
	for name, one := range data {
		data[name] = (*value.Guard)(nil).Text(one)
	}
	config := i18n.LocalizeConfig{MessageID: id, TemplateData: data, TemplateParser: w.parser}
	if count, err := strconv.Atoi(data["Count"]); err == nil {
		config.PluralCount = count
	}
	text, err := w.localizer.Localize(&config)
	if err != nil && config.PluralCount != nil {
		// Most sentences have one form for every number.
		config.PluralCount = nil
		text, err = w.localizer.Localize(&config)
	}
	if err != nil {
		return "", false
	}
	return strings.TrimSpace(text), true
}

// Plain takes the marks of bold words out of a text, for where there is no
// bold.
func Plain(text string) string { return marks.Plain(text) }
