// Package spelling writes a secret as a hostile answer would, so that it passes
// a search for it and a person can still put it together.
package spelling

import (
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// All are the spellings of a secret by name: with something between its letters
// and in the standard encodings.
func All(secret string) map[string]string {
	all := map[string]string{
		"plain":    secret,
		"cut":      secret[:len(secret)*2/3] + "...",
		"new line": Spaced(secret, "\n"),
		"tags":     Spaced(secret, "<b></b>"),
		"colour":   Spaced(secret, "\x1b[31m"),
		"title":    Spaced(secret, "\x1b]0;x\x07"),
		"dashes":   Spaced(secret, "-"),
		"twice":    each(each(secret, "%%%02X"), "%%%02x"),

		"percent":           each(secret, "%%%02X"),
		"percent in part":   secret[:5] + fmt.Sprintf("%%%02x", secret[5]) + Spaced(secret[6:], "%E2%80%8B"),
		"percent, unicode":  each(secret, "%%u%04x"),
		"entities":          each(secret, "&#%d;"),
		"entities, hex":     each(secret, "&#x%X;"),
		"entities, open":    each(secret, "&#%d"),
		"entities, named":   Spaced(secret, "&shy;"),
		"entities, escaped": each(secret, "&amp;#%d;"),
		"unicode escapes":   each(secret, `\u%04x`),
		"long escapes":      each(secret, `\U%08x`),
		"braced escapes":    each(secret, `\u{%x}`),
		"byte escapes":      each(secret, `\x%02x`),
		"octal":             each(secret, `\%03o`),
		"hex numbers":       each(secret, "0x%02x "),
		"mail":              each(secret, "=%02X"),
		"escapes, escaped":  each(secret, `\\u%04x`),
		"base64":            base64.StdEncoding.EncodeToString([]byte(secret)),
		"base64, second":    base64.StdEncoding.EncodeToString([]byte("x" + secret)),
		"base64, third":     base64.RawURLEncoding.EncodeToString([]byte("xy" + secret)),
		"base64, wrapped":   Spaced(base64.StdEncoding.EncodeToString([]byte(secret)), "\n"),
		"hex":               hex.EncodeToString([]byte(secret)),
		"hex, capitals":     strings.ToUpper(hex.EncodeToString([]byte(secret))),
		"hex, colons":       strings.TrimSuffix(each(secret, "%02x:"), ":"),
		"fullwidth":         shifted(secret, 'Ａ', 'ａ', '０'),
		"mathematical":      shifted(secret, '𝐀', '𝐚', '𝟎'),
		"circled":           shifted(secret, 'Ⓐ', 'ⓐ', '0'),
		"accents":           Spaced(secret, "\u0301"),
	}
	for _, gap := range []rune{
		0, 7, '\b', 0x1b, 0x7f, 0x85, 0x9b, 0xad, 0x34f, 0x61c, 0x115f, 0x1160, 0x180e, 0x200b, 0x200d, 0x202e, 0x2060, 0x2066,
		0x2800, 0x3164, 0xfe00, 0xfe0f, 0xfeff, 0xffa0, 0xe0041, 0xe0100, '\t', ' ', 0xa0, 0x3000, 0x2028,
	} {
		all[fmt.Sprintf("U+%04X", gap)] = Spaced(secret, string(gap))
	}
	return all
}

// Names are the names of all spellings, sorted.
func Names() []string { return slices.Sorted(maps.Keys(All("made-up-secret"))) }

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

// each writes every byte by a format.
func each(text, format string) string {
	var written strings.Builder
	for i := range len(text) {
		fmt.Fprintf(&written, format, text[i])
	}
	return written.String()
}

// shifted writes letters and digits from other places of Unicode.
func shifted(text string, upper, lower, zero rune) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 'A' && r <= 'Z':
			return r - 'A' + upper
		case r >= 'a' && r <= 'z':
			return r - 'a' + lower
		case r >= '0' && r <= '9':
			return r - '0' + zero
		}
		return r
	}, text)
}

// Mark stands where something was hidden: value.Hidden, which a test holds to it.
const Mark = "[token hidden]"

// Piece is how many letters of a secret in a row are counted as shown.
const Piece = 8

// Search knows every piece of a secret, in each of its spellings. It looks in a
// way of its own, apart from what hides secrets: it holds that to account.
type Search struct{ pieces map[string]string } // to the name of a spelling

// NewSearch returns the search for a secret.
func NewSearch(secret string) Search {
	s := Search{map[string]string{}}
	for name, written := range All(secret) {
		written = onlyLetters(written)
		// Numbers alone are shown for many a reason.
		size := Piece
		if strings.Trim(written, "0123456789abcdefABCDEFxuU") == "" {
			size = longPiece
		}
		for i := range len(written) - size + 1 {
			s.pieces[written[i:i+size]] = name
		}
	}
	return s
}

const longPiece = 24

// In is where a text shows a piece of the secret, whatever stands between its
// letters, with some of the letters around; "" when it does not. The letters of a
// Mark are none of the secret's: they would make eight of seven that may be shown.
func (s Search) In(text string) (spelling, where string) {
	for part := range strings.SplitSeq(text, Mark) {
		if spelling, where = s.in(part); spelling != "" {
			return spelling, where
		}
	}
	return "", ""
}

func (s Search) in(text string) (spelling, where string) {
	const around = 60
	for _, place := range []string{text, onlyLetters(text), onlyLetters(withoutJSON(text))} {
		for _, size := range []int{Piece, longPiece} {
			for at := range len(place) - size + 1 {
				if name, found := s.pieces[place[at:at+size]]; found {
					return name, place[max(0, at-around):min(len(place), at+around)]
				}
			}
		}
	}
	return "", ""
}

var escapesOfJSON = regexp.MustCompile(`\\u[0-9a-fA-F]{4}|\\.`)

// withoutJSON is a text without the escapes of JSON.
func withoutJSON(text string) string {
	return escapesOfJSON.ReplaceAllStringFunc(text, func(escape string) string {
		if number, err := strconv.ParseUint(escape[2:], 16, 32); err == nil {
			return string(rune(number))
		}
		return strings.Trim(escape[1:], "nrtbf")
	})
}

func onlyLetters(text string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' {
			return r
		}
		return -1
	}, norm.NFKD.String(text))
}
