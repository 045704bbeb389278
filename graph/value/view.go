package value

import (
	"html"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// view is a text in another spelling, with fewer encodings, which knows where in
// the text each of its bytes comes from.
type view struct {
	text string
	from []int32 // where each byte begins; nil when the view is the text itself
	to   []int32 // and where it ends
}

// place is where a part of the view stands in the text.
func (v view) place(start, end int) span {
	if v.from == nil || start == end {
		return span{start, end}
	}
	return span{int(v.from[start]), int(v.to[end-1])}
}

// builder writes a view of a view.
type builder struct {
	of   view
	text []byte
	next view
	kept int // up to where of the old one everything is written
}

// put writes a piece in the place of the old view's bytes from start to end.
func (b *builder) put(piece string, start, end int) {
	if b.text == nil {
		size := len(b.of.text)
		b.text, b.next.from, b.next.to = make([]byte, 0, size), make([]int32, 0, size), make([]int32, 0, size)
	}
	for ; b.kept < start; b.kept++ {
		b.add(b.of.text[b.kept], b.of.place(b.kept, b.kept+1))
	}
	place := b.of.place(start, end)
	for i := range len(piece) {
		b.add(piece[i], place)
	}
	b.kept = end
}

func (b *builder) add(letter byte, from span) {
	b.text = append(b.text, letter)
	b.next.from, b.next.to = append(b.next.from, int32(from.start)), append(b.next.to, int32(from.end))
}

// view is what was written; changed is false when that is what was there before.
func (b *builder) view() (next view, changed bool) {
	if b.text == nil {
		return b.of, false
	}
	b.put("", len(b.of.text), len(b.of.text))
	b.next.text = string(b.text)
	return b.next, true
}

// folded is a view with letters in their plainest form: fullwidth and styled
// ones become ASCII, marks and what is not seen go.
func (v view) folded() (next view, changed bool) {
	if isPlainASCII(v.text) {
		return v, false
	}
	b := builder{of: v}
	sequences := escapeSequences().FindAllStringIndex(v.text, -1)
	for at := 0; at < len(v.text); {
		if len(sequences) > 0 && at >= sequences[0][0] {
			b.put("", at, sequences[0][1])
			at, sequences = sequences[0][1], sequences[1:]
			continue
		}
		r, size := utf8.DecodeRuneInString(v.text[at:])
		switch _, mark := markAt(v.text[at:]); {
		case mark > 0, isUnseen(0, r):
			b.put("", at, at+size)
		case r >= utf8.RuneSelf:
			if plain := norm.NFKD.PropertiesString(v.text[at : at+size]).Decomposition(); plain != nil {
				b.put(strings.TrimRightFunc(string(plain), unicode.IsMark), at, at+size)
			}
		}
		at += size
	}
	return b.view()
}

// decoded is a view with one layer of escapes taken away: those of addresses,
// of HTML, of JSON and programs, of mail. Marks of HTML go too.
func (v view) decoded() (next view, changed bool) {
	if !strings.ContainsAny(v.text, `%\&=<`) && !strings.Contains(v.text, "0x") {
		return v, false
	}
	b := builder{of: v}
	for at := 0; at < len(v.text); {
		piece, size := escapeAt(v.text[at:])
		if size == 0 {
			at++
			continue
		}
		b.put(piece, at, at+size)
		at += size
	}
	return b.view()
}

// escapeAt reads an escape at the start of a text; size is 0 when there is none.
func escapeAt(text string) (piece string, size int) {
	has := func(prefix string, digits, base int) bool {
		if !strings.HasPrefix(text, prefix) || len(text) < len(prefix)+digits {
			return false
		}
		number, err := strconv.ParseUint(text[len(prefix):len(prefix)+digits], base, 32)
		if err != nil || number > utf8.MaxRune {
			return false
		}
		piece, size = string(rune(number)), len(prefix)+digits
		if digits == 2 {
			piece = string([]byte{byte(number)}) // a byte, of which several may be one letter
		}
		return true
	}
	switch text[0] {
	case '%':
		_ = has("%u", 4, 16) || has("%", 2, 16)
	case '\\':
		if strings.HasPrefix(text, `\u{`) {
			end := strings.IndexByte(text[:min(len(text), 12)], '}')
			if end > 3 && has(`\u{`, end-3, 16) {
				return string([]rune(piece)[:1]), end + 1
			}
		}
		_ = has(`\u`, 4, 16) || has(`\U`, 8, 16) || has(`\x`, 2, 16) || has(`\`, 3, 8)
		if size == 0 && len(text) > 1 && text[1] == '\\' {
			return `\`, 2
		}
	case '=': // of mail; only letters, since "=" stands before many a value
		switch {
		case strings.HasPrefix(text, "=\n"):
			return "", 2
		case has("=", 2, 16) && piece[0] >= utf8.RuneSelf:
			return "", 0
		}
	case '0':
		if has("0x", 2, 16) && piece[0] >= utf8.RuneSelf {
			return "", 0
		}
	case '&':
		return entityAt(text)
	case '<':
		const longest = 200
		if end := strings.IndexAny(text[1:min(len(text), longest)], "<>"); end >= 0 && text[1+end] == '>' {
			return "", end + 2
		}
	}
	return piece, size
}

// entityAt reads an entity of HTML, by number or by name.
func entityAt(text string) (piece string, size int) {
	const longest = 40
	end := 1
	for end < min(len(text), longest) && (isDense(text[end]) || text[end] == '#') {
		end++
	}
	if end < len(text) && text[end] == ';' {
		end++
	}
	written := text[:end]
	if piece = html.UnescapeString(written); piece == written {
		return "", 0
	}
	return piece, end
}
