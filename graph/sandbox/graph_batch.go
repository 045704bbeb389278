package sandbox

import (
	"context"
	"encoding/json"
	"net/http"
	"strings"
)

// largestBatch is Meta's limit (developers.facebook.com:
// graph-api/batch-requests).
const largestBatch = 50

// batchPart is one call of several that come in one request.
type batchPart struct {
	Method string `json:"method"`
	Path   string `json:"relative_url"`
	Body   string `json:"body"` // a form
}

func (c *call) isBatch() bool {
	return c.method == http.MethodPost && c.node == "" && c.params.text("batch") != ""
}

// batch answers each call of a batch in the order they came. One that fails
// leaves the others alone.
func (s *Server) batch(ctx context.Context, outer *call) (any, *failure) {
	var parts []batchPart
	switch err := json.Unmarshal([]byte(outer.params.text("batch")), &parts); {
	case err != nil:
		return nil, badRequest(100, "(#100) Param batch must be a JSON-encoded array")
	case len(parts) > largestBatch:
		return nil, badRequest(100, "Too many requests in batch message. Maximum batch size is %d", largestBatch)
	}
	answers := make([]any, len(parts))
	for i, part := range parts {
		body, status := s.answerPart(ctx, outer, part)
		encoded, err := json.Marshal(body)
		if err != nil {
			return nil, errOutage()
		}
		answers[i] = map[string]any{"code": status, "headers": []any{}, "body": string(encoded)}
	}
	return answers, nil
}

// answerPart carries out one call, with the token and the version of the whole
// batch where it names none.
func (s *Server) answerPart(ctx context.Context, outer *call, part batchPart) (body any, status int) {
	path := "/" + strings.TrimPrefix(part.Path, "/")
	if _, rest := splitVersion(path); rest == path {
		path = "/" + outer.version + path
	}
	request, err := http.NewRequestWithContext(ctx, strings.ToUpper(part.Method), path, strings.NewReader(part.Body))
	if err != nil {
		failed := badRequest(100, "(#100) Param batch holds a call that cannot be read")
		return failed.body(newTrace()), failed.status
	}
	request.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	inner, failed := s.readCall(nil, request)
	if inner.secret == "" {
		inner.secret = outer.secret
	}
	if failed == nil {
		body, failed = inner.carryOut()
	}
	if failed != nil {
		return failed.body(newTrace()), failed.status
	}
	return body, http.StatusOK
}
