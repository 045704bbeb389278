package words

import (
	"strings"
	"sync"

	"latchkey/graph/trouble"
)

// Explain finds every Graph error in a text; where there is none, what the text lets
// one suppose, else the errors of the catalogue that its words describe.
func (w *Words) Explain(text string) ([]*trouble.Error, []trouble.Guess) {
	if found := trouble.Find(text); len(found) > 0 {
		return errorsOf(found), nil
	}
	if guesses := trouble.GuessIn(text); len(guesses) > 0 {
		return nil, guesses
	}
	return w.described(text), nil
}

func errorsOf(found []trouble.Found) []*trouble.Error {
	var errors []*trouble.Error
	for _, one := range found {
		errors = append(errors, one.Error)
	}
	return errors
}

// described are the errors of the catalogue that a few words describe: those in
// whose title, cause or fix every word of a text occurs, each once.
func (w *Words) described(text string) []*trouble.Error {
	const mostWords = 8
	wanted := strings.Fields(strings.ToLower(text))
	if len(wanted) == 0 || len(wanted) > mostWords {
		return nil
	}
	var found []*trouble.Error
	for _, known := range w.speech.Load().troubles.in(w) {
		if containsAll(known.about, wanted) {
			found = append(found, &trouble.Error{Code: known.Code, Subcode: known.Subcode, Message: known.Says, FromCatalogue: true})
		}
	}
	return found
}

// describedTrouble is a trouble by its first line in the catalogue, with all that
// is told about it in small letters.
type describedTrouble struct {
	trouble.Entry
	about string
}

// describedTroubles are all troubles, read once: when somebody searches by words.
type describedTroubles struct {
	once sync.Once
	all  []describedTrouble
}

func (d *describedTroubles) in(w *Words) []describedTrouble {
	d.once.Do(func() {
		seen := map[string]bool{}
		for _, entry := range trouble.Catalogue() {
			if seen[entry.ID] {
				continue
			}
			seen[entry.ID] = true
			id := "trouble." + entry.ID
			about := Plain(w.Paragraph(w.Maybe(id+".title"), w.Maybe(id+".cause"), w.Maybe(id+".fix")))
			d.all = append(d.all, describedTrouble{entry, strings.ToLower(about)})
		}
	})
	return d.all
}

func containsAll(text string, words []string) bool {
	for _, word := range words {
		if !strings.Contains(text, word) {
			return false
		}
	}
	return true
}

// QuotesMeta reports whether what Meta wrote stands below the words about an
// error: where Meta wrote anything, and the cause does not hold it already.
func QuotesMeta(err *trouble.Error, cause string) bool {
	said := err.InWords()
	return said != "" && !err.FromCatalogue && !strings.Contains(cause, said)
}
