package vault

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// looksLike reports whether two names look the same on a screen, but for upper
// and lower case.
func looksLike(one, other string) bool { return strings.EqualFold(seen(one), seen(other)) }

// seen is a name as it looks: letters in their usual form, and nothing that does
// not show.
func seen(name string) string {
	return strings.Map(func(r rune) rune {
		if invisible(r) {
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
		if r != ' ' && unicode.Is(unicode.Zs, r) || invisible(r) && !changesLook(before, r) {
			return true
		}
		before = r
	}
	return false
}

// invisible reports whether a letter leaves no mark of its own (Unicode:
// Default_Ignorable_Code_Point), and counts the empty braille pattern too.
func invisible(r rune) bool {
	const emptyBraille = '\u2800'
	return r == emptyBraille ||
		unicode.Is(unicode.Cf, r) && !unicode.Is(unicode.Prepended_Concatenation_Mark, r) ||
		unicode.In(r, unicode.Other_Default_Ignorable_Code_Point, unicode.Variation_Selector)
}

// changesLook reports whether an invisible letter changes how the one before it
// looks: pictures are joined and varied, and the scripts of western and southern
// Asia join their letters.
func changesLook(before, r rune) bool {
	const nonJoiner, joiner, asText, asPicture = '\u200c', '\u200d', '\ufe0e', '\ufe0f'
	picture := before > unicode.MaxASCII && unicode.In(before, unicode.So, unicode.Sk) || before == asPicture
	switch r {
	case asText, asPicture:
		return picture
	case nonJoiner, joiner:
		return picture || before >= 0x0600 && before <= 0x109f || before >= 0x1780 && before <= 0x18af
	}
	return false
}
