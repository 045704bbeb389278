package widgets

import (
	"regexp"
	"strings"
	"unicode"

	"fyne.io/fyne/v2"

	"latchkey/assets/marks"
)

// Span is a piece of text in one style.
type Span struct {
	Text  string
	Bold  bool
	Color fyne.ThemeColorName // empty: the colour of the whole text
}

// spansOf reads **bold** markers.
func spansOf(text string) []Span {
	var spans []Span
	for _, piece := range marks.Pieces(text) {
		spans = append(spans, Span{Text: piece.Text, Bold: piece.Bold})
	}
	return spans
}

// line is what stands on one line, and its width in pixels.
type line struct {
	pieces []piece
	width  float32
}

// piece is a span placed on a line, x pixels from its start.
type piece struct {
	Span
	x, width float32
}

// word is text between two places where a line may break. Its parts differ in style.
type word struct {
	parts       []Span
	width       float32
	spaceBefore bool
	newLine     bool // starts a new line in any case
}

// wrapper breaks text into lines. measure returns the width of a text in pixels.
type wrapper struct {
	measure func(text string, bold bool) float32
}

// wrap breaks the spans into lines of at most the width; 0 means that only line breaks in
// the text count. A word that is wider than a line is broken anywhere.
func (w wrapper) wrap(spans []Span, width float32) []line {
	var lines []line
	var current []Span
	var x float32
	finish := func() {
		lines = append(lines, w.place(current))
		current, x = nil, 0
	}
	for _, next := range w.words(spans) {
		if next.newLine {
			finish()
		}
		var space float32
		if next.spaceBefore && len(current) > 0 {
			space = w.measure(" ", current[len(current)-1].Bold)
		}
		if width > 0 && x+space+next.width > width && len(current) > 0 {
			finish()
			space = 0
		}
		if space > 0 {
			current[len(current)-1].Text += " "
			x += space
		}
		for width > 0 && x+next.width > width {
			head, rest := w.split(next, width)
			if len(rest.parts) == 0 {
				break
			}
			current = append(current, head.parts...)
			finish()
			next = rest
		}
		current = append(current, next.parts...)
		x += next.width
	}
	finish()
	return lines
}

// place joins neighbours of one style and says where each piece stands. A piece is drawn from a whole
// pixel on, so each starts at the one that is nearest to the end of the piece before it, as that is
// drawn: elsewhere the gaps between them would differ by a pixel.
func (w wrapper) place(spans []Span) line {
	var l line
	for _, s := range spans {
		if n := len(l.pieces); n > 0 && l.pieces[n-1].Bold == s.Bold && l.pieces[n-1].Color == s.Color {
			l.pieces[n-1].Text += s.Text
			continue
		}
		l.pieces = append(l.pieces, piece{Span: s})
	}
	var end float32 // of the piece before
	for i := range l.pieces {
		p := &l.pieces[i]
		p.x = floor(end + 0.5)
		p.width = w.measure(p.Text, p.Bold)
		end = p.x + p.width
		l.width += p.width
	}
	return l
}

// phoneNumbers finds what a phone number looks like, with its country code.
var phoneNumbers = regexp.MustCompile(`\+\d[\d ()-]*\d`)

// unbroken keeps a phone number on one line.
func unbroken(number string) string { return strings.ReplaceAll(number, " ", "\u00a0") }

// words cuts the spans at spaces and line breaks, and between the letters of scripts that
// write without spaces.
func (w wrapper) words(spans []Span) []word {
	var words []word
	var current word
	finish := func() {
		if len(current.parts) > 0 || current.newLine {
			for _, p := range current.parts {
				current.width += w.measure(p.Text, p.Bold)
			}
			words = append(words, current)
		}
		current = word{}
	}
	for _, span := range spans {
		for _, r := range phoneNumbers.ReplaceAllStringFunc(span.Text, unbroken) {
			switch {
			case r == '\n':
				finish()
				current.newLine = true
				continue
			case r == ' ' || r == '\t' || r == '\r':
				if len(current.parts) > 0 {
					finish()
				}
				current.spaceBefore = true
				continue
			case len(current.parts) > 0 && breaksBefore(r):
				finish()
			}
			n := len(current.parts)
			if n == 0 || current.parts[n-1].Bold != span.Bold || current.parts[n-1].Color != span.Color {
				current.parts = append(current.parts, Span{Bold: span.Bold, Color: span.Color})
				n++
			}
			current.parts[n-1].Text += string(r)
		}
	}
	finish()
	return words
}

// breaksBefore tells whether a line may break before the letter though there is no space.
func breaksBefore(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana)
}

// split cuts a word so that its head fits the width. The head has at least one letter.
func (w wrapper) split(long word, width float32) (head, rest word) {
	var used float32
	for i, part := range long.parts {
		letters := []rune(part.Text)
		fit := w.fitting(letters, part.Bold, width-used)
		if fit == 0 && i == 0 {
			fit = 1
		}
		if fit < len(letters) {
			if fit > 0 {
				head.parts = append(head.parts, Span{string(letters[:fit]), part.Bold, part.Color})
			}
			rest.parts = append(rest.parts, Span{string(letters[fit:]), part.Bold, part.Color})
			rest.parts = append(rest.parts, long.parts[i+1:]...)
			for _, p := range rest.parts {
				rest.width += w.measure(p.Text, p.Bold)
			}
			return head, rest
		}
		used += w.measure(part.Text, part.Bold)
		head.parts = append(head.parts, part)
	}
	return head, rest
}

// fitting returns how many of the letters fit into the width.
func (w wrapper) fitting(letters []rune, bold bool, width float32) int {
	low, high := 0, len(letters)
	for low < high {
		middle := (low + high + 1) / 2
		if w.measure(string(letters[:middle]), bold) <= width {
			low = middle
		} else {
			high = middle - 1
		}
	}
	return low
}
