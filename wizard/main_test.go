package wizard_test

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"go.uber.org/goleak"

	"latchkey/graph"
	"latchkey/graph/sandbox"
	"latchkey/graph/site"
	"latchkey/wizard"
	"latchkey/wizard/files"
	"latchkey/wizard/vault"
	"latchkey/wizard/vault/vaulttest"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// place is a computer to work on: its keychain, its files, and a Graph.
type place struct {
	t        testing.TB
	keychain *vaulttest.Memory
	folder   *files.Folder
	graph    *sandbox.Server
	requests *atomic.Int32 // that reached Graph
	world    wizard.World
}

func newPlace(t testing.TB) *place {
	t.Helper()
	requests := &atomic.Int32{}
	server, err := sandbox.Start(sandbox.Options{Log: func(sandbox.RequestLine) { requests.Add(1) }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := server.Close(); err != nil {
			t.Error(err)
		}
	})
	folder := files.Open(filepath.Join(t.TempDir(), "latchkey"), nil)
	keychain := &vaulttest.Memory{}
	return &place{
		t: t, keychain: keychain, folder: folder, graph: server, requests: requests,
		world: wizard.World{
			Graph:    graph.Options{BaseURL: server.GraphURL(), Tries: 1},
			Site:     site.Meta,
			Vault:    vault.Open(vault.Options{Folder: folder, Keychain: keychain, Deadline: 5 * time.Second}),
			Progress: wizard.ProgressFile(folder),
			Now:      time.Now,
		},
	}
}

func (p *place) newSetup() *wizard.Setup {
	p.t.Helper()
	setup, err := wizard.NewSetup(p.t.Context(), p.world)
	if err != nil {
		p.t.Fatal(err)
	}
	return setup
}

// setupAt returns a setup of one's own business that has come to a step, with a
// token that is ready pasted, and checked where the step is behind the check.
func (p *place) setupAt(step wizard.Step) *wizard.Setup {
	p.t.Helper()
	setup := p.newSetup()
	p.goOn(setup, step, "ready")
	return setup
}

// goOn takes a setup on to a step as a person would, with a scenario's token.
func (p *place) goOn(setup *wizard.Setup, step wizard.Step, scenario string) {
	p.t.Helper()
	ctx := p.t.Context()
	for setup.Step() < step {
		switch setup.Step() {
		case wizard.StepBusiness:
			setup.Change(func(progress *wizard.Progress) { progress.Situation = wizard.OwnBusiness })
			must(p.t, setup.ProveKeychain(ctx))
		case wizard.StepPaste:
			setup.Paste(tokenOf(p.t, scenario).Reveal())
		case wizard.StepCheck:
			_, err := setup.Check(ctx, nil)
			must(p.t, err)
		}
		p.next(setup)
	}
}

// next goes one step on, which must be possible.
func (p *place) next(setup *wizard.Setup) {
	p.t.Helper()
	missing, err := setup.Next(p.t.Context())
	if err != nil || missing != wizard.NothingMissing {
		p.t.Fatalf("step %d cannot be left: %q, %v", setup.Step(), missing, err)
	}
}

// saved keeps the token of a scenario under a name.
func (p *place) saved(name, scenario string) vault.Entry {
	p.t.Helper()
	ctx := context.Background()
	setup := p.newSetup()
	p.goOn(setup, wizard.StepKeep, scenario)
	must(p.t, setup.Rename(name))
	if outcome, err := setup.Save(ctx, false); err != nil {
		p.t.Fatalf("saving %s: %s, %v", name, outcome, err)
	}
	return *setup.Saved()
}

// mustNotHold fails when a secret stands in one of Latchkey's own files.
func (p *place) mustNotHold(secret string) {
	p.t.Helper()
	err := filepath.WalkDir(p.folder.Path(), func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		content, err := os.ReadFile(path)
		if strings.Contains(string(content), secret) {
			p.t.Errorf("%s holds the token", entry.Name())
		}
		return err
	})
	if err != nil && !os.IsNotExist(err) {
		p.t.Fatal(err)
	}
}

func tokenOf(t testing.TB, scenario string) graph.Token {
	t.Helper()
	found, ok := sandbox.FindScenario(scenario)
	if !ok {
		t.Fatalf("there is no scenario %q", scenario)
	}
	return found.Token
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
