package graph

import (
	"bytes"
	"encoding/json"
	"net/http"
	"slices"
	"strings"
	"time"

	"latchkey/graph/trouble"
	"latchkey/graph/value"
)

// readAnswer turns a complete answer into a value, Graph's own error, or a
// network error where the answer is not Graph's.
//
// Whatever is read from it has been redacted before, ids, names and cursors
// alike, so nothing that a hostile answer echoes goes further than here.
// bearsToken leaves the new token that the answer brings as it is.
func readAnswer(response *http.Response, body []byte, bearsToken bool, answer any, tokens ...Token) error {
	status := response.StatusCode
	other := func(kind NetworkKind) error {
		return &NetworkError{Kind: kind, HTTPStatus: status, RetryAfter: waitAsked(response.Header, time.Now())}
	}
	if len(body) > maxAnswerBytes {
		return other(NetworkTooLarge)
	}
	clean, isObject := redactJSON(body, bearsToken, tokens)
	if graphError := trouble.Parse(clean, status); graphError != nil {
		graphError.RetryAfter = waitAsked(response.Header, time.Now())
		return graphError
	}
	switch {
	case status == http.StatusProxyAuthRequired:
		return other(NetworkProxyPassword)
	case status == http.StatusTooManyRequests:
		return other(NetworkLimited)
	case status == http.StatusNetworkAuthenticationRequired:
		return other(NetworkPortal)
	case status >= 500:
		return other(NetworkOutage)
	case status >= 300 && status < 400, looksLikePage(body):
		return other(NetworkPortal)
	case len(bytes.TrimSpace(body)) == 0:
		return other(NetworkEmpty)
	case status >= 400, !isObject:
		return other(NetworkNotJSON)
	}
	if value.Decode(clean, answer) != nil {
		return other(NetworkNotJSON)
	}
	return nil
}

func looksLikePage(body []byte) bool {
	start := strings.ToLower(strings.TrimSpace(string(body[:min(len(body), 200)])))
	signs := []string{"<!doctype", "<html", "<head", "<script", "<meta", "<?xml", "<!--"}
	return slices.ContainsFunc(signs, func(sign string) bool { return strings.HasPrefix(start, sign) })
}

// redactJSON redacts every text in a JSON document after its escapes are
// resolved: an escaped token is a token still. isObject is false when body
// holds no JSON object, or one without a field, which is no answer of Graph's.
// bearsToken leaves the access token in it.
func redactJSON(body []byte, bearsToken bool, tokens []Token) (clean []byte, isObject bool) {
	decoder := json.NewDecoder(bytes.NewReader(body))
	decoder.UseNumber() // ids go beyond what a float holds
	var document map[string]any
	if decoder.Decode(&document) != nil || len(document) == 0 || decoder.More() {
		return nil, false
	}
	token, brought := document["access_token"].(string)
	redactAny(document, tokens)
	if brought && bearsToken {
		document["access_token"] = token
	}
	clean, err := json.Marshal(document)
	return clean, err == nil
}

func redactAny(value any, tokens []Token) any {
	switch value := value.(type) {
	case string:
		return Redact(value, tokens...)
	case []any:
		for i := range value {
			value[i] = redactAny(value[i], tokens)
		}
	case map[string]any:
		for name, inner := range value {
			value[name] = redactAny(inner, tokens)
		}
	}
	return value
}
