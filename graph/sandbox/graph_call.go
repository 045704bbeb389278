package sandbox

import (
	"encoding/json"
	"fmt"
	"io"
	"mime"
	"net/http"
	"strconv"
	"strings"
	"time"

	"latchkey/graph"
)

// call is one request to the Graph API, read.
type call struct {
	state   *State
	now     time.Time
	base    string // GraphURL
	method  string
	version string // the one that answers
	path    string // after the version, with a slash in front
	node    string // first part of the path
	edge    string // second part, empty when there is none
	secret  string // the caller's token as sent
	token   *accessToken
	params  params
	used    int // percent of the limit of calls
}

// params are the parameters of a call, whether they came in the query, in a
// form or as JSON. Graph makes no difference.
type params map[string]any

func (p params) text(name string) string {
	switch value := p[name].(type) {
	case nil:
		return ""
	case string:
		return value
	case json.Number:
		return value.String()
	default:
		encoded, _ := json.Marshal(value)
		return string(encoded)
	}
}

// object gives a parameter that holds others; in a form it comes as JSON.
func (p params) object(name string) params {
	switch value := p[name].(type) {
	case map[string]any:
		return value
	case string:
		decoded, err := decodeObject(strings.NewReader(value))
		if err == nil {
			return decoded
		}
	}
	return nil
}

// list gives a parameter that holds several values: as JSON, or one by one as
// tasks[0], tasks[1] and so on.
func (p params) list(name string) []string {
	var together, values []string
	// Meta's own examples write the quotes of JSON as apostrophes.
	if json.Unmarshal([]byte(strings.ReplaceAll(p.text(name), "'", `"`)), &together) == nil {
		return together
	}
	for p[fmt.Sprintf("%s[%d]", name, len(values))] != nil {
		values = append(values, p.text(fmt.Sprintf("%s[%d]", name, len(values))))
	}
	return values
}

func decodeObject(from io.Reader) (params, error) {
	decoder := json.NewDecoder(from)
	decoder.UseNumber()
	var object params
	if err := decoder.Decode(&object); err != nil {
		return nil, fmt.Errorf("reading JSON: %w", err)
	}
	return object, nil
}

func (s *Server) readCall(w http.ResponseWriter, r *http.Request) (*call, *failure) {
	read := &call{
		state:  s.state,
		now:    s.options.Now(),
		base:   s.GraphURL(),
		method: r.Method,
		params: params{},
	}
	read.version, read.path = splitVersion(r.URL.Path)
	read.node, read.edge, _ = strings.Cut(strings.Trim(read.path, "/"), "/")
	for name, values := range r.URL.Query() {
		read.params[name] = values[0]
	}
	r.Body = http.MaxBytesReader(w, r.Body, largestBody)
	err := read.readBody(r)
	read.secret = read.params.text("access_token")
	if scheme, secret, found := strings.Cut(r.Header.Get("Authorization"), " "); found &&
		(strings.EqualFold(scheme, "Bearer") || strings.EqualFold(scheme, "OAuth")) {
		read.secret = strings.TrimSpace(secret)
	}
	return read, err
}

func (c *call) readBody(r *http.Request) *failure {
	mediaType, _, _ := mime.ParseMediaType(r.Header.Get("Content-Type"))
	switch {
	case r.Body == nil || r.Method == http.MethodGet:
		return nil
	case mediaType == "application/json":
		body, err := decodeObject(r.Body)
		if err != nil && r.ContentLength != 0 {
			return badRequest(100, "Invalid parameter: the body is not a JSON object")
		}
		for name, value := range body {
			c.params[name] = value
		}
	default:
		if err := r.ParseMultipartForm(largestBody); err != nil && err != http.ErrNotMultipart {
			return badRequest(100, "Invalid parameter: the form could not be read")
		}
		for name, values := range r.PostForm {
			c.params[name] = values[0]
		}
	}
	return nil
}

// splitVersion takes the version off the path and says which one answers. Calls
// to an ended one, or to none, are answered by the oldest; a version that never
// was is taken for a name.
func splitVersion(path string) (version, rest string) {
	oldest := graph.Versions()[0].Name
	first, after, _ := strings.Cut(strings.TrimPrefix(path, "/"), "/")
	if _, known := graph.FindVersion(first); known {
		return first, "/" + after
	}
	if graph.IsLaterVersion(oldest, first) {
		return oldest, "/" + after
	}
	return oldest, path
}

// page gives the fields and the place in the list that the call asks for.
func (c *call) page() (field, *failure) {
	fields, err := parseFields(c.params.text("fields"))
	if err != nil {
		return field{}, badRequest(2500, "Syntax error: %s", err)
	}
	want := field{fields: fields, after: c.params.text("after"), before: c.params.text("before")}
	if limit := c.params.text("limit"); limit != "" {
		number, err := strconv.Atoi(limit)
		if err != nil || number < 0 {
			return field{}, badRequest(100, "(#100) Param limit must be an integer")
		}
		want.limit = number
	}
	return want, nil
}
