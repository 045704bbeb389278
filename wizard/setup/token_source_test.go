package setup_test

import (
	"testing"

	"latchkey/wizard/check"
	"latchkey/wizard/setup"
)

func TestTheSituationDecidesTheWay(t *testing.T) {
	tests := []struct {
		situation setup.Situation
		purpose   setup.Purpose
		by        setup.TokenSource
		want      setup.TokenSource
	}{
		{setup.OwnBusiness, "", "", setup.FromSystemUser},
		{setup.TechProvider, "", "", setup.FromSignupCode},
		{setup.TechProvider, "", setup.FromSolution, setup.FromSolution},
		{setup.TechProvider, "", "an older program's word", setup.FromSignupCode},
		{setup.SolutionPartner, setup.PurposeCreditLine, "", setup.FromSystemUser},
		{setup.SolutionPartner, setup.PurposeCustomers, "", setup.FromSolution},
		{setup.SolutionPartner, setup.PurposeCustomers, setup.FromSignupCode, setup.FromSignupCode},
		{setup.OwnBusiness, setup.PurposeCustomers, setup.FromSignupCode, setup.FromSystemUser}, // answers given before the mind was changed
	}
	for _, test := range tests {
		if got := (setup.Progress{Situation: test.situation, Purpose: test.purpose, CustomersBy: test.by}).TokenSource(); got != test.want {
			t.Errorf("%s for %q leads to %s, want %s", test.situation, test.purpose, got, test.want)
		}
	}
}

func TestABusinessTokenPassesOverStepsThatKeepTheirNumbers(t *testing.T) {
	ctx := t.Context()
	p := newPlace(t)
	steps := p.newSetup()
	must(t, steps.ProveKeychain(ctx))
	steps.Change(func(progress *setup.Progress) { progress.Situation = setup.TechProvider })
	p.next(steps)
	if steps.Step() != setup.StepGenerate {
		t.Fatalf("from step 1 to %d, want 4", steps.Step())
	}
	states := steps.States()
	for step, want := range map[setup.Step]setup.State{
		setup.StepBusiness: setup.Done, setup.StepSystemUser: setup.PassedOver, setup.StepAssets: setup.PassedOver,
		setup.StepGenerate: setup.Current, setup.StepPaste: setup.PassedOver, setup.StepCheck: setup.ToCome,
	} {
		if states[step] != want {
			t.Errorf("step %d is in state %d, want %d", step, states[step], want)
		}
	}
	if missing, _ := steps.Next(ctx); missing != setup.MissingToken {
		t.Errorf("step 4 lacks %q without a token, want %q", missing, setup.MissingToken)
	}

	steps.Take(setup.Fetched{Token: tokenOf(t, "business-token")})
	p.next(steps)
	if steps.Step() != setup.StepCheck {
		t.Fatalf("from step 4 to %d, want 6", steps.Step())
	}
	report, err := steps.Check(ctx, nil)
	must(t, err)
	if kind := report.Row(check.TokenKind); kind.Status != check.Pass {
		t.Errorf("a business token on its own way: %s %s", kind.Status, kind.Reason)
	}
	must(t, steps.Back(ctx))
	if steps.Step() != setup.StepGenerate {
		t.Errorf("back from 6 leads to %d, want 4", steps.Step())
	}
	if resumed := p.newSetup(); resumed.Step() != setup.StepGenerate {
		t.Errorf("closed there, it resumes at %d, want 4", resumed.Step())
	}
}

func TestASystemUserTokenIsNamedWhereABusinessTokenWasMeant(t *testing.T) {
	ctx := t.Context()
	p := newPlace(t)
	steps := p.newSetup()
	steps.Change(func(progress *setup.Progress) { progress.Situation = setup.TechProvider })
	steps.Take(setup.Fetched{Token: tokenOf(t, "ready")})
	report, err := steps.Check(ctx, nil)
	must(t, err)
	if kind := report.Row(check.TokenKind); kind.Status != check.Fail || kind.Reason != "check.token.kind.system_user_for_business" {
		t.Errorf("it says %s %s", kind.Status, kind.Reason)
	}
}
