package setup_test

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"latchkey/wizard/files"
	"latchkey/wizard/setup"
)

func TestASetupResumesWhereItWasClosed(t *testing.T) {
	for _, step := range setup.Steps {
		t.Run(step.ID(), func(t *testing.T) {
			ctx := t.Context()
			p := newPlace(t)
			before := p.setupAt(step)
			before.Change(func(progress *setup.Progress) { progress.Business, progress.App = "1234567", "7654321" })
			must(t, before.Remember(ctx))

			after := p.newSetup()
			// The token is not remembered, so steps that need it begin with the paste.
			if want := min(step, setup.StepPaste); after.Step() != want {
				t.Errorf("resumed at step %d, want %d", after.Step(), want)
			}
			if !after.Token().IsZero() || after.Report() != nil {
				t.Error("the token was remembered")
			}
			if after.Progress().Situation != before.Progress().Situation || after.PageIDs() != before.PageIDs() {
				t.Errorf("answers were lost: %+v", after.Progress())
			}
			if got := setup.LeftAt(ctx, p.env); got != step && step > setup.StepBusiness || got != 0 && step == setup.StepBusiness {
				t.Errorf("Home offers to go on: %v", got)
			}
			p.mustNotHold(tokenOf(t, "ready").Reveal())
		})
	}
}

func TestASavedSetupIsOver(t *testing.T) {
	ctx := t.Context()
	p := newPlace(t)
	p.saved("Main shop", "ready")
	if setup.LeftAt(ctx, p.env) != 0 {
		t.Error("a finished setup is offered to go on with")
	}
	if step := p.newSetup().Step(); step != setup.StepBusiness {
		t.Errorf("the next setup begins at step %d", step)
	}
}

func TestProgressThatCannotBeReadIsToldAndLeftAlone(t *testing.T) {
	ctx := t.Context()
	p := newPlace(t)
	newer := `{"schema":"latchkey.progress","version":99,"content":{"step":"generate"}}`
	path := filepath.Join(p.folder.Path(), "progress.json")
	must(t, os.MkdirAll(p.folder.Path(), 0o700))
	must(t, os.WriteFile(path, []byte(newer), 0o600))

	steps, err := setup.New(ctx, p.env)
	var trouble *files.Error
	if !errors.As(err, &trouble) || trouble.Reason != files.Newer {
		t.Errorf("a newer file: %v", err)
	}
	if steps == nil || steps.Step() != setup.StepBusiness {
		t.Fatal("the setup does not work without its progress")
	}
	steps.Change(func(progress *setup.Progress) { progress.Situation = setup.OwnBusiness })
	if steps.Remember(ctx) == nil {
		t.Error("nobody hears that the answer is not remembered")
	}
	if steps.Progress().Situation != setup.OwnBusiness {
		t.Error("the answer is lost")
	}
	if content, err := os.ReadFile(path); string(content) != newer || err != nil {
		t.Errorf("the newer file was changed: %s, %v", content, err)
	}
}

func TestDamagedProgressIsPutAside(t *testing.T) {
	p := newPlace(t)
	must(t, os.MkdirAll(p.folder.Path(), 0o700))
	must(t, os.WriteFile(filepath.Join(p.folder.Path(), "progress.json"), []byte(`{"step":`), 0o600))
	if step := p.newSetup().Step(); step != setup.StepBusiness {
		t.Errorf("begins at step %d", step)
	}
	damaged, err := p.folder.Damaged()
	if err != nil || len(damaged) != 1 || damaged[0].Name != "progress.json" {
		t.Errorf("put aside: %v, %v", damaged, err)
	}
}

func TestGoingOnWorksWithoutAPlaceToRemember(t *testing.T) {
	p := newPlace(t)
	// A file stands where the folder should be.
	blocked := files.Open(filepath.Join(t.TempDir(), "latchkey"), nil)
	must(t, os.WriteFile(blocked.Path(), nil, 0o600))
	steps := p.setupAt(setup.StepSystemUser)
	p.env.Folder = blocked
	blockedSetup, _ := setup.New(t.Context(), p.env)
	must(t, blockedSetup.ProveKeychain(t.Context()))
	blockedSetup.Change(func(progress *setup.Progress) { progress.Situation = setup.OwnBusiness })
	missing, err := blockedSetup.Next(t.Context())
	var trouble *files.Error
	if missing != setup.NothingMissing || !errors.As(err, &trouble) || trouble.Reason != files.NoPlace {
		t.Errorf("%q, %v", missing, err)
	}
	if blockedSetup.Step() != steps.Step() {
		t.Errorf("stays at step %d", blockedSetup.Step())
	}
}
