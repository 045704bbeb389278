package setup_test

import (
	"errors"
	"os"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"latchkey/graph"
	"latchkey/wizard/check"
	"latchkey/wizard/files"
	"latchkey/wizard/setup"
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
		here.env.Vault = vault.Open(vault.Options{Folder: here.folder, Keychain: here.keychain})
		here.env.Folder = here.folder
		here.act(r, tokens)
	})
}

func (p *place) act(r *rapid.T, tokens []string) {
	ctx := p.t.Context()
	steps := p.newSetup()
	aToken := rapid.SampledFrom(tokens)
	aText := rapid.OneOf(aToken, rapid.Just(""), rapid.Just("+49 30 901820"), rapid.String(),
		rapid.Map(aToken, func(token string) string { return "\"Bearer " + token + "\"\n" }),
		rapid.Map(aToken, func(token string) string { return token[:len(token)/3] }))
	r.Repeat(map[string]func(*rapid.T){
		"next": func(*rapid.T) {
			before := steps.Step()
			missing, err := steps.Next(ctx)
			must(p.t, err)
			if (missing == setup.NothingMissing) != (steps.Step() > before) && before != setup.StepKeep {
				r.Fatalf("from step %d to %d though %q is missing", before, steps.Step(), missing)
			}
		},
		"back":  func(*rapid.T) { must(p.t, steps.Back(ctx)) },
		"paste": func(r *rapid.T) { steps.Paste(aText.Draw(r, "text")) },
		"check": func(*rapid.T) {
			if !steps.Token().IsZero() {
				_, err := steps.Check(ctx, func(check.Row) {})
				must(p.t, err)
			}
		},
		"save": func(r *rapid.T) {
			_, err := steps.Save(ctx, rapid.Bool().Draw(r, "replace"))
			if err == nil && steps.Saved() == nil {
				r.Fatal("saved, and nothing is there")
			}
		},
		"rename": func(r *rapid.T) { _ = steps.Rename(aText.Draw(r, "name")) },
		"choose": func(r *rapid.T) {
			id := rapid.SampledFrom([]graph.ID{"", "1", "999"})
			steps.Choose(id.Draw(r, "account"), id.Draw(r, "number"))
		},
		"answer": func(r *rapid.T) {
			if steps.Step() != setup.StepBusiness {
				return // it is asked there only
			}
			question := rapid.SampledFrom(steps.Progress().Questions()).Draw(r, "question")
			steps.Change(question.Answers[rapid.IntRange(0, len(question.Answers)-1).Draw(r, "answer")].Note)
		},
		"prove": func(*rapid.T) { _ = steps.ProveKeychain(ctx) },
		"keychain": func(r *rapid.T) {
			p.keychain.FailWith(rapid.SampledFrom([]error{nil, errors.New("exit status 36")}).Draw(r, "answer"))
		},
		"close and open": func(*rapid.T) {
			closed := steps.Step()
			steps = p.newSetup()
			if steps.Step() > min(closed, setup.StepPaste) {
				r.Fatalf("closed at step %d, opened at %d", closed, steps.Step())
			}
		},
		"": func(*rapid.T) {
			if step := steps.Step(); step < setup.StepBusiness || step > setup.StepKeep {
				r.Fatalf("at step %d", step)
			}
			steps.Missing()
			steps.States()
			steps.Chosen()
			if steps.Report() != nil && steps.Token().IsZero() {
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
