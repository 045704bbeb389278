package environment_test

import (
	"path/filepath"
	"testing"
	"time"

	"go.uber.org/goleak"

	"latchkey/graph"
	"latchkey/graph/sandbox"
	"latchkey/graph/site"
	"latchkey/wizard/environment"
	"latchkey/wizard/files"
	"latchkey/wizard/saved"
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
	env      environment.Environment
}

func newPlace(t testing.TB) *place {
	t.Helper()
	server, err := sandbox.Start(sandbox.Options{})
	must(t, err)
	t.Cleanup(func() { must(t, server.Close()) })
	folder := files.Open(filepath.Join(t.TempDir(), "latchkey"), nil)
	keychain := &vaulttest.Memory{}
	return &place{
		t: t, keychain: keychain, folder: folder, graph: server,
		env: environment.Environment{
			Graph:  graph.Options{BaseURL: server.GraphURL(), Tries: 1},
			Site:   site.Meta,
			Vault:  vault.Open(vault.Options{Folder: folder, Keychain: keychain, Deadline: 5 * time.Second}),
			Folder: folder,
			Now:    time.Now,
		},
	}
}

// saved keeps the token of a scenario under a name, with what a check tells of it.
func (p *place) saved(name, scenario string) vault.Entry {
	p.t.Helper()
	ctx, token := p.t.Context(), tokenOf(p.t, scenario)
	report, err := p.env.Check(ctx, token, environment.CheckOptions{})
	must(p.t, err)
	entry := vault.Entry{Name: name}
	saved.Note(&entry, report)
	_, err = p.env.Vault.Save(ctx, entry, token)
	must(p.t, err)
	listed, err := p.env.Vault.Entry(ctx, name)
	must(p.t, err)
	return listed
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
