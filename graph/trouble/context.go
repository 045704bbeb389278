package trouble

import (
	"regexp"
	"slices"
	"strings"
)

// What stands around a number and makes it one of Meta's: numbers of other
// programs look the same.
var (
	// proof is what only Graph writes.
	proof = regexp.MustCompile(`(?i)OAuth(?:AccessToken)?Exception|GraphMethodException|fb[_-]?trace|x-fb-|\(#\d{1,7}\)|sub[\s_-]?(?:error[\s_-]?)?code|error_user_(?:title|msg)|OAuth "Facebook`)
	// mention is what speaks of Graph or WhatsApp.
	mention = regexp.MustCompile(`(?i)graph\.facebook\.com|whats\s?app|facebook|\bmeta\b|\bgraph\b|\bwaba\b|\[token hidden\]`)
	// api speaks of the interface itself.
	api = regexp.MustCompile(`(?i)graph\.facebook\.com|graph api|whats\s?app (?:business |cloud )*api|whats\s?app error|(?:meta|facebook)(?:'s)? (?:api|error)|\[token hidden\]`)
	// foreign are programs whose own codes stand on the line.
	foreign = regexp.MustCompile(`(?i)\bnpm\b|\byarn\b|\bexit|\brpc\b|\bgrpc\b|Exception\(code|\bdocker\b|\bdaemon\b|\bprocess\b|\bsignal\b|\bsqlstate\b`)
)

// near is the text around a place, as far as an error's fields stand apart.
func near(text string, start, end int) string {
	const farthest = 1200
	return text[max(0, start-farthest):min(len(text), end+farthest)]
}

// counts reports whether a code in words is one of Graph's, by what stands
// around it. Small numbers need proof: other programs have them too.
func counts(code int, around, line string) bool {
	if foreign.MatchString(line) && !proof.MatchString(line) {
		return false
	}
	if proof.MatchString(around) {
		return isKnownCode(code) || strings.Contains(around, "OAuthException")
	}
	return isKnownCode(code) && (code >= firstTelling && mention.MatchString(around) || isTelling(code) && api.MatchString(around))
}

// firstTelling is where the codes begin that are too long to be another's.
const firstTelling = 2200

// isTelling reports whether a code is hardly used by anything but Graph.
func isTelling(code int) bool {
	return code >= firstTelling || slices.Contains([]int{10, 100, 190, 368, 803}, code)
}

// lineAt is the line of a text in which a place stands, as far as it matters.
func lineAt(text string, at int) string {
	const farthest = 300
	before := text[max(0, at-farthest):at]
	before = before[strings.LastIndexByte(before, '\n')+1:]
	after, _, _ := strings.Cut(text[at:min(len(text), at+farthest)], "\n")
	return before + after
}
