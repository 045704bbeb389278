package trouble

import (
	"bytes"
	"encoding/json"
	"errors"
	"slices"
	"strings"

	"latchkey/graph/value"
)

// Found is an error of Graph found in a text.
type Found struct {
	Error *Error // redacted; HTTPStatus and RetryAfter where headers stand before it
	Line  int    // where it begins, counted from 1
}

const (
	maxTextBytes = 4 << 20
	// maxJSONBytes bounds the work on text that is full of opening braces.
	maxJSONBytes = 2 * maxTextBytes
	// maxEscapes is how often JSON may stand inside a string of JSON.
	maxEscapes = 4
	maxHits    = 500
)

// Find finds Graph's errors in whatever a person copied: an error body,
// curl's whole output, a webhook with a message's status, an answer of
// debug_token, a line of a log, or a bare code such as 190/463. They come in
// the order of the text, each once. At most the first 4 MB are read.
func Find(text string) []Found {
	text = spelledPlainly(text[:min(len(text), maxTextBytes)])
	tokens := tokensIn(text)
	search := &errorSearch{text: value.Redact(text, tokens...), tokens: tokens, budget: maxJSONBytes}
	search.lower = lowerCase(search.text)
	search.mentions = mentions(search.lower)
	search.speaksOfAPI = search.mentions && api().MatchString(search.lower)
	search.hashPlaces, search.proofPlaces = proofPlaces(search.lower)
	search.json(text, 0, maxEscapes)
	if len(search.hits) == 0 && len(text) <= proseLength && len(search.proofPlaces) > 0 {
		search.json(unwrapped(text), 0, maxEscapes)
	}
	search.words()
	if len(search.hits) == 0 || !search.codesWritten && len(search.text) <= proseLength {
		search.bareCodes()
	}
	return search.result()
}

// hit is an error found, and where in the text.
type hit struct {
	error    *Error
	text     string // that it stands in: as it came, or redacted, which is shorter
	start    int
	fromJSON bool
}

type errorSearch struct {
	text   string        // redacted
	lower  string        // the same in small letters
	tokens []value.Token // for what shows once escapes are resolved
	budget int           // bytes of JSON that may still be read
	hits   []hit

	mentions    bool // the text speaks of Graph or WhatsApp
	speaksOfAPI bool // it speaks of the interface itself

	codesWritten bool // as JSON or in words; else there are sentences at most

	hashPlaces, proofPlaces []int // where in it stands what only Graph writes
}

// json looks at every object in part, outer ones first. Part begins at offset
// in the text. An object inside a string, with its quotes escaped, is looked
// at unescaped; its place is the string's.
func (s *errorSearch) json(part string, offset, escapes int) {
	for at := 0; at < len(part); {
		next := strings.IndexByte(part[at:], '{')
		if next < 0 || s.budget <= 0 || len(s.hits) >= maxHits {
			return
		}
		at += next
		if inner, length := unescaped(part[at:]); length > 0 && escapes > 0 {
			s.budget -= length
			nested := &errorSearch{text: inner, tokens: s.tokens, budget: s.budget, mentions: s.mentions, speaksOfAPI: s.speaksOfAPI}
			nested.json(inner, 0, escapes-1)
			s.budget = nested.budget
			for _, found := range nested.hits {
				s.hits = append(s.hits, hit{found.error, part, offset + at, true})
			}
			at += length
			continue
		}
		found, length := s.object(part[at:])
		if found != nil {
			s.hits = append(s.hits, hit{found, part, offset + at, true})
		}
		at += max(1, length)
	}
}

