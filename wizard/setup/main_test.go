package setup_test

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
	"latchkey/wizard/environment"
	"latchkey/wizard/files"
	"latchkey/wizard/setup"
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
	env      environment.Environment
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
		env: environment.Environment{
			Graph:  graph.Options{BaseURL: server.GraphURL(), Tries: 1},
			Site:   site.Meta,
			Vault:  vault.Open(vault.Options{Folder: folder, Keychain: keychain, Deadline: 5 * time.Second}),
			Folder: folder,
			Now:    time.Now,
		},
	}
}

func (p *place) newSetup() *setup.Setup {
	p.t.Helper()
	steps, err := setup.New(p.t.Context(), p.env)
	if err != nil {
		p.t.Fatal(err)
	}
	return steps
}

// setupAt returns a setup of one's own business that has come to a step, with a
// token that is ready pasted, and checked where the step is behind the check.
func (p *place) setupAt(step setup.Step) *setup.Setup {
	p.t.Helper()
	steps := p.newSetup()
	p.goOn(steps, step, "ready")
	return steps
}

// goOn takes a setup on to a step as a person would, with a scenario's token.
func (p *place) goOn(steps *setup.Setup, step setup.Step, scenario string) {
	p.t.Helper()
	ctx := p.t.Context()
	for steps.Step() < step {
		switch steps.Step() {
		case setup.StepBusiness:
			steps.Change(func(progress *setup.Progress) { progress.Situation = setup.OwnBusiness })
			must(p.t, steps.ProveKeychain(ctx))
		case setup.StepPaste:
			steps.Paste(tokenOf(p.t, scenario).Reveal())
		case setup.StepCheck:
			_, err := steps.Check(ctx, nil)
			must(p.t, err)
		}
		p.next(steps)
	}
}

// next goes one step on, which must be possible.
func (p *place) next(steps *setup.Setup) {
	p.t.Helper()
	missing, err := steps.Next(p.t.Context())
	if err != nil || missing != setup.NothingMissing {
		p.t.Fatalf("step %d cannot be left: %q, %v", steps.Step(), missing, err)
	}
}

// saved keeps the token of a scenario under a name.
func (p *place) saved(name, scenario string) vault.Entry {
	p.t.Helper()
	ctx := context.Background()
	steps := p.newSetup()
	p.goOn(steps, setup.StepKeep, scenario)
	must(p.t, steps.Rename(name))
	if outcome, err := steps.Save(ctx, false); err != nil {
		p.t.Fatalf("saving %s: %s, %v", name, outcome, err)
	}
	return *steps.Saved()
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
