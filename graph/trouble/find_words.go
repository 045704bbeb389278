package trouble

import (
	"regexp"
	"strconv"
	"strings"

	"latchkey/graph/value"
)

// How programs write Graph's errors where they do not write JSON: Graph's own
// "(#131030) …", "code: 190, subcode 463", Python's 'code': 190, PHP's
// [code] => 190.
var (
	hashForm = regexp.MustCompile(`\(#(\d{1,7})\)`)
	codeForm = regexp.MustCompile(`(?i)(?:\b(?:http|status|exit|response|country|area|zip|postal|dial|language|return)[\s_-]*)?\b(?:error[\s_-]?)?code\\*["'\]]*\s*(?:=>|[:=#])?\s*\\*["']?(\d{1,7})\b`)
	subForm  = regexp.MustCompile(`(?is)^.{0,24}?\b(?:error[\s_-]?)?sub[\s_-]?code\\*["'\]]*\s*(?:=>|[:=#])?\s*\\*["']?(\d{1,8})\b`)
	notGraph = regexp.MustCompile(`(?i)^(?:http|status|exit|response|country|area|zip|postal|dial|language|return)`)
	messages = regexp.MustCompile(`(?i)\bmessage\\*["'\]]*\s*(?:=>|[:=])\s*\\*["']?([^"'\n]{1,600})`)

	wordForm = regexp.MustCompile(`[^\s()\[\]"',;=]+`)
	bareForm = regexp.MustCompile(`^#?(\d{1,7})(?:/(\d{1,8}))?[.:]*$`)
	twoForm  = regexp.MustCompile(`^\D*(\d{1,7})\D+(\d{1,8})\D*$`)
)

// words finds errors that are written in words. One that JSON tells too is
// left out later.
func (s *errorSearch) words() {
	for _, match := range hashForm.FindAllStringSubmatchIndex(s.text, maxHits) {
		s.word(match[0], s.number(match[2], match[3]), 0, s.restOfLine(match[0]))
	}
	for _, match := range codeForm.FindAllStringSubmatchIndex(s.text, maxHits) {
		code, end := s.number(match[2], match[3]), match[1]
		if notGraph.MatchString(s.text[match[0]:end]) || !isKnownCode(code) {
			continue
		}
		subcode := 0
		if below := subForm.FindStringSubmatch(s.text[end:min(len(s.text), end+80)]); below != nil {
			subcode, _ = strconv.Atoi(below[1])
		}
		s.word(match[0], code, subcode, s.messageNear(match[0], end))
	}
}

// bareCodes finds codes that stand for themselves: "190/463", "131031". In a
// longer text only those count that are Graph's beyond doubt: short numbers
// are dates, sizes and times too.
func (s *errorSearch) bareCodes() {
	const bareLength, firstLongCode = 40, 80000
	bare := len(strings.TrimSpace(s.text)) <= bareLength
	if bare && s.codeAndSubcode() {
		return
	}
	for _, place := range wordForm.FindAllStringIndex(s.text, -1) {
		match := bareForm.FindStringSubmatch(s.text[place[0]:place[1]])
		if match == nil || len(s.hits) >= maxHits {
			continue
		}
		code, _ := strconv.Atoi(match[1])
		subcode, _ := strconv.Atoi(match[2])
		if bare || knowsSubcode(code, subcode) || code >= firstLongCode && isKnownCode(code) {
			s.word(place[0], code, subcode, "")
		}
	}
}

// codeAndSubcode takes a short text for a code and its subcode, such as
// "190 (463)", where the catalogue knows the two together.
func (s *errorSearch) codeAndSubcode() bool {
	two := twoForm.FindStringSubmatch(s.text)
	if two == nil {
		return false
	}
	code, _ := strconv.Atoi(two[1])
	subcode, _ := strconv.Atoi(two[2])
	if !knowsSubcode(code, subcode) {
		return false
	}
	s.word(0, code, subcode, "")
	return true
}

// knowsSubcode reports whether the catalogue tells this subcode from others.
func knowsSubcode(code, subcode int) bool {
	return subcode != 0 && Explain(code, subcode, "") != Explain(code, 0, "")
}

func (s *errorSearch) word(start, code, subcode int, message string) {
	found := &Error{Code: code, Subcode: subcode, Message: value.Shorten(message)}
	s.hits = append(s.hits, hit{error: found, text: s.text, start: start})
}

func (s *errorSearch) number(start, end int) int {
	number, _ := strconv.Atoi(s.text[start:end])
	return number
}

// restOfLine is Graph's text from "(#131030)" to its end.
func (s *errorSearch) restOfLine(start int) string {
	rest := s.text[start:min(len(s.text), start+1000)]
	if end := strings.IndexAny(rest, "\"\n\\"); end >= 0 {
		rest = rest[:end]
	}
	return strings.TrimSpace(rest)
}

// messageNear is the message written beside a code, else the code's own line.
func (s *errorSearch) messageNear(start, end int) string {
	const near = 800
	around := s.text[max(0, start-near):min(len(s.text), end+near)]
	if match := messages.FindStringSubmatch(around); match != nil {
		return strings.TrimSpace(match[1])
	}
	from := strings.LastIndexByte(s.text[:start], '\n') + 1
	return s.restOfLine(max(from, start-near))
}
