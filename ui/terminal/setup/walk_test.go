package setup_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"go.uber.org/goleak"

	"latchkey/graph"
	"latchkey/graph/sandbox"
	"latchkey/graph/site"
	"latchkey/ui/terminal/screen"
	terminal "latchkey/ui/terminal/setup"
	"latchkey/ui/words"
	"latchkey/wizard/environment"
	"latchkey/wizard/files"
	"latchkey/wizard/setup"
	"latchkey/wizard/vault"
	"latchkey/wizard/vault/vaulttest"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// walk is a person at the setup, with a keychain, a folder and a pretend Meta.
type walk struct {
	t        *testing.T
	words    *words.Words
	keychain *vaulttest.Memory
	env      environment.Environment
	server   *sandbox.Server

	lines  []string          // that are typed, one after the other
	before func(line string) // is called before a line is typed; may be nil
	hidden int               // lines that were typed unseen
	opened []string          // addresses
	out    bytes.Buffer
}

func newWalk(t *testing.T, lines ...string) *walk {
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
	folder := files.Open(filepath.Join(t.TempDir(), "latchkey"), nil)
	keychain := &vaulttest.Memory{}
	return &walk{t: t, words: english.ForTerminal(), keychain: keychain, server: server, lines: lines, env: environment.Environment{
		Graph: graph.Options{BaseURL: server.GraphURL(), Pause: time.Millisecond}, Site: site.Meta, Folder: folder, Now: time.Now,
		Vault: vault.Open(vault.Options{Service: vault.Service, Folder: folder, Keychain: keychain, Deadline: 5 * time.Second}),
	}}
}

// go through the setup until nothing more is typed.
func (w *walk) run() error {
	w.t.Helper()
	return terminal.Walk(w.t.Context(), terminal.Terminal{
		Screen: screen.Of(&w.out), Prompt: w, Words: w.words, Browser: w, Now: time.Now,
	}, w.env, nil)
}

func (w *walk) Line(context.Context) (string, error) {
	if len(w.lines) == 0 {
		return "", io.EOF
	}
	line := w.lines[0]
	w.lines = w.lines[1:]
	if w.before != nil {
		w.before(line)
	}
	return line, nil
}

func (w *walk) Secret(ctx context.Context) (string, error) {
	w.hidden++
	return w.Line(ctx)
}

func (w *walk) Open(_ context.Context, address string) error {
	w.opened = append(w.opened, address)
	return nil
}

// says holds what was printed to what must stand in it; how it was wrapped does
// not matter.
func (w *walk) says(wanted ...string) {
	w.t.Helper()
	for _, each := range wanted {
		if !strings.Contains(unwrapped(w.out.String()), unwrapped(each)) {
			w.t.Errorf("%q is not said in:\n%s", each, &w.out)
		}
	}
}

func (w *walk) silent(unwanted ...string) {
	w.t.Helper()
	for _, each := range unwanted {
		if strings.Contains(unwrapped(w.out.String()), unwrapped(each)) {
			w.t.Errorf("%q is said in:\n%s", each, &w.out)
		}
	}
}

func unwrapped(text string) string { return strings.Join(strings.Fields(text), " ") }

func token(t *testing.T, scenario string) string {
	t.Helper()
	found, ok := sandbox.FindScenario(scenario)
	if !ok {
		t.Fatalf("there is no scenario %q", scenario)
	}
	return found.Token.Reveal()
}

// toTheSummary goes from the first step to the last with a token: my own
// business, three trips, each opening the page and coming back, the paste, and
// the check.
func toTheSummary(token string, further ...string) []string {
	return append([]string{"1", "", "", "", "", "", "", token, ""}, further...)
}

// TestSetupGoesOnOnceTheKeychainWorks: nobody has to begin anew.
func TestSetupGoesOnOnceTheKeychainWorks(t *testing.T) {
	w := newWalk(t, "1", "")
	w.keychain.FailWith(errors.New("no"))
	w.before = func(line string) {
		if line == "" {
			w.says("Test again")
			w.keychain.FailWith(nil)
		}
	}
	if err := w.run(); !errors.Is(err, terminal.ErrLeft) {
		t.Error(err)
	}
	w.says("Step 2 of 7")
}

func TestSaveThatFails(t *testing.T) {
	w := newWalk(t, toTheSummary(token(t, "ready"), "", "q", "q")...)
	w.before = func(string) {
		if len(w.lines) == 2 { // the summary's Enter
			w.keychain.FailWith(errors.New("no"))
		}
	}
	if err := w.run(); !errors.Is(err, terminal.ErrLeft) {
		t.Error(err)
	}
	w.says("There is a problem:", "Step 7 of 7")
	w.silent("is in your keychain")
	if w.hidden != 1 {
		t.Error("the token was not asked for hidden")
	}
}

func TestWithoutAKeychainItSaysSo(t *testing.T) {
	w := newWalk(t, "1")
	w.keychain.FailWith(errors.New("no"))
	if err := w.run(); !errors.Is(err, terminal.ErrNoKeychain) {
		t.Error(err)
	}
}

// TestSetupSaysWhatTheWindowSays: the titles of all steps, from the same ids.
func TestSetupSaysWhatTheWindowSays(t *testing.T) {
	w := newWalk(t, toTheSummary(token(t, "ready"), "", "")...)
	if err := w.run(); err != nil {
		t.Error(err)
	}
	for _, step := range setup.Steps {
		w.says(w.words.Say("step."+step.ID()+".name"), w.words.Say("step."+step.ID()+".title"))
	}
}
