package wizard_test

import (
	"errors"
	"os"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"latchkey/graph"
	"latchkey/wizard"
	"latchkey/wizard/check"
	"latchkey/wizard/files"
	"latchkey/wizard/vault"
	"latchkey/wizard/vault/vaulttest"
)

// TestWhateverAPersonDoes: no order of acts makes the setup panic, leave its
// seven steps, or write a token into a file.
func TestWhateverAPersonDoes(t *testing.T) {
	p := newPlace(t)
	base := t.TempDir()
	var tokens []string
	for _, scenario := range []string{"ready", "two-accounts", "test-number-only", "revoked", "messaging-missing", "rubbish"} {
		tokens = append(tokens, tokenOf(t, scenario).Reveal())
	}
	rapid.Check(t, func(r *rapid.T) {
		path, err := os.MkdirTemp(base, "")
		must(t, err)
		here := *p
		here.folder = files.Open(path, nil)
		here.keychain = &vaulttest.Memory{}
		here.world.Vault = vault.Open(vault.Options{Folder: here.folder, Keychain: here.keychain})
		here.world.Progress = wizard.ProgressFile(here.folder)
		here.act(r, tokens)
	})
}

func (p *place) act(r *rapid.T, tokens []string) {
	ctx := p.t.Context()
	setup := p.newSetup()
	aToken := rapid.SampledFrom(tokens)
	aText := rapid.OneOf(aToken, rapid.Just(""), rapid.Just("+49 30 901820"), rapid.String(),
		rapid.Map(aToken, func(token string) string { return "\"Bearer " + token + "\"\n" }),
		rapid.Map(aToken, func(token string) string { return token[:len(token)/3] }))
	r.Repeat(map[string]func(*rapid.T){
		"next": func(*rapid.T) {
			before := setup.Step()
			missing, err := setup.Next(ctx)
			must(p.t, err)
			if (missing == wizard.NothingMissing) != (setup.Step() > before) && before != wizard.StepKeep {
				r.Fatalf("from step %d to %d though %q is missing", before, setup.Step(), missing)
			}
		},
		"back":  func(*rapid.T) { must(p.t, setup.Back(ctx)) },
		"paste": func(r *rapid.T) { setup.Paste(aText.Draw(r, "text")) },
		"check": func(*rapid.T) {
			if !setup.Token().IsZero() {
				_, err := setup.Check(ctx, func(check.Row) {})
				must(p.t, err)
			}
		},
		"save": func(r *rapid.T) {
			_, err := setup.Save(ctx, rapid.Bool().Draw(r, "replace"))
			if err == nil && setup.Saved() == nil {
				r.Fatal("saved, and nothing is there")
			}
		},
		"rename": func(r *rapid.T) { _ = setup.Rename(aText.Draw(r, "name")) },
		"choose": func(r *rapid.T) {
			id := rapid.SampledFrom([]graph.ID{"", "1", "999"})
			setup.Choose(id.Draw(r, "account"), id.Draw(r, "number"))
		},
		"answer": func(r *rapid.T) {
			if setup.Step() != wizard.StepBusiness {
				return // it is asked there only
			}
			situation := rapid.SampledFrom(wizard.Situations).Draw(r, "situation")
			setup.Change(func(progress *wizard.Progress) { progress.Situation = situation })
		},
		"prove": func(*rapid.T) { _ = setup.ProveKeychain(ctx) },
		"keychain": func(r *rapid.T) {
			p.keychain.FailWith(rapid.SampledFrom([]error{nil, errors.New("exit status 36")}).Draw(r, "answer"))
		},
		"close and open": func(*rapid.T) {
			closed := setup.Step()
			setup = p.newSetup()
			if setup.Step() > min(closed, wizard.StepPaste) {
				r.Fatalf("closed at step %d, opened at %d", closed, setup.Step())
			}
		},
		"": func(*rapid.T) {
			if step := setup.Step(); step < wizard.StepBusiness || step > wizard.StepKeep {
				r.Fatalf("at step %d", step)
			}
			setup.Missing()
			setup.States()
			setup.Chosen()
			if setup.Report() != nil && setup.Token().IsZero() {
				r.Fatal("there is a report, and no token that it is about")
			}
			p.mustHoldNone(r, tokens)
		},
	})
}

// mustHoldNone fails when a token, or half of one, stands in a file.
func (p *place) mustHoldNone(r *rapid.T, tokens []string) {
	entries, err := os.ReadDir(p.folder.Path())
	must(p.t, err)
	for _, entry := range entries {
		content, err := os.ReadFile(p.folder.Path() + "/" + entry.Name())
		must(p.t, err)
		for _, token := range tokens {
			if strings.Contains(string(content), token[:len(token)/3]) {
				r.Fatalf("%s holds a token", entry.Name())
			}
		}
	}
}
