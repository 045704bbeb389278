package setup_test

import (
	"slices"
	"strconv"
	"testing"
	"time"

	"latchkey/graph/site"
	"latchkey/ui/internal/setuptest"
	"latchkey/ui/words"
	"latchkey/wizard/check"
	"latchkey/wizard/setup"
	"latchkey/wizard/vault"
)

// Whatever wizard/setup describes stands on the page. The window has the same
// tests.

func TestQuestionsAndNeedsAreDrawn(t *testing.T) {
	for _, each := range []struct {
		lines []string
		leads setup.Progress
	}{
		{nil, setup.Progress{}},
		{[]string{"1"}, setup.Progress{Situation: setup.OwnBusiness}},
		{[]string{"2", "1"}, setup.Progress{Situation: setup.TechProvider}},
		{[]string{"2", "3"}, setup.Progress{Situation: setup.SolutionPartner, Purpose: setup.PurposeCreditLine}},
		{[]string{"2", "2"}, setup.Progress{Situation: setup.SolutionPartner, Purpose: setup.PurposeCustomers}},
	} {
		w := newWalk(t, each.lines...)
		_ = w.run() // it ends with what is typed
		w.says(setuptest.Said(w.words, each.leads.Needs())...)
		for _, question := range each.leads.Questions() {
			w.says(setuptest.Said(w.words, question.Answers)...)
		}
	}
	w := newWalk(t, "u", "2", "u")
	_ = w.run()
	w.says(words.Plain(w.words.Say("situation.unsure_text")), words.Plain(w.words.Say("purpose.unsure_text")))
}

// TestWhatIsLackedIsMade: each page is told as those of the trips are, and leads back to step 1.
func TestWhatIsLackedIsMade(t *testing.T) {
	made := 0
	for _, need := range (setup.Progress{}).Needs().List {
		if need.Make == nil {
			continue
		}
		made++
		number := strconv.Itoa(2 + 2*made) // behind two answers, and those that show
		for _, leave := range []string{"b", ""} {
			w := newWalk(t, number, "?", "e", "", leave, "1")
			_ = w.run()
			w.says(setuptest.Said(w.words, *need.Make)...)
			w.says(words.Plain(w.words.Say(need.Make.ID+".else")), w.words.Say("step.system_user.title"))
			if w.opened[0] != site.Meta.Address(need.Make.Page, site.PageIDs{}) {
				t.Errorf("%s opens %v", need.Make.ID, w.opened)
			}
		}
	}
	if made != 3 {
		t.Errorf("%d things can be made", made)
	}
}

func TestTripsAreDrawn(t *testing.T) {
	w := newWalk(t, "1", "", "e", "", "e", "", "", "e")
	_ = w.run()
	trips := 0
	for _, step := range setup.Steps {
		trip, ok := setup.Progress{Situation: setup.OwnBusiness, UserName: setup.SuggestedUserName}.Trip(step)
		if !ok {
			continue
		}
		trips++
		w.says(setuptest.Said(w.words, trip)...)
		w.says(w.words.Say(trip.Seen))
		w.says(words.Plain(w.words.Say(trip.ID + ".else")))
	}
	if trips != 3 {
		t.Errorf("there are %d trips", trips)
	}
}

// TestOtherLayoutsAreDrawn: each is one of the keys behind what else may be seen,
// which names the pages that help too.
func TestOtherLayoutsAreDrawn(t *testing.T) {
	w := newWalk(t, "1", "n", "e", "2", "e", "3", "n", "e", "2")
	_ = w.run()
	others := 0
	for _, step := range setup.Steps {
		for i, layout := range (setup.Progress{Situation: setup.OwnBusiness, UserName: setup.SuggestedUserName}).Layouts(step) {
			w.says(setuptest.Said(w.words, layout.Trip)...)
			if i > 0 {
				others++
				w.says(words.Plain(w.words.Say(layout.ID)))
			}
			if step != setup.StepSystemUser { // it was not asked there
				for _, page := range layout.Trip.Elsewhere {
					w.says(w.words.Say("page."+string(page)), site.Meta.Address(page, site.PageIDs{}))
				}
			}
		}
	}
	if others != 3 {
		t.Errorf("there are %d other layouts", others)
	}
}

