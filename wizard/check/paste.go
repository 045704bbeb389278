package check

import (
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"latchkey/graph"
	"latchkey/graph/value"
)

// Junk that was around a token and has been taken away.
const (
	JunkSpaces    = "spaces"
	JunkQuotes    = "quotes"
	JunkBearer    = "bearer"
	JunkInvisible = "invisible"
	JunkAround    = "around"
)

// Paste is a pasted text, understood.
type Paste struct {
	Token  graph.Token // set for ShapeToken only
	Shape  Shape
	Vendor string   // whose key it is, for ShapeVendor; "" where several use the form
	Junk   []string // what was removed, as Junk… constants

	// WrittenBreak: behind it stood the letters of a line break, as a program writes
	// it. They mostly stand in that program's settings too, where they do harm.
	WrittenBreak bool
}

// Usable reports whether there is a token to ask Graph about.
func (p Paste) Usable() bool { return p.Shape == ShapeToken }

var (
	bearerStart   = value.Pattern(`(?i)^["']?(?:authorization["']?\s*[:=]\s*["']?)?(?:bearer|oauth)[\s:]+`)
	bearerForm    = value.Pattern(`(?i)\b(?:bearer|oauth)\s+["'<]?([^\s"'<>,;]{16,})`)
	writtenSpace  = value.Pattern(`^(?:\\[nrt])+|\s*(?:\\[nrt]?|%0[AaDd])+$`) // a line break as programs write it, or goes on over it
	sentenceEnd   = value.Pattern(`([0-9A-Za-z])[.!:]$`)
	parameterForm = value.Pattern(`(?i)(?:access_token|token)["']?\s*[=:]\s*["']?([^\s"'<>&,;]{16,})`)
)

// ReadPaste finds the token in a pasted text and forgives what is around it,
// or names what the text is instead. It never fails and keeps nothing.
func ReadPaste(text string) Paste {
	if len(text) > longest {
		return readLong(strings.TrimSpace(text))
	}
	reading := reading{}
	text = reading.take(JunkInvisible, text, value.WithoutInvisible(text))
	text = reading.take(JunkSpaces, text, strings.TrimSpace(text))
	switch {
	case value.AppTokenForm.Within().MatchString(text):
		return Paste{Shape: ShapeAppToken}
	case looksLikeHTML(text):
		return Paste{Shape: ShapePage}
	}
	text = reading.take(JunkBearer, text, bearerStart().ReplaceAllString(text, ""))
	switch bare := strings.Trim(text, "\"'` "); {
	case uuidForm().MatchString(bare):
		return Paste{Shape: ShapeUUID}
	case verifyForm().MatchString(bare):
		return Paste{Shape: ShapeVerify}
	case placeholderForm().MatchString(bare):
		return Paste{Shape: ShapePlaceholder}
	}
	if inner, isJSON := fromJSON(text); isJSON {
		if len(inner) == 0 {
			return Paste{Shape: ShapeJSON}
		}
		return reading.oneOf(inner)
	}
	text = reading.take(JunkQuotes, text, strings.Trim(text, value.Quotes+"()[] "))
	text = reading.withoutWrittenBreak(text)
	text = reading.take(JunkAround, text, sentenceEnd().ReplaceAllString(text, "$1"))
	pieces := strings.Fields(text)
	if len(pieces) > 1 && wrapped(pieces) {
		return reading.paste(reading.take(JunkSpaces, text, strings.Join(pieces, "")))
	}
	if len(pieces) == 1 && !strings.ContainsAny(text, `:=&?"'/`) && !strings.ContainsFunc(text, isPicture) {
		return reading.paste(text)
	}
	for _, form := range []*regexp.Regexp{value.TokenForm.Within(), bearerForm(), parameterForm()} {
		if found := findSome(form, text); len(found) > 0 {
			return reading.oneOf(found)
		}
	}
	if strings.HasPrefix(text, "{") {
		return Paste{Shape: ShapeJSON}
	}
	return reading.paste(text)
}

// isPicture reports whether a letter is an emoji or the like, which chats put
// around what is pasted.
func isPicture(letter rune) bool { return unicode.Is(unicode.So, letter) }

// reading is what has been removed from a text so far.
type reading struct {
	junk         []string
	writtenBreak bool
}

func (r *reading) withoutWrittenBreak(text string) string {
	plain := r.take(JunkSpaces, text, writtenSpace().ReplaceAllString(text, ""))
	r.writtenBreak = r.writtenBreak || plain != text
	return plain
}

