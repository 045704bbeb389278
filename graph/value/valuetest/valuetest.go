// Package valuetest holds what tests about secrets share.
package valuetest

import (
	"strings"
	"testing"

	"latchkey/graph/value/spelling"
)

// MadeUp is a token of no one, in the form of Meta's.
const MadeUp = "EAAMadeUpForTestsQ7xW2vK9pLs4RtYn6BcZh3JdGm8FqUe5ToiZD"

// Opaque is one of another form.
const Opaque = "mXdq-Up4Tests_Q7xW2vK9pLs4RtYn6Bc.Zh3JdGm8FqUe5Toi"

// MustHide fails the test when text holds eight characters of the token in a
// row, whichever.
func MustHide(t *testing.T, text string) {
	t.Helper()
	MustHideAll(t, text, MadeUp)
}

// MustHideAll fails the test when text holds eight characters in a row of the
// secret, in any of its spellings, whatever stands between them.
func MustHideAll(t *testing.T, text, secret string) {
	t.Helper()
	if shown := Shown(text, secret); shown != "" {
		t.Fatalf("the token is shown: %s", shown)
	}
}

// Shown is where a text shows eight characters of a secret in a row, or of one of
// its spellings; "" when it does not. It looks in a way of its own.
func Shown(text, secret string) string {
	places := []string{text, onlyLetters(text)}
	for name, written := range spelling.All(secret) {
		written = onlyLetters(written)
		// Numbers alone are shown for many a reason.
		piece := 8
		if strings.Trim(written, "0123456789abcdefABCDEFxu") == "" {
			piece = 24
		}
		for i := range len(written) - piece + 1 {
			for _, place := range places {
				if at := strings.Index(place, written[i:i+piece]); at >= 0 {
					return name + ": …" + place[max(0, at-60):min(len(place), at+80)] + "…"
				}
			}
		}
	}
	return ""
}

func onlyLetters(text string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' {
			return r
		}
		return -1
	}, text)
}

// Spaced puts something between every few letters.
func Spaced(text, gap string) string { return spelling.Spaced(text, gap) }
