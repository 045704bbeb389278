package setup_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"latchkey/graph/site"
	"latchkey/wizard/check"
	"latchkey/wizard/setup"
	"latchkey/wizard/vault"
)

var (
	ownBusiness = setup.Progress{Situation: setup.OwnBusiness, UserName: "robot"}
	provider    = setup.Progress{Situation: setup.TechProvider}
	forCustomer = setup.Progress{Situation: setup.SolutionPartner, Purpose: setup.PurposeCustomers}
)

func TestQuestionsFollowTheAnswers(t *testing.T) {
	ids := func(progress setup.Progress) (ids, chosen []string) {
		for _, question := range progress.Questions() {
			ids = append(ids, question.ID)
			for _, answer := range question.Answers {
				if answer.Chosen {
					chosen = append(chosen, answer.ID)
				}
			}
		}
		return ids, chosen
	}
	all := []string{"step.business.title", "purpose.question"}
	for _, test := range []struct {
		progress      setup.Progress
		asked, chosen []string
	}{
		{setup.Progress{}, all[:1], nil},
		{ownBusiness, all[:1], []string{"situation.own_business"}},
		{setup.Progress{ForOthers: true}, all, []string{"situation.others"}},
		{provider, all, []string{"situation.others", "situation.tech_provider"}},
		{setup.Progress{Situation: setup.SolutionPartner}, all, []string{"situation.others"}},
		{forCustomer, all, []string{"situation.others", "purpose.customers"}},
	} {
		asked, chosen := ids(test.progress)
		if diff := cmp.Diff(test.asked, asked) + cmp.Diff(test.chosen, chosen); diff != "" {
			t.Errorf("%+v:\n%s", test.progress, diff)
		}
	}
}

// TestEveryAnswerIsNoted: each answer to each question makes itself the chosen
// one, and what is missing without it is what the step misses.
func TestEveryAnswerIsNoted(t *testing.T) {
	p := newPlace(t)
	steps := p.newSetup()
	must(t, steps.ProveKeychain(t.Context()))
	for i := range 2 {
		for j := range steps.Progress().Questions()[i].Answers {
			question := steps.Progress().Questions()[i]
			if j == 0 && steps.Missing() != question.Missing {
				t.Errorf("%s misses %q, not %q", question.ID, steps.Missing(), question.Missing)
			}
			steps.Change(question.Answers[j].Note)
			for k, answer := range steps.Progress().Questions()[i].Answers {
				if answer.Chosen != (j == k) {
					t.Errorf("after %s, %s is chosen: %v", question.Answers[j].ID, answer.ID, answer.Chosen)
				}
			}
		}
	}
	if missing := steps.Missing(); missing != setup.NothingMissing {
		t.Errorf("all is answered, and %q is missing", missing)
	}
}

func TestNeedsGoByWhereTheTokenIsGot(t *testing.T) {
	for _, test := range []struct {
		progress setup.Progress
		want     []string
		note     string
	}{
		{ownBusiness, []string{"need.portfolio", "need.app", "need.number", "need.control"}, ""},
		{setup.Progress{}, []string{"need.portfolio", "need.app", "need.number", "need.control"}, ""},
		{provider, []string{"need.signup", "need.secret"}, "need.passed_over"},
		{forCustomer, []string{"need.solution", "need.own_token"}, "need.passed_over"},
	} {
		needs := test.progress.Needs()
		var ids []string
		for _, need := range needs.List {
			ids = append(ids, need.ID)
		}
		if diff := cmp.Diff(test.want, ids) + cmp.Diff(test.note, needs.Note); diff != "" {
			t.Errorf("%+v:\n%s", test.progress, diff)
		}
	}
}

// TestEachLayoutIsWhole: a step of which Meta shows several layouts can be done by
// any of them, and each is told from the others.
func TestEachLayoutIsWhole(t *testing.T) {
	var pictures []setup.Picture
	for _, need := range ownBusiness.Needs().List {
		if making := need.Make; making != nil {
			if making.Page == site.PageNone || making.Seen == "" || len(making.Instructions) < 3 || len(making.Pictures) < 2 {
				t.Errorf("%s is made by %+v", need.ID, making)
			}
			pictures = append(pictures, making.Pictures...)
		}
	}
	for _, step := range setup.Steps {
		layouts := ownBusiness.Layouts(step)
		names := map[string]bool{}
		for _, layout := range layouts {
			if trip := layout.Trip; trip.Page != site.PageSystemUsers || trip.User != "robot" || trip.Seen == "" || len(trip.Instructions) < 4 || len(trip.Pictures) < 3 {
				t.Errorf("step %s, %q: %+v", step.ID(), layout.ID, trip)
			}
			for _, picture := range layout.Trip.Pictures {
				if !slices.Contains(pictures, picture) {
					pictures = append(pictures, picture)
				}
			}
			names[layout.ID] = true
		}
		if len(names) != len(layouts) || len(layouts) > 1 && names[""] {
			t.Errorf("step %s: the layouts cannot be told apart: %v", step.ID(), names)
		}
	}
	if diff := cmp.Diff(setup.AllPictures(), pictures); diff != "" {
		t.Errorf("not every picture is shown:\n%s", diff)
	}
}

func TestTripsLeadToTheSystemUsers(t *testing.T) {
	for _, step := range setup.Steps {
		trip, ok := ownBusiness.Trip(step)
		if want := step >= setup.StepSystemUser && step <= setup.StepGenerate; ok != want {
			t.Errorf("step %s is a trip: %v", step.ID(), ok)
		}
		if ok && (trip.Page != site.PageSystemUsers || trip.User != "robot" || trip.ID != "step."+step.ID() || len(trip.Instructions) < 4) {
			t.Errorf("step %s: %+v", step.ID(), trip)
		}
		if _, ok := forCustomer.Trip(step); ok {
			t.Errorf("step %s is a trip on the way to a business token", step.ID())
		}
	}
}

