package setup_test

import (
	"slices"
	"testing"
	"time"

	"latchkey/ui/internal/person"
	"latchkey/ui/internal/setuptest"
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
		{[]string{"situation.others", "situation.tech_provider"}, setup.Progress{Situation: setup.TechProvider}},
		{[]string{"situation.others", "purpose.credit_line"}, setup.Progress{Situation: setup.SolutionPartner, Purpose: setup.PurposeCreditLine}},
		{[]string{"situation.others", "purpose.customers"}, setup.Progress{Situation: setup.SolutionPartner, Purpose: setup.PurposeCustomers}},
	} {
		p := person.Sit(t, person.Habits{})
		p.Press(p.Say("home.setup"))
		for _, answer := range each.answers {
			p.Press(p.Say(answer + ".title"))
			p.MustNotScroll(answer)
		}
		for i, question := range each.leads.Questions() {
			if i > 0 {
				p.MustSee(p.Say(question.ID))
			}
			p.MustSee(setuptest.Said(p.Words, question.Answers)...)
		}
		p.MustSee(p.Say("situation.unsure"), p.Say("need.address"))
		if len(each.leads.Questions()) > 1 {
			p.Press(p.Say("need.title"))
		}
		p.MustSee(setuptest.Said(p.Words, each.leads.Needs())...)
	}
	p := person.Sit(t, person.Habits{})
	p.Press(p.Say("home.setup"))
	p.Press(p.Say("situation.unsure"))
	p.MustSee(p.Say("situation.unsure_text"))
}

func TestTripsAreDrawn(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	drawn := 0
	for _, step := range setup.Steps {
		trip, ok := setup.Progress{Situation: setup.OwnBusiness, UserName: setup.SuggestedUserName}.Trip(step)
		if !ok {
			continue
		}
		drawn++
		p.GoTo(step, "")
		p.MustSee(setuptest.Said(p.Words, trip)...)
		for i, picture := range trip.Pictures {
			if i > 0 {
				p.Press(p.Say("picture.next"))
			}
			p.MustSee(p.Say("picture." + string(picture)))
		}
		p.Press(p.Say("button.something_else"))
		p.MustSee(p.Say(trip.ID+".else"), p.Say(trip.Seen))
		p.Press(p.Say("button.close"))
	}
	if drawn != 3 {
		t.Errorf("there are %d trips", drawn)
	}
}

// TestTermsAreExplainedWhereTheyAreMet: in a line of the page, or of what it tells on demand.
func TestTermsAreExplainedWhereTheyAreMet(t *testing.T) {
	p := person.Sit(t, person.Habits{})
	p.GoTo(setup.StepAssets, "")
	p.MustSee("Assets are what it may use", "the account with your numbers")
	p.Press(p.Say("button.something_else"))
	p.MustSee("API Setup, its page for first tests")
	p.Press(p.Say("button.close"))
	p.GoTo(setup.StepGenerate, "")
	p.MustSee("Permissions are what a token may do")
}

func TestResultIsDrawn(t *testing.T) {
	for _, scenario := range []string{"two-accounts", "account-not-assigned", "revoked"} {
		p := person.Sit(t, person.Habits{})
		p.GoTo(setup.StepCheck, scenario)
		result, _ := checked(p, scenario).Result()
		verdict := p.Words.Verdict(result.Report)
		p.MustSee(verdict.Title, verdict.Summary)
		if result.Fix != nil {
			fix := p.Words.Row(*result.Fix, time.Now())
			p.MustSee(fix.Title, words.Plain(fix.Fix), p.Say("page."+string(result.Fix.Page)))
		}
		if result.NewToken != "" {
			p.MustSee(p.Say(result.NewToken))
		}
		if result.Choose {
			numbers := setup.NumbersOf(result.Report)
			p.MustSee(p.Say("choose.number"))
			p.Press(p.Words.Say("choose.all", words.Counted(len(numbers))))
			for _, known := range numbers {
				p.MustSee(string(known.Number.Display), string(known.Account.Name))
			}
		}
	}
}

func TestSummaryIsDrawn(t *testing.T) {
	for _, scenario := range []string{"ready", "two-accounts"} {
		p := person.Sit(t, person.Habits{})
		p.GoTo(setup.StepKeep, scenario)
		summary, _ := checked(p, scenario).Summary(p.Env.Vault.Where(t.Context()))
		p.MustSee(setuptest.Summary(p.Words, summary, time.Now())...)
		changes, drawn := 0, 0
		for _, line := range summary.Lines() {
			switch summary.Change(line) {
			case setup.NoChange:
			case setup.ChangeToken: // one line for all that is fixed in it
				p.MustSee(p.Words.Changeable(summary), p.Say("keep.other_token"))
			default:
				changes++
			}
		}
		for _, each := range p.Pressables() {
			if each.AccessibilityLabel() == p.Say("button.change") {
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
		p := person.Sit(t, person.Habits{})
		p.GoTo(setup.StepKeep, scenario)
		p.Press(p.Say("step.keep.main"))
		entries, err := p.Env.Vault.List(t.Context())
		person.Must(t, err)
		kept := setup.KeptOf(entries[0])
		p.Press("+ " + p.Say("kept.end"))
		p.MustSee(setuptest.Said(p.Words, kept)...)
		for _, value := range kept.Values {
			p.MustSee(value.Text)
		}
		for _, next := range kept.Next {
			if buttons[next] == "" {
				t.Errorf("nothing is known of %s", next)
			}
		}
		for next, label := range buttons {
			if offered := slices.Contains(kept.Next, next); (p.Find(p.Say(label)) != nil) != offered {
				t.Errorf("%s: %s is offered: %v", scenario, next, !offered)
			}
		}
	}
}

// checked is a setup beside the window's, in which the same token was checked.
func checked(p *person.Person, scenario string) *setup.Setup {
	p.T.Helper()
	steps := setup.NewFrom(p.Env, check.Report{})
	steps.Paste(person.TokenOf(p.T, scenario))
	_, err := steps.Check(p.T.Context(), nil)
	person.Must(p.T, err)
	return steps
}
