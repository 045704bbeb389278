package setup_test

import (
	"context"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"latchkey/graph/sandbox"
	"latchkey/wizard/check"
	"latchkey/wizard/practice"
	"latchkey/wizard/setup"
	"latchkey/wizard/vault"
)

func TestEachStepSaysWhatIsMissing(t *testing.T) {
	ctx := t.Context()
	p := newPlace(t)
	steps := p.newSetup()
	situation := func(chosen setup.Situation) {
		steps.Change(func(progress *setup.Progress) { progress.Situation = chosen })
	}
	isMissing := func(want setup.Missing) {
		t.Helper()
		before := steps.Step()
		got, err := steps.Next(ctx)
		if got != want || err != nil {
			t.Errorf("step %s lacks %q, %v; want %q", before.ID(), got, err, want)
		}
		if want != setup.NothingMissing && steps.Step() != before {
			t.Errorf("step %s was left though %q is missing", before.ID(), want)
		}
	}

	isMissing(setup.MissingSituation)
	situation(setup.TechProvider)
	isMissing(setup.MissingProof)
	situation(setup.SolutionPartner)
	isMissing(setup.MissingPurpose)
	situation(setup.OwnBusiness)
	must(t, steps.ProveKeychain(ctx))
	for _, step := range []setup.Step{setup.StepBusiness, setup.StepSystemUser, setup.StepAssets, setup.StepGenerate} {
		if steps.Step() != step {
			t.Fatalf("at step %d, want %d", steps.Step(), step)
		}
		isMissing(setup.NothingMissing)
	}
	isMissing(setup.MissingToken)
	steps.Paste("+49 30 901820")
	isMissing(setup.MissingToken)
	steps.Paste(tokenOf(t, "messaging-missing").Reveal())
	isMissing(setup.NothingMissing)
	isMissing(setup.MissingCheck)
	_, err := steps.Check(ctx, nil)
	must(t, err)
	isMissing(setup.MissingReady)
	steps.Paste(tokenOf(t, "ready").Reveal())
	isMissing(setup.MissingCheck)
	_, err = steps.Check(ctx, nil)
	must(t, err)
	isMissing(setup.NothingMissing)
	isMissing(setup.MissingSave)
	_, err = steps.Save(ctx, false)
	must(t, err)
	isMissing(setup.NothingMissing)
	if steps.Step() != setup.StepKeep {
		t.Errorf("there is a step %d behind the last", steps.Step())
	}
}

func TestBackLosesNothingAndRepeatsNoCall(t *testing.T) {
	ctx := t.Context()
	p := newPlace(t)
	steps := p.setupAt(setup.StepKeep)
	must(t, steps.Rename("Main shop"))
	token, report, progress, requests := steps.Token(), steps.Report(), steps.Progress(), p.requests.Load()
	for range 9 {
		must(t, steps.Back(ctx))
	}
	if steps.Step() != setup.StepBusiness {
		t.Fatalf("nine times back is step %d", steps.Step())
	}
	for steps.Step() < setup.StepKeep {
		p.next(steps)
	}
	if diff := cmp.Diff(progress, steps.Progress()); diff != "" {
		t.Errorf("what was chosen has changed:\n%s", diff)
	}
	if !steps.Token().Equal(token) || steps.Report() != report {
		t.Error("the token or its report is lost")
	}
	if again := p.requests.Load(); again != requests {
		t.Errorf("%d calls were made again", again-requests)
	}
}

func TestAReportBelongsToItsToken(t *testing.T) {
	p := newPlace(t)
	steps := p.setupAt(setup.StepKeep)
	steps.Paste(" Bearer " + tokenOf(t, "ready").Reveal() + "\n")
	if steps.Report() == nil {
		t.Error("the same token pasted again has lost its report")
	}
	steps.Paste(tokenOf(t, "revoked").Reveal())
	if steps.Report() != nil {
		t.Error("another token has the first one's report")
	}
}

func TestRowsAreHeardAsTheyAreKnown(t *testing.T) {
	p := newPlace(t)
	steps := p.setupAt(setup.StepCheck)
	heard := map[check.ID]bool{}
	report, err := steps.Check(t.Context(), func(row check.Row) { heard[row.ID] = true })
	must(t, err)
	if len(heard) != len(report.Rows) || len(heard) != len(check.IDs()) {
		t.Errorf("%d rows heard, %d in the report", len(heard), len(report.Rows))
	}
}

