package trouble

import (
	"slices"
	"strings"

	"latchkey/graph/value"
)

// What stands around a number and makes it one of Meta's: numbers of other
// programs look the same.
var (
	// hashes and subcodes are forms that only Graph writes.
	hashes   = value.Pattern(`\(#\d{1,7}\)`)
	subcodes = value.Pattern(`sub[\s_-]?(?:error[\s_-]?)?code`)
	// mention speaks of Meta: "meta" and "graph" alone are words of many programs.
	mention = value.Pattern(`\b(?:waba|graph (?:api|error|said|says|answered|returned)|meta(?:'s|’s| (?:api|error|business|cloud|app|platform|said|says|answered|returned|responded|webhook|developers?)))\b`)
	// api speaks of the interface itself.
	api = value.Pattern(`(?i)graph\.facebook\.com|graph api|whats\s?app (?:business |cloud )*api|whats\s?app error|(?:meta|facebook)(?:'s)? (?:api|error)|\[token hidden\]`)
	// foreign are programs whose own codes stand on the line.
	foreign = value.Pattern(`(?i)\bnpm\b|\byarn\b|\bexit|\brpc\b|\bgrpc\b|Exception\(code|\bdocker\b|\bdaemon\b|\bprocess\b|\bsignal\b|\bsqlstate\b`)
)

// proofs are words that only Graph writes, in small letters.
var proofs = []string{
	"oauthexception", "oauthaccesstokenexception", "graphmethodexception", "fbtrace", "fb_trace", "fb-trace", "x-fb-",
	"error_user_title", "error_user_msg", `oauth "facebook`, `oauth \"facebook`,
}

// proves reports whether a text in small letters holds what only Graph writes.
func proves(lower string) bool {
	return slices.ContainsFunc(proofs, func(word string) bool { return strings.Contains(lower, word) }) ||
		hashes().MatchString(lower) || subcodes().MatchString(lower)
}

// proofPlaces are the places of what only Graph writes in a text in small letters:
// hashes, and all else.
func proofPlaces(lower string) (hashPlaces, others []int) {
	for _, match := range hashes().FindAllStringIndex(lower, -1) {
		hashPlaces = append(hashPlaces, match[0])
	}
	for _, match := range subcodes().FindAllStringIndex(lower, -1) {
		others = append(others, match[0])
	}
	for _, word := range proofs {
		for at := strings.Index(lower, word); at >= 0; {
			others = append(others, at)
			next := strings.Index(lower[at+1:], word)
			if next < 0 {
				break
			}
			at += 1 + next
		}
	}
	slices.Sort(others)
	return hashPlaces, others
}

// isNear reports whether one of some places stands as near to a part of a text as
// an error's fields do.
func isNear(places []int, start, end int) bool {
	at, _ := slices.BinarySearch(places, start-farthest)
	return at < len(places) && places[at] < end+farthest
}

// farthest is how far an error's fields stand apart.
const farthest = 1200

// mentions reports whether a text in small letters speaks of Graph or WhatsApp.
func mentions(lower string) bool {
	for _, name := range []string{"whatsapp", "whats app", "facebook", "[token hidden]", "wamid."} {
		if strings.Contains(lower, name) {
			return true
		}
	}
	return mention().MatchString(lower)
}

// counts reports whether a code in words is one of Graph's, by what stands near it
// and on its line. Small numbers need proof: other programs have them too.
func (s *errorSearch) counts(code, start, end int) bool {
	proved := isNear(s.hashPlaces, start, end) || isNear(s.proofPlaces, start, end)
	known := isKnownCode(code)
	if !proved && !(known && isTelling(code)) {
		return false
	}
	if line := lineAt(s.text, start); foreign().MatchString(line) && !proves(lowerCase(line)) {
		return false
	}
	around := s.lower[max(0, start-farthest):min(len(s.lower), end+farthest)]
	if proved {
		isStatus := code >= 400 && code < 600 // of HTTP
		return known || !isStatus && strings.Contains(around, "oauthexception")
	}
	return code >= firstTelling && mentions(around) || api().MatchString(around)
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
