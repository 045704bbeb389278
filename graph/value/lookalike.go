package value

import (
	"encoding/base64"
	"encoding/hex"
	"regexp"
	"strings"
)

// secretForms match what is a secret whoever it belongs to; where a form has a
// group, that much in front of the secret stays. Meta calls tokens opaque; these
// are the shapes and places seen so far, and the second line of defence behind
// hiding by known value. Most texts lack a form's mark, which is looked for
// first, without case.
var secretForms = []struct {
	marks []string
	form  func() *regexp.Regexp
}{
	// Tokens also where a word does not begin there: servers glue.
	{[]string{"eaa"}, Pattern(tokenPattern)},
	{[]string{"|", "%7c"}, Pattern(appTokenPattern)},
	// A secret by the name of its parameter, in an address or in JSON.
	{parameters, Pattern(`(?i)((?:` + strings.Join(parameters, "|") + `)=)[^&\s"'<>\\\[]+`)},
	{parameters, Pattern(`(?i)((?:` + strings.Join(parameters, "|") + `)\\*["']\s*(?::|=>)\s*\\*["'])[^"'\\\[]+`)},
	{[]string{"code="}, Pattern(`([?&]code=)[^&\s"'<>\\\[]+`)},
	{[]string{"bearer", "oauth"}, Pattern(`(?i)(\b(?:bearer|oauth)\s+)[^\s"'<>\\\[]{16,}`)},
	// Graph's own words before it echoes what it could not read.
	{[]string{"malformed access token"}, Pattern(`(?i)(malformed access token )[^\s"'<>\\\[]+`)},
}

var parameters = []string{"access_token", "input_token", "client_secret", "fb_exchange_token", "appsecret_proof"}

var (
	appSecretWithin = Pattern(`\b` + secretPattern + `\b`)
	tokenWithin     = Pattern(tokenPattern)
)

// lookAlikes adds to found what looks like a secret in a view.
func lookAlikes(v view, found []span) []span {
	lower := strings.ToLower(v.text)
	for _, secret := range secretForms {
		if !containsAny(lower, secret.marks) {
			continue
		}
		for _, match := range secret.form().FindAllStringSubmatchIndex(v.text, -1) {
			start := match[0]
			if len(match) > 2 {
				start = match[3]
			}
			found = append(found, v.place(start, match[1]))
		}
	}
	return encodedTokens(v, found)
}

func containsAny(text string, marks []string) bool {
	for _, mark := range marks {
		if strings.Contains(text, mark) {
			return true
		}
	}
	return false
}

// appSecrets adds to found what has an app secret's form.
func appSecrets(v view, found []span) []span {
	eachWord(v.text, len("0123456789abcdef0123456789abcdef"), func(start int, word string) {
		for _, match := range appSecretWithin().FindAllStringIndex(word, -1) {
			if !strings.HasPrefix(v.text[start+match[1]:], ownDigests) {
				found = append(found, v.place(start+match[0], start+match[1]))
			}
		}
	})
	return found
}

// encodedTokens adds tokens inside base64 and hex.
func encodedTokens(v view, found []span) []span {
	const shortest = 27 // base64 of the shortest token
	eachWord(v.text, shortest, func(start int, word string) {
		if holdsEncodedToken(word) {
			found = append(found, v.place(start, start+len(word)))
		}
	})
	return found
}

// eachWord hands on the words of a text that are long enough to be of an encoding.
func eachWord(text string, shortest int, use func(start int, word string)) {
	for start := 0; start < len(text); {
		end := start
		for end < len(text) && isBase64(text[end]) {
			end++
		}
		if end-start >= shortest {
			use(start, text[start:end])
		}
		start = end + 1
	}
}

// ownDigests stands behind the digests by which calendars know Latchkey's entries.
const ownDigests = "@latchkey"

func isBase64(letter byte) bool {
	return isDense(letter) || letter == '+' || letter == '/' || letter == '-' || letter == '_'
}

func holdsEncodedToken(word string) bool {
	const longest = 8 << 10
	word = strings.NewReplacer("-", "+", "_", "/").Replace(word[:min(len(word), longest)])
	for skipped := range 4 {
		rest := word[skipped:]
		text, _ := base64.RawStdEncoding.DecodeString(rest[:len(rest)/4*4])
		if tokenWithin().Match(text) {
			return true
		}
		if skipped < 2 {
			text, _ := hex.DecodeString(rest[:len(rest)/2*2])
			if tokenWithin().Match(text) {
				return true
			}
		}
	}
	return false
}
