package trouble

import (
	"html"
	"net/url"
	"regexp"
	"strings"

	"latchkey/graph/value"
)

var (
	inAddress = value.Pattern(`[^\s"'<>]*%7[Bb]%22[^\s"'<>]*`)
	misread   = value.Pattern(`(?i)(?:\(#|code\W{0,6})(?-i:[0-9lIO]*[0-9][0-9lIO]*)\b`)
	asDigits  = strings.NewReplacer("l", "1", "I", "1", "O", "0")
	asTyped   = strings.NewReplacer("“", `"`, "”", `"`, "„", `"`, "\u00a0", " ", "：", ": ", "，", ", ", "（", " (", "）", ") ")
)

// spelledPlainly is a text without the spelling of a page ("&quot;code&quot;"), of
// an address ("%22code%22") or of a writing program (“code”), and with digits where a
// picture was read as letters ("code: l9O").
func spelledPlainly(text string) string {
	const mostLayers, mostOfAPicture = 2, 64 << 10
	for range mostLayers {
		if strings.Contains(text, "&quot;") || strings.Contains(text, "&#") || strings.Contains(text, "&amp;") {
			text = html.UnescapeString(text)
		}
	}
	text = asTyped.Replace(text)
	if strings.Contains(text, "%22") {
		text = inAddress().ReplaceAllStringFunc(text, func(address string) string {
			plain, err := url.QueryUnescape(address)
			if err != nil {
				return address
			}
			return strings.ToValidUTF8(plain, "")
		})
	}
	if len(text) > mostOfAPicture {
		return text
	}
	return misread().ReplaceAllStringFunc(text, func(number string) string {
		letters := strings.TrimRight(number, "0123456789lIO")
		return letters + asDigits.Replace(number[len(letters):])
	})
}

// unwrapped is a text in one line, without the marks of a quoting mail: a program that
// wraps lines breaks the strings of JSON too.
func unwrapped(text string) string {
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		lines[i] = strings.TrimSpace(strings.TrimLeft(line, "> "))
	}
	return strings.Join(lines, " ")
}

// lowerCase is a text with small letters for A to Z, each byte in its place.
func lowerCase(text string) string {
	lower := []byte(text)
	for at, letter := range lower {
		if 'A' <= letter && letter <= 'Z' {
			lower[at] = letter + 'a' - 'A'
		}
	}
	return string(lower)
}

// each finds what a form matches near a word. Of a log of megabytes only those
// places are searched, which takes a hundredth of the time.
func (s *errorSearch) each(form *regexp.Regexp, word string, found func(match []int)) {
	const before, after = 80, 80
	count := 0
	for at := 0; at < len(s.text) && count < maxHits; {
		next := strings.Index(s.lower[at:], word)
		if next < 0 {
			return
		}
		start, end := max(at, at+next-before), at+next+after
		for {
			again := strings.Index(s.lower[min(end, len(s.text)):min(end+before, len(s.text))], word)
			if again < 0 {
				break
			}
			end += again + after
		}
		end = min(end, len(s.text))
		for end < len(s.text) && isPartOfWord(s.text[end]) {
			end++
		}
		for start > at && isPartOfWord(s.text[start-1]) {
			start--
		}
		for _, match := range form.FindAllStringSubmatchIndex(s.text[start:end], maxHits-count) {
			for i, place := range match {
				if place >= 0 {
					match[i] = place + start
				}
			}
			found(match)
			count++
		}
		at = end
	}
}

func isPartOfWord(letter byte) bool {
	return letter == '_' || '0' <= letter && letter <= '9' || 'a' <= letter|0x20 && letter|0x20 <= 'z'
}
