package batch_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"latchkey/graph"
	"latchkey/wizard/batch"
	"latchkey/wizard/check"
	"latchkey/wizard/files"
)

// counting is a check that takes a second, counts, and leaves each tenth row
// undecided.
type counting struct{ asked map[int]int }

func (c *counting) ask(ctx context.Context, item batch.Item) (check.Report, error) {
	select {
	case <-time.After(time.Second):
	case <-ctx.Done():
		return check.Report{}, ctx.Err()
	}
	c.asked[item.Row]++
	report := ready(item)
	report.CheckedAt = time.Now()
	if item.Row%10 == 0 {
		report.Verdict.Status = check.Undecided
	}
	return report, nil
}

func (c *counting) run(t *testing.T, folder string, rows []batch.Item, longest time.Duration) ([]batch.Result, error) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), longest)
	defer cancel()
	return batch.Run(ctx, rows, c.ask, batch.Options{Concurrency: 1, Memory: batch.Remember(files.Open(folder, nil), nil)})
}

func TestARunThatWasCutOffGoesOn(t *testing.T) {
	folder := t.TempDir()
	synctest.Test(t, func(t *testing.T) {
		calls := &counting{map[int]int{}}
		if _, err := calls.run(t, folder, items(50), 20500*time.Millisecond); err == nil {
			t.Fatal("the run was not cut off")
		}
		content, err := os.ReadFile(filepath.Join(folder, "batch.json"))
		if err != nil {
			t.Fatal(err)
		}
		for row := 1; row <= 20; row++ {
			// The last 4 characters may be told; the next ones are the row's.
			if token := tokenOf(row); strings.Contains(string(content), token[len(token)-8:]) || strings.Contains(string(content), token[:12]) {
				t.Fatalf("the file holds a token, or a piece of one")
			}
		}

		// The list has been edited meanwhile: rows are known by what they ask.
		list := append([]batch.Item{{Row: 1, Name: "New", Paste: check.ReadPaste(tokenOf(99_999))}}, items(50)...)
		list[5].Name = "Renamed"
		for i := range list {
			list[i].Row = i + 1
		}
		again := &counting{map[int]int{}}
		results, err := again.run(t, folder, list, time.Hour)
		if err != nil || len(results) != 51 {
			t.Fatalf("%d results, %v", len(results), err)
		}
		// 18 of the 20 finished rows were decided; rows are one further down now.
		if len(again.asked) != 51-18 || again.asked[2] != 0 || again.asked[11] != 1 || again.asked[1] != 1 {
			t.Errorf("%d rows were checked again: %v", len(again.asked), again.asked)
		}
		if results[5].Name != "Renamed" || results[5].Row != 6 {
			t.Errorf("a remembered row is shown as %+v", results[5])
		}
		if _, err := os.Stat(filepath.Join(folder, "batch.json")); !os.IsNotExist(err) {
			t.Errorf("a run that came to its end is still remembered: %v", err)
		}
	})
}

// Who renews a token between two halves of a run is told of the new one.
func TestASavedTokenThatWasRenewedIsCheckedAgain(t *testing.T) {
	folder := t.TempDir()
	synctest.Test(t, func(t *testing.T) {
		rows := items(6)
		keychain := map[string]graph.Token{}
		for i := range rows {
			keychain[rows[i].Name] = rows[i].Paste.Token
			rows[i].Saved, rows[i].Paste = rows[i].Name, check.Paste{}
		}
		run := func(calls *counting, longest time.Duration) ([]batch.Result, error) {
			ctx, cancel := context.WithTimeout(t.Context(), longest)
			defer cancel()
			return batch.Run(ctx, rows, calls.ask, batch.Options{
				Concurrency: 1, Memory: batch.Remember(files.Open(folder, nil), nil),
				Token: func(_ context.Context, name string) (graph.Token, error) { return keychain[name], nil },
			})
		}
		if _, err := run(&counting{map[int]int{}}, 3500*time.Millisecond); err == nil {
			t.Fatal("the run was not cut off")
		}
		renewed := graph.NewToken(tokenOf(7))
		keychain["Shop 2"] = renewed
		again := &counting{map[int]int{}}
		results, err := run(again, time.Hour)
		if err != nil || len(results) != 6 {
			t.Fatalf("%d results, %v", len(results), err)
		}
		if results[1].Token.Last4 != renewed.Last4() {
			t.Errorf("the verdict is about the token that ends in %s, and %s is saved now", results[1].Token.Last4, renewed.Last4())
		}
		if len(again.asked) != 4 || again.asked[1]+again.asked[3] != 0 {
			t.Errorf("rows %v were checked, and 1 and 3 were done", again.asked)
		}
	})
}

