package repair_test

import (
	"io"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"latchkey/graph"
	"latchkey/graph/sandbox"
	"latchkey/wizard/environment"
	"latchkey/wizard/files"
	"latchkey/wizard/saved"
	"latchkey/wizard/vault"
	"latchkey/wizard/vault/vaulttest"
)

// office is a computer with saved tokens, and a Graph behind a desk that may answer
// in its place.
type office struct {
	t        *testing.T
	keychain *vaulttest.Memory
	folder   *files.Folder
	env      environment.Environment

	mutex   sync.Mutex
	asked   []string // method and path of each call
	instead http.HandlerFunc
}

func newOffice(t *testing.T) *office {
	t.Helper()
	meta, err := sandbox.Start(sandbox.Options{})
	must(t, err)
	address, err := url.Parse(meta.GraphURL())
	must(t, err)
	transport := &http.Transport{}
	forward := &httputil.ReverseProxy{Transport: transport, Rewrite: func(r *httputil.ProxyRequest) { r.SetURL(address) }}
	o := &office{t: t, keychain: &vaulttest.Memory{}, folder: files.Open(filepath.Join(t.TempDir(), "latchkey"), nil)}
	desk := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		o.mutex.Lock()
		o.asked = append(o.asked, r.Method+" "+strings.TrimPrefix(r.URL.Path, "/v25.0"))
		instead := o.instead
		o.mutex.Unlock()
		if strings.Contains(r.URL.RawQuery, "secret=") {
			t.Error("a secret is in the address")
		}
		taken := &answered{ResponseWriter: w}
		if instead != nil {
			if instead(taken, r); taken.done {
				return
			}
		}
		forward.ServeHTTP(w, r)
	}))
	t.Cleanup(func() {
		desk.Close()
		transport.CloseIdleConnections()
		must(t, meta.Close())
	})
	o.env = environment.Environment{
		Graph:  graph.Options{BaseURL: desk.URL, Tries: 1, Pause: time.Millisecond},
		Vault:  vault.Open(vault.Options{Folder: o.folder, Keychain: o.keychain, Deadline: 5 * time.Second}),
		Folder: o.folder, Now: time.Now,
	}
	return o
}

// answered notes whether the desk has answered by itself.
type answered struct {
	http.ResponseWriter
	done bool
}

func (a *answered) Write(text []byte) (int, error) {
	a.done = true
	return a.ResponseWriter.Write(text)
}

func (a *answered) WriteHeader(status int) {
	a.done = true
	a.ResponseWriter.WriteHeader(status)
}

// answer has calls that a path ends in answered by the desk.
func (o *office) answer(path string, status int, body string) {
	o.mutex.Lock()
	defer o.mutex.Unlock()
	o.instead = func(w http.ResponseWriter, r *http.Request) {
		if strings.HasSuffix(r.URL.Path, path) {
			w.WriteHeader(status)
			_, _ = io.WriteString(w, body)
		}
	}
}

// posts are the calls that change something.
func (o *office) posts() []string {
	o.mutex.Lock()
	defer o.mutex.Unlock()
	return slices.DeleteFunc(slices.Clone(o.asked), func(call string) bool { return strings.HasPrefix(call, "GET ") })
}

func scenario(t *testing.T, name string) sandbox.Scenario {
	t.Helper()
	found, ok := sandbox.FindScenario(name)
	if !ok {
		t.Fatalf("there is no scenario %q", name)
	}
	return found
}

// save keeps a scenario's token under its name, as a check describes it.
func (o *office) save(name string) sandbox.Scenario {
	o.t.Helper()
	of := scenario(o.t, name)
	report, err := o.env.Check(o.t.Context(), of.Token, environment.CheckOptions{AppSecret: of.AppSecret})
	must(o.t, err)
	entry := vault.Entry{Name: name, AppID: of.AppID}
	saved.Note(&entry, report)
	_, err = o.env.Vault.Save(o.t.Context(), entry, of.Token)
	must(o.t, err)
	return of
}

func (o *office) kept(name string) string { return o.keychain.Holds(vault.Service, name) }

func (o *office) works(token string) bool {
	client, err := graph.New(o.env.Graph, graph.NewToken(token))
	must(o.t, err)
	defer client.Close()
	_, err = client.Me(o.t.Context())
	return err == nil
}

// mustKeepNothing fails when a secret stands in a file, in the keychain or in an
// error.
func (o *office) mustKeepNothing(secret graph.Token, errs ...error) {
	o.t.Helper()
	var texts []string
	for _, kept := range o.keychain.All() {
		texts = append(texts, kept)
	}
	for _, err := range errs {
		if err != nil {
			texts = append(texts, err.Error())
		}
	}
	must(o.t, filepath.WalkDir(o.folder.Path(), func(path string, entry os.DirEntry, err error) error {
		if err == nil && !entry.IsDir() {
			text, readErr := os.ReadFile(path)
			texts, err = append(texts, string(text)), readErr
		}
		return err
	}))
	for _, text := range texts {
		if strings.Contains(text, secret.Reveal()) {
			o.t.Errorf("the app secret is kept in %s", graph.Redact(text, secret))
		}
	}
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
