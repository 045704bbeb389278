// Package storetest has a secret store for tests: a server that holds to what
// HashiCorp Vault and OpenBao document, and keeps everything in memory.
package storetest

import (
	"encoding/json"
	"encoding/pem"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"latchkey/graph"
)

// Token is the made-up token of the store itself.
var Token = graph.NewToken("hvs.madeUpStoreToken" + strings.Repeat("s", 40))

// version is one version of a secret; data is nil once it is deleted.
type version struct {
	data map[string]json.RawMessage
	at   time.Time
}

// Server holds to the contract of a KV engine of version 2, mounted at
// "secret" and at "team/kv", and has one of version 1 at "old".
// Source: developer.hashicorp.com, KV secrets engine version 2 (API).
type Server struct {
	*httptest.Server
	t    *testing.T
	kept []graph.Token

	mutex     sync.Mutex
	secrets   map[string][]version // by mount and path
	Namespace string               // the one that must be named
	Sealed    bool
	Denied    map[string]bool // "GET data", "GET metadata", "POST data"
	Written   []string        // what a mount of version 1 was given
	// Before, when set, runs once before the next write: somebody else is
	// quicker.
	Before func()
}

// New starts a store that ends with the test. The tokens that are to be kept
// there must be in no address.
func New(t *testing.T, kept ...graph.Token) *Server {
	t.Helper()
	s := &Server{t: t, kept: kept, secrets: map[string][]version{}, Denied: map[string]bool{}}
	s.Server = httptest.NewTLSServer(s)
	t.Cleanup(s.Close)
	return s
}

// Authority is a file with the certificate to trust.
func (s *Server) Authority() string {
	s.t.Helper()
	path := filepath.Join(s.t.TempDir(), "authority.pem")
	text := pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: s.Certificate().Raw})
	if err := os.WriteFile(path, text, 0o600); err != nil {
		s.t.Fatal(err)
	}
	return path
}

// Add puts a version there as somebody else would.
func (s *Server) Add(path string, fields map[string]string) {
	data := map[string]json.RawMessage{}
	for name, value := range fields {
		data[name], _ = json.Marshal(value)
	}
	s.mutex.Lock()
	defer s.mutex.Unlock()
	s.secrets[path] = append(s.secrets[path], version{data, time.Now().UTC()})
}

// Delete takes the newest version back, as somebody else would: its number stays.
func (s *Server) Delete(path string) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	versions := s.secrets[path]
	versions[len(versions)-1].data = nil
}

// Newest is the number and the fields of the newest version.
func (s *Server) Newest(path string) (int, map[string]string) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	fields := map[string]string{}
	versions := s.secrets[path]
	if len(versions) == 0 {
		return 0, fields
	}
	for name, value := range versions[len(versions)-1].data {
		var text string
		if json.Unmarshal(value, &text) != nil {
			text = string(value)
		}
		fields[name] = text
	}
	return len(versions), fields
}

// fail answers as the store does when it refuses.
func fail(w http.ResponseWriter, status int, texts ...string) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(map[string][]string{"errors": append([]string{}, texts...)})
}

func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	s.mutex.Lock()
	before := s.Before
	if r.Method == http.MethodPost {
		s.Before = nil
	}
	s.mutex.Unlock()
	if r.Method == http.MethodPost && before != nil {
		before()
	}
	s.mutex.Lock()
	defer s.mutex.Unlock()
	for _, secret := range append(s.kept, Token) {
		if strings.Contains(r.URL.String(), secret.Reveal()) {
			s.t.Error("a token is in the address")
		}
	}
	path, ok := strings.CutPrefix(r.URL.Path, "/v1/")
	switch {
	case !ok:
		fail(w, http.StatusNotFound)
	case s.Sealed:
		fail(w, http.StatusServiceUnavailable, "Vault is sealed")
	case r.Header.Get("X-Vault-Request") != "true":
		fail(w, http.StatusPreconditionFailed, "missing 'X-Vault-Request' header")
	case r.Header.Get("X-Vault-Token") != Token.Reveal(), r.Header.Get("X-Vault-Namespace") != s.Namespace:
		fail(w, http.StatusForbidden, "permission denied")
	case strings.HasPrefix(path, "sys/internal/ui/mounts/"):
		s.tellMount(w, strings.TrimPrefix(path, "sys/internal/ui/mounts/"))
	case strings.HasPrefix(path, "old/"):
		s.versionOne(w, r, path)
	case strings.HasPrefix(path, "secret/"):
		s.versionTwo(w, r, "secret", strings.TrimPrefix(path, "secret/"))
	case strings.HasPrefix(path, "team/kv/"):
		s.versionTwo(w, r, "team/kv", strings.TrimPrefix(path, "team/kv/"))
	default:
		fail(w, http.StatusNotFound, "no handler for route \""+path+"\". route entry not found.")
	}
}

