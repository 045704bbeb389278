package handover

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"

	"latchkey/graph"
)

// maxStoreAnswer is the longest answer that is read, in bytes.
const maxStoreAnswer = 1 << 20

// fields are a secret's, as the store wrote them.
type fields map[string]json.RawMessage

// with is the fields and one more, or another value of one.
func (f fields) with(name string, token graph.Token) fields {
	value, err := json.Marshal(token.Reveal())
	if err != nil {
		panic(err) // a string always has a JSON form
	}
	result := maps.Clone(f)
	if result == nil {
		result = fields{}
	}
	result[name] = value
	return result
}

// answer is what is read of the store's answers.
type answer struct {
	Errors []string `json:"errors"`
	Data   *struct {
		// Of data: the fields and what is known of their version.
		Data     fields `json:"data"`
		Metadata struct {
			Version   int    `json:"version"`
			CreatedAt moment `json:"created_time"`
		} `json:"metadata"`
		// Of a write.
		Version int `json:"version"`
		// Of metadata.
		CurrentVersion int    `json:"current_version"`
		UpdatedAt      moment `json:"updated_time"`
		// Of the question about the mount.
		Type    string            `json:"type"`
		Options map[string]string `json:"options"`
	} `json:"data"`
}

// moment is a time in RFC 3339; what is none counts as not known, since it is
// only shown.
type moment struct{ time.Time }

// UnmarshalText never fails.
func (m *moment) UnmarshalText(text []byte) error {
	m.Time, _ = time.Parse(time.RFC3339Nano, string(text))
	return nil
}

// readData reads the newest version.
func (s *Store) readData(ctx context.Context) (Secret, error) {
	got, err := s.call(ctx, http.MethodGet, s.mount+"/data/"+s.path, nil)
	if isNothing(got, err) {
		// Of a deleted version the number is told all the same.
		return Secret{Version: got.version()}, nil
	}
	if err == nil && got.version() == 0 {
		err = &StoreError{Reason: StoreNotKV2}
	}
	if err != nil {
		return Secret{}, err
	}
	return Secret{
		Version: got.version(), At: got.Data.Metadata.CreatedAt.Time,
		Fields: namesOf(got.Data.Data, s.token), fields: got.Data.Data,
	}, nil
}

// namesOf are the names of fields as they may be shown, sorted.
func namesOf(content fields, secret graph.Token) []string {
	var names []string
	for _, name := range slices.Sorted(maps.Keys(content)) {
		names = append(names, graph.Clean(name, secret))
	}
	return names
}

// readMetadata reads which version is the newest, for a token that may not read
// the data.
func (s *Store) readMetadata(ctx context.Context) (Secret, error) {
	got, err := s.call(ctx, http.MethodGet, s.mount+"/metadata/"+s.path, nil)
	switch {
	case isNothing(got, err):
		return Secret{}, nil
	case err != nil:
		return Secret{}, err
	case got.Data == nil || got.Data.CurrentVersion == 0:
		return Secret{}, &StoreError{Reason: StoreNotKV2}
	}
	return Secret{Version: got.Data.CurrentVersion, At: got.Data.UpdatedAt.Time}, nil
}

// isOtherEngine reports whether the store says that the mount is no KV engine
// of version 2: one of version 1 answers a read of nothing just the same, and
// would keep what is written in another form. The question is the one that the
// stores' own command line asks; a store that does not answer it is believed.
func (s *Store) isOtherEngine(ctx context.Context) bool {
	got, err := s.call(ctx, http.MethodGet, "sys/internal/ui/mounts/"+s.mount, nil)
	if err != nil || got.Data == nil || got.Data.Type == "" {
		return false
	}
	return got.Data.Type != "kv" || got.Data.Options["version"] != "2"
}

// write adds a version behind the one given; 0 is for a secret that is not
// there yet.
func (s *Store) write(ctx context.Context, behind int, content fields, secret graph.Token) (int, error) {
	type options struct {
		CheckAndSet int `json:"cas"`
	}
	body, err := json.Marshal(struct {
		Options options `json:"options"`
		Data    fields  `json:"data"`
	}{options{behind}, content})
	if err != nil {
		return 0, &StoreError{Reason: StoreOther, Err: err}
	}
	got, err := s.call(ctx, http.MethodPost, s.mount+"/data/"+s.path, body, secret)
	if err != nil {
		return 0, err
	}
	if got.Data == nil || got.Data.Version == 0 {
		return 0, &StoreError{Reason: StoreNotKV2}
	}
	return got.Data.Version, nil
}

// isNothing reports whether an answer says that there is nothing at a path,
// which is no fault. A path that leads to no engine is told in words.
func isNothing(got answer, err error) bool {
	return reasonOf(err) == StoreNoMount && len(got.Errors) == 0
}

func (a answer) version() int {
	if a.Data == nil {
		return 0
	}
	return a.Data.Metadata.Version
}

// call asks the store once. Redirects are not followed: the token would go
// along. What the store says is redacted by the secrets that it was sent.
func (s *Store) call(ctx context.Context, method, path string, body []byte, secrets ...graph.Token) (answer, error) {
	ctx, cancel := context.WithTimeout(ctx, storeTime)
	defer cancel()
	address := *s.base
	address.Path, address.RawPath = s.base.Path+"/v1/"+path, ""
	request, err := http.NewRequestWithContext(ctx, method, address.String(), bytes.NewReader(body))
	if err != nil {
		return answer{}, &StoreError{Reason: StoreAddress}
	}
	request.Header.Set("X-Vault-Token", s.token.Reveal())
	// A store's agent or proxy may insist on this one, against forged requests.
	request.Header.Set("X-Vault-Request", "true")
	if s.namespace != "" {
		request.Header.Set("X-Vault-Namespace", s.namespace)
	}
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("User-Agent", "Latchkey")
	response, err := s.transport.RoundTrip(request)
	if err != nil {
		return answer{}, unanswered(ctx, err)
	}
	defer func() { _ = response.Body.Close() }()
	text, err := io.ReadAll(io.LimitReader(response.Body, maxStoreAnswer))
	if err != nil {
		return answer{}, unanswered(ctx, err)
	}
	return readStoreAnswer(response, text, append(secrets, s.token))
}

func readStoreAnswer(response *http.Response, text []byte, secrets []graph.Token) (answer, error) {
	var got answer
	structured := json.Unmarshal(text, &got) == nil
	said := strings.Join(got.Errors, "; ")
	if redirect, err := response.Location(); err == nil {
		said = (&url.URL{Scheme: redirect.Scheme, Host: redirect.Host}).String()
	}
	said = graph.Clean(said, secrets...)
	switch status := response.StatusCode; {
	case status == http.StatusNoContent:
		return answer{}, nil
	case status != http.StatusOK:
		return got, &StoreError{Reason: refusal(status, said, structured), HTTPStatus: status, Said: said}
	case !structured:
		return answer{}, &StoreError{Reason: StoreNotAStore, HTTPStatus: status}
	}
	return got, nil
}
