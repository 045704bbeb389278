package sandbox

import (
	"fmt"
	"strconv"
	"strings"
)

// field is one thing asked for in a fields expression such as
// "id,name,phone_numbers.limit(5){id,display_phone_number}".
type field struct {
	name   string
	limit  int // 0 when not given
	after  string
	before string
	fields []field
}

// parseFields reads a fields expression; see "field expansion" in
// developers.facebook.com: graph-api/guides/field-expansion. Empty text gives
// no fields.
func parseFields(text string) ([]field, error) {
	reader := fieldReader{text: text}
	if reader.skipSpace(); reader.done() {
		return nil, nil
	}
	fields, err := reader.list()
	if err != nil {
		return nil, err
	}
	if !reader.done() {
		return nil, reader.unexpected("end of string")
	}
	return fields, nil
}

// deepestNesting of braces that is still read.
const deepestNesting = 10

type fieldReader struct {
	text  string
	at    int
	depth int
}

func (r *fieldReader) list() ([]field, error) {
	if r.depth++; r.depth > deepestNesting {
		return nil, r.unexpected("fewer levels of fields")
	}
	defer func() { r.depth-- }()
	var fields []field
	for {
		next, err := r.field()
		if err != nil {
			return nil, err
		}
		fields = append(fields, next)
		if !r.take(',') {
			return fields, nil
		}
	}
}

func (r *fieldReader) field() (field, error) {
	found := field{name: r.word()}
	if found.name == "" {
		return field{}, r.unexpected("a field name")
	}
	for r.take('.') {
		if err := r.modifier(&found); err != nil {
			return field{}, err
		}
	}
	if !r.take('{') {
		return found, nil
	}
	inner, err := r.list()
	if err != nil {
		return field{}, err
	}
	if !r.take('}') {
		return field{}, r.unexpected("}")
	}
	found.fields = inner
	return found, nil
}

// modifier reads "limit(5)" and the like. Those the sandbox has no use for,
// such as "as(name)", are read and left aside.
func (r *fieldReader) modifier(of *field) error {
	name := r.word()
	if name == "" || !r.take('(') {
		return r.unexpected("a modifier such as limit(5)")
	}
	end := strings.IndexByte(r.text[r.at:], ')')
	if end < 0 {
		return r.unexpected(")")
	}
	value := strings.TrimSpace(r.text[r.at : r.at+end])
	r.at += end + 1
	switch name {
	case "limit":
		limit, err := strconv.Atoi(value)
		if err != nil || limit < 1 {
			return r.unexpected("a number in limit()")
		}
		of.limit = limit
	case "after":
		of.after = value
	case "before":
		of.before = value
	}
	return nil
}

func (r *fieldReader) word() string {
	r.skipSpace()
	start := r.at
	for !r.done() && isWordByte(r.text[r.at]) {
		r.at++
	}
	return r.text[start:r.at]
}

func (r *fieldReader) take(want byte) bool {
	r.skipSpace()
	if r.done() || r.text[r.at] != want {
		return false
	}
	r.at++
	return true
}

func (r *fieldReader) skipSpace() {
	for !r.done() && strings.IndexByte(" \t\r\n", r.text[r.at]) >= 0 {
		r.at++
	}
}

func (r *fieldReader) done() bool { return r.at >= len(r.text) }

func (r *fieldReader) unexpected(wanted string) error {
	return fmt.Errorf("expected %s at character %d: %s", wanted, r.at, r.text)
}

func isWordByte(b byte) bool {
	return b == '_' || '0' <= b && b <= '9' || 'a' <= b && b <= 'z' || 'A' <= b && b <= 'Z'
}
