package main

import (
	"fmt"
	"time"

	tags "golang.org/x/text/language"

	"latchkey/assets"
	"latchkey/ui/words"
)

// english is what stands where a desktop speaks a language that there is none of.
const english = "en"

// language is one that the program speaks.
type language struct {
	*words.Words
	tag    string // as in XML: pt-BR
	locale string // as in a menu entry and below /usr/share/man: pt_BR; "" for English
}

// languages are all of assets/languages.
func languages() ([]language, error) {
	names, err := assets.Languages()
	if err != nil {
		return nil, err
	}
	var found []language
	for _, name := range names {
		tag, err := tags.Parse(name)
		if err != nil {
			return nil, fmt.Errorf("%q is not a language's tag: %w", name, err)
		}
		spoken, err := words.New(time.UTC, name)
		if err != nil {
			return nil, err
		}
		found = append(found, language{Words: spoken, tag: name, locale: locale(tag)})
	}
	return found, nil
}

// locale is how POSIX names a language. It knows no scripts: zh-Hans is the one of
// the country where it is written.
func locale(tag tags.Tag) string {
	base, _ := tag.Base()
	if tag.String() == base.String() {
		if base.String() == english {
			return ""
		}
		return base.String()
	}
	region, _ := tag.Region()
	return base.String() + "_" + region.String()
}

// texts are the words of one id, language by language, English first. It fails where
// one of them has none.
func texts(spoken []language, id string) ([]text, error) {
	var found []text
	for _, language := range spoken {
		said := words.Plain(language.Maybe(id))
		if said == "" {
			return nil, fmt.Errorf("assets/languages/%s.json has no %q, which a package tells in every language: add it", language.tag, id)
		}
		one := text{Tag: language.tag, Locale: language.locale, Says: said}
		if language.tag == english {
			found = append([]text{one}, found...)
			continue
		}
		found = append(found, one)
	}
	if len(found) == 0 || found[0].Tag != english {
		return nil, fmt.Errorf("assets/languages/%s.json is missing", english)
	}
	return found, nil
}

// text is one text in one language.
type text struct{ Tag, Locale, Says string }
