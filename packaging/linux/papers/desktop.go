package main

import (
	"bytes"
	_ "embed"
	"encoding/xml"
	"strings"
	"text/template"
)

//go:embed desktop.tmpl
var desktopTemplate string

//go:embed metainfo.tmpl
var metainfoTemplate string

// desktop writes the entry in the menu, and what software centres show.
func (p papers) desktop() error {
	spoken, err := languages()
	if err != nil {
		return err
	}
	released, err := releases(p)
	if err != nil {
		return err
	}
	// What a template may ask for besides its data.
	asks := template.FuncMap{
		// entry is a key of a menu entry in all languages, a line for each.
		"entry": func(key, id string) (string, error) {
			said, err := texts(spoken, id)
			var lines []string
			for _, one := range said {
				in := ""
				if one.Locale != "" {
					in = "[" + one.Locale + "]"
				}
				lines = append(lines, key+in+"="+strings.ReplaceAll(one.Says, `\`, `\\`))
			}
			return strings.Join(lines, "\n"), err
		},
		// element is an element of XML in all languages.
		"element": func(name, id string) (string, error) {
			said, err := texts(spoken, id)
			var elements []string
			for _, one := range said {
				in := ""
				if one.Tag != english {
					in = ` xml:lang="` + one.Tag + `"`
				}
				elements = append(elements, "<"+name+in+">"+escaped(one.Says)+"</"+name+">")
			}
			return strings.Join(elements, ""), err
		},
		"escaped": escaped,
	}
	data := map[string]any{"ID": ID, "Version": p.version, "Project": p.project, "Releases": released}
	for name, form := range map[string]string{
		"usr/share/applications/" + ID + ".desktop":  desktopTemplate,
		"usr/share/metainfo/" + ID + ".metainfo.xml": metainfoTemplate,
	} {
		var filled bytes.Buffer
		made, err := template.New(name).Funcs(asks).Parse(form)
		if err == nil {
			err = made.Execute(&filled, data)
		}
		if err == nil {
			err = p.write(name, filled.Bytes())
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func escaped(text string) string {
	var out strings.Builder
	_ = xml.EscapeText(&out, []byte(text)) // a Builder takes everything
	return out.String()
}
