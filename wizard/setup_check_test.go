package wizard_test

import (
	"errors"
	"testing"

	"latchkey/wizard"
	"latchkey/wizard/check"
)

// TestAnotherAnswerMakesAReportStale: a token that was fine before is not saved
// when what it has to fit was changed since.
func TestAnotherAnswerMakesAReportStale(t *testing.T) {
	ctx := t.Context()
	p := newPlace(t)
	setup := p.setupAt(wizard.StepKeep)
	setup.Change(func(progress *wizard.Progress) { progress.App = "700" })
	if setup.Report() != nil {
		t.Error("the report is still shown")
	}
	if _, err := setup.Save(ctx, false); !errors.Is(err, wizard.ErrNothingToSave) {
		t.Errorf("saving it: %v", err)
	}
	must(t, setup.Back(ctx))
	if missing := setup.Missing(); missing != wizard.MissingCheck {
		t.Errorf("the check can be left: %q", missing)
	}
	report, err := setup.Check(ctx, nil)
	must(t, err)
	if report.Row(check.AppMatch).Status != check.Fail || setup.Report() == nil {
		t.Errorf("checked again: %s", report.Row(check.AppMatch).Status)
	}
}

func TestAKeyPressedByMistakeLosesNoToken(t *testing.T) {
	p := newPlace(t)
	setup := p.setupAt(wizard.StepCheck)
	token := tokenOf(t, "ready")
	if paste := setup.Paste("n"); paste.Usable() {
		t.Fatal("a letter is a token")
	}
	if !setup.Token().Equal(token) {
		t.Error("the token is gone")
	}
	setup.Paste("")
	if !setup.Token().IsZero() {
		t.Error("a token that was cleared away is still there")
	}
}

// TestTheSuggestedNameFollowsTheToken: the name of one business is not put on
// another's token.
func TestTheSuggestedNameFollowsTheToken(t *testing.T) {
	p := newPlace(t)
	setup := p.setupAt(wizard.StepKeep)
	before := setup.Name()
	setup.Paste(tokenOf(t, "test-number-only").Reveal())
	_, err := setup.Check(t.Context(), nil)
	must(t, err)
	if account, _ := setup.Chosen(); setup.Name() == before || setup.Name() != string(account.Name) {
		t.Errorf("called %q for the account %q", setup.Name(), account.Name)
	}
}

func TestFromATemporaryTokenToAPermanentOne(t *testing.T) {
	ctx := t.Context()
	p := newPlace(t)
	halfWay := p.setupAt(wizard.StepPaste)
	report, err := p.world.Check(ctx, check.ReadPaste(tokenOf(t, "temporary").Reveal()), check.Expectation{}, nil)
	must(t, err)
	setup := wizard.NewSetupFrom(p.world, report)
	progress := setup.Progress()
	if setup.Step() != wizard.StepBusiness || progress.Situation != wizard.OwnBusiness || progress.App != report.Token.AppID || progress.Account != report.Usual.Account {
		t.Errorf("it begins at step %d with %+v", setup.Step(), progress)
	}
	if resumed := p.newSetup(); resumed.Step() != halfWay.Step() {
		t.Error("looking at another token has undone a setup that was left half-way")
	}
	must(t, setup.ProveKeychain(ctx))
	p.next(setup)
	if resumed := p.newSetup(); resumed.Step() != wizard.StepSystemUser {
		t.Errorf("it resumes at step %d", resumed.Step())
	}
}