func TestTripsSayWhatIsToBeCopied(t *testing.T) {
	copied := map[setup.Step][]string{}
	for _, step := range setup.Steps {
		trip, _ := ownBusiness.Trip(step)
		for _, instruction := range trip.Instructions {
			copied[step] = append(copied[step], instruction.Values...)
		}
	}
	want := map[setup.Step][]string{
		setup.StepSystemUser: {"robot"},
		setup.StepGenerate:   {check.ScopeMessaging, check.ScopeManagement},
	}
	for _, step := range setup.Steps {
		if diff := cmp.Diff(want[step], copied[step]); diff != "" {
			t.Errorf("step %s:\n%s", step.ID(), diff)
		}
	}
}

func TestResultSaysWhatCanBeDone(t *testing.T) {
	for scenario, want := range map[string]setup.Result{
		"ready":                {Ready: true},
		"two-accounts":         {Ready: true, Choose: true},
		"account-not-assigned": {},
		"revoked":              {NewToken: "step.check.paste"},
	} {
		p := newPlace(t)
		steps := p.setupAt(setup.StepPaste)
		if _, ok := steps.Result(); ok {
			t.Errorf("%s: there is a result before a check", scenario)
		}
		steps.Paste(tokenOf(t, scenario).Reveal())
		_, err := steps.Check(t.Context(), nil)
		must(t, err)
		got, ok := steps.Result()
		if !ok || got.Ready != want.Ready || got.NewToken != want.NewToken || got.Choose != want.Choose || (got.Fix == nil) != (scenario == "ready") {
			t.Errorf("%s: %v, ready %v, fix %v, new token %q, choose %v", scenario, ok, got.Ready, got.Fix, got.NewToken, got.Choose)
		}
	}
}

func TestAFetchedTokenIsFetchedAnew(t *testing.T) {
	p := newPlace(t)
	steps := p.newSetup()
	steps.Change(func(progress *setup.Progress) { progress.Situation = setup.TechProvider })
	steps.Take(setup.Fetched{Token: tokenOf(t, "revoked")})
	_, err := steps.Check(t.Context(), nil)
	must(t, err)
	if result, _ := steps.Result(); result.NewToken != "step.check.fetch" {
		t.Errorf("it is had anew by %q", result.NewToken)
	}
}

func TestSummaryTellsWhatCanBeChanged(t *testing.T) {
	p := newPlace(t)
	steps := p.newSetup()
	if _, ok := steps.Summary(""); ok {
		t.Error("there is a summary before a check")
	}
	token := []setup.Line{setup.LineWorksAs, setup.LineMay, setup.LineExpires}
	for scenario, want := range map[string][]setup.Line{
		"ready":          append([]setup.Line{setup.LineName, setup.LineAccount, setup.LineNumber}, token...),
		"two-accounts":   append([]setup.Line{setup.LineName, setup.LineAccount, setup.LineNumber}, token...),
		"business-token": append([]setup.Line{setup.LineName}, token...), // the customer chose the number
	} {
		steps := newPlace(t).newSetup()
		if scenario == "business-token" {
			steps.Change(func(progress *setup.Progress) { progress.Situation = setup.TechProvider })
		}
		steps.Paste(tokenOf(t, scenario).Reveal())
		_, err := steps.Check(t.Context(), nil)
		must(t, err)
		summary, _ := steps.Summary("somewhere")
		if diff := cmp.Diff(setup.AllLines(), summary.Lines()); diff != "" {
			t.Errorf("%s:\n%s", scenario, diff)
		}
		var changes []setup.Line
		for _, line := range summary.Lines() {
			if summary.Change(line) != setup.NoChange {
				changes = append(changes, line)
			}
		}
		if diff := cmp.Diff(want, changes); diff != "" {
			t.Errorf("%s:\n%s", scenario, diff)
		}
		if summary.Place != "somewhere" || summary.Service != vault.Service || summary.Name != steps.Name() {
			t.Errorf("%s: in %s, under %s, as %s", scenario, summary.Place, summary.Service, summary.Name)
		}
	}
	if lines := (setup.Summary{}).Lines(); slices.Contains(lines, setup.LineAccount) || slices.Contains(lines, setup.LineNumber) {
		t.Errorf("without account and number: %v", lines)
	}
}

func TestSummaryGivesAdvice(t *testing.T) {
	steps := newPlace(t).newSetup()
	steps.Paste(tokenOf(t, "surplus").Reveal())
	_, err := steps.Check(t.Context(), nil)
	must(t, err)
	if summary, _ := steps.Summary(""); summary.Advice == nil || summary.Advice.Status != check.Warn {
		t.Error("there is none")
	}
}

func TestKeptGoesByTheToken(t *testing.T) {
	entry := vault.Entry{Last4: "abcd", PhoneID: "1", AccountID: "2", NeverExpires: true}
	want := setup.Kept{
		Values: []setup.KeptValue{{ID: "kept.token", Text: "abcd", Secret: true}, {ID: "kept.phone_id", Text: "1"}, {ID: "kept.account_id", Text: "2"}},
		Next:   []setup.Next{setup.NextHandOver, setup.NextSendTest},
		Revoke: "kept.revoke",
	}
	if diff := cmp.Diff(want, setup.KeptOf(entry)); diff != "" {
		t.Error(diff)
	}
	entry.NeverExpires, entry.ClientBusinessID = false, "3"
	kept := setup.KeptOf(entry)
	if !slices.Contains(kept.Next, setup.NextCalendar) || kept.Revoke != "kept.revoke_customer" {
		t.Errorf("%+v", kept)
	}
}
