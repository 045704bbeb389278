package trouble

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"time"

	"latchkey/graph/value"
)

// Error is Graph's own answer that something is wrong. Every text in it has
// been redacted. Branch on Code and Subcode (see Trouble), never on Title or
// HTTPStatus: live statuses differ from Meta's specification. In JSON stands
// what Meta's support asks for.
// Source: developers.facebook.com, graph-api/guides/error-handling.
type Error struct {
	HTTPStatus int    `json:"-"`
	Code       int    `json:"code"`
	Subcode    int    `json:"subcode"`
	TraceID    string `json:"fbtrace_id,omitempty"` // goes stale soon
	Type       string `json:"-"`
	Message    string `json:"message,omitempty"`
	Details    string `json:"-"` // error_data.details, or error_data where it is a text
	UserTitle  string `json:"-"`
	UserText   string `json:"-"`
	Transient  bool   `json:"-"`

	// FromCatalogue: it was looked up by a word, so Message is the catalogue's.
	FromCatalogue bool `json:"-"`

	// RetryAfter is how long Graph asks to wait, from Retry-After or the
	// throttling headers; zero when it did not say.
	RetryAfter time.Duration `json:"-"`
}

// Error names code, subcode and Graph's text.
func (e *Error) Error() string {
	return fmt.Sprintf("Graph answered %s: %s", e.CodeText(), e.Message)
}

// InWords is what Graph says: its text for people and its details, where it has
// them, else its message.
func (e *Error) InWords() string {
	said := ""
	add := func(between, text string) {
		switch {
		case said == "":
			said = text
		case text != "" && !strings.Contains(said, text):
			said += between + text
		}
	}
	add("", e.UserTitle)
	add(": ", e.UserText)
	add(" – ", e.Details)
	if said == "" {
		return e.Message
	}
	return said
}

// Values are what the sentences about the error name: its code, Graph's own text
// and trace, whose side it is on, and for how many minutes Graph asks to wait.
func (e *Error) Values() map[string]string {
	return map[string]string{
		"Code": e.CodeText(), "Message": e.InWords(), "Trace": e.TraceID, "Side": e.Side(), "Count": value.Minutes(e.RetryAfter),
	}
}

// Side says where Graph looks for the fault, by the status of its answer: at the
// "token", at its "rights" or in the "request"; "" where the status is not known or
// tells nothing. It counts where the code is unknown.
func (e *Error) Side() string {
	switch {
	case e.HTTPStatus == http.StatusUnauthorized:
		return "token"
	case e.HTTPStatus == http.StatusForbidden:
		return "rights"
	case e.HTTPStatus >= 400 && e.HTTPStatus < 500:
		return "request"
	}
	return ""
}

// CodeText is the code as Meta's documents write it: "190/463" or "200".
func (e *Error) CodeText() string {
	if e.Subcode == 0 {
		return strconv.Itoa(e.Code)
	}
	return fmt.Sprintf("%d/%d", e.Code, e.Subcode)
}

// AsError returns Graph's own error inside err, or nil.
func AsError(err error) *Error {
	var graphError *Error
	if errors.As(err, &graphError) {
		return graphError
	}
	return nil
}

// Body is the envelope's content. debug_token calls the subcode
// "subcode", every other call "error_subcode".
type Body struct {
	Message      value.Text      `json:"message"`
	Type         value.Text      `json:"type"`
	Code         value.Number    `json:"code"`
	ErrorSubcode value.Number    `json:"error_subcode"`
	Subcode      value.Number    `json:"subcode"`
	TraceID      value.Text      `json:"fbtrace_id"`
	Transient    value.Text      `json:"is_transient"`
	UserTitle    value.Text      `json:"error_user_title"`
	UserText     value.Text      `json:"error_user_msg"`
	Data         json.RawMessage `json:"error_data"`
}

func (b Body) Error(status int) *Error {
	subcode := b.ErrorSubcode
	if !subcode.Known {
		subcode = b.Subcode
	}
	return &Error{
		HTTPStatus: status,
		Code:       int(b.Code.Value),
		Subcode:    int(subcode.Value),
		Type:       string(b.Type),
		Message:    string(b.Message),
		Details:    string(b.details()),
		UserTitle:  string(b.UserTitle),
		UserText:   string(b.UserText),
		TraceID:    string(b.TraceID),
		Transient:  b.Transient.Is("true"),
	}
}

// details reads error_data: an object for WhatsApp, elsewhere a text, which
// may hold the object's JSON.
func (b Body) details() value.Text {
	var text value.Text
	_ = value.Decode(b.Data, &text)
	var object struct {
		Details value.Text `json:"details"`
	}
	data := b.Data
	if text != "" {
		data = []byte(text)
	}
	if value.Decode(data, &object) == nil && object.Details != "" {
		return object.Details
	}
	return text
}

// Parse finds the error envelope in a redacted body; nil when there is
// none. One without a code is not Graph's: a proxy may write "error" too.
func Parse(body []byte, status int) *Error {
	var envelope struct {
		Error *Body `json:"error"`
	}
	if value.Decode(body, &envelope) != nil || envelope.Error == nil || !envelope.Error.Code.Known {
		return nil
	}
	return envelope.Error.Error(status)
}
