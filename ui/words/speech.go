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
// when the first is said, unless somebody has read them before.
type speech struct {
	tag      language.Tag
	numbers  *message.Printer
	parser   template.Parser
	troubles describedTroubles
	from     source

	mutex     sync.Mutex                 // before all of what follows: sentences are said from everywhere
	unsaid    map[string]json.RawMessage // nil until it is read
	unread    error                      // why it could not be
	bundle    *i18n.Bundle
	localizer *i18n.Localizer
}

// newSpeech is a language that is yet to be read.
func newSpeech(from source, tag language.Tag) *speech {
	s := &speech{tag: tag, from: from, numbers: message.NewPrinter(tag), bundle: i18n.NewBundle(tag)}
	s.localizer = i18n.NewLocalizer(s.bundle, tag.String())
	s.parser = parser{textTemplates(s.labelToSay, s.menuToSay)}
	return s
}

// read reads all sentences, once.
func (s *speech) read() error {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	return s.readLocked()
}

func (s *speech) readLocked() error {
	if s.unsaid != nil || s.unread != nil {
		return s.unread
	}
	text, err := s.from.Words(s.tag.String())
	if err == nil {
		err = json.Unmarshal(text, &s.unsaid)
	}
	if err != nil {
		s.unread = fmt.Errorf("reading the language %s: %w", s.tag, err)
	}
	return s.unread
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
	if s.readLocked() != nil {
		return false
	}
	written, known := s.unsaid[id]
	if !known {
		return false
	}
	if written == nil {
		return true
	}
	s.unsaid[id] = nil
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
