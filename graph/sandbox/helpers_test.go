package sandbox

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"go.uber.org/goleak"

	"latchkey/graph"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// noon is the time at which every test happens, unless it moves the clock.
var noon = time.Date(2026, 9, 14, 12, 0, 0, 0, time.UTC)

// graphClient talks to a running server over real HTTP.
type graphClient struct {
	t      *testing.T
	server *Server
	web    *http.Client
}

func start(t *testing.T, options Options) *graphClient {
	t.Helper()
	if options.Now == nil {
		options.Now = func() time.Time { return noon }
	}
	if options.Words == nil {
		options.Words = english(t)
	}
	server, err := Start(options)
	if err != nil {
		t.Fatal(err)
	}
	transport := &http.Transport{}
	t.Cleanup(func() {
		transport.CloseIdleConnections()
		if err := server.Close(); err != nil {
			t.Error(err)
		}
	})
	return &graphClient{t: t, server: server, web: &http.Client{
		Transport: transport,
		CheckRedirect: func(*http.Request, []*http.Request) error {
			return http.ErrUseLastResponse
		},
	}}
}

func scenario(t *testing.T, name string) Scenario {
	t.Helper()
	found, ok := FindScenario(name)
	if !ok {
		t.Fatalf("there is no scenario %q", name)
	}
	return found
}

// reply is an answer of the pretend Graph.
type reply struct {
	status int
	header http.Header
	body   map[string]any
	raw    string
}

func (c *graphClient) get(token graph.Token, path string) reply {
	c.t.Helper()
	return c.send(c.request(http.MethodGet, path, token, nil))
}

func (c *graphClient) postJSON(token graph.Token, path string, body any) reply {
	c.t.Helper()
	encoded, err := json.Marshal(body)
	if err != nil {
		c.t.Fatal(err)
	}
	request := c.request(http.MethodPost, path, token, bytes.NewReader(encoded))
	request.Header.Set("Content-Type", "application/json")
	return c.send(request)
}

func (c *graphClient) postForm(token graph.Token, path string, form url.Values) reply {
	c.t.Helper()
	request := c.request(http.MethodPost, path, token, strings.NewReader(form.Encode()))
	request.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	return c.send(request)
}

func (c *graphClient) request(method, path string, token graph.Token, body io.Reader) *http.Request {
	c.t.Helper()
	request, err := http.NewRequestWithContext(c.t.Context(), method, c.server.GraphURL()+path, body)
	if err != nil {
		c.t.Fatal(err)
	}
	if !token.IsZero() {
		request.Header.Set("Authorization", "Bearer "+token.Reveal())
	}
	return request
}

func (c *graphClient) send(request *http.Request) reply {
	c.t.Helper()
	response, err := c.web.Do(request)
	if err != nil {
		c.t.Fatal(err)
	}
	defer response.Body.Close()
	raw, err := io.ReadAll(response.Body)
	if err != nil {
		c.t.Fatal(err)
	}
	got := reply{status: response.StatusCode, header: response.Header, raw: string(raw)}
	decoder := json.NewDecoder(bytes.NewReader(raw))
	decoder.UseNumber()
	_ = decoder.Decode(&got.body) // pages and faults are not JSON
	return got
}

// at follows names and list places into the body, for example "data.0.id".
func (r reply) at(path string) any {
	var value any = r.body
	for _, step := range strings.Split(path, ".") {
		switch inner := value.(type) {
		case map[string]any:
			value = inner[step]
		case []any:
			place, err := json.Number(step).Int64()
			if err != nil || int(place) >= len(inner) {
				return nil
			}
			value = inner[place]
		default:
			return nil
		}
	}
	return value
}

func (r reply) text(path string) string {
	switch value := r.at(path).(type) {
	case string:
		return value
	case json.Number:
		return value.String()
	default:
		return ""
	}
}

func (r reply) wantError(t *testing.T, status int, code, subcode string) {
	t.Helper()
	if r.status != status || r.text("error.code") != code || r.text("error.error_subcode") != subcode {
		t.Fatalf("got HTTP %d %s, want HTTP %d code %s subcode %q", r.status, r.raw, status, code, subcode)
	}
	if r.text("error.fbtrace_id") == "" || r.text("error.type") == "" || r.text("error.message") == "" {
		t.Fatalf("the envelope is not whole: %s", r.raw)
	}
}

func (r reply) wantOK(t *testing.T) reply {
	t.Helper()
	if r.status != http.StatusOK {
		t.Fatalf("got HTTP %d %s", r.status, r.raw)
	}
	return r
}
