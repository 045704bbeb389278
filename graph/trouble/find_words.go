package trouble

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

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
	typeForm    = regexp.MustCompile(`OAuthException[\s:(#-]{1,5}(\d{1,7})\b`)
	subForm     = regexp.MustCompile(`(?i)\b[a-z_]*sub[\s_-]?(?:error)?[\s_-]?code` + between + numbers)
	traceForm   = regexp.MustCompile(`(?i)(?:fb[_-]?trace[_-]?id|x-fb-trace-id)\\*["'\]>]*\s*(?:=>|[:=|(])?\s*(?:string\(\d+\)\s*|Some\()?\\*["']?([A-Za-z0-9_+/-]{4,60})`)
	notGraph    = regexp.MustCompile(`(?i)^(?:http|status|exit|response|country|area|zip|postal|dial|calling|language|return|sub)`)
	ofAnError   = regexp.MustCompile(`(?i)^(?:error|err|fb|fb_error|graph|graph_error|meta|meta_error|facebook|api|api_error|whatsapp|whatsapp_error|wa|wa_error|oauth)?[\s_-]*(?:error)?[\s_-]*code`)

	numberOr  = regexp.MustCompile(`^#?(\d{1,7})(?:/(\d{1,8}))?[.:]*$`)
	bareText  = regexp.MustCompile(`(?i)^(?:(?:graph|meta|facebook|whatsapp|cloud|api|oauthexception|error|err|sub_?code|code|error_subcode|no|nr)\W*\s*)*[(\[#]*(\d{1,7})(?:/(\d{1,8}))?[)\].:]*$`)
	twoForm   = regexp.MustCompile(`^\D*(\d{1,7})\D+(\d{1,8})\D*$`)
	slashForm = regexp.MustCompile(`^\s*/\s*(\d{2,8})\b`)
	pageForm  = regexp.MustCompile(`#(?:\d{5,7}|N/A):WBxP`)
	commonly  = regexp.MustCompile(`(?i)\b(?:order|invoice|ticket|line|row|port|pid|bytes|size|id|issue)\W*$`)
	opening   = regexp.MustCompile(`(?i)(?:[^\w\s]|\n|error|exception|failed|returned|said|answered|message|meta|api|graph)$`)
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
		if isNear(s.proofPlaces, match[0], match[1]) || code >= firstLongCode && isKnownCode(code) || s.beginsSentence(match[0], match[1]) {
			add(match[0], match[1], code)
		}
	}
	s.each(codeForm, "code", func(match []int) {
		code, key := s.number(match[2], match[3]), s.text[match[0]:match[1]]
		if !notGraph.MatchString(key) && ofAnError.MatchString(key) && s.counts(code, match[0], match[1]) {
			add(match[0], match[1], code)
		}
	})
	counted := func(match []int) {
		if code := s.number(match[2], match[3]); s.counts(code, match[0], match[1]) {
			add(match[0], match[1], code)
		}
	}
	s.each(bracketForm, "error", counted)
	s.each(typeForm, "oauthexception", counted)
	slices.SortStableFunc(codes, func(a, b written) int { return a.start - b.start })
	codes = slices.CompactFunc(codes, func(later, former written) bool { return later.start < former.end })
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
	if len(s.hits) == 0 {
		for _, match := range pageForm.FindAllStringIndex(s.text, maxHits) {
			s.word(match[0], pageFailedCode, 0, s.restOfLine(match[0]))
		}
	}
}

// beginsSentence reports whether "(#190)" stands before a sentence, as Graph writes
// it. In lists of changes it stands behind one.
func (s *errorSearch) beginsSentence(start, end int) bool {
	rest := s.restOfLine(end)
	if !startWord.MatchString(rest) {
		return false
	}
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(rest, " \"'("))
	before := strings.TrimRight(s.text[max(0, start-30):start], " \t")
	return !unicode.IsLower(first) || before == "" || opening.MatchString(before)
}

