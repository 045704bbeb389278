package trouble

import (
	"strconv"
	"strings"

	"latchkey/graph/value"
)

var (
	numberOr = value.Pattern(`^#?(\d{1,7})(?:/(\d{1,8}))?[.:]*$`)
	bareText = value.Pattern(`(?i)^(?:(?:graph|meta|facebook|whatsapp|cloud|api|oauthexception|error|err|sub_?code|code|error_subcode|no|nr)\W*\s*)*[(\[#]*(\d{1,7})(?:/(\d{1,8}))?[)\].:]*$`)
	twoForm  = value.Pattern(`^\D*(\d{1,7})\D+(\d{1,8})\D*$`)
	commonly = value.Pattern(`(?i)\b(?:order|invoice|ticket|line|row|port|pid|bytes|size|id|issue)\W*$`)
	pairForm = value.Pattern(`\b(\d{1,7}) ?/ ?(\d{1,8})\b`)
)

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
		if match := bareText().FindStringSubmatch(text); match != nil {
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
		for _, match := range pairForm().FindAllStringSubmatchIndex(s.text, maxHits) {
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
	match := numberOr().FindStringSubmatch(s.text[start:end])
	if match == nil || len(s.hits) >= maxHits || commonly().MatchString(s.text[max(0, start-20):start]) {
		return
	}
	code, _ := strconv.Atoi(match[1])
	subcode, _ := strconv.Atoi(match[2])
	if knowsSubcode(code, subcode) || code >= firstLongCode && isKnownCode(code) {
		s.word(start, code, subcode, s.wordsBehind(start))
	}
}

const (
	// firstLongCode is where the codes begin that are hardly ever another number.
	firstLongCode = 80000
	// proseLength is how long a text is that a person wrote.
	proseLength  = 16 << 10
	betweenWords = " \t\r\n()[]\"',;="
)

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
	two := twoForm().FindStringSubmatch(s.text)
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
