package value

import (
	"bytes"
	"encoding/json"
	"math"
	"strings"
	"time"
)

// ID is the id of something at Meta. Graph writes ids as strings in most
// places and as numbers in some (target_ids of granular scopes), beyond 2^53:
// they never pass through a float.
type ID string

// UnmarshalJSON takes a string or a number and keeps its digits as they stand.
// Anything else counts as absent, and so does what is not plain.
func (id *ID) UnmarshalJSON(data []byte) error {
	*id = ID(scalarText(data))
	if !id.Plain() {
		*id = ""
	}
	return nil
}

// Text is a value shown to people, on one line. It is read from a string, a
// number or a boolean alike, since Meta's sources differ, and anything else
// counts as absent: an odd field never makes an answer unreadable. A very long
// one is cut, so that a hostile answer does not fill the screen.
type Text string

// UnmarshalJSON never fails on well-formed JSON.
func (t *Text) UnmarshalJSON(data []byte) error {
	*t = Text(Shorten(Clean(scalarText(data))))
	return nil
}

// Shorten cuts a very long text.
func Shorten(text string) string {
	const most = 600
	if len(text) <= most {
		return text
	}
	runes := []rune(text)
	if len(runes) <= most {
		return text
	}
	return string(runes[:most]) + "…"
}

// Is compares without case: Meta's own sources write these values both ways.
func (t Text) Is(value string) bool { return strings.EqualFold(string(t), value) }

// Number is a whole number: a code, or a moment in Unix seconds, where 0 means
// "never" to Graph.
// Known is false when the answer held no readable number.
type Number struct {
	Value int64
	Known bool
}

// UnmarshalJSON takes a number or a string of one, also a whole number written
// as 1.7e9 or 1700000000.0; anything else is unknown.
func (s *Number) UnmarshalJSON(data []byte) error {
	const exact = 1 << 53 // up to here a float holds every whole number
	written := json.Number(scalarText(data))
	*s = Number{}
	if value, err := written.Int64(); err == nil {
		*s = Number{Value: value, Known: true}
	} else if value, err := written.Float64(); err == nil && value == math.Trunc(value) && math.Abs(value) < exact {
		*s = Number{Value: int64(value), Known: true}
	}
	return nil
}

// Time reads the number as Unix seconds, in UTC: the zero time for 0 and unknown.
func (s Number) Time() time.Time {
	if !s.Known || s.Value <= 0 {
		return time.Time{}
	}
	return time.Unix(s.Value, 0).UTC()
}

// scalarText is a string's text, or a number or boolean as it stands; "" for
// everything else.
func scalarText(data []byte) string {
	data = bytes.TrimSpace(data)
	if len(data) == 0 || bytes.Equal(data, []byte("null")) {
		return ""
	}
	switch data[0] {
	case '"':
		var text string
		_ = json.Unmarshal(data, &text)
		return text
	case '{', '[':
		return ""
	}
	return string(data)
}

// Plain reports whether an id can stand in an address: letters, digits and
// underscores. Ids of answers are checked before they are asked about, since a
// hostile one could name another path.
func (id ID) Plain() bool {
	if id == "" || len(id) > 64 {
		return false
	}
	for _, letter := range id {
		if (letter < '0' || letter > '9') && (letter < 'a' || letter > 'z') && (letter < 'A' || letter > 'Z') && letter != '_' {
			return false
		}
	}
	return true
}

// Digits reports whether an id has digits only, as Meta's specification asks
// for some.
func (id ID) Digits() bool {
	return id.Plain() && strings.Trim(string(id), "0123456789") == ""
}
