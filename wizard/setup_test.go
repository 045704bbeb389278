package wizard_test

import (
	"context"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"latchkey/graph/sandbox"
	"latchkey/wizard"
	"latchkey/wizard/check"
	"latchkey/wizard/vault"
)

func TestEachStepSaysWhatIsMissing(t *testing.T) {
	ctx := t.Context()
	p := newPlace(t)
	setup := p.newSetup()
	situation := func(chosen wizard.Situation) {
		setup.Change(func(progress *wizard.Progress) { progress.Situation = chosen })
	}
	isMissing := func(want wizard.Missing) {
		t.Helper()
		before := setup.Step()
		got, err := setup.Next(ctx)
		if got != want || err != nil {
			t.Errorf("step %s lacks %q, %v; want %q", before.ID(), got, err, want)
		}
		if want != wizard.NothingMissing && setup.Step() != before {
			t.Errorf("step %s was left though %q is missing", before.ID(), want)
		}
	}

	isMissing(wizard.MissingSituation)
	situation(wizard.TechProvider)
	isMissing(wizard.MissingProof)
	situation(wizard.SolutionPartner)
	isMissing(wizard.MissingPurpose)
	situation(wizard.OwnBusiness)
	must(t, setup.ProveKeychain(ctx))
	for _, step := range []wizard.Step{wizard.StepBusiness, wizard.StepSystemUser, wizard.StepAssets, wizard.StepGenerate} {
		if setup.Step() != step {
			t.Fatalf("at step %d, want %d", setup.Step(), step)
		}
		isMissing(wizard.NothingMissing)
	}
	isMissing(wizard.MissingToken)
	setup.Paste("+49 30 901820")
	isMissing(wizard.MissingToken)
	setup.Paste(tokenOf(t, "messaging-missing").Reveal())
	isMissing(wizard.NothingMissing)
	isMissing(wizard.MissingCheck)
	_, err := setup.Check(ctx, nil)
	must(t, err)
	isMissing(wizard.MissingReady)
	setup.Paste(tokenOf(t, "ready").Reveal())
	isMissing(wizard.MissingCheck)
	_, err = setup.Check(ctx, nil)
	must(t, err)
	isMissing(wizard.NothingMissing)
	isMissing(wizard.MissingSave)
	_, err = setup.Save(ctx, false)
	must(t, err)
	isMissing(wizard.NothingMissing)
	if setup.Step() != wizard.StepKeep {
		t.Errorf("there is a step %d behind the last", setup.Step())
	}
}

func TestBackLosesNothingAndRepeatsNoCall(t *testing.T) {
	ctx := t.Context()
	p := newPlace(t)
	setup := p.setupAt(wizard.StepKeep)
	must(t, setup.Rename("Main shop"))
	token, report, progress, requests := setup.Token(), setup.Report(), setup.Progress(), p.requests.Load()
	for range 9 {
		must(t, setup.Back(ctx))
	}
	if setup.Step() != wizard.StepBusiness {
		t.Fatalf("nine times back is step %d", setup.Step())
	}
	for setup.Step() < wizard.StepKeep {
		p.next(setup)
	}
	if diff := cmp.Diff(progress, setup.Progress()); diff != "" {
		t.Errorf("what was chosen has changed:\n%s", diff)
	}
	if !setup.Token().Equal(token) || setup.Report() != report {
		t.Error("the token or its report is lost")
	}
	if again := p.requests.Load(); again != requests {
		t.Errorf("%d calls were made again", again-requests)
	}
}

func TestAReportBelongsToItsToken(t *testing.T) {
	p := newPlace(t)
	setup := p.setupAt(wizard.StepKeep)
	setup.Paste(" Bearer " + tokenOf(t, "ready").Reveal() + "\n")
	if setup.Report() == nil {
		t.Error("the same token pasted again has lost its report")
	}
	setup.Paste(tokenOf(t, "revoked").Reveal())
	if setup.Report() != nil {
		t.Error("another token has the first one's report")
	}
}

func TestRowsAreHeardAsTheyAreKnown(t *testing.T) {
	p := newPlace(t)
	setup := p.setupAt(wizard.StepCheck)
	heard := map[check.ID]bool{}
	report, err := setup.Check(t.Context(), func(row check.Row) { heard[row.ID] = true })
	must(t, err)
	if len(heard) != len(report.Rows) || len(heard) != len(check.IDs()) {
		t.Errorf("%d rows heard, %d in the report", len(heard), len(report.Rows))
	}
}

