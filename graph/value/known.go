package value

import (
	"encoding/base64"
	"encoding/hex"
	"strings"
	"unicode/utf8"
)

const (
	shortestSecret = 4
	shortestPiece  = 8
)

// pieces finds a secret that is known, and pieces of it: servers shorten what
// they echo, wrap it, encode it, or put something between its letters.
type pieces struct {
	exact windows // of the secret as it is written
	dense windows // of its letters and digits, also in base64 and hex
	short string  // a secret that has no pieces
}

func newPieces(secret string) *pieces {
	var p pieces
	// The part of an app token before the bar is the app's id, which is shown.
	if _, behind, found := strings.Cut(secret, "|"); found {
		secret = behind
	}
	switch {
	case len(secret) >= shortestPiece:
		p.exact.add(secret)
		for _, spelling := range spellings(secret) {
			p.dense.add(denseOf(spelling))
		}
	case len(secret) >= shortestSecret:
		p.short = secret
	}
	return &p
}

// spellings are a secret and its base64 and hex. Base64 has three forms, by how
// many bytes stand before the secret; letters that those bytes have a part in
// are left off. Its two alphabets differ in no letter or digit.
func spellings(secret string) []string {
	written := hex.EncodeToString([]byte(secret))
	result := []string{secret, written, strings.ToUpper(written)}
	for before, skipped := range []int{0, 2, 3} {
		encoded := base64.RawStdEncoding.EncodeToString([]byte(strings.Repeat("x", before) + secret))
		whole := (before + len(secret)) * 8 / 6
		result = append(result, encoded[skipped:whole])
	}
	return result
}

func denseOf(text string) string {
	return strings.Map(func(r rune) rune {
		if r < utf8.RuneSelf && isDense(byte(r)) {
			return r
		}
		return -1
	}, text)
}

// in adds to found where the secret stands in a view.
func (p *pieces) in(v view, found []span) []span {
	for at := 0; p.short != ""; {
		next := strings.Index(v.text[at:], p.short)
		if next < 0 {
			break
		}
		found = append(found, v.place(at+next, at+next+len(p.short)))
		at += next + len(p.short)
	}
	if p.exact.all != nil {
		found = p.exact.in(v, found, func(byte) bool { return true })
	}
	if p.dense.all != nil {
		found = p.dense.in(v, found, isDense)
	}
	return found
}

// windows are all pieces of some texts, eight bytes each, as numbers.
type windows struct {
	all   map[uint64]bool
	maybe [1 << 10]uint64 // a bit for each piece's hash: most others are told by it
}

func hashOf(piece uint64) (word int, bit uint64) {
	hash := piece * 0x9e3779b97f4a7c15 >> 48
	return int(hash >> 6), 1 << (hash & 63)
}

func (w *windows) add(text string) {
	if w.all == nil {
		w.all = map[uint64]bool{}
	}
	var piece uint64
	for i := range len(text) {
		piece = piece<<8 | uint64(text[i])
		if i >= shortestPiece-1 {
			w.all[piece] = true
			word, bit := hashOf(piece)
			w.maybe[word] |= bit
		}
	}
}

// in adds to found where pieces stand, by those bytes of the view that count.
func (w *windows) in(v view, found []span, counts func(byte) bool) []span {
	var piece uint64
	var starts [shortestPiece]int
	seen := 0
	for i := range len(v.text) {
		letter := v.text[i]
		if !counts(letter) {
			continue
		}
		piece = piece<<8 | uint64(letter)
		starts[seen%shortestPiece] = i
		seen++
		if seen < shortestPiece {
			continue
		}
		if word, bit := hashOf(piece); w.maybe[word]&bit != 0 && w.all[piece] {
			found = append(found, v.place(starts[seen%shortestPiece], i+1))
		}
	}
	return found
}
