// Package words turns ids and values into sentences in the person's language.
// It serves the window and the terminal alike and knows neither.
package words

import (
	"maps"
	"strconv"
	"strings"
	"sync/atomic"
	"time"

	"latchkey/assets/marks"
	"latchkey/graph/site"
	"latchkey/graph/value"
)

// Values go into a sentence where it says {{.Name}}. Count is the number that
// the sentence bends to, and nothing else: "1 row", "2 rows".
type Values = map[string]string

// Counted are the values of a sentence that bends to a number.
func Counted(count int) Values { return Values{"Count": strconv.Itoa(count)} }

// Words speaks one language, and another one from the moment it is told to.
type Words struct {
	zone     *time.Location
	from     source
	terminal bool // what can be done is said as commands, not as buttons
	speech   atomic.Pointer[speech]
}

// New returns the words of the first of the languages that is there, English
// otherwise. Languages are tags such as "de" or "pt-BR". Times are told in
// zone; nil is this computer's. They are
// read when the first is said: the program has them with it, where they can be.
func New(zone *time.Location, languages ...string) (*Words, error) {
	w := fromSource(programs{}, zone)
	return w, w.choose(languages)
}

// read reads the words of the language that suits best, and of no other.
func read(from source, zone *time.Location, languages ...string) (*Words, error) {
	w := fromSource(from, zone)
	if err := w.Speak(languages...); err != nil {
		return nil, err
	}
	return w, nil
}

func fromSource(from source, zone *time.Location) *Words {
	if zone == nil {
		zone = time.Local
	}
	return &Words{zone: zone, from: from}
}

// Read reads the words now, so that the first need not wait for it.
func (w *Words) Read() { _ = w.speech.Load().read() }

// Speak changes the language to the first of the languages that is there, English
// otherwise.
func (w *Words) Speak(languages ...string) error {
	before := w.speech.Load()
	if err := w.choose(languages); err != nil {
		return err
	}
	if err := w.speech.Load().read(); err != nil {
		w.speech.Store(before)
		return err
	}
	return nil
}

func (w *Words) choose(languages []string) error {
	chosen, err := best(w.from, languages)
	if err != nil {
		return err
	}
	if now := w.speech.Load(); now != nil && now.tag == chosen {
		return nil
	}
	w.speech.Store(newSpeech(w.from, chosen))
	return nil
}

// In returns the same words in another language, for somebody else to read: of what is done in
// Latchkey they name the buttons.
func (w *Words) In(language string) (*Words, error) {
	if language == w.Language() {
		return w.ForWindow(), nil
	}
	return read(w.from, w.zone, language)
}

// ForWindow returns the same words, naming the buttons of what is done in Latchkey.
func (w *Words) ForWindow() *Words { return w.where(false) }

// ForTerminal returns the same words, naming the commands.
func (w *Words) ForTerminal() *Words { return w.where(true) }

func (w *Words) where(terminal bool) *Words {
	if w.terminal == terminal {
		return w
	}
	same := &Words{zone: w.zone, from: w.from, terminal: terminal}
	same.speech.Store(w.speech.Load())
	return same
}

// Number writes a whole number as the language does: "5,000".
func (w *Words) Number(number int) string { return w.speech.Load().numbers.Sprint(number) }

// Language is the tag of the language that is spoken.
func (w *Words) Language() string { return w.speech.Load().tag.String() }

// Meta returns how a label of Meta's pages reads there, by its id.
func (w *Words) Meta(id string) string { return site.LabelIn(w.Language(), id) }

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
	if w.terminal {
		data["Terminal"] = "yes"
	}
	return w.speech.Load().say(id, data)
}

// Plain takes the marks of bold words out of a text, for where there is no
// bold.
func Plain(text string) string { return marks.Plain(text) }
