package trouble

import (
	"regexp"
	"slices"
	"strings"

	"latchkey/graph/value"
)

var (
	messages = []func() *regexp.Regexp{fieldForm(`(?:error)?[_ ]?message`), fieldForm(`msg`)}
	fields   = map[string]func() *regexp.Regexp{
		`details`: fieldForm(`details`), `error_user_title`: fieldForm(`error[_ ]user[_ ]title`), `error_user_msg`: fieldForm(`error[_ ]user[_ ]msg`),
	}
)

// fieldForm matches a field with its text, in quotes or to the end of its line.
func fieldForm(name string) func() *regexp.Regexp {
	return value.Pattern(`(?i)\b` + name + `(?:\\*["'\]>]*\s*(?:=>|[:=|])|>)\s*(?:string\(\d+\)\s*|<<|Some\()?(?:\\*"([^"\n]{1,900}?)\\*"|\\*'((?:[^'\n]|'[\pL]){1,900}?)\\*'|([^"'\s{}()<\[][^\n]{0,600}?)(?:,\s*[\w-]+\s*[:=]|[}\n]|$))`)
}

func field(text, name string) string { return firstGroup(fields[name]().FindStringSubmatch(text)) }

func firstGroup(match []string) string {
	for _, group := range match[min(1, len(match)):] {
		if group != "" {
			return value.Shorten(tidied(group))
		}
	}
	return ""
}

var (
	nextField = value.Pattern(`</|,?\s+(?:[Tt]ype|code|error_\w+|fbtrace_id|errorData)\s*[:=].*`)
	saysNone  = value.Pattern(`^(?:None|null|nil|<nil>|undefined|NULL|\[Object\]|N/A|-)?$`)
)

// tidied is what a field says, without what its dump closes behind it; "" for a
// word that stands for nothing.
func tidied(text string) string {
	if next := nextField().FindStringIndex(text); next != nil {
		text = text[:next[0]]
	}
	text = strings.TrimSpace(strings.ReplaceAll(text, `\'`, "'"))
	for _, pair := range []string{"()", "[]", "{}"} {
		for strings.HasSuffix(text, pair[1:]) && strings.Count(text, pair[1:]) > strings.Count(text, pair[:1]) {
			text = strings.TrimRight(text[:len(text)-1], "]})")
		}
	}
	if text = strings.Trim(text, " ,;`|"); saysNone().MatchString(text) {
		return ""
	}
	return text
}

// messageNear is the message written beside a code, else the code's own line.
func (s *errorSearch) messageNear(start, before, after int) string {
	for _, form := range messages {
		if message := firstGroup(form().FindStringSubmatch(s.text[before:after])); message != "" {
			return message
		}
	}
	if behind := s.wordsBehind(start); behind != "" {
		return behind
	}
	from := strings.LastIndexByte(s.text[:start], '\n') + 1
	if line := s.restOfLine(max(from, before)); holdsSentence(line) {
		return line
	}
	return ""
}

// holdsSentence reports whether a line holds one of Graph's sentences.
func holdsSentence(line string) bool {
	text := plain(line).text
	said := func(one sentence) bool { return strings.Contains(text, one.says) }
	return slices.ContainsFunc(sentenceList, said) || slices.ContainsFunc(vagueSentences, said)
}

// wordsBehind is what a program writes behind a code: "code 131058 - Templates can …".
// What belongs to another field is not that.
func (s *errorSearch) wordsBehind(start int) string {
	behind := behindForm().FindStringSubmatch(s.quotedAt(start))
	if behind == nil || otherField().MatchString(behind[1]) {
		return ""
	}
	return tidied(behind[1])
}

var otherField = value.Pattern(`(?i)^"?(?:error[_ ]?)?(?:sub[_ ]?code|type|message|details|title|fb[_ ]?trace|oauthexception)\b`)

var behindForm = value.Pattern(`^[^\d]*\d+\s*[\])]?\s*(?:[:.|,–—-]|\)\s)\s*("?\pL[^"|]*\s\pL[^|]*)`)

// restOfLine is Graph's text from "(#131030)" to its end, without what a dump puts
// behind it.
func (s *errorSearch) restOfLine(start int) string { return tidied(s.quotedAt(start)) }

// quotedAt is the text from a place to the end of its line, or of the quotes that it
// stands in.
func (s *errorSearch) quotedAt(start int) string {
	end := endOfText
	if start > 0 && s.text[start-1] == '\'' {
		end = endInSingle
	}
	rest := s.text[start:min(len(s.text), start+1000)]
	if place := end().FindStringIndex(rest); place != nil {
		return rest[:place[0]]
	}
	return rest
}

var (
	endOfText   = value.Pattern(`["\n]|\\[^'/]`)
	endInSingle = value.Pattern(`["\n]|\\[^'/]|'[^\pL]`)
)
