package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"

	"latchkey/assets"
	"latchkey/ui/words"
)

// names are NSIS's own of languages, by the tags that assets/languages goes by:
// https://github.com/kichik/nsis/tree/master/Contrib/Language%20files
var names = map[string]string{
	"cs": "Czech", "da": "Danish", "de": "German", "el": "Greek", "en": "English",
	"es": "Spanish", "es-419": "SpanishInternational", "fi": "Finnish", "fr": "French", "hi": "Hindi",
	"hu": "Hungarian", "id": "Indonesian", "it": "Italian", "ja": "Japanese", "ko": "Korean",
	"ms": "Malay", "nb": "Norwegian", "nl": "Dutch", "pl": "Polish", "pt": "Portuguese",
	"pt-BR": "PortugueseBR", "pt-PT": "Portuguese", "ro": "Romanian", "ru": "Russian", "sv": "Swedish",
	"th": "Thai", "tr": "Turkish", "uk": "Ukrainian", "vi": "Vietnamese", "zh": "SimpChinese",
	"zh-CN": "SimpChinese", "zh-Hans": "SimpChinese", "zh-Hant": "TradChinese", "zh-TW": "TradChinese",
}

// values are what the script puts into sentences. They stand between signs of no
// sentence while the sentence itself is escaped.
var values = words.Values{"Folder": "§INSTDIR§", "Installed": "§Installed§", "Settings": "§Settings§", "Version": "§{VERSION}§"}

var (
	said  = regexp.MustCompile(`\$\(([a-z]+(?:[._][a-z]+)+)\)`) // in a script
	value = regexp.MustCompile(`§(.+?)§`)
)

// languageTable writes, for each language of assets, the sentences that the scripts
// say by $(id). The first language is the one that NSIS falls back to: English.
func languageTable(scripts []string) ([]byte, error) {
	ids, err := idsIn(scripts)
	if err != nil {
		return nil, err
	}
	languages, err := assets.Languages()
	if err != nil {
		return nil, err
	}
	tags := []string{"en"}
	for _, tag := range languages {
		if tag != "en" {
			tags = append(tags, tag)
		}
	}
	var table bytes.Buffer
	table.WriteString("\ufeff") // by which makensis knows UTF-8
	for _, tag := range tags {
		name, ok := names[tag]
		if !ok {
			return nil, fmt.Errorf("what does NSIS call the language %s? Add it to the names in packaging/windows/generate/words.go", tag)
		}
		fmt.Fprintf(&table, "!insertmacro MUI_LANGUAGE %q\n", name)
		for _, id := range ids {
			sentence, err := say(tag, id)
			if err != nil {
				return nil, err
			}
			fmt.Fprintf(&table, "LangString %s ${LANG_%s} \"%s\"\n", id, strings.ToUpper(name), escaped(sentence))
		}
	}
	return table.Bytes(), nil
}

// idsIn lists the ids of the sentences that scripts say, in order.
func idsIn(scripts []string) ([]string, error) {
	var ids []string
	for _, script := range scripts {
		content, err := os.ReadFile(script)
		if err != nil {
			return nil, err
		}
		for _, found := range said.FindAllSubmatch(content, -1) {
			ids = append(ids, string(found[1]))
		}
	}
	if len(ids) == 0 {
		return nil, errors.New("these scripts say nothing")
	}
	slices.Sort(ids)
	return slices.Compact(ids), nil
}

// say returns a sentence in a language, without the marks of bold words.
func say(tag, id string) (string, error) {
	spoken, err := words.New(nil, tag)
	if err != nil {
		return "", err
	}
	sentence := spoken.Maybe(id, values)
	if sentence == "" {
		return "", fmt.Errorf("assets/languages/%s.json has no words for %s", tag, id)
	}
	return words.Plain(sentence), nil
}

// escaped writes a sentence as NSIS reads it within quotes.
func escaped(sentence string) string {
	sentence = strings.NewReplacer("$", "$$", `"`, `$\"`, "\r", "", "\n", `$\r$\n`, "\t", `$\t`).Replace(sentence)
	return value.ReplaceAllString(sentence, "$$$1")
}