// object reads the JSON object at the start of part; nil when there is none,
// or it is no error of Graph's. length is how much of part needs no other look.
func (s *errorSearch) object(part string) (found *Error, length int) {
	if !strings.HasPrefix(strings.TrimLeft(part[1:min(len(part), 200)], " \t\r\n"), `"`) {
		return nil, 0
	}
	decoder := json.NewDecoder(strings.NewReader(part))
	var raw json.RawMessage
	if err := decoder.Decode(&raw); err != nil {
		read := len(part)
		var syntax *json.SyntaxError
		if errors.As(err, &syntax) {
			read = int(syntax.Offset)
		}
		s.budget -= read
		return nil, 0
	}
	length = int(decoder.InputOffset())
	s.budget -= length
	if !bytes.Contains(raw, []byte("code")) {
		return nil, length
	}
	var envelope struct {
		Error *writtenError `json:"error"`
	}
	proved := proves(lowerCase(string(raw)))
	if value.Decode(raw, &envelope) == nil && envelope.Error != nil && envelope.Error.isTold() {
		var fields map[string]json.RawMessage
		_ = json.Unmarshal(raw, &fields)
		if !proved && !s.speaksOfAPI && envelope.Error.isForeign(len(fields) == 1, s.mentions) {
			return nil, 0
		}
		return envelope.Error.redacted(s.tokens), length
	}
	var bare writtenError
	if value.Decode(raw, &bare) == nil && bare.isGraphs(proved || s.speaksOfAPI, s.mentions) {
		return bare.redacted(s.tokens), length
	}
	return nil, 0
}

// unescaped reads the JSON object at the start of part whose quotes are
// escaped, up to the end of the string that it stands in, with one layer of
// escapes taken away. length is 0 when the quotes are not escaped.
func unescaped(part string) (inner string, length int) {
	if !startsEscaped(part) {
		return "", 0
	}
	length = len(part)
	for at := 0; at < len(part); at++ {
		if part[at] == '\\' {
			at++
		} else if part[at] == '"' {
			length = at
			break
		}
	}
	literal := strings.NewReplacer("\n", `\n`, "\r", `\r`, "\t", `\t`).Replace(part[:length])
	if json.Unmarshal([]byte(`"`+literal+`"`), &inner) != nil {
		// Cut off in the middle of an escape, or escaped by another rule.
		inner = strings.NewReplacer(`\"`, `"`, `\\`, `\`, `\/`, `/`).Replace(part[:length])
	}
	return inner, length
}

// startsEscaped reports whether an object's first quote has a backslash before
// it, behind nothing but space and escaped line breaks.
func startsEscaped(object string) bool {
	const farthest = 200
	start := object[1:min(len(object), farthest)]
	rest := strings.TrimLeft(start, " \t\r\n\\nrt")
	return strings.HasPrefix(rest, `"`) && strings.HasSuffix(start[:len(start)-len(rest)], `\`)
}

// result puts the hits into the text's order, without repeats: a log often
// holds the same error twice, once as JSON and once in words.
func (s *errorSearch) result() []Found {
	slices.SortStableFunc(s.hits, func(a, b hit) int { return a.start - b.start })
	type kind struct {
		code, subcode int
		trouble       string
	}
	seen := map[kind]bool{}
	var result []Found
	for _, hit := range s.hits {
		kind := kind{hit.error.Code, hit.error.Subcode, hit.error.Trouble().ID}
		if seen[kind] || s.saidBetter(hit) {
			continue
		}
		seen[kind] = true
		s.headers(hit)
		result = append(result, Found{Error: hit.error, Line: 1 + strings.Count(hit.text[:hit.start], "\n")})
	}
	return result
}

// saidBetter reports whether the text holds the same code with more around it.
func (s *errorSearch) saidBetter(poor hit) bool {
	if poor.fromJSON {
		return false
	}
	ownWords := func(one hit) bool { return strings.HasPrefix(one.error.Message, "(#") }
	return slices.ContainsFunc(s.hits, func(other hit) bool {
		sameCode, sameSubcode := other.error.Code == poor.error.Code, other.error.Subcode == poor.error.Subcode
		return sameCode && (other.fromJSON || poor.error.Subcode == 0 && other.error.Subcode != 0 ||
			sameSubcode && ownWords(other) && !ownWords(poor) && other.error.Details == poor.error.Details)
	})
}

var sentTokens = value.Pattern(`(?i)(?:\b(?:bearer|oauth)\s+|(?:access_token|input_token)=)([^\s"'<>\\&]{16,})`)

// tokensIn are the tokens that the text shows being sent, so that they are
// known where an error echoes them.
func tokensIn(text string) []value.Token {
	const most = 20
	var tokens []value.Token
	if lower := lowerCase(text); !strings.Contains(lower, "bearer") && !strings.Contains(lower, "oauth") && !strings.Contains(lower, "_token=") {
		return nil
	}
	for _, match := range sentTokens().FindAllStringSubmatch(text, most) {
		tokens = append(tokens, value.NewToken(match[1]))
	}
	return tokens
}