// A stopped check says nothing about the token, so it must not be shown as its
// report the next time.
func TestAStoppedCheckLeavesNoReport(t *testing.T) {
	p := newPlace(t)
	setup := p.setupAt(wizard.StepCheck)
	p.graph.SetFault(sandbox.FaultHang, 0)
	ctx, stop := context.WithCancel(t.Context())
	_, err := setup.Check(ctx, func(check.Row) { stop() })
	if !errors.Is(err, context.Canceled) {
		t.Errorf("the stopped check returns %v", err)
	}
	if setup.Report() != nil {
		t.Error("a report of the stopped check is kept")
	}
}

func TestAnOutageIsNeverABadToken(t *testing.T) {
	for _, fault := range []sandbox.Fault{sandbox.FaultUnavailable, sandbox.FaultTooMany, sandbox.FaultWebPage, sandbox.FaultCut} {
		p := newPlace(t)
		setup := p.setupAt(wizard.StepCheck)
		p.graph.SetFault(fault, 0)
		report, err := setup.Check(t.Context(), nil)
		if err != nil || report.Verdict.Status != check.Untold {
			t.Errorf("%s: %s, %v", fault, report.Verdict.Status, err)
		}
		if setup.Missing() != wizard.MissingReady {
			t.Errorf("%s: the step can be left", fault)
		}
	}
}

func TestStepsShowHowFarTheyHaveCome(t *testing.T) {
	p := newPlace(t)
	setup := p.setupAt(wizard.StepAssets)
	want := map[wizard.Step]wizard.State{
		wizard.StepBusiness: wizard.Done, wizard.StepSystemUser: wizard.Done, wizard.StepAssets: wizard.Current,
	}
	if diff := cmp.Diff(want, setup.States()); diff != "" {
		t.Error(diff)
	}
	p.goOn(setup, wizard.StepKeep, "ready")
	if setup.States()[wizard.StepKeep] == wizard.Done {
		t.Error("the last step is done before anything is saved")
	}
	_, err := setup.Save(t.Context(), false)
	must(t, err)
	for step, state := range setup.States() {
		if state != wizard.Done {
			t.Errorf("saved, and step %d is %d", step, state)
		}
	}
}

func TestForgetWipesTheToken(t *testing.T) {
	p := newPlace(t)
	setup := p.setupAt(wizard.StepKeep)
	setup.Forget()
	if !setup.Token().IsZero() || setup.Report() != nil {
		t.Error("the token is still there")
	}
	if _, err := setup.Save(t.Context(), false); !errors.Is(err, wizard.ErrNothingToSave) {
		t.Errorf("saving nothing: %v", err)
	}
}

func TestPagesAreExactOnceTheAppIsKnown(t *testing.T) {
	p := newPlace(t)
	setup := p.setupAt(wizard.StepCheck)
	if ids := setup.PageIDs(); ids.App != "" {
		t.Fatalf("the app is known before anything told it: %v", ids)
	}
	_, err := setup.Check(t.Context(), nil)
	must(t, err)
	scenario, _ := sandbox.FindScenario("ready")
	if ids := setup.PageIDs(); string(ids.App) != scenario.AppID {
		t.Errorf("the check told app %s, and pages use %q", scenario.AppID, ids.App)
	}
}

func TestPracticeRemembersNothing(t *testing.T) {
	ctx := t.Context()
	p := newPlace(t)
	inEarnest := p.world
	practice, err := wizard.StartPractice(p.folder, p.keychain)
	must(t, err)
	defer practice.Close()
	p.world = practice.World()
	setup := p.setupAt(wizard.StepKeep)
	if wizard.Resumable(ctx, practice.World()) {
		t.Error("practice goes on where it was closed")
	}
	must(t, setup.Rename("Trial"))
	_, err = setup.Save(ctx, false)
	must(t, err)
	if p.keychain.Holds(vault.PracticeService, "Trial") == "" || p.keychain.Holds(vault.Service, "Trial") != "" {
		t.Error("practice does not save under its own service")
	}
	if entries, err := inEarnest.Vault.List(ctx); len(entries) > 0 || err != nil {
		t.Errorf("practice is listed among the real ones: %v, %v", entries, err)
	}
}