// written adds the error of a code, with what is said about it between two
// places.
func (s *errorSearch) written(one written, before, after int) {
	behind, ahead := s.text[before:one.start], s.text[one.end:after]
	subcode := 0
	for _, match := range [][]string{slashForm.FindStringSubmatch(ahead), subForm.FindStringSubmatch(ahead), subForm.FindStringSubmatch(behind)} {
		if match != nil {
			subcode, _ = strconv.Atoi(match[1])
			break
		}
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
	return regexp.MustCompile(`(?i)\b` + name + `\\*["'\]>]*\s*(?:=>|[:=])\s*(?:string\(\d+\)\s*)?(?:\\*"([^"\n]{1,900}?)\\*"|\\*'((?:[^'\n]|'[\pL]){1,900}?)\\*'|([^"'\s{}()\[][^\n]{0,600}?)(?:,\s*[\w-]+\s*[:=]|[}\n]|$))`)
}

func field(text, name string) string { return firstGroup(fields[name].FindStringSubmatch(text)) }

func firstGroup(match []string) string {
	for _, group := range match[min(1, len(match)):] {
		if group != "" {
			return value.Shorten(tidied(group))
		}
	}
	return ""
}

var (
	nextField = regexp.MustCompile(`</|,?\s+(?:type|code|error_\w+|fbtrace_id|errorData)\s*[:=].*`)
	saysNone  = regexp.MustCompile(`^(?:None|null|nil|<nil>|undefined|NULL|\[Object\]|N/A|-)?$`)
)

// tidied is what a field says, without what its dump closes behind it; "" for a
// word that stands for nothing.
func tidied(text string) string {
	if next := nextField.FindStringIndex(text); next != nil {
		text = text[:next[0]]
	}
	text = strings.TrimSpace(strings.ReplaceAll(text, `\'`, "'"))
	for _, pair := range []string{"()", "[]", "{}"} {
		for strings.HasSuffix(text, pair[1:]) && strings.Count(text, pair[1:]) > strings.Count(text, pair[:1]) {
			text = strings.TrimRight(text[:len(text)-1], "]})")
		}
	}
	if text = strings.Trim(text, " ,;`"); saysNone.MatchString(text) {
		return ""
	}
	return text
}

// messageNear is the message written beside a code, else the code's own line.
func (s *errorSearch) messageNear(start, before, after int) string {
	if message := firstGroup(messages.FindStringSubmatch(s.text[before:after])); message != "" {
		return message
	}
	if behind := wordsBehind.FindStringSubmatch(s.restOfLine(start)); behind != nil {
		return tidied(behind[1])
	}
	from := strings.LastIndexByte(s.text[:start], '\n') + 1
	line := s.restOfLine(max(from, before))
	if len(spoken.FindAllString(line, 4)) < 4 {
		return ""
	}
	return line
}

// wordsBehind is what a program writes behind a code: "code 131058 - Templates can …".
var wordsBehind = regexp.MustCompile(`^[^\d]*\d+\s*[\])]?\s*(?:[:.|,–—-]|\)\s)\s*("?\pL[^"|]*\s\pL[^|]*)`)

// spoken is a word of a sentence, rather than a field's name or value.
var spoken = regexp.MustCompile(`\b\pL{3,}\b`)

// bareCodes finds codes that stand for themselves: "190/463", "131031", "463".
// In a longer text only those count that are Graph's beyond doubt: short numbers
// are dates, sizes and times too.
func (s *errorSearch) bareCodes() {
	const bareLength = 40
	text := strings.TrimSpace(s.text)
	if len(text) <= bareLength {
		if s.codeAndSubcode() {
			return
		}
		if match := bareText.FindStringSubmatch(text); match != nil {
			code, _ := strconv.Atoi(match[1])
			subcode, _ := strconv.Atoi(match[2])
			if above := codeOf(code, strings.Contains(strings.ToLower(text), "sub")); subcode == 0 && above != 0 {
				code, subcode = above, code
			}
			s.word(0, code, subcode, "")
			return
		}
	}
	for at := 0; at < len(s.text); {
		length := strings.IndexAny(s.text[at:], betweenWords)
		if length < 0 {
			length = len(s.text) - at
		}
		s.bareCode(at, at+length)
		at += length + 1
	}
	if len(s.text) <= proseLength {
		for _, match := range pairForm.FindAllStringSubmatchIndex(s.text, maxHits) {
			if code, subcode := s.number(match[2], match[3]), s.number(match[4], match[5]); knowsSubcode(code, subcode) {
				s.word(match[0], code, subcode, "")
			}
		}
	}
}

// bareCode takes a word of a longer text for a code.
func (s *errorSearch) bareCode(start, end int) {
	if start == end || s.text[start] != '#' && (s.text[start] < '0' || s.text[start] > '9') {
		return
	}
	match := numberOr.FindStringSubmatch(s.text[start:end])
	if match == nil || len(s.hits) >= maxHits || commonly.MatchString(s.text[max(0, start-20):start]) {
		return
	}
	code, _ := strconv.Atoi(match[1])
	subcode, _ := strconv.Atoi(match[2])
	if knowsSubcode(code, subcode) || code >= firstLongCode && isKnownCode(code) {
		message := ""
		if behind := wordsBehind.FindStringSubmatch(s.restOfLine(start)); behind != nil {
			message = tidied(behind[1])
		}
		s.word(start, code, subcode, message)
	}
}

const (
	// firstLongCode is where the codes begin that are hardly ever another number.
	firstLongCode = 80000
	// proseLength is how long a text is that a person wrote.
	proseLength  = 16 << 10
	betweenWords = " \t\r\n()[]\"',;="
)

var pairForm = regexp.MustCompile(`\b(\d{1,7}) ?/ ?(\d{1,8})\b`)

// codeOf is the code that a number is a subcode of, where it is no code itself or
// is called a subcode; 0 for none.
func codeOf(number int, calledSo bool) int {
	if isKnownCode(number) && (!calledSo || number >= firstTelling) {
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
	if end := endOfText.FindStringIndex(rest); end != nil {
		rest = rest[:end[0]]
	}
	return tidied(rest)
}

// endOfText ends a text that a program quotes.
var endOfText = regexp.MustCompile(`["\n]|\\[^'/]`)

// pageFailedCode stands for the codes of Meta's screens ("#2655121:WBxP-…"),
// which are told alike.
const pageFailedCode = 2655121
