package value

import (
	"regexp"
	"strings"
	"unicode"
)

// Form is how a kind of secret is written, as far as has been seen: Meta calls
// its tokens opaque, and promises no form.
type Form struct {
	Whole  func() *regexp.Regexp // a text of this form and nothing else
	Within func() *regexp.Regexp // where one begins as a word of a longer text
}

func form(pattern string) Form {
	return Form{Whole: Pattern(`^(?:` + pattern + `)$`), Within: Pattern(`\b(?:` + pattern + `)`)}
}

const (
	tokenPattern    = `EAA[0-9A-Za-z]{17,}`
	appTokenPattern = `\d{9,20}(?:\||%7[Cc])[0-9A-Za-z_-]{20,}`
	secretPattern   = `[0-9a-fA-F]{32}`
)

// The forms of Meta's secrets.
var (
	TokenForm     = form(tokenPattern)
	AppTokenForm  = form(appTokenPattern) // the app's id and, behind the bar, its secret
	AppSecretForm = form(secretPattern)   // also a client token's
)

var bar = Pattern(`\||%7[Cc]`)

// AppSecretIn is the secret at the end of an app token.
func AppSecretIn(appToken string) string {
	pieces := bar().Split(appToken, 2)
	return pieces[len(pieces)-1]
}

// Quotes are what people and programs put around a secret.
const Quotes = "\"'`“”„‘’«»<>,;"

// WithoutInvisible takes out what copying from pages and chats leaves behind:
// zero-width characters, byte order marks, soft hyphens, control characters.
// Every space but a line break and a tab becomes a plain one.
func WithoutInvisible(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n', r == '\r', r == '\t':
			return r
		case unicode.Is(unicode.Zs, r):
			return ' '
		case unicode.Is(unicode.Cf, r), unicode.IsControl(r), r == unicode.ReplacementChar:
			return -1
		}
		return r
	}, text)
}
