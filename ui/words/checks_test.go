package words_test

import (
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

// idsOfChecks are the ids that tell checks and verdicts: each row has its title,
// and cause and fix where it is not fine.
func idsOfChecks() []string {
	var ids []string
	for _, id := range check.IDs() {
		ids = append(ids, "check."+string(id)+".name", "check."+string(id)+".title")
	}
	for _, row := range rowsToTell() {
		told := row.WordIDs()
		ids = append(ids, told.Title, told.Detail, told.Fix)
	}
	for _, reason := range check.VerdictReasons {
		ids = append(ids, string(reason)+".title", string(reason)+".summary")
	}
	return slices.DeleteFunc(ids, func(id string) bool { return id == "" })
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
		"Expiry":    {ID: check.TokenExpiry, Status: check.Fail},
		"phone.hue": {ID: "phone.hue", Status: check.Warn, Reason: "check.phone.hue.red"},
	} {
		if got := spoken.Row(row, time.Now()); got.Title != want || got.Detail != "" || got.Fix != "" {
			t.Errorf("got %+v, want the title %q", got, want)
		}
	}
	if got := spoken.Verdict(check.Report{Verdict: check.Verdict{Status: check.NotReady}}); strings.Contains(got.Summary, "[") {
		t.Errorf("the verdict is told as %q", got.Summary)
	}
}
