package trouble

import (
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
	between = `\\*["'\]>]*\s*(?:=>|[:=#|(])?\s*(?:int\(|Some\(|<<)?\\*["'\[(]?`
	numbers = `(\d{1,8})\b`
)

var (
	hashForm    = value.Pattern(`\(#(\d{1,7})\)`)
	codeForm    = value.Pattern(`(?i)(?:\b(?:http|status|exit|response|country|area|zip|postal|dial|calling|language|return|error|fb|sub)[\s_-]+)?\b[a-z_]*code` + between + numbers)
	bracketForm = value.Pattern(`(?i)\berror\s*(?:[\[(]#?|#)(\d{1,7})\b`)
	typeForm    = value.Pattern(`OAuthException[\s:(#-]{1,5}(\d{1,7})\b`)
	makeForm    = value.Pattern(`\((\d{1,7}), OAuthException\b`)
	proseForm   = value.Pattern(`(?i)\b(?:fehler|erro|erreur|errore|fout)\b[\s#:]{1,3}(\d{1,7})\b`)
	subForm     = value.Pattern(`(?i)\b[a-z_]*sub[\s_-]?(?:error)?[\s_-]?code` + between + numbers)
	traceForm   = value.Pattern(`(?i)(?:fb[_ -]?trace[_ -]?id|x-fb-trace-id)\\*["'\]>]*\s*(?:=>|[:=|(])?[\s>|]*(?:string\(\d+\)\s*|Some\(|<<)?\\*["']?([A-Za-z0-9_+/-]{4,60})`)
	notGraph    = value.Pattern(`(?i)^(?:http|status|exit|response|country|area|zip|postal|dial|calling|language|return|sub)`)
	ofAnError   = value.Pattern(`(?i)^(?:error|err|fb|fb_error|graph|graph_error|meta|meta_error|facebook|api|api_error|whatsapp|whatsapp_error|wa|wa_error|oauth)?[\s_-]*(?:error)?[\s_-]*code`)

	slashForm = value.Pattern(`^\s*/\s*(\d{2,8})\b`)
	pageForm  = value.Pattern(`#(?:\d{5,7}|N/A):WBxP`)
	opening   = value.Pattern(`(?i)(?:[^\w\s]|\n|error|exception|failed|returned|said|answered|message|meta|api|graph)$`)
	startWord = value.Pattern(`^\s*[\pL\d"'(]`)
)

// written is a place where a code is written.
type written struct{ start, end, code int }

// words finds errors that are written in words. One that JSON tells too is
// left out later.
func (s *errorSearch) words() {
	var codes []written
	add := func(start, end, code int) { codes = append(codes, written{start, end, code}) }
	for _, match := range hashForm().FindAllStringSubmatchIndex(s.text, maxHits) {
		code := s.number(match[2], match[3])
		if isNear(s.proofPlaces, match[0], match[1]) || code >= firstLongCode && isKnownCode(code) || s.beginsSentence(match[0], match[1]) {
			add(match[0], match[1], code)
		}
	}
	s.each(codeForm(), "code", func(match []int) {
		code, key := s.number(match[2], match[3]), s.text[match[0]:match[1]]
		if !notGraph().MatchString(key) && ofAnError().MatchString(key) && s.counts(code, match[0], match[1]) {
			add(match[0], match[1], code)
		}
	})
	counted := func(match []int) {
		if code := s.number(match[2], match[3]); s.counts(code, match[0], match[1]) {
			add(match[0], match[1], code)
		}
	}
	s.each(bracketForm(), "error", counted)
	s.each(typeForm(), "oauthexception", counted)
	s.each(makeForm(), "oauthexception", counted)
	if len(s.text) <= proseLength {
		for _, match := range proseForm().FindAllStringSubmatchIndex(s.text, maxHits) {
			counted(match)
		}
	}
	slices.SortStableFunc(codes, func(a, b written) int { return a.start - b.start })
	codes = slices.CompactFunc(codes, func(later, former written) bool { return later.start < former.end })
	type kind struct{ code, subcode int }
	read := map[kind]int{}
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
		subcode := s.subcodeOf(one, before, after)
		if read[kind{one.code, subcode}]++; read[kind{one.code, subcode}] <= mostOfAKind {
			s.written(one, subcode, before, after)
		}
	}
	s.codesWritten = len(s.hits) > 0
	s.sentences()
	if len(s.hits) == 0 {
		for _, match := range pageForm().FindAllStringIndex(s.text, maxHits) {
			s.word(match[0], pageFailedCode, 0, s.restOfLine(match[0]))
		}
	}
}

// beginsSentence reports whether "(#190)" stands before a sentence, as Graph writes
// it. In lists of changes it stands behind one.
func (s *errorSearch) beginsSentence(start, end int) bool {
	rest := s.quotedAt(end)
	if !startWord().MatchString(rest) {
		return false
	}
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(rest, " \"'("))
	before := strings.TrimRight(s.text[max(0, start-30):start], " \t")
	return !unicode.IsLower(first) || before == "" || opening().MatchString(before)
}

// mostOfAKind is how often one error is read in words: a log repeats it, and what
// it says differs a few times at most.
const mostOfAKind = 20

// subcodeOf is the subcode that belongs to a code, between two places; 0 for none.
func (s *errorSearch) subcodeOf(one written, before, after int) int {
	behind, ahead := s.text[before:one.start], s.text[one.end:after]
	match := slashForm().FindStringSubmatch(ahead)
	if match == nil && strings.Contains(s.lower[before:after], "sub") {
		if match = subForm().FindStringSubmatch(ahead); match == nil {
			match = subForm().FindStringSubmatch(behind)
		}
	}
	if match == nil {
		return 0
	}
	subcode, _ := strconv.Atoi(match[1])
	return subcode
}

// written adds the error of a code, with what is said about it between two
// places.
func (s *errorSearch) written(one written, subcode, before, after int) {
	behind, ahead := s.text[before:one.start], s.text[one.end:after]
	message := s.restOfLine(one.start)
	if !strings.HasPrefix(s.text[one.start:], "(#") {
		message = s.messageNear(one.start, before, after)
	} else if strings.HasSuffix(message, ":") {
		message += " " + s.restOfLine(min(len(s.text), one.start+len(message)+1))
	}
	s.word(one.start, one.code, subcode, message)
	found := s.hits[len(s.hits)-1].error
	around := s.text[before:after]
	if match := traceForm().FindStringSubmatch(ahead); match != nil {
		found.TraceID = match[1]
	} else if match := traceForm().FindStringSubmatch(behind); match != nil {
		found.TraceID = match[1]
	}
	found.Details = field(around, `details`)
	found.UserTitle = field(around, `error_user_title`)
	found.UserText = field(around, `error_user_msg`)
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

// pageFailedCode stands for the codes of Meta's screens ("#2655121:WBxP-…"),
// which are told alike.
const pageFailedCode = 2655121
