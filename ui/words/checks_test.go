package words_test

import (
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"latchkey/ui/words"
	"latchkey/wizard/check"
)

// rowsToTell lists every row that a check can give, as far as its words differ.
func rowsToTell() []check.Row {
	var rows []check.Row
	for _, one := range check.All() {
		add := func(reason check.Reason, statuses ...check.Status) {
			for _, status := range statuses {
				rows = append(rows, check.Row{ID: one.ID, Status: status, Reason: reason})
			}
		}
		for reason, declared := range one.Reasons {
			add(reason, declared.Statuses...)
		}
		for _, need := range one.Needs {
			add(need.Skipped, check.Skipped)
		}
		for _, reason := range check.BorrowedReasons() {
			add(reason, one.Troubles...)
		}
	}
	return rows
}

// idsOfChecks are the ids that tell checks and verdicts.
func idsOfChecks() map[string]bool {
	ids := map[string]bool{"check.again_on_return": true, "trouble.summary": true} // these stand above the rows
	for _, one := range check.IDs() {
		ids["check."+string(one)+".name"], ids["check."+string(one)+".title"] = true, true
	}
	for _, row := range rowsToTell() {
		told := row.WordIDs()
		ids[told.Title], ids[told.Detail], ids[told.Fix] = true, true, true
	}
	for _, reason := range check.VerdictReasons {
		ids[string(reason)+".title"], ids[string(reason)+".summary"] = true, true
	}
	delete(ids, "")
	return ids
}

// TestChecksHaveTheirWordsAndNoOthers: each row has its title, and cause and fix
// where it is not fine.
func TestChecksHaveTheirWordsAndNoOthers(t *testing.T) {
	texts, wanted := language(t, "en.json"), idsOfChecks()
	for _, id := range slices.Sorted(maps.Keys(wanted)) {
		if texts[id] == "" {
			t.Errorf("%q has no words", id)
		}
	}
	for _, id := range slices.Sorted(maps.Keys(texts)) {
		family, _, _ := strings.Cut(id, ".")
		id, _, _ := strings.Cut(id, " (") // a form for some numbers
		if slices.Contains([]string{"check", "trouble", "network", "skipped", "verdict"}, family) && !wanted[id] {
			t.Errorf("%q is said by no check", id)
		}
	}
}

func TestEveryRowIsTold(t *testing.T) {
	spoken, err := words.New(time.UTC, "en")
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rowsToTell() {
		text := spoken.Row(row, time.Now())
		if !row.Known() || text.Title == "" || row.Problem() != (text.Fix != "") || strings.HasPrefix(text.Title+text.Detail+text.Fix, "[") {
			t.Errorf("%s %s %s is told as %+v", row.ID, row.Status, row.Reason, text)
		}
	}
}

// A report of another program, or one that was printed without reasons.
func TestARowWithoutWordsNamesItsCheck(t *testing.T) {
	spoken, err := words.New(time.UTC, "en")
	if err != nil {
		t.Fatal(err)
	}
	for want, row := range map[string]check.Row{
		"End of the token": {ID: check.TokenExpiry, Status: check.Fail},
		"phone.hue":        {ID: "phone.hue", Status: check.Warn, Reason: "check.phone.hue.red"},
	} {
		if got := spoken.Row(row, time.Now()); got.Title != want || got.Detail != "" || got.Fix != "" {
			t.Errorf("got %+v, want the title %q", got, want)
		}
	}
	if got := spoken.Verdict(check.Report{Verdict: check.Verdict{Status: check.NotReady}}); strings.Contains(got.Summary, "[") {
		t.Errorf("the verdict is told as %q", got.Summary)
	}
}
