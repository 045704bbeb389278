package words

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"sync"

	"github.com/nicksnyder/go-i18n/v2/i18n"
	"github.com/nicksnyder/go-i18n/v2/i18n/template"
	"golang.org/x/text/language"
	"golang.org/x/text/message"

	"latchkey/graph/site"
)

// speech is one language as it is spoken. A start says a hundred of three thousand
// sentences, so each is handed to the library when it is said for the first time. They are read
// beside whatever else a start does; the first to be said waits until that is done.
type speech struct {
	tag      language.Tag
	numbers  *message.Printer
	parser   template.Parser
	troubles describedTroubles
	read     func() (map[string]json.RawMessage, error)

	mutex     sync.Mutex // before what was read, and all of what follows: sentences are said from everywhere
	bundle    *i18n.Bundle
	localizer *i18n.Localizer
}

// readSpeech begins to read a language.
func readSpeech(from source, tag language.Tag) *speech {
	s := &speech{tag: tag, numbers: message.NewPrinter(tag), bundle: i18n.NewBundle(tag)}
	s.read = sync.OnceValues(func() (unsaid map[string]json.RawMessage, err error) {
		text, err := from.Words(tag.String())
		if err == nil {
			err = json.Unmarshal(text, &unsaid)
		}
		if err != nil {
			return nil, fmt.Errorf("reading the language %s: %w", tag, err)
		}
		return unsaid, nil
	})
	go func() { _, _ = s.read() }() // what it could not read is told to whoever asks next
	s.localizer = i18n.NewLocalizer(s.bundle, tag.String())
	s.parser = parser{textTemplates(s.labelToSay, s.menuToSay)}
	return s
}

// say returns the sentence of an id with the values in it.
func (s *speech) say(id string, values Values) (string, bool) {
	config := i18n.LocalizeConfig{MessageID: id, TemplateData: values, TemplateParser: s.parser}
	if count, err := strconv.Atoi(values["Count"]); err == nil {
		config.PluralCount = count
		values["Count"] = s.numbers.Sprint(count)
	}
	s.mutex.Lock()
	defer s.mutex.Unlock()
	if !s.learn(id) {
		return "", false
	}
	text, err := s.localizer.Localize(&config)
	if err != nil && config.PluralCount != nil {
		// Most sentences have one form for every number.
		config.PluralCount = nil
		text, err = s.localizer.Localize(&config)
	}
	return strings.TrimSpace(text), err == nil
}

// learn hands the sentence of an id to the library. It reports whether there is one.
func (s *speech) learn(id string) bool {
	unsaid, _ := s.read()
	written, known := unsaid[id]
	if !known {
		return false
	}
	if written == nil {
		return true
	}
	unsaid[id] = nil
	said := i18n.Message{ID: id}
	if json.Unmarshal(written, &said.Other) != nil {
		var forms struct{ Zero, One, Two, Few, Many, Other string }
		if json.Unmarshal(written, &forms) != nil {
			return false
		}
		said.Zero, said.One, said.Two, said.Few, said.Many, said.Other = forms.Zero, forms.One, forms.Two, forms.Few, forms.Many, forms.Other
	}
	return s.bundle.AddMessages(s.tag, &said) == nil
}

// labelToSay names a label in a sentence. Meta's pages may be in English, or call it
// otherwise than is known here: the English stands beside it.
func (s *speech) labelToSay(id string) string {
	return beside(site.KnownLabelIn(s.tag.String(), id), site.LabelIn(english, id))
}

// menuToSay names a way through Meta's menus in a sentence.
func (s *speech) menuToSay(id string) string {
	return beside(site.MenuIn(s.tag.String(), id), site.MenuIn(english, id))
}

func beside(label, english string) string {
	if label == english {
		return label
	}
	return label + " (" + english + ")"
}
