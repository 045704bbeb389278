package ui_test

import (
	"slices"
	"testing"
	"time"

	"latchkey/ui/setuptest"
	"latchkey/ui/words"
	"latchkey/wizard/check"
	"latchkey/wizard/setup"
)

// Whatever wizard/setup describes stands on the page. The terminal has the same
// tests.

func TestQuestionsAndNeedsAreDrawn(t *testing.T) {
	for _, each := range []struct {
		answers []string
		leads   setup.Progress
	}{
		{nil, setup.Progress{}},
		{[]string{"situation.own_business"}, setup.Progress{Situation: setup.OwnBusiness}},
		{[]string{"situation.tech_provider"}, setup.Progress{Situation: setup.TechProvider}},
		{[]string{"situation.solution_partner", "purpose.credit_line"}, setup.Progress{Situation: setup.SolutionPartner, Purpose: setup.PurposeCreditLine}},
		{[]string{"situation.solution_partner", "purpose.customers"}, setup.Progress{Situation: setup.SolutionPartner, Purpose: setup.PurposeCustomers}},
	} {
		p := sit(t, habits{})
		p.press(p.say("home.setup"))
		for _, answer := range each.answers {
			p.press(p.say(answer + ".title"))
			p.mustNotScroll(answer)
		}
		for i, question := range each.leads.Questions() {
			if i > 0 {
				p.mustSee(p.say(question.ID))
			}
			p.mustSee(setuptest.Said(p.words, question.Answers)...)
		}
		p.mustSee(p.say("situation.unsure"), p.say("need.not_me"), p.say("need.address"))
		if len(each.leads.Questions()) > 1 {
			p.press(p.say("need.title"))
		}
		p.mustSee(setuptest.Said(p.words, each.leads.Needs())...)
	}
	p := sit(t, habits{})
	p.press(p.say("home.setup"))
	p.press(p.say("situation.unsure"))
	p.mustSee(setuptest.Said(p.words, setup.FirstPlainQuestion)...)
	p.press(p.say("button.no"))
	p.mustSee(setuptest.Said(p.words, *setup.FirstPlainQuestion.No.Question)...)
}

func TestTripsAreDrawn(t *testing.T) {
	p := sit(t, habits{})
	drawn := 0
	for _, step := range setup.Steps {
		trip, ok := setup.Progress{Situation: setup.OwnBusiness, UserName: setup.SuggestedUserName}.Trip(step)
		if !ok {
			continue
		}
		drawn++
		p.goTo(step, "")
		p.mustSee(setuptest.Said(p.words, trip)...)
		for i, picture := range trip.Pictures {
			if i > 0 {
				p.press(p.say("picture.next"))
			}
			p.mustSee(p.say("picture." + string(picture)))
		}
		p.press(p.say("button.something_else"))
		p.mustSee(p.say(trip.ID + ".else"))
		p.press(p.say("button.close"))
	}
	if drawn != len(trips) {
		t.Errorf("there are %d trips", drawn)
	}
}

func TestResultIsDrawn(t *testing.T) {
	for _, scenario := range []string{"two-accounts", "account-not-assigned", "revoked"} {
		p := sit(t, habits{})
		p.goTo(setup.StepCheck, scenario)
		result, _ := p.checked(scenario).Result()
		verdict := p.words.Verdict(result.Report)
		p.mustSee(verdict.Title, verdict.Summary)
		if result.Fix != nil {
			fix := p.words.Row(*result.Fix, time.Now())
			p.mustSee(fix.Title, words.Plain(fix.Fix), p.say("page."+string(result.Fix.Page)))
		}
		if result.NewToken != "" {
			p.mustSee(p.say(result.NewToken))
		}
		if result.Choose {
			p.mustSee(p.say("choose.number"))
			for _, known := range setup.NumbersOf(result.Report) {
				p.mustSee(string(known.Number.Display), string(known.Account.Name))
			}
		}
	}
}

func TestSummaryIsDrawn(t *testing.T) {
	for _, scenario := range []string{"ready", "two-accounts"} {
		p := sit(t, habits{})
		p.goTo(setup.StepKeep, scenario)
		summary, _ := p.checked(scenario).Summary(p.env.Vault.Where(t.Context()))
		p.mustSee(setuptest.Summary(p.words, summary, time.Now())...)
		changes, drawn := 0, 0
		for _, line := range summary.Lines() {
			if summary.Change(line) != setup.NoChange {
				changes++
			}
		}
		for _, each := range p.pressables() {
			if each.AccessibilityLabel() == p.say("button.change") {
				drawn++
			}
		}
		if drawn != changes {
			t.Errorf("%s: %d lines can be changed, not %d", scenario, drawn, changes)
		}
	}
}

func TestWhatWasKeptIsDrawn(t *testing.T) {
	buttons := map[setup.Next]string{
		setup.NextSendTest: "test.main", setup.NextCalendar: "calendar.button", setup.NextHandOver: "saved.hand_over",
	}
	for _, scenario := range []string{"ready", "sixty-days"} {
		p := sit(t, habits{})
		p.goTo(setup.StepKeep, scenario)
		p.press(p.say("step.keep.main"))
		entries, err := p.env.Vault.List(t.Context())
		must(t, err)
		kept := setup.KeptOf(entries[0])
		p.mustSee(setuptest.Said(p.words, kept)...)
		for _, value := range kept.Values {
			p.mustSee(value.Text)
		}
		for next, label := range buttons {
			if offered := slices.Contains(kept.Next, next); (p.find(p.say(label)) != nil) != offered {
				t.Errorf("%s: %s is offered: %v", scenario, next, !offered)
			}
		}
	}
}

// checked is a setup beside the window's, in which the same token was checked.
func (p *person) checked(scenario string) *setup.Setup {
	p.t.Helper()
	steps := setup.NewFrom(p.env, check.Report{})
	steps.Paste(tokenOf(p.t, scenario))
	_, err := steps.Check(p.t.Context(), nil)
	must(p.t, err)
	return steps
}
