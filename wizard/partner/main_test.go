package partner

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"go.uber.org/goleak"

	"latchkey/graph"
	"latchkey/graph/sandbox"
	"latchkey/wizard/files"
	"latchkey/wizard/vault"
	"latchkey/wizard/vault/vaulttest"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// clock is a clock that stands until somebody waits.
type clock struct {
	mutex  sync.Mutex
	moment time.Time
	waits  int
}

func newClock() *clock { return &clock{moment: time.Date(2026, 9, 14, 12, 0, 0, 0, time.UTC)} }

func (c *clock) now() time.Time {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	return c.moment
}

func (c *clock) advance(by time.Duration) {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	c.moment = c.moment.Add(by)
}

// wait lets the clock run as far as somebody wants to wait.
func (c *clock) wait(ctx context.Context, pause time.Duration) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	c.mutex.Lock()
	defer c.mutex.Unlock()
	c.moment = c.moment.Add(pause)
	c.waits++
	return nil
}

// place is a computer to work on.
type place struct {
	tokens   BusinessTokens
	keychain *vaulttest.Memory
	folder   string
	clock    *clock
}

func newPlace(t *testing.T, address string) *place {
	t.Helper()
	p := &place{keychain: &vaulttest.Memory{}, folder: t.TempDir(), clock: newClock()}
	folder := files.Open(p.folder, p.clock.now)
	p.tokens = BusinessTokens{
		Graph: graph.Options{BaseURL: address, Pause: time.Millisecond},
		Vault: vault.Open(vault.Options{Service: vault.Service, Folder: folder, Keychain: p.keychain, Now: p.clock.now}),
		Now:   p.clock.now,
		Wait:  p.clock.wait,
	}
	return p
}

// save keeps a token under a name, as an earlier run would have.
func (p *place) save(t *testing.T, entry vault.Entry, token graph.Token) {
	t.Helper()
	if _, err := p.tokens.Vault.Save(t.Context(), entry, token); err != nil {
		t.Fatal(err)
	}
}

func (p *place) entry(t *testing.T, name string) vault.Entry {
	t.Helper()
	entry, err := p.tokens.Vault.Entry(t.Context(), name)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return entry
}

// written is everything that lies in the files.
func (p *place) written(t *testing.T) string {
	t.Helper()
	var all strings.Builder
	err := filepath.WalkDir(p.folder, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		all.WriteString(path)
		content, err := os.ReadFile(path)
		all.Write(content)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all.String()
}

// rehearse starts a pretend Meta on the place's clock, with its scenario of a
// solution partner.
func rehearse(t *testing.T) (*sandbox.Server, *place, sandbox.Scenario) {
	t.Helper()
	p := newPlace(t, "")
	server, err := sandbox.Start(sandbox.Options{Now: p.clock.now})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = server.Close() })
	p.tokens.Graph.BaseURL = server.GraphURL()
	scenario, found := sandbox.FindScenario("solution-partner")
	if !found {
		t.Fatal("there is no such scenario")
	}
	return server, p, scenario
}

func sourceOf(scenario sandbox.Scenario) Source {
	return Source{Solution: graph.ID(scenario.SolutionID), Partner: scenario.Token}
}
