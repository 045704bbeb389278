package sandbox

import (
	"fmt"
	"html/template"
	"regexp"
	"strconv"
	"strings"

	"latchkey/graph/site"
)

// Words are what the pages say, in the language of whoever practises. They are asked at
// each page, so that another language counts from the next one on.
type Words interface {
	// Say returns the sentence of an id with the values in it; **these marks** are
	// around words in bold.
	Say(id string, values ...map[string]string) string
	// Meta returns a label as Meta's pages show it in that language.
	Meta(label string) string
	// Language is a tag such as "pt-BR".
	Language() string
}

// wordless says the ids themselves, with Meta's English labels.
type wordless struct{}

func (wordless) Say(id string, _ ...map[string]string) string { return id }
func (wordless) Meta(label string) string                     { return site.LabelIn("en", label) }
func (wordless) Language() string                             { return "en" }

// values go into a sentence by their names.
type values = map[string]string

func (v *visit) say(id string, values ...values) string {
	return v.server.options.Words.Say(id, values...)
}

func (v *visit) meta(label string) string { return v.server.options.Words.Meta(label) }

func (v *visit) menu(way string) string { return menuIn(v.server.options.Words, way) }

func menuIn(words Words, way string) string {
	labels := site.MenuLabels(way)
	for i, label := range labels {
		labels[i] = words.Meta(label)
	}
	return strings.Join(labels, " › ")
}

// pageFunctions are what the pages call. "say" takes the names of values, each with its
// value behind it; one that is HTML, such as an anchor, stays that.
func pageFunctions(words Words) template.FuncMap {
	return template.FuncMap{
		"link": link, "anchor": anchor, "copyable": copyable, "meta": words.Meta,
		"menu": func(way string) string { return menuIn(words, way) },
		"text": func(id string, pairs ...any) string { said, _ := sayPairs(words, id, pairs); return said },
		"say": func(id string, pairs ...any) template.HTML {
			said, markup := sayPairs(words, id, pairs)
			said = inBold.ReplaceAllString(template.HTMLEscapeString(said), "<b>$1</b>")
			for place, one := range markup {
				said = strings.ReplaceAll(said, place, string(one))
			}
			return template.HTML(said)
		},
	}
}

var inBold = regexp.MustCompile(`\*\*(.+?)\*\*`)

// sayPairs says a sentence with a place in it for each value that is HTML.
func sayPairs(words Words, id string, pairs []any) (said string, markup map[string]template.HTML) {
	handed, markup := values{}, map[string]template.HTML{}
	for i := 0; i+1 < len(pairs); i += 2 {
		name, one := fmt.Sprint(pairs[i]), pairs[i+1]
		if html, ok := one.(template.HTML); ok {
			place := "⟨" + strconv.Itoa(i) + "⟩"
			markup[place], handed[name] = html, place
			continue
		}
		handed[name] = fmt.Sprint(one)
	}
	return words.Say(id, handed), markup
}

func anchor(address, text string) template.HTML {
	return template.HTML(`<a href="` + template.HTMLEscapeString(address) + `">` + template.HTMLEscapeString(text) + `</a>`)
}
