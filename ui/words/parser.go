package words

import (
	texttemplate "text/template"

	"github.com/nicksnyder/go-i18n/v2/i18n/template"
)

// parser reads a sentence into a template when it is said for the first time,
// and never again: a page that is drawn says a hundred of them.
type parser struct{ *template.TextParser }

// Cacheable is true although there are functions: they are always the same.
func (parser) Cacheable() bool { return true }

// textTemplates are sentences in which {{meta "…"}} is a label of Meta's pages
// and {{menu "…"}} a way through their menus. A value that was not handed in
// leaves no mark.
func textTemplates(meta, menu func(id string) string) *template.TextParser {
	return &template.TextParser{Funcs: texttemplate.FuncMap{"meta": meta, "menu": menu}, Option: "missingkey=zero"}
}
