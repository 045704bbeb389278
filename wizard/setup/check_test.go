package setup_test

import (
	"errors"
	"testing"

	"latchkey/wizard/check"
	"latchkey/wizard/environment"
	"latchkey/wizard/setup"
)

// TestAnotherAnswerMakesAReportStale: a token that was fine before is not saved
// when what it has to fit was changed since.
func TestAnotherAnswerMakesAReportStale(t *testing.T) {
	ctx := t.Context()
	p := newPlace(t)
	steps := p.setupAt(setup.StepKeep)
	steps.Change(func(progress *setup.Progress) { progress.App = "700" })
	if steps.Report() != nil {
		t.Error("the report is still shown")
	}
	if _, err := steps.Save(ctx, false); !errors.Is(err, setup.ErrNothingToSave) {
		t.Errorf("saving it: %v", err)
	}
	must(t, steps.Back(ctx))
	if missing := steps.Missing(); missing != setup.MissingCheck {
		t.Errorf("the check can be left: %q", missing)
	}
	report, err := steps.Check(ctx, nil)
	must(t, err)
	if report.Row(check.AppMatch).Status != check.Fail || steps.Report() == nil {
		t.Errorf("checked again: %s", report.Row(check.AppMatch).Status)
	}
}

func TestAKeyPressedByMistakeLosesNoToken(t *testing.T) {
	p := newPlace(t)
	steps := p.setupAt(setup.StepCheck)
	token := tokenOf(t, "ready")
	if paste := steps.Paste("n"); paste.Usable() {
		t.Fatal("a letter is a token")
	}
	if !steps.Token().Equal(token) {
		t.Error("the token is gone")
	}
	steps.Paste("")
	if !steps.Token().IsZero() {
		t.Error("a token that was cleared away is still there")
	}
}

// TestTheSuggestedNameFollowsTheToken: the name of one business is not put on
// another's token.
func TestTheSuggestedNameFollowsTheToken(t *testing.T) {
	p := newPlace(t)
	steps := p.setupAt(setup.StepKeep)
	before := steps.Name()
	steps.Paste(tokenOf(t, "test-number-only").Reveal())
	_, err := steps.Check(t.Context(), nil)
	must(t, err)
	if account, _ := steps.Chosen(); steps.Name() == before || steps.Name() != string(account.Name) {
		t.Errorf("called %q for the account %q", steps.Name(), account.Name)
	}
}

func TestFromATemporaryTokenToAPermanentOne(t *testing.T) {
	ctx := t.Context()
	p := newPlace(t)
	halfWay := p.setupAt(setup.StepPaste)
	report, err := p.env.Check(ctx, tokenOf(t, "temporary"), environment.CheckOptions{})
	must(t, err)
	steps := setup.NewFrom(p.env, report)
	progress := steps.Progress()
	if steps.Step() != setup.StepBusiness || progress.Situation != setup.OwnBusiness || progress.App != report.Token.AppID || progress.Account != report.Preferred.Account {
		t.Errorf("it begins at step %d with %+v", steps.Step(), progress)
	}
	if resumed := p.newSetup(); resumed.Step() != halfWay.Step() {
		t.Error("looking at another token has undone a setup that was left half-way")
	}
	must(t, steps.ProveKeychain(ctx))
	p.next(steps)
	if resumed := p.newSetup(); resumed.Step() != setup.StepSystemUser {
		t.Errorf("it resumes at step %d", resumed.Step())
	}
}