func TestResultIsDrawn(t *testing.T) {
	for _, scenario := range []string{"two-accounts", "account-not-assigned", "revoked"} {
		w := newWalk(t, toTheSummary(token(t, scenario))...)
		_ = w.run()
		steps := w.checked(scenario)
		result, _ := steps.Result()
		verdict := w.words.Verdict(result.Report)
		w.says(verdict.Title, verdict.Summary)
		if result.Fix != nil {
			fix := w.words.Row(*result.Fix, time.Now())
			w.says(fix.Title, words.Plain(fix.Fix), w.words.Say("page."+string(result.Fix.Page)))
		}
		if result.NewToken != "" {
			w.says(w.words.Say(result.NewToken))
		}
		if result.Choose {
			w.says(w.words.Say("choose.number"))
			for _, known := range setup.NumbersOf(result.Report) {
				w.says(string(known.Number.Display), string(known.Account.Name))
			}
		}
	}
}

func TestWhatANewTokenHasFixedIsSaid(t *testing.T) {
	steps := toTheSummary(token(t, "messaging-missing"))
	w := newWalk(t, append(steps[:len(steps)-1], "t", token(t, "ready"))...)
	_ = w.run()
	w.says(w.words.Named(w.words.Say("status.mended"), w.words.Say("check.perm.messaging.granted.title")))
}

// TestAnotherTokenLeadsBackToTheSummary, from the summary.
func TestAnotherTokenLeadsBackToTheSummary(t *testing.T) {
	w := newWalk(t, toTheSummary(token(t, "sixty-days"), "t", token(t, "ready"), "", "")...)
	_ = w.run()
	entries, err := w.env.Vault.List(t.Context())
	if err != nil || len(entries) != 1 || !entries[0].NeverExpires {
		t.Errorf("kept %+v (%v), and not the other token", entries, err)
	}
}

func TestSummaryIsDrawnAndChanged(t *testing.T) {
	w := newWalk(t, toTheSummary(token(t, "two-accounts"), "", "3", "2")...)
	_ = w.run()
	steps := w.checked("two-accounts")
	summary, _ := steps.Summary(w.env.Vault.Where(t.Context()))
	w.says(setuptest.Summary(w.words, summary, time.Now())...)
	w.says(words.Plain(w.words.Row(*summary.Advice, time.Now()).Fix))
	for _, line := range summary.Lines() {
		switch label := w.words.Named(w.words.Say("button.change"), w.words.Say("keep."+string(line))); summary.Change(line) {
		case setup.ChangeName, setup.ChangeNumber:
			w.says(label)
		case setup.ChangeToken:
			w.says(w.words.Changeable(summary), w.words.Say("keep.other_token"))
		default:
			w.silent(label)
		}
	}
	second := setup.NumbersOf(*steps.Report())[1]
	steps.Choose(second.Account.ID, second.Number.ID)
	summary, _ = steps.Summary("")
	w.says(w.words.SummaryLine(summary, setup.LineAccount, time.Now()), w.words.SummaryLine(summary, setup.LineNumber, time.Now()))
}

func TestWhatWasKeptIsDrawn(t *testing.T) {
	commands := map[setup.Next]string{
		setup.NextSendTest: "latchkey send-test", setup.NextCalendar: "latchkey calendar", setup.NextHandOver: "latchkey exec",
	}
	for _, scenario := range []string{"ready", "sixty-days"} {
		w := newWalk(t, toTheSummary(token(t, scenario), "", "")...)
		if err := w.run(); err != nil {
			t.Fatal(err)
		}
		entries, err := w.env.Vault.List(t.Context())
		if err != nil || len(entries) != 1 {
			t.Fatal(entries, err)
		}
		w.saysKept(entries[0], commands)
	}
}

func (w *walk) saysKept(entry vault.Entry, commands map[setup.Next]string) {
	w.t.Helper()
	kept := setup.KeptOf(entry)
	w.says(setuptest.Said(w.words, kept)...)
	for _, value := range kept.Values {
		w.says(value.Text)
	}
	for _, next := range kept.Next {
		if commands[next] == "" {
			w.t.Errorf("nothing is known of %s", next)
		}
	}
	for next, command := range commands {
		if slices.Contains(kept.Next, next) {
			w.says(command)
		} else {
			w.silent(command)
		}
	}
}

// checked is a setup beside the walk's, in which the same token was checked.
func (w *walk) checked(scenario string) *setup.Setup {
	w.t.Helper()
	steps := setup.NewFrom(w.env, check.Report{})
	steps.Paste(token(w.t, scenario))
	if _, err := steps.Check(w.t.Context(), nil); err != nil {
		w.t.Fatal(err)
	}
	return steps
}
