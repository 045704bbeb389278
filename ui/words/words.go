// Package words turns ids and values into sentences in the person's language.
// It serves the window and the terminal alike and knows neither.
package words

import (
	"fmt"
	"path"
	"strconv"
	"strings"
	"time"

	"github.com/nicksnyder/go-i18n/v2/i18n"
	"golang.org/x/text/language"

	"latchkey/assets"
	"latchkey/wizard/report"
)

// Values go into a sentence where it says {{.Name}}.
type Values = map[string]string

// Words speaks one language.
type Words struct {
	localizer *i18n.Localizer
	zone      *time.Location
}

// New returns the words of the first of the languages that is there, English
// otherwise. Languages are tags such as "de" or "pt-BR". Times are told in
// zone; nil is this computer's.
func New(zone *time.Location, languages ...string) (*Words, error) {
	bundle := i18n.NewBundle(language.English)
	files, err := assets.Languages.ReadDir("languages")
	if err != nil {
		return nil, fmt.Errorf("listing the languages: %w", err)
	}
	for _, file := range files {
		if _, err := bundle.LoadMessageFileFS(assets.Languages, path.Join("languages", file.Name())); err != nil {
			return nil, fmt.Errorf("reading the language %s: %w", file.Name(), err)
		}
	}
	if zone == nil {
		zone = time.Local
	}
	return &Words{localizer: i18n.NewLocalizer(bundle, languages...), zone: zone}, nil
}

// Say returns the sentence of an id with the values in it. An id without words
// comes back in brackets; a test sees to it that there is none.
func (w *Words) Say(id string, values ...Values) string {
	text, ok := w.say(id, values...)
	if !ok {
		return "[" + id + "]"
	}
	return text
}

// Maybe returns the sentence of an id, or "" where there is none.
func (w *Words) Maybe(id string, values ...Values) string {
	text, _ := w.say(id, values...)
	return text
}

func (w *Words) say(id string, values ...Values) (string, bool) {
	data := Values{}
	for _, more := range values {
		for name, value := range more {
			data[name] = value
		}
	}
	config := i18n.LocalizeConfig{MessageID: id, TemplateData: data}
	plural := config
	plural.PluralCount = counted(data)
	text, err := w.localizer.Localize(&plural)
	if err != nil {
		// Most sentences have one form for every number.
		text, err = w.localizer.Localize(&config)
	}
	if err != nil {
		return "", false
	}
	// What a template prints for a value that was not handed in.
	return strings.TrimSpace(strings.ReplaceAll(text, "<no value>", "")), true
}

// counted is the number that a sentence bends to, nil where there is none.
func counted(values Values) any {
	for _, name := range []string{"Count", "Minutes", "All"} {
		if number, err := strconv.Atoi(values[name]); err == nil {
			return number
		}
	}
	return nil
}

// Plain takes the marks of bold words out of a text, for where there is no
// bold.
func Plain(text string) string { return report.Plain(text) }
