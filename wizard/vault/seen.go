package vault

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"latchkey/graph/value"
)

// looksLike reports whether two names look the same on a screen, but for upper
// and lower case.
func looksLike(one, other string) bool { return strings.EqualFold(seen(one), seen(other)) }

// seen is a name as it looks: letters in their usual form, and nothing that does
// not show.
func seen(name string) string {
	return strings.Map(func(r rune) rune {
		if value.IsInvisible(r) {
			return -1
		}
		return r
	}, norm.NFKC.String(name))
}

// hasInvisible reports whether a name has a letter that does not show, or a space
// that is not the usual one. What joins two letters shows in the scripts that
// need it, and a variation shows in the sign before it.
func hasInvisible(name string) bool {
	var before rune
	for _, r := range name {
		if r != ' ' && unicode.Is(unicode.Zs, r) || value.IsInvisible(r) && !value.ChangesLook(before, r) {
			return true
		}
		before = r
	}
	return false
}
