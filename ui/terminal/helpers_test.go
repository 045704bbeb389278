package terminal_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"latchkey/graph"
	"latchkey/graph/sandbox"
	"latchkey/ui/terminal"
	"latchkey/ui/words"
	"latchkey/wizard/files"
	"latchkey/wizard/vault"
	"latchkey/wizard/vault/vaulttest"
)

// blindBrowser is a browser that shows nothing.
type blindBrowser struct{}

func (blindBrowser) Open(context.Context, string) error { return nil }

// answers is a person who has made up their mind: each is typed in turn.
type answers []string

func (a *answers) Line(context.Context) (string, error) {
	if len(*a) == 0 {
		return "", io.EOF
	}
	typed := (*a)[0]
	*a = (*a)[1:]
	return typed, nil
}

func (a *answers) Secret(ctx context.Context) (string, error) { return a.Line(ctx) }

// output collects what is written, from several goroutines.
type output struct {
	mutex sync.Mutex
	text  bytes.Buffer
	wrote chan struct{} // filled after writing
}

func (o *output) Write(p []byte) (int, error) {
	o.mutex.Lock()
	defer o.mutex.Unlock()
	select {
	case o.wrote <- struct{}{}:
	default:
	}
	return o.text.Write(p)
}

func (o *output) String() string {
	o.mutex.Lock()
	defer o.mutex.Unlock()
	return o.text.String()
}

// waitFor waits until a text has been written.
func (o *output) waitFor(t *testing.T, text string) {
	t.Helper()
	patience := time.After(time.Minute)
	for !strings.Contains(o.String(), text) {
		select {
		case <-o.wrote:
		case <-patience:
			t.Fatalf("%q was never written, only:\n%s", text, o)
		}
	}
}

// bench is a terminal with a keychain, a folder and a pretend Meta of its own.
type bench struct {
	*terminal.Terminal
	t        *testing.T
	out, err *output
	keychain *vaulttest.Memory
	server   *sandbox.Server
	lastCode int
}

func newBench(t *testing.T) *bench {
	t.Helper()
	server, err := sandbox.Start(sandbox.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = server.Close() })
	english, err := words.New(time.UTC, "en")
	if err != nil {
		t.Fatal(err)
	}
	b := &bench{
		t: t, server: server, keychain: &vaulttest.Memory{},
		out: &output{wrote: make(chan struct{}, 1)}, err: &output{wrote: make(chan struct{}, 1)},
	}
	folder := files.Open(filepath.Join(t.TempDir(), "latchkey"), nil)
	b.Terminal = &terminal.Terminal{
		In: strings.NewReader(""), Out: b.out, Err: b.err, Words: english, Folder: folder,
		Vault:    vault.Open(vault.Options{Service: vault.Service, Folder: folder, Keychain: b.keychain, Deadline: 5 * time.Second}),
		Keychain: b.keychain, Now: time.Now, Browser: blindBrowser{},
		Graph: graph.Options{BaseURL: server.GraphURL(), Pause: time.Millisecond},
	}
	return b
}

// run executes a command with a text on standard input, and forgets what
// earlier commands wrote.
func (b *bench) run(input string, arguments ...string) int {
	b.t.Helper()
	b.In = strings.NewReader(input)
	b.clear()
	b.lastCode = b.Run(b.t.Context(), arguments)
	return b.lastCode
}

func (b *bench) clear() {
	for _, o := range []*output{b.out, b.err} {
		o.mutex.Lock()
		o.text.Reset()
		o.mutex.Unlock()
	}
}

// expect runs a command and holds it to an exit code.
func (b *bench) expect(code int, input string, arguments ...string) {
	b.t.Helper()
	if got := b.run(input, arguments...); got != code {
		b.t.Fatalf("latchkey %s ends with %d, not %d:\n%s\n%s", strings.Join(arguments, " "), got, code, b.out, b.err)
	}
}

// says holds a text to what must stand in it; how it was wrapped does not
// matter.
func says(t *testing.T, text string, wanted ...string) {
	t.Helper()
	for _, each := range wanted {
		if !strings.Contains(unwrapped(text), unwrapped(each)) {
			t.Errorf("%q is not said in:\n%s", each, text)
		}
	}
}

// silent holds a text to what must not stand in it.
func silent(t *testing.T, text string, unwanted ...string) {
	t.Helper()
	for _, each := range unwanted {
		if strings.Contains(unwrapped(text), unwrapped(each)) {
			t.Errorf("%q is said in:\n%s", each, text)
		}
	}
}

func unwrapped(text string) string { return strings.Join(strings.Fields(text), " ") }

// document reads standard output as exactly one JSON document.
func (b *bench) document() map[string]any {
	b.t.Helper()
	decoder := json.NewDecoder(strings.NewReader(b.out.String()))
	var document map[string]any
	if err := decoder.Decode(&document); err != nil {
		b.t.Fatalf("no JSON document: %v\n%s", err, b.out)
	}
	if _, err := decoder.Token(); !errors.Is(err, io.EOF) {
		b.t.Fatalf("more than one document:\n%s", b.out)
	}
	return document
}

// token is the token of a scenario.
func token(t *testing.T, scenario string) string {
	t.Helper()
	found, ok := sandbox.FindScenario(scenario)
	if !ok {
		t.Fatalf("there is no scenario %q", scenario)
	}
	return found.Token.Reveal()
}

// save puts a token into the keychain as the setup does.
func (b *bench) save(name, scenario string) {
	b.t.Helper()
	found, _ := sandbox.FindScenario(scenario)
	entry := vault.Entry{Name: name, AppID: found.AppID, AccountID: found.AccountID, PhoneID: found.PhoneID}
	if _, err := b.Vault.Save(b.t.Context(), entry, found.Token); err != nil {
		b.t.Fatal(err)
	}
}

// inFiles returns everything that lies in the private folder.
func (b *bench) inFiles() string {
	b.t.Helper()
	var all strings.Builder
	err := filepath.WalkDir(b.Folder.Path(), func(path string, entry os.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return nil
		}
		content, err := os.ReadFile(path)
		all.WriteString(path + "\n" + string(content) + "\n")
		return err
	})
	if err != nil {
		b.t.Fatal(err)
	}
	return all.String()
}

// through is what a person types to come from the first step to the fifth, and
// further: my own business, and then three trips, each opening the page and coming
// back.
func through(further ...string) string {
	return strings.Join(append([]string{"1", "", "", "", "", "", ""}, further...), "\n") + "\n"
}