// take notes what was removed when it changed the text.
func (r *reading) take(junk, before, after string) string {
	if before != after && !slices.Contains(r.junk, junk) {
		r.junk = append(r.junk, junk)
	}
	return after
}

// paste names a text that is without junk by now.
func (r *reading) paste(text string) Paste {
	shape, vendor := shapeOf(text)
	if shape != ShapeToken {
		return Paste{Shape: shape, Vendor: vendor}
	}
	return Paste{Shape: ShapeToken, Token: graph.NewToken(text), Junk: r.junk, WrittenBreak: r.writtenBreak}
}

// oneOf reads what was found inside a longer text. Which of several is meant is
// for the person to say.
func (r *reading) oneOf(found []string) Paste {
	if len(found) > 1 {
		return Paste{Shape: ShapeSeveral}
	}
	if !slices.Contains(r.junk, JunkAround) {
		r.junk = append(r.junk, JunkAround)
	}
	trimmed := r.take(JunkSpaces, found[0], strings.TrimSpace(found[0]))
	r.writtenBreak = trimmed != found[0]
	return r.paste(r.withoutWrittenBreak(trimmed))
}

// findSome lists different matches of form, of its group if it has one. It ends
// with the second: that there are several is all that matters then.
func findSome(form *regexp.Regexp, text string) []string {
	var found []string
	for _, match := range form.FindAllStringSubmatch(text, -1) {
		if candidate := match[len(match)-1]; !slices.Contains(found, candidate) {
			found = append(found, candidate)
		}
		if len(found) > 1 {
			break
		}
	}
	return found
}

// wrapped reports whether pieces read like one token that was broken over lines
// or has spaces inside: letters and digits only, no second token, and either
// cut at one width or without anything that looks like a word or a number.
func wrapped(pieces []string) bool {
	if !strings.HasPrefix(pieces[0], "EAA") {
		return false
	}
	oneWidth, noWords := len(pieces) > 2, true
	for i, piece := range pieces {
		if strings.Trim(piece, letters+digitsOnly) != "" || i > 0 && value.TokenForm.Within().MatchString(piece) {
			return false
		}
		oneWidth = oneWidth && (i == len(pieces)-1 || len(piece) == len(pieces[0]))
		noWords = noWords && (i == 0 || !looksLikeWord(piece))
	}
	return oneWidth || noWords
}

const (
	smallLetters = "abcdefghijklmnopqrstuvwxyz"
	letters      = smallLetters + "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	digitsOnly   = "0123456789"
)

// looksLikeWord reports whether a piece is all digits, or a word as people write
// it: small letters after the first. A token mixes them.
func looksLikeWord(piece string) bool {
	return strings.Trim(piece, digitsOnly) == "" || strings.Trim(piece[:1], letters) == "" && strings.Trim(piece[1:], smallLetters) == ""
}

// fromJSON lists the tokens inside a curl answer or a settings file: what is
// named like one, else what looks like one.
func fromJSON(text string) (tokens []string, isJSON bool) {
	var document any
	if !strings.HasPrefix(text, "{") && !strings.HasPrefix(text, "[") || json.Unmarshal([]byte(text), &document) != nil {
		return nil, false
	}
	var named, formed []string
	add := func(list *[]string, token string) {
		if token != "" && !slices.Contains(*list, token) {
			*list = append(*list, token)
		}
	}
	var look func(name string, inside any)
	look = func(name string, inside any) {
		switch inside := inside.(type) {
		case string:
			switch name {
			case "access_token", "accessToken", "token":
				add(&named, inside)
			}
			for _, token := range findSome(value.TokenForm.Within(), inside) {
				add(&formed, token)
			}
		case map[string]any:
			for name, inner := range inside {
				look(name, inner)
			}
		case []any:
			for _, inner := range inside {
				look("", inner)
			}
		}
	}
	look("", document)
	if len(named) > 0 {
		return named, true
	}
	return formed, true
}

// readLong looks for one token in a text that is too long to be one.
func readLong(text string) Paste {
	const most = 1 << 20
	if len(text) <= longest {
		return ReadPaste(text)
	}
	found := findSome(value.TokenForm.Within(), text[:min(len(text), most)])
	reading := reading{}
	switch {
	case len(found) == 0, len(found) == 1 && len(found[0]) > longest:
		return Paste{Shape: ShapeLong}
	}
	return reading.oneOf(found)
}
