package sandbox

import (
	"net/http"
	"regexp"
	"strings"
	"time"
)

// RequestLine tells of one request. It holds no query, no header and no body,
// for that is where tokens are.
type RequestLine struct {
	At     time.Time
	Method string
	// Path without the query. A part too long for an id or a name is left out, and
	// so is one that looks like an app's secret: a token or a secret put there by
	// mistake is not kept.
	Path   string
	Status int
	// Code is Graph's error code, 0 when there was no error.
	Code int
	Took time.Duration
}

// longestPathPart is as long as a part of a path may be to be logged; the
// longest honest one is assigned_whatsapp_business_accounts.
const longestPathPart = 40

// secretShape is the shape of app secrets and client tokens.
var secretShape = regexp.MustCompile(`[0-9A-Fa-f]{32}`)

func loggablePath(path string) string {
	parts := strings.Split(path, "/")
	for i, part := range parts {
		if len(part) > longestPathPart || strings.Contains(part, "|") || secretShape.MatchString(part) {
			parts[i] = "…"
		}
	}
	return strings.Join(parts, "/")
}

// recorder notes the status and the error code on their way to the client.
type recorder struct {
	http.ResponseWriter
	status int
	code   int
}

func (r *recorder) WriteHeader(status int) {
	r.status = status
	r.ResponseWriter.WriteHeader(status)
}

// Unwrap lets http.ResponseController reach the connection itself.
func (r *recorder) Unwrap() http.ResponseWriter { return r.ResponseWriter }

func (s *Server) logged(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		began := time.Now()
		seen := &recorder{ResponseWriter: w, status: http.StatusOK}
		defer func() {
			s.options.Log(RequestLine{
				At:     s.options.Now(),
				Method: r.Method,
				Path:   loggablePath(r.URL.Path),
				Status: seen.status,
				Code:   seen.code,
				Took:   time.Since(began),
			})
		}()
		next.ServeHTTP(seen, r)
	})
}
