// Package valuetest holds what tests about secrets share.
package valuetest

import (
	"strings"
	"testing"
)

// MadeUp is a token of no one, in the form of Meta's.
const MadeUp = "EAAMadeUpForTestsQ7xW2vK9pLs4RtYn6BcZh3JdGm8FqUe5ToiZD"

// MustHide fails the test when text holds eight characters of the token in a
// row, whichever.
func MustHide(t *testing.T, text string) {
	t.Helper()
	const piece = 8
	for i := range len(MadeUp) - piece + 1 {
		if at := strings.Index(text, MadeUp[i:i+piece]); at >= 0 {
			t.Fatalf("the token is shown: …%s…", text[max(0, at-60):min(len(text), at+80)])
		}
	}
}

// Spaced puts something between every few letters.
func Spaced(text, gap string) string {
	var spaced strings.Builder
	for i, letter := range text {
		if i%5 == 4 {
			spaced.WriteString(gap)
		}
		spaced.WriteRune(letter)
	}
	return spaced.String()
}
