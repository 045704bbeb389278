package wizard_test

import (
	"testing"

	"latchkey/wizard"
	"latchkey/wizard/check"
)

func TestTheSituationDecidesTheWay(t *testing.T) {
	tests := []struct {
		situation wizard.Situation
		purpose   wizard.Purpose
		by        wizard.Way
		want      wizard.Way
	}{
		{wizard.OwnBusiness, "", "", wizard.WaySystemUser},
		{wizard.TechProvider, "", "", wizard.WayCode},
		{wizard.TechProvider, "", wizard.WaySolution, wizard.WaySolution},
		{wizard.TechProvider, "", "an older program's word", wizard.WayCode},
		{wizard.SolutionPartner, wizard.PurposeCreditLine, "", wizard.WaySystemUser},
		{wizard.SolutionPartner, wizard.PurposeCustomers, "", wizard.WaySolution},
		{wizard.SolutionPartner, wizard.PurposeCustomers, wizard.WayCode, wizard.WayCode},
		{wizard.OwnBusiness, wizard.PurposeCustomers, wizard.WayCode, wizard.WaySystemUser}, // answers given before the mind was changed
	}
	for _, test := range tests {
		if got := (wizard.Progress{Situation: test.situation, Purpose: test.purpose, CustomersBy: test.by}).Way(); got != test.want {
			t.Errorf("%s for %q leads to %s, want %s", test.situation, test.purpose, got, test.want)
		}
	}
}

func TestABusinessTokenPassesOverStepsThatKeepTheirNumbers(t *testing.T) {
	ctx := t.Context()
	p := newPlace(t)
	setup := p.newSetup()
	must(t, setup.ProveKeychain(ctx))
	setup.Change(func(progress *wizard.Progress) { progress.Situation = wizard.TechProvider })
	p.next(setup)
	if setup.Step() != wizard.StepGenerate {
		t.Fatalf("from step 1 to %d, want 4", setup.Step())
	}
	states := setup.States()
	for step, want := range map[wizard.Step]wizard.State{
		wizard.StepBusiness: wizard.Done, wizard.StepSystemUser: wizard.PassedOver, wizard.StepAssets: wizard.PassedOver,
		wizard.StepGenerate: wizard.Current, wizard.StepPaste: wizard.PassedOver, wizard.StepCheck: wizard.ToCome,
	} {
		if states[step] != want {
			t.Errorf("step %d is in state %d, want %d", step, states[step], want)
		}
	}
	if missing, _ := setup.Next(ctx); missing != wizard.MissingToken {
		t.Errorf("step 4 lacks %q without a token, want %q", missing, wizard.MissingToken)
	}

	setup.Take(wizard.Fetched{Token: tokenOf(t, "business-token")})
	p.next(setup)
	if setup.Step() != wizard.StepCheck {
		t.Fatalf("from step 4 to %d, want 6", setup.Step())
	}
	report, err := setup.Check(ctx, nil)
	must(t, err)
	if kind := report.Row(check.TokenKind); kind.Status != check.Pass {
		t.Errorf("a business token on its own way: %s %s", kind.Status, kind.Reason)
	}
	must(t, setup.Back(ctx))
	if setup.Step() != wizard.StepGenerate {
		t.Errorf("back from 6 leads to %d, want 4", setup.Step())
	}
	if resumed := p.newSetup(); resumed.Step() != wizard.StepGenerate {
		t.Errorf("closed there, it resumes at %d, want 4", resumed.Step())
	}
}

func TestASystemUserTokenIsNamedWhereABusinessTokenWasMeant(t *testing.T) {
	ctx := t.Context()
	p := newPlace(t)
	setup := p.newSetup()
	setup.Change(func(progress *wizard.Progress) { progress.Situation = wizard.TechProvider })
	setup.Take(wizard.Fetched{Token: tokenOf(t, "ready")})
	report, err := setup.Check(ctx, nil)
	must(t, err)
	if kind := report.Row(check.TokenKind); kind.Status != check.Fail || kind.Reason != "check.token.kind.system_user_for_business" {
		t.Errorf("it says %s %s", kind.Status, kind.Reason)
	}
}