// A stopped check says nothing about the token, so it must not be shown as its
// report the next time.
func TestAStoppedCheckLeavesNoReport(t *testing.T) {
	p := newPlace(t)
	steps := p.setupAt(setup.StepCheck)
	p.graph.SetFault(sandbox.FaultHang, 0)
	ctx, stop := context.WithCancel(t.Context())
	_, err := steps.Check(ctx, func(check.Row) { stop() })
	if !errors.Is(err, context.Canceled) {
		t.Errorf("the stopped check returns %v", err)
	}
	if steps.Report() != nil {
		t.Error("a report of the stopped check is kept")
	}
}

func TestAnOutageIsNeverABadToken(t *testing.T) {
	for _, fault := range []sandbox.Fault{sandbox.FaultUnavailable, sandbox.FaultTooMany, sandbox.FaultWebPage, sandbox.FaultCut} {
		p := newPlace(t)
		steps := p.setupAt(setup.StepCheck)
		p.graph.SetFault(fault, 0)
		report, err := steps.Check(t.Context(), nil)
		if err != nil || report.Verdict.Status != check.Undecided {
			t.Errorf("%s: %s, %v", fault, report.Verdict.Status, err)
		}
		if steps.Missing() != setup.MissingReady {
			t.Errorf("%s: the step can be left", fault)
		}
	}
}

func TestStepsShowHowFarTheyHaveCome(t *testing.T) {
	p := newPlace(t)
	steps := p.setupAt(setup.StepAssets)
	want := map[setup.Step]setup.State{
		setup.StepBusiness: setup.Done, setup.StepSystemUser: setup.Done, setup.StepAssets: setup.Current,
	}
	if diff := cmp.Diff(want, steps.States()); diff != "" {
		t.Error(diff)
	}
	p.goOn(steps, setup.StepKeep, "ready")
	if steps.States()[setup.StepKeep] == setup.Done {
		t.Error("the last step is done before anything is saved")
	}
	_, err := steps.Save(t.Context(), false)
	must(t, err)
	for step, state := range steps.States() {
		if state != setup.Done {
			t.Errorf("saved, and step %d is %d", step, state)
		}
	}
}

func TestForgetWipesTheToken(t *testing.T) {
	p := newPlace(t)
	steps := p.setupAt(setup.StepKeep)
	steps.Forget()
	if !steps.Token().IsZero() || steps.Report() != nil {
		t.Error("the token is still there")
	}
	if _, err := steps.Save(t.Context(), false); !errors.Is(err, setup.ErrNothingToSave) {
		t.Errorf("saving nothing: %v", err)
	}
}

func TestPagesAreExactOnceTheAppIsKnown(t *testing.T) {
	p := newPlace(t)
	steps := p.setupAt(setup.StepCheck)
	if ids := steps.PageIDs(); ids.App != "" {
		t.Fatalf("the app is known before anything told it: %v", ids)
	}
	_, err := steps.Check(t.Context(), nil)
	must(t, err)
	scenario, _ := sandbox.FindScenario("ready")
	if ids := steps.PageIDs(); string(ids.App) != scenario.AppID {
		t.Errorf("the check told app %s, and pages use %q", scenario.AppID, ids.App)
	}
}

func practiceAnew(p *place) (*practice.Practice, error) {
	return practice.Start(p.folder, p.keychain, nil)
}

func TestPracticeIsRememberedWhileItLasts(t *testing.T) {
	ctx := t.Context()
	p := newPlace(t)
	inEarnest := p.env
	practice, err := practice.Start(p.folder, p.keychain, nil)
	must(t, err)
	defer practice.Close()
	p.env = practice.Environment()
	steps := p.setupAt(setup.StepKeep)
	must(t, steps.Remember(ctx))
	if setup.LeftAt(ctx, practice.Environment()) == 0 || setup.LeftAt(ctx, inEarnest) != 0 {
		t.Error("practice does not go on where it was left, or is taken for the real thing")
	}
	another, err := practiceAnew(p)
	must(t, err)
	defer another.Close()
	if setup.LeftAt(ctx, another.Environment()) != 0 {
		t.Error("another practice goes on where the first was closed")
	}
	must(t, steps.Rename("Trial"))
	_, err = steps.Save(ctx, false)
	must(t, err)
	if p.keychain.Holds(vault.PracticeService, "Trial") == "" || p.keychain.Holds(vault.Service, "Trial") != "" {
		t.Error("practice does not save under its own service")
	}
	if entries, err := inEarnest.Vault.List(ctx); len(entries) > 0 || err != nil {
		t.Errorf("practice is listed among the real ones: %v, %v", entries, err)
	}
}
