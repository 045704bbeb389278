// Package valuetest holds what tests about secrets share.
package valuetest

import (
	"sync"
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

// searches are kept: tests ask thousands of times about the same few secrets.
var searches sync.Map

// Shown is where a text shows eight characters of a secret in a row, or of one of
// its spellings; "" when it does not.
func Shown(text, secret string) string {
	search, known := searches.Load(secret)
	if !known {
		search, _ = searches.LoadOrStore(secret, spelling.NewSearch(secret))
	}
	if name, where := search.(spelling.Search).In(text); name != "" {
		return name + ": …" + where + "…"
	}
	return ""
}

// Spaced puts something between every few letters.
func Spaced(text, gap string) string { return spelling.Spaced(text, gap) }