func (s *Server) tellMount(w http.ResponseWriter, mount string) {
	versions := map[string]any{"secret": map[string]string{"version": "2"}, "team/kv": map[string]string{"version": "2"}, "old": nil}
	options, ok := versions[mount]
	if !ok {
		fail(w, http.StatusForbidden, "preflight capability check returned 403, please ensure client's policies grant access to path \""+mount+"/\"")
		return
	}
	answerWith(w, map[string]any{"path": mount + "/", "type": "kv", "options": options})
}

func answerWith(w http.ResponseWriter, data any) {
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(map[string]any{"request_id": "1", "data": data, "warnings": nil})
}

// versionOne keeps whatever it is given, as it is given.
func (s *Server) versionOne(w http.ResponseWriter, r *http.Request, path string) {
	if r.Method == http.MethodGet {
		fail(w, http.StatusNotFound)
		return
	}
	s.Written = append(s.Written, path)
	w.WriteHeader(http.StatusNoContent)
}

func (s *Server) versionTwo(w http.ResponseWriter, r *http.Request, mount, path string) {
	kind, name, _ := strings.Cut(path, "/")
	key := mount + "/" + name
	versions := s.secrets[key]
	switch what := r.Method + " " + kind; {
	case s.Denied[what]:
		fail(w, http.StatusForbidden, "1 error occurred:\n\t* permission denied\n\n")
	case what == "GET data" && len(versions) == 0, what == "GET metadata" && len(versions) == 0:
		fail(w, http.StatusNotFound)
	case what == "GET data":
		newest := versions[len(versions)-1]
		if newest.data == nil {
			w.WriteHeader(http.StatusNotFound)
		}
		answerWith(w, map[string]any{"data": newest.data, "metadata": map[string]any{
			"version": len(versions), "created_time": newest.at, "deletion_time": "", "destroyed": false, "custom_metadata": nil,
		}})
	case what == "GET metadata":
		answerWith(w, map[string]any{"current_version": len(versions), "updated_time": versions[len(versions)-1].at, "cas_required": false})
	case what == "POST data":
		s.keep(w, r, key)
	default:
		fail(w, http.StatusMethodNotAllowed, "unsupported operation")
	}
}

// keep takes a new version. Without a cas this store refuses, as one does that
// is set to require it.
func (s *Server) keep(w http.ResponseWriter, r *http.Request, key string) {
	var body struct {
		Options struct {
			CheckAndSet *int `json:"cas"`
		} `json:"options"`
		Data map[string]json.RawMessage `json:"data"`
	}
	decoder := json.NewDecoder(r.Body)
	decoder.DisallowUnknownFields()
	switch err := decoder.Decode(&body); {
	case err != nil || body.Data == nil:
		fail(w, http.StatusBadRequest, "no data provided")
	case body.Options.CheckAndSet == nil:
		fail(w, http.StatusBadRequest, "check-and-set parameter required for this call")
	case *body.Options.CheckAndSet != len(s.secrets[key]):
		fail(w, http.StatusBadRequest, "check-and-set parameter did not match the current version")
	default:
		s.secrets[key] = append(s.secrets[key], version{body.Data, time.Now().UTC()})
		answerWith(w, map[string]any{"version": len(s.secrets[key]), "created_time": time.Now().UTC(), "destroyed": false})
	}
}
