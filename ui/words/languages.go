package words

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/jeandeaual/go-locale"
	"golang.org/x/text/language"

	"latchkey/assets"
	"latchkey/wizard/files"
)

// english is spoken where nothing else fits.
const english = "en"

// Variable is the environment's word on the language, before what is remembered.
const Variable = "LATCHKEY_LANG"

// ownNames are the languages as those who speak them call them.
var ownNames = map[string]string{
	"de": "Deutsch", "en": "English", "es": "Español", "fr": "Français",
	"hi": "हिन्दी", "id": "Bahasa Indonesia", "it": "Italiano", "pt-BR": "Português (Brasil)",
}

// Language is one that can be spoken.
type Language struct {
	Tag  string // such as "pt-BR"
	Name string // in the language itself
}

// Languages lists all that can be spoken, by their names.
func Languages() []Language {
	var list []Language
	for tag, name := range ownNames {
		list = append(list, Language{tag, name})
	}
	slices.SortFunc(list, func(a, b Language) int { return strings.Compare(a.Name, b.Name) })
	return list
}

// Preferred are the languages that this person is to be spoken to in, the first one
// before the others: what the environment says, what was chosen in Settings, what the
// system speaks.
func Preferred(ctx context.Context, variable func(string) string, folder *files.Folder) []string {
	// Where the system does not tell, English it is.
	system, _ := locale.GetLocales()
	return append([]string{variable(Variable), Chosen(ctx, folder)}, system...)
}

// Known tells whether there is a language that a tag, such as "pt-PT", can mean.
func Known(tag string) bool {
	match, err := matching(programs{})
	if err != nil {
		return false
	}
	_, known := match(tag)
	return known
}

// best is the first of the languages that there is, English otherwise.
func best(from source, wanted []string) (language.Tag, error) {
	match, err := matching(from)
	if err != nil {
		return language.Und, err
	}
	// Each is asked for alone: together, a better fit further down would win.
	for _, one := range wanted {
		if tag, known := match(one); known {
			return tag, nil
		}
	}
	return language.English, nil
}

// matching finds the language that suits a tag best, if there is one.
func matching(from source) (func(wanted string) (language.Tag, bool), error) {
	names, err := from.Languages()
	if err != nil {
		return nil, fmt.Errorf("listing the languages: %w", err)
	}
	known := make([]language.Tag, len(names))
	for i, name := range names {
		if known[i], err = language.Parse(name); err != nil {
			return nil, fmt.Errorf("the language %s is not named by its tag: %w", name, err)
		}
	}
	matcher := language.NewMatcher(known)
	return func(wanted string) (language.Tag, bool) {
		tag, err := language.Parse(wanted)
		if err != nil { // such as POSIX's "C"
			return language.Und, false
		}
		_, index, sure := matcher.Match(tag)
		return known[index], sure != language.No
	}, nil
}

// source is where words come from.
type source interface {
	Languages() ([]string, error)
	Words(tag string) ([]byte, error)
}

// programs are the words that the program holds.
type programs struct{}

func (programs) Languages() ([]string, error)     { return assets.Languages() }
func (programs) Words(tag string) ([]byte, error) { return assets.Words(tag) }
