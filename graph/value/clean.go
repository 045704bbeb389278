package value

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Clean is a text from outside as it may be shown, on one line and without
// secrets: names come from whoever has chosen them, and must not steer a
// terminal, begin a line of their own, turn one around, or carry a token.
// Cleaning comes first: what is taken away afterwards would heal a token whose
// pieces it held apart.
func Clean(text string, secrets ...Token) string { return Redact(OneLine(text), secrets...) }

// OneLine is a text without what is not seen, on one line.
func OneLine(text string) string {
	return strings.Map(func(r rune) rune {
		switch r {
		case '\n', '\t', '\u2028', '\u2029':
			return ' '
		}
		return r
	}, Visible(text))
}

// Visible is a text without what is not seen, or steers what is: control
// characters and whole escape sequences, invisible letters, marks of direction,
// and marks that hang on ASCII letters with no letter of their own for it. Line
// breaks and tabs stay.
func Visible(text string) string {
	if isPlainASCII(text) {
		return text
	}
	text = escapeSequences().ReplaceAllLiteralString(strings.ToValidUTF8(text, string(unicode.ReplacementChar)), "")
	var before rune
	text = norm.NFC.String(strings.Map(func(r rune) rune {
		if isUnseen(before, r) {
			return -1
		}
		before = r
		return r
	}, text))
	return withoutLooseMarks(text)
}

// isPlainASCII reports whether all of a text is seen as it stands.
func isPlainASCII(text string) bool {
	for i := range len(text) {
		if letter := text[i]; letter < ' ' && letter != '\n' && letter != '\t' || letter > '~' {
			return false
		}
	}
	return true
}

// escapeSequences are those of ECMA-48 that would leave something to be seen:
// CSI with its numbers, OSC and its kind with their texts. Others lose their
// start alone, for what follows it may be a letter of the text.
var escapeSequences = Pattern("(?:\x1b\\[|\u009b)[0-?]+[ -/]*[@-~]|(?:\x1b[\\]PX^_]|[\u009d\u0090\u0098\u009e\u009f])[^\x07\x1b\u009c\n]*(?:\x07|\x1b\\\\|\u009c)")

// IsInvisible reports whether a letter leaves no mark of its own (Unicode:
// Default_Ignorable_Code_Point), and counts the empty braille pattern too.
func IsInvisible(r rune) bool {
	const emptyBraille = '\u2800'
	return r == emptyBraille ||
		unicode.Is(unicode.Cf, r) && !unicode.Is(unicode.Prepended_Concatenation_Mark, r) ||
		unicode.In(r, unicode.Other_Default_Ignorable_Code_Point, unicode.Variation_Selector)
}

// ChangesLook reports whether an invisible letter changes how the one before it
// looks: pictures are joined and varied, and the scripts of western and southern
// Asia join their letters.
func ChangesLook(before, r rune) bool {
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

// isUnseen reports whether a letter is not shown, and nothing is lost without it.
func isUnseen(before, r rune) bool {
	switch {
	case r == '\n', r == '\t':
		return false
	case IsInvisible(r):
		return !ChangesLook(before, r)
	}
	return unicode.In(r, unicode.Cc, unicode.Noncharacter_Code_Point)
}

// withoutLooseMarks takes away marks between ASCII letters and digits: what a
// language writes there has a letter of its own, into which it was composed.
func withoutLooseMarks(text string) string {
	var result strings.Builder
	kept := 0
	for at := 0; at < len(text); {
		_, size := markAt(text[at:])
		if size == 0 {
			_, size := utf8.DecodeRuneInString(text[at:])
			at += size
			continue
		}
		end := at + size
		for {
			_, more := markAt(text[end:])
			if more == 0 {
				break
			}
			end += more
		}
		if at > 0 && isDense(text[at-1]) && end < len(text) && isDense(text[end]) {
			result.WriteString(text[kept:at])
			kept = end
		}
		at = end
	}
	if kept == 0 {
		return text
	}
	return result.String() + text[kept:]
}

func markAt(text string) (rune, int) {
	r, size := utf8.DecodeRuneInString(text)
	if r < utf8.RuneSelf || !unicode.Is(unicode.M, r) {
		return 0, 0
	}
	return r, size
}

// isDense reports whether a byte is an ASCII letter or digit: what secrets are
// compared by.
func isDense(letter byte) bool {
	return letter >= 'a' && letter <= 'z' || letter >= 'A' && letter <= 'Z' || letter >= '0' && letter <= '9'
}
