// Package valuetest holds what tests about secrets share.
package valuetest

import (
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
// its spellings; "" when it does not.
func Shown(text, secret string) string {
	if name, where := spelling.NewSearch(secret).In(text); name != "" {
		return name + ": …" + where + "…"
	}
	return ""
}

// Spaced puts something between every few letters.
func Spaced(text, gap string) string { return spelling.Spaced(text, gap) }
