package trouble

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"latchkey/graph/value"
)

// How programs write Graph's errors where they do not write JSON: Graph's own
// "(#131030) …", "code: 190, subcode 463", Python's 'code': 190, PHP's
// [code] => 190 and ["code"]=> int(190), Ruby's :code=>190, errorCode=190.
const (
	between = `\\*["'\]>]*\s*(?:=>|[:=#|(])?\s*(?:int\(|Some\()?\\*["'\[(]?`
	numbers = `(\d{1,8})\b`
)

var (
	hashForm    = regexp.MustCompile(`\(#(\d{1,7})\)`)
	codeForm    = regexp.MustCompile(`(?i)(?:\b(?:http|status|exit|response|country|area|zip|postal|dial|calling|language|return|error|fb|sub)[\s_-]+)?\b[a-z_]*code` + between + numbers)
	bracketForm = regexp.MustCompile(`(?i)\berror\s*(?:[\[(]#?|#)(\d{1,7})\b`)
	subForm     = regexp.MustCompile(`(?i)\b[a-z_]*sub[\s_-]?(?:error)?[\s_-]?code` + between + numbers)
	traceForm   = regexp.MustCompile(`(?i)(?:fb[_-]?trace[_-]?id|x-fb-trace-id)\\*["'\]>]*\s*(?:=>|[:=|(])?\s*(?:string\(\d+\)\s*)?\\*["']?([A-Za-z0-9_+/-]{4,60})`)
	notGraph    = regexp.MustCompile(`(?i)^(?:http|status|exit|response|country|area|zip|postal|dial|calling|language|return|sub)`)
	ofAnError   = regexp.MustCompile(`(?i)^(?:error|err|fb|fb_error|graph|graph_error|meta|meta_error|facebook|api|api_error|whatsapp|whatsapp_error|wa|wa_error|oauth)?[\s_-]*(?:error)?[\s_-]*code`)

	wordForm  = regexp.MustCompile(`[^\s()\[\]"',;=]+`)
	numberOr  = regexp.MustCompile(`^#?(\d{1,7})(?:/(\d{1,8}))?[.:]*$`)
	bareText  = regexp.MustCompile(`(?i)^(?:(?:graph|meta|facebook|whatsapp|cloud|api|oauthexception|error|err|sub_?code|code|error_subcode|no|nr)\W*\s*)*[(\[#]*(\d{1,7})(?:/(\d{1,8}))?[)\].:]*$`)
	twoForm   = regexp.MustCompile(`^\D*(\d{1,7})\D+(\d{1,8})\D*$`)
	pageForm  = regexp.MustCompile(`#(\d{5,7}):WBxP`)
	commonly  = regexp.MustCompile(`(?i)\b(?:order|invoice|ticket|line|row|port|pid|bytes|size|id|issue)\W*$`)
	startWord = regexp.MustCompile(`^\s*[\pL\d"'(]`)
)

// written is a place where a code is written.
type written struct{ start, end, code int }

// words finds errors that are written in words. One that JSON tells too is
// left out later.
func (s *errorSearch) words() {
	var codes []written
	add := func(start, end, code int) { codes = append(codes, written{start, end, code}) }
	for _, match := range hashForm.FindAllStringSubmatchIndex(s.text, maxHits) {
		code := s.number(match[2], match[3])
		rest := s.restOfLine(match[1])
		proved := strings.Count(near(s.text, match[0], match[1]), "(#") < len(proof.FindAllString(near(s.text, match[0], match[1]), -1))
		if proved || isTelling(code) && isKnownCode(code) && code != 100 && code != 190 || startWord.MatchString(rest) {
			add(match[0], match[1], code)
		}
	}
	for _, match := range codeForm.FindAllStringSubmatchIndex(s.text, maxHits) {
		code, key := s.number(match[2], match[3]), s.text[match[0]:match[1]]
		if !notGraph.MatchString(key) && ofAnError.MatchString(key) && counts(code, near(s.text, match[0], match[1]), lineAt(s.text, match[0])) {
			add(match[0], match[1], code)
		}
	}
	for _, match := range bracketForm.FindAllStringSubmatchIndex(s.text, maxHits) {
		line := lineAt(s.text, match[0])
		if code := s.number(match[2], match[3]); counts(code, line, line) {
			add(match[0], match[1], code)
		}
	}
	for _, match := range pageForm.FindAllStringSubmatchIndex(s.text, maxHits) {
		s.word(match[0], pageFailedCode, 0, s.restOfLine(match[0]))
	}
	slices.SortFunc(codes, func(a, b written) int { return a.start - b.start })
	for i, one := range codes {
		before, after := max(0, one.start-800), min(len(s.text), one.end+1500)
		if i > 0 {
			before = max(before, codes[i-1].end)
		}
		for _, next := range codes[i+1:] {
			if next.code != one.code {
				after = min(after, next.start)
				break
			}
		}
		s.written(one, before, after)
	}
	s.sentences()
}