func TestAKilledRunLosesLittle(t *testing.T) {
	folder := t.TempDir()
	synctest.Test(t, func(t *testing.T) {
		calls := &counting{map[int]int{}}
		ctx, cancel := context.WithCancel(t.Context())
		killed := batch.Remember(files.Open(folder, nil), nil)
		_, _ = batch.Run(ctx, items(30), func(ctx context.Context, item batch.Item) (check.Report, error) {
			if item.Row == 20 {
				// What stands on disk now is what a killed process leaves.
				copied, err := os.ReadFile(filepath.Join(folder, "batch.json"))
				if err != nil {
					t.Error(err)
				}
				defer func() { _ = os.WriteFile(filepath.Join(folder, "left.json"), copied, 0o600) }()
				cancel()
			}
			return calls.ask(ctx, item)
		}, batch.Options{Concurrency: 1, Memory: killed})
		left, err := os.ReadFile(filepath.Join(folder, "left.json"))
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(folder, "batch.json"), left, 0o600); err != nil {
			t.Fatal(err)
		}
		again := &counting{map[int]int{}}
		if _, err := again.run(t, folder, items(30), time.Hour); err != nil {
			t.Fatal(err)
		}
		if len(again.asked) > 11+1+2 {
			t.Errorf("%d of 30 rows were checked again after 19 were done", len(again.asked))
		}
	})
}

func TestOldResultsAreCheckedAgain(t *testing.T) {
	folder := t.TempDir()
	synctest.Test(t, func(t *testing.T) {
		_, _ = (&counting{map[int]int{}}).run(t, folder, items(9), 5500*time.Millisecond)
		time.Sleep(25 * time.Hour)
		again := &counting{map[int]int{}}
		if _, err := again.run(t, folder, items(9), time.Hour); err != nil || len(again.asked) != 9 {
			t.Errorf("%d rows were checked, %v", len(again.asked), err)
		}
	})
}

// A date in the future would make a result count for ever, whatever became of the
// token since.
func TestResultsFromTheFutureAreCheckedAgain(t *testing.T) {
	folder := t.TempDir()
	synctest.Test(t, func(t *testing.T) {
		_, _ = (&counting{map[int]int{}}).run(t, folder, items(9), 5500*time.Millisecond)
		path := filepath.Join(folder, "batch.json")
		content, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		today := time.Now().UTC().Format(time.DateOnly)
		later := strings.ReplaceAll(string(content), today, time.Now().UTC().AddDate(5, 0, 0).Format(time.DateOnly))
		if later == string(content) {
			t.Fatal("the file has no dates")
		}
		if err := os.WriteFile(path, []byte(later), 0o600); err != nil {
			t.Fatal(err)
		}
		again := &counting{map[int]int{}}
		if _, err := again.run(t, folder, items(9), time.Hour); err != nil || len(again.asked) != 9 {
			t.Errorf("%d rows were checked, %v", len(again.asked), err)
		}
	})
}

// A memory that cannot be written takes nothing from the results.
func TestAMemoryThatFailsIsToldAtTheEnd(t *testing.T) {
	place := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(place, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	memory := batch.Remember(files.Open(filepath.Join(place, "below"), nil), nil)
	results, err := batch.Run(t.Context(), items(3), func(_ context.Context, item batch.Item) (check.Report, error) {
		return ready(item), nil
	}, batch.Options{Memory: memory})
	if err == nil {
		t.Error("nobody is told that nothing can be remembered")
	}
	if len(results) != 0 && len(results) != 3 {
		t.Errorf("%d results", len(results))
	}
}

// What an earlier program remembered had another form: such rows are checked
// again.
func TestRowsOfAnotherFormAreCheckedAgain(t *testing.T) {
	folder := t.TempDir()
	synctest.Test(t, func(t *testing.T) {
		first := &counting{map[int]int{}}
		if _, err := first.run(t, folder, items(9), 5500*time.Millisecond); err == nil {
			t.Fatal("the run was not cut off")
		}
		path := filepath.Join(folder, "batch.json")
		content, err := os.ReadFile(path)
		if err != nil || !strings.Contains(string(content), `"report": {`) {
			t.Fatalf("nothing is remembered: %s, %v", content, err)
		}
		earlier := strings.ReplaceAll(string(content), `"report": {`, `"status": "ready", "problems": [], "other": {`)
		if err := os.WriteFile(path, []byte(earlier), 0o600); err != nil {
			t.Fatal(err)
		}
		again := &counting{map[int]int{}}
		results, err := again.run(t, folder, items(9), time.Hour)
		if err != nil || len(again.asked) != 9 || results[0].Verdict.Status != check.Ready {
			t.Errorf("%d rows were checked again, %+v, %v", len(again.asked), results, err)
		}
	})
}
