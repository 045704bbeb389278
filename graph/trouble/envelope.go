package trouble

import (
	"slices"
	"strconv"
	"strings"

	"latchkey/graph/value"
)

// writtenError is an error as some place writes it: an envelope's content, the
// errors of a webhook (title), those of health_status (error_code).
type writtenError struct {
	Body
	Title      value.Text   `json:"title"`
	HealthCode value.Number `json:"error_code"`
	HealthText value.Text   `json:"error_description"`
	Status     value.Text   `json:"status"` // of other services' envelopes
}

// isTold reports whether an envelope has a code, or a subcode that tells which.
func (w *writtenError) isTold() bool {
	if !w.Code.Known && w.ErrorSubcode.Known {
		if code := codeOf(int(w.ErrorSubcode.Value), true); code != 0 {
			w.Code = value.Number{Value: int64(code), Known: true}
		}
	}
	return w.Code.Known
}

// isForeign tells an envelope of another service from Graph's, which has a code of
// Graph's and nothing beside it. mentioned says that the text around speaks of
// WhatsApp, as that of other services can.
func (w writtenError) isForeign(alone, mentioned bool) bool {
	code, said := int(w.Code.Value), strings.ToLower(string(w.Message))
	switch {
	case strings.HasSuffix(string(w.Type), "Exception"):
		return false
	case w.Status != "", !isKnownCode(code):
		return true
	}
	common := code <= 1 || code >= 200 && code < 300
	tells := code >= firstTelling || Explain(code, 0, said) != Explain(code, 0, "")
	return !tells && (!alone || common && !mentioned)
}

// isGraphs tells an error of Graph without an envelope from any object that
// has a code. proved says that the text around speaks of Graph, mentioned that it
// does of WhatsApp.
func (w writtenError) isGraphs(proved, mentioned bool) bool {
	if w.HealthCode.Known {
		code := int(w.HealthCode.Value)
		return isKnownCode(code) && code >= firstTelling || (proved || mentioned) && w.HealthText != ""
	}
	if !w.Code.Known {
		return false
	}
	code := int(w.Code.Value)
	hash := hashForm().FindStringSubmatch(string(w.Message))
	own := strings.HasSuffix(string(w.Type), "Exception") || w.ErrorSubcode.Known || w.TraceID != "" || hash != nil && hash[1] == strconv.Itoa(code)
	telling := isKnownCode(code) && (code >= firstTelling || proved && isTelling(code))
	return own || telling && (w.Title != "" || w.Message != "") || (proved || mentioned) && len(w.Data) > 0
}

func (w writtenError) redacted(tokens []value.Token) *Error {
	if !w.Code.Known {
		w.Code = w.HealthCode
	}
	found := w.Error(0)
	for _, text := range []value.Text{w.Title, w.HealthText} {
		if found.Message == "" {
			found.Message = string(text)
		}
	}
	for _, text := range []*string{&found.Type, &found.Message, &found.Details, &found.UserTitle, &found.UserText, &found.TraceID} {
		*text = value.Redact(*text, tokens...)
	}
	return found
}

func isKnownCode(code int) bool {
	return slices.ContainsFunc(catalogue, func(entry Entry) bool {
		return code >= entry.Code && code <= max(entry.Code, entry.LastCode)
	})
}
