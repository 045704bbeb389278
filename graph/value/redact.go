package value

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"
)

// span is a part of a text, by bytes.
type span struct{ start, end int }

// mostLayers is how often one encoding is looked for inside another.
const mostLayers = 6

// Redact returns what is seen of a text, without anything that is, or looks
// like, a secret: each of the tokens given, whole or in pieces, and everything
// of a token's shape. Letters and digits alone are compared, and the standard
// encodings are known. Graph is known to echo the token inside an error's
// message.
func Redact(text string, tokens ...Token) string {
	text = Visible(text)
	return hide(text, secretsIn(text, tokens))
}

// RedactOwn is Redact for this program's own files: they hold digests, which look
// like app secrets, and names as the keychain has them. Those stay.
func RedactOwn(text string) string {
	return hide(text, search(text, lookAlikes))
}

// HoldsSecret reports whether Redact would hide something of a text.
func HoldsSecret(text string, tokens ...Token) bool {
	return len(secretsIn(Visible(text), tokens)) > 0
}

// Repeats reports whether a text holds one of the tokens, or a piece of it.
func Repeats(text string, tokens ...Token) bool {
	return len(search(Visible(text), known(tokens))) > 0
}

// secretsIn is where in a text secrets stand.
func secretsIn(text string, tokens []Token) []span {
	return search(text, func(v view, found []span) []span { return appSecrets(v, lookAlikes(v, known(tokens)(v, found))) })
}

// known finds the tokens in a view.
func known(tokens []Token) func(view, []span) []span {
	return func(v view, found []span) []span {
		for _, token := range tokens {
			if !token.IsZero() {
				found = (*token.pieces)().in(v, found)
			}
		}
		return found
	}
}

// search looks into a text, spelled in whatever way.
func search(text string, look func(view, []span) []span) []span {
	v := view{text: text}
	var found []span
	for range mostLayers {
		found = look(v, found)
		folded, changed := v.folded()
		if changed {
			found = look(folded, found)
		}
		if v, changed = folded.decoded(); !changed {
			return found
		}
	}
	return []span{{0, len(text)}} // nobody wraps anything honest so often
}

// hide puts a word in the place of each part found; parts that touch are one.
func hide(text string, found []span) string {
	if len(found) == 0 {
		return text
	}
	slices.SortFunc(found, func(a, b span) int { return cmp.Compare(a.start, b.start) })
	var result strings.Builder
	shown := 0
	for i := 0; i < len(found); {
		start, end := found[i].start, found[i].end
		for i++; i < len(found) && found[i].start <= end; i++ {
			end = max(end, found[i].end)
		}
		// A letter is shown whole or not at all.
		for start > shown && !utf8.RuneStart(text[start]) {
			start--
		}
		for end < len(text) && !utf8.RuneStart(text[end]) {
			end++
		}
		result.WriteString(text[shown:start] + Hidden)
		shown = end
	}
	return result.String() + text[shown:]
}
