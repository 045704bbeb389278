package value

import (
	"regexp"
	"strings"
	"unicode"
)

// secretPatterns match what is a secret whoever it belongs to, with the words
// in front of it that stay. Meta calls tokens opaque; these are the shapes and
// places seen so far, and the second line of defence behind scrubbing by known
// value.
var secretPatterns = []struct {
	form        *regexp.Regexp
	replacement string
}{
	// Tokens also where a word does not begin there: servers glue.
	{regexp.MustCompile(tokenPattern), Hidden},
	{regexp.MustCompile(appTokenPattern), Hidden},
	{regexp.MustCompile(`\b` + secretPattern + `\b`), Hidden},
	// A secret by the name of its parameter, in an address or in JSON.
	{regexp.MustCompile(`(?i)((?:access_token|input_token|client_secret|fb_exchange_token|appsecret_proof)=)[^&\s"'<>\\\[]+`), "${1}" + Hidden},
	{regexp.MustCompile(`(?i)((?:access_token|input_token|client_secret|fb_exchange_token|appsecret_proof)\\*["']\s*(?::|=>)\s*\\*["'])[^"'\\\[]+`), "${1}" + Hidden},
	{regexp.MustCompile(`([?&]code=)[^&\s"'<>\\\[]+`), "${1}" + Hidden},
	{regexp.MustCompile(`(?i)(\b(?:bearer|oauth)\s+)[^\s"'<>\\\[]{16,}`), "${1}" + Hidden},
	// Graph's own words before it echoes what it could not read.
	{regexp.MustCompile(`(?i)(malformed access token )[^\s"'<>\\\[]+`), "${1}" + Hidden},
}

// Redact returns text without anything that is, or looks like, a secret: each
// of the tokens given, whole or in pieces, and everything of a token's shape.
// Graph is known to echo the token inside an error's message.
func Redact(text string, tokens ...Token) string {
	for _, token := range tokens {
		text = redactValue(text, token.Reveal())
		if scattered(text, token.Reveal()) {
			return Hidden
		}
	}
	for _, pattern := range secretPatterns {
		text = pattern.form.ReplaceAllString(text, pattern.replacement)
	}
	return text
}

// scattered reports whether a secret stands in a text with spaces, or characters
// that are not seen, between its pieces: somebody meant it to pass unseen.
func scattered(text, secret string) bool {
	const (
		piece   = 16   // far longer than what words of a text give by chance
		longest = 4096 // names and messages; whole logs are not worth the search
	)
	if len(secret) < piece || len(text) < piece || len(text) > longest {
		return false
	}
	dense := strings.Map(func(letter rune) rune {
		if unicode.IsSpace(letter) || unicode.Is(unicode.Cf, letter) {
			return -1
		}
		return letter
	}, text)
	if len(dense) == len(text) {
		return false
	}
	for i := 0; i+piece <= len(secret); i++ {
		if strings.Contains(dense, secret[i:i+piece]) {
			return true
		}
	}
	return false
}

// redactValue hides a known secret and each piece of it that is eight
// characters or longer, wherever in it the piece comes from: servers shorten
// what they echo, wrap it, or encode a character in its middle.
func redactValue(text, secret string) string {
	const shortestSecret, shortestPiece = 4, 8
	// The part of an app token before the bar is the app's id, which is shown.
	if _, behind, found := strings.Cut(secret, "|"); found {
		secret = behind
	}
	if len(secret) < shortestPiece {
		if len(secret) < shortestSecret {
			return text
		}
		return strings.ReplaceAll(text, secret, Hidden)
	}
	pieces := make(map[string]bool, len(secret))
	for i := range len(secret) - shortestPiece + 1 {
		pieces[secret[i:i+shortestPiece]] = true
	}
	var result strings.Builder
	for at := 0; at < len(text); {
		end := at
		for next := at; next+shortestPiece <= len(text) && next <= end && pieces[text[next:next+shortestPiece]]; next++ {
			end = next + shortestPiece
		}
		if end > at {
			result.WriteString(Hidden)
			at = end
			continue
		}
		result.WriteByte(text[at])
		at++
	}
	return result.String()
}
