package words

import (
	"strings"

	"latchkey/graph/trouble"
)

// Explain finds every Graph error in a text, as FindErrors does; where there is
// none, it gives what the text lets one suppose.
func (w *Words) Explain(text string) ([]*trouble.Error, []trouble.Guess) {
	if len(trouble.Find(text)) == 0 {
		if guesses := trouble.GuessIn(text); len(guesses) > 0 {
			return nil, guesses
		}
	}
	return w.FindErrors(text), nil
}

// FindErrors finds every Graph error in a text; where there is none, those of
// the catalogue that its words describe.
func (w *Words) FindErrors(text string) []*trouble.Error {
	var found []*trouble.Error
	for _, one := range trouble.Find(text) {
		found = append(found, one.Error)
	}
	if len(found) > 0 {
		return found
	}
	for _, known := range w.troubles(text) {
		found = append(found, &trouble.Error{Code: known.Code, Subcode: known.Subcode, Message: known.Says, FromCatalogue: true})
	}
	return found
}

// troubles searches the catalogue of errors by word: the known errors in whose
// title, cause or fix every word of a text occurs, each once.
func (w *Words) troubles(text string) []trouble.Entry {
	wanted := strings.Fields(strings.ToLower(text))
	if len(wanted) == 0 {
		return nil
	}
	var found []trouble.Entry
	seen := map[string]bool{}
	for _, entry := range trouble.Catalogue() {
		id := "trouble." + entry.ID
		about := strings.ToLower(Plain(w.Paragraph(w.Maybe(id+".title"), w.Maybe(id+".cause"), w.Maybe(id+".fix"))))
		if !seen[entry.ID] && containsAll(about, wanted) {
			seen[entry.ID] = true
			found = append(found, entry)
		}
	}
	return found
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
