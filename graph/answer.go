package graph

import (
	"bytes"
	"context"
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
// bearsToken leaves the new token that the answer brings as it is. A long answer takes
// a while: it is given up when ctx ends.
func readAnswer(ctx context.Context, response *http.Response, body []byte, bearsToken bool, answer any, tokens ...Token) error {
	status := response.StatusCode
	other := func(kind NetworkKind) error {
		return &NetworkError{Kind: kind, HTTPStatus: status, RetryAfter: waitAsked(response.Header, time.Now())}
	}
	if len(body) > maxAnswerBytes {
		return other(NetworkTooLarge)
	}
	const short = 64 << 10 // read in no time, so that what has come is not lost
	if bearsToken || len(body) <= short {
		ctx = context.WithoutCancel(ctx)
	}
	redacted := make(chan redactedJSON, 1)
	go func() { redacted <- redactJSON(ctx, body, bearsToken, tokens) }()
	var clean redactedJSON
	select {
	case clean = <-redacted:
	case <-ctx.Done():
	}
	if ctx.Err() != nil {
		return networkErrorOf(ctx, ctx.Err())
	}
	if graphError := trouble.Parse(clean.text, status); graphError != nil {
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
	case status >= 400, !clean.isObject:
		return other(NetworkNotJSON)
	}
	if value.Decode(clean.text, answer) != nil {
		return other(NetworkNotJSON)
	}
	return nil
}

func looksLikePage(body []byte) bool {
	start := strings.ToLower(strings.TrimSpace(string(body[:min(len(body), 200)])))
	signs := []string{"<!doctype", "<html", "<head", "<script", "<meta", "<?xml", "<!--"}
	return slices.ContainsFunc(signs, func(sign string) bool { return strings.HasPrefix(start, sign) })
}

// redactedJSON is a JSON document without secrets. isObject is false for what
// holds no JSON object, or one without a field, which is no answer of Graph's.
type redactedJSON struct {
	text     []byte
	isObject bool
}

// redactJSON redacts every text in a JSON document after its escapes are
// resolved: an escaped token is a token still. bearsToken leaves the access token in
// it. Nobody wants what is left of it after ctx has ended.
func redactJSON(ctx context.Context, body []byte, bearsToken bool, tokens []Token) redactedJSON {
	decoder := json.NewDecoder(bytes.NewReader(body))
	decoder.UseNumber() // ids go beyond what a float holds
	var document map[string]any
	if decoder.Decode(&document) != nil || len(document) == 0 || decoder.More() {
		return redactedJSON{}
	}
	token, brought := document["access_token"].(string)
	redactAny(ctx, document, tokens)
	if brought && bearsToken {
		document["access_token"] = token
	}
	clean, err := json.Marshal(document)
	return redactedJSON{clean, err == nil}
}

// longestText is far beyond what any text of an answer is shown of. The rest of a
// longer one is left out, so that the work on one text is over in no time.
const longestText = 64 << 10

func redactAny(ctx context.Context, value any, tokens []Token) any {
	if ctx.Err() != nil {
		return nil
	}
	switch value := value.(type) {
	case string:
		return Redact(value[:min(len(value), longestText)], tokens...)
	case []any:
		for i := range value {
			value[i] = redactAny(ctx, value[i], tokens)
		}
	case map[string]any:
		for name, inner := range value {
			value[name] = redactAny(ctx, inner, tokens)
		}
	}
	return value
}