// written adds the error of a code, with what is said about it between two
// places.
func (s *errorSearch) written(one written, before, after int) {
	behind, ahead := s.text[before:one.start], s.text[one.end:after]
	subcode := 0
	if match := subForm.FindStringSubmatch(ahead); match != nil {
		subcode, _ = strconv.Atoi(match[1])
	} else if match := subForm.FindStringSubmatch(behind); match != nil {
		subcode, _ = strconv.Atoi(match[1])
	}
	message := s.restOfLine(one.start)
	if s.text[one.start] != '(' {
		message = s.messageNear(one.start, before, after)
	} else if strings.HasSuffix(message, ":") {
		message += " " + s.restOfLine(min(len(s.text), one.start+len(message)+1))
	}
	s.word(one.start, one.code, subcode, message)
	found := s.hits[len(s.hits)-1].error
	around := s.text[before:after]
	if match := traceForm.FindStringSubmatch(ahead); match != nil {
		found.TraceID = match[1]
	} else if match := traceForm.FindStringSubmatch(behind); match != nil {
		found.TraceID = match[1]
	}
	found.Details = field(around, `details`)
	found.UserTitle = field(around, `error_user_title`)
	found.UserText = field(around, `error_user_msg`)
}

var (
	messages = fieldForm(`(?:error)?[_ ]?message`)
	fields   = map[string]*regexp.Regexp{
		`details`: fieldForm(`details`), `error_user_title`: fieldForm(`error_user_title`), `error_user_msg`: fieldForm(`error_user_msg`),
	}
)

// fieldForm matches a field with its text, in quotes or to the end of its line.
func fieldForm(name string) *regexp.Regexp {
	return regexp.MustCompile(`(?i)\b` + name + `\\*["'\]>]*\s*(?:=>|[:=])\s*(?:string\(\d+\)\s*)?(?:\\*"([^"\n]{1,900}?)\\*"|\\*'((?:[^'\n]|'[\pL]){1,900}?)\\*'|([^"'\s{\[][^\n]{0,600}?)(?:,\s*[\w-]+\s*[:=]|[}\n]|$))`)
}

func field(text, name string) string { return firstGroup(fields[name].FindStringSubmatch(text)) }

func firstGroup(match []string) string {
	for _, group := range match[min(1, len(match)):] {
		if group != "" {
			return value.Shorten(strings.TrimSpace(group))
		}
	}
	return ""
}

// messageNear is the message written beside a code, else the code's own line.
func (s *errorSearch) messageNear(start, before, after int) string {
	if message := firstGroup(messages.FindStringSubmatch(s.text[before:after])); message != "" {
		return message
	}
	from := strings.LastIndexByte(s.text[:start], '\n') + 1
	line := s.restOfLine(max(from, before))
	if len(spoken.FindAllString(line, 4)) < 4 {
		return ""
	}
	return line
}

// spoken is a word of a sentence, rather than a field's name or value.
var spoken = regexp.MustCompile(`\b\pL{3,}\b`)

// bareCodes finds codes that stand for themselves: "190/463", "131031", "463".
// In a longer text only those count that are Graph's beyond doubt: short numbers
// are dates, sizes and times too.
func (s *errorSearch) bareCodes() {
	const bareLength, firstLongCode = 40, 80000
	text := strings.TrimSpace(s.text)
	if len(text) <= bareLength {
		if s.codeAndSubcode() {
			return
		}
		if match := bareText.FindStringSubmatch(text); match != nil {
			code, _ := strconv.Atoi(match[1])
			subcode, _ := strconv.Atoi(match[2])
			if above := codeOf(code); subcode == 0 && above != 0 {
				code, subcode = above, code
			}
			s.word(0, code, subcode, "")
			return
		}
	}
	for _, place := range wordForm.FindAllStringIndex(s.text, -1) {
		match := numberOr.FindStringSubmatch(s.text[place[0]:place[1]])
		if match == nil || len(s.hits) >= maxHits || commonly.MatchString(s.text[max(0, place[0]-20):place[0]]) {
			continue
		}
		code, _ := strconv.Atoi(match[1])
		subcode, _ := strconv.Atoi(match[2])
		if knowsSubcode(code, subcode) || code >= firstLongCode && isKnownCode(code) {
			s.word(place[0], code, subcode, "")
		}
	}
}

// codeOf is the code that a number is a subcode of, where it is no code itself;
// 0 for none.
func codeOf(number int) int {
	if isKnownCode(number) {
		return 0
	}
	for _, preferred := range []int{190, 0} {
		for _, entry := range catalogue {
			last := max(entry.Subcode, entry.LastSubcode)
			if entry.Subcode > 0 && number >= entry.Subcode && number <= last && (preferred == 0 || entry.Code == preferred) {
				return entry.Code
			}
		}
	}
	return 0
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

// knowsSubcode reports whether the catalogue names this subcode of the code.
func knowsSubcode(code, subcode int) bool {
	return slices.ContainsFunc(catalogue, func(entry Entry) bool {
		return entry.Subcode > 0 && entry.matches(code, subcode, entry.Says)
	})
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

// pageFailedCode stands for the codes of Meta's screens ("#2655121:WBxP-…"),
// which are told alike.
const pageFailedCode = 2655121
