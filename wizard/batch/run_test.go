package batch_test

import (
	"context"
	"errors"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"latchkey/graph"
	"latchkey/graph/trouble"
	"latchkey/wizard/batch"
	"latchkey/wizard/check"
	"latchkey/wizard/vault"
)

func TestRunChecksSeveralAtATimeAndNoMore(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var under, most atomic.Int32
		ask := func(_ context.Context, item batch.Item) (check.Report, error) {
			now := under.Add(1)
			defer under.Add(-1)
			for seen := most.Load(); now > seen && !most.CompareAndSwap(seen, now); seen = most.Load() {
			}
			time.Sleep(time.Second)
			return ready(item), nil
		}
		began := time.Now()
		var progress []batch.Progress
		results, err := batch.Run(t.Context(), items(100), ask, batch.Options{
			Concurrency: 5, OnProgress: func(now batch.Progress) { progress = append(progress, now) },
		})
		if err != nil || len(results) != 100 {
			t.Fatalf("%d results, %v", len(results), err)
		}
		if most.Load() != 5 || time.Since(began) != 20*time.Second {
			t.Errorf("%d at a time, in %s", most.Load(), time.Since(began))
		}
		for i, result := range results {
			if result.Row != i+1 || result.Verdict.Status != check.Ready || result.Token.Last4 != tokenOf(i + 1)[len(tokenOf(1))-4:] {
				t.Fatalf("result %d is %+v", i, result)
			}
		}
		if len(progress) != 101 || progress[0].Done != 0 || progress[100].Done != 100 || progress[100].Left != 0 {
			t.Errorf("progress was told %d times, at last %+v", len(progress), progress[len(progress)-1])
		}
		if half := progress[50]; half.Done != 50 || half.Left != 10*time.Second {
			t.Errorf("half-way, %s are left", half.Left)
		}
	})
}

// TestALimitHoldsTheWholeRun: nobody calls on while Graph asks to wait, and the
// row that met the limit is checked again.
func TestALimitHoldsTheWholeRun(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		const told = 7 * time.Minute
		var mutex sync.Mutex
		var limitedAt time.Time
		asked := map[int]int{}
		ask := func(_ context.Context, item batch.Item) (check.Report, error) {
			mutex.Lock()
			defer mutex.Unlock()
			asked[item.Row]++
			if !limitedAt.IsZero() && time.Since(limitedAt) < told && time.Since(limitedAt) > 0 {
				t.Errorf("row %d was checked %s into the limit", item.Row, time.Since(limitedAt))
			}
			if item.Row == 10 && asked[10] == 1 {
				limitedAt = time.Now()
				return limited(item, &trouble.Error{Code: 80007, RetryAfter: told}), nil
			}
			mutex.Unlock()
			time.Sleep(time.Second)
			mutex.Lock()
			return ready(item), nil
		}
		var until time.Time
		results, err := batch.Run(t.Context(), items(40), ask, batch.Options{Concurrency: 4, OnProgress: func(now batch.Progress) {
			if !now.LimitedUntil.IsZero() {
				until = now.LimitedUntil
				if now.Left < told-time.Minute {
					t.Errorf("only %s are left, with %s to wait", now.Left, told)
				}
			}
		}})
		if err != nil || len(batch.Filter(results, "", check.Ready)) != 40 || asked[10] != 2 {
			t.Errorf("%d are ready, row 10 was asked %d times, %v", len(batch.Filter(results, "", check.Ready)), asked[10], err)
		}
		if !until.Equal(limitedAt.Add(told)) {
			t.Errorf("people were told to wait until %s, not %s", until, limitedAt.Add(told))
		}
	})
}

// TestALimitForADayHoldsNobodyElse: its row ends as not checked, and says so.
func TestALimitForADayHoldsNobodyElse(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		began := time.Now()
		results, err := batch.Run(t.Context(), items(3), func(_ context.Context, item batch.Item) (check.Report, error) {
			if item.Row == 1 {
				return limited(item, &trouble.Error{Code: 80007, RetryAfter: 24 * time.Hour}), nil
			}
			return ready(item), nil
		}, batch.Options{Concurrency: 1})
		if err != nil || results[0].Verdict.Status != check.Undecided || results[1].Verdict.Status != check.Ready || results[2].Verdict.Status != check.Ready {
			t.Errorf("got %+v, %v", results, err)
		}
		if took := time.Since(began); took != 0 {
			t.Errorf("it took %s", took)
		}
	})
}

// TestALimitOfOneAppHoldsNoOther: the rows of other apps are all checked before its
// time is over, and those that are known to be its own are not asked about.
func TestALimitOfOneAppHoldsNoOther(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		const told = 7 * time.Minute
		list := items(40)
		for i := range list[:20] {
			list[i].Expected.App = "111"
		}
		began := time.Now()
		var asked atomic.Int32
		var othersTook time.Duration
		results, err := batch.Run(t.Context(), list, func(_ context.Context, item batch.Item) (check.Report, error) {
			time.Sleep(time.Second)
			if item.Expected.App == "" {
				othersTook = time.Since(began)
				return ready(item), nil
			}
			if asked.Add(1); time.Since(began) < told {
				report := limited(item, &trouble.Error{Code: 80007, RetryAfter: told})
				report.Token.AppID = "111"
				return report, nil
			}
			return ready(item), nil
		}, batch.Options{Concurrency: 1})
		if err != nil || len(batch.Filter(results, "", check.Ready)) != 40 {
			t.Errorf("%d are ready, %v", len(batch.Filter(results, "", check.Ready)), err)
		}
		if othersTook > time.Minute || asked.Load() != 21 {
			t.Errorf("the others took %s, and the limited app was asked about %d times", othersTook, asked.Load())
		}
	})
}

// A token that meets a limit each time, without a time named, ends as not
// checked and does not hold the others for ever.
func TestATokenThatStaysLimitedEndsAsNotChecked(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		began := time.Now()
		results, err := batch.Run(t.Context(), items(3), func(_ context.Context, item batch.Item) (check.Report, error) {
			if item.Row == 2 {
				return limited(item, &trouble.Error{Code: 4}), nil
			}
			return ready(item), nil
		}, batch.Options{Concurrency: 1})
		if err != nil || results[1].Verdict.Status != check.Undecided || results[2].Verdict.Status != check.Ready {
			t.Errorf("got %+v, %v", results, err)
		}
		if took := time.Since(began); took != 105*time.Second {
			t.Errorf("it took %s: 15, 30 and 60 seconds were to be waited", took)
		}
	})
}

func TestPauseAndResume(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		gate := &batch.Gate{}
		var begun atomic.Int32
		done := make(chan []batch.Result)
		go func() {
			results, err := batch.Run(t.Context(), items(20), func(_ context.Context, item batch.Item) (check.Report, error) {
				begun.Add(1)
				time.Sleep(time.Second)
				return ready(item), nil
			}, batch.Options{Concurrency: 2, Gate: gate})
			if err != nil {
				t.Error(err)
			}
			done <- results
		}()
		time.Sleep(2500 * time.Millisecond)
		gate.Pause()
		gate.Pause()
		time.Sleep(time.Hour)
		if begun.Load() != 6 || !gate.Paused() {
			t.Errorf("%d checks had begun by the end of the pause", begun.Load())
		}
		gate.Resume()
		gate.Resume()
		if results := <-done; len(results) != 20 {
			t.Errorf("%d results", len(results))
		}
	})
}

func TestCancelKeepsWhatIsFinished(t *testing.T) {
	for name, prepare := range map[string]func(*batch.Gate){
		"while checking": func(*batch.Gate) {},
		"while paused":   func(gate *batch.Gate) { time.AfterFunc(4500*time.Millisecond, gate.Pause) },
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				ctx, cancel := context.WithTimeout(t.Context(), 5500*time.Millisecond)
				defer cancel()
				gate := &batch.Gate{}
				prepare(gate)
				results, err := batch.Run(ctx, items(50), func(ctx context.Context, item batch.Item) (check.Report, error) {
					select {
					case <-time.After(time.Second):
						return ready(item), nil
					case <-ctx.Done():
						return limited(item, &trouble.Error{Code: 4}), nil
					}
				}, batch.Options{Concurrency: 2, Gate: gate})
				if !errors.Is(err, context.DeadlineExceeded) || len(results) != 10 || len(batch.Filter(results, "", check.Ready)) != 10 {
					t.Errorf("%d results, %v", len(results), err)
				}
			})
		})
	}
}

func TestEachRowKeepsItsOwnTrouble(t *testing.T) {
	list := items(4)
	list[1].Fault = batch.FaultNumber
	list[2] = batch.Item{Row: 3, Saved: "Bakery"}
	results, err := batch.Run(t.Context(), list, func(_ context.Context, item batch.Item) (check.Report, error) {
		switch item.Row {
		case 2:
			t.Error("a row with a fault was checked")
		case 3:
			t.Error("a row whose token cannot be read was checked")
		case 4:
			return check.Report{}, errors.New("odd")
		}
		return ready(item), nil
	}, batch.Options{Token: func(context.Context, string) (graph.Token, error) {
		return graph.Token{}, &vault.Error{Reason: vault.Locked}
	}})
	if err != nil {
		t.Fatal(err)
	}
	var faults []batch.Fault
	for _, result := range results {
		faults = append(faults, result.Fault)
	}
	if want := []batch.Fault{"", "batch.bad_number", "keychain.locked", "batch.not_checked"}; !slices.Equal(faults, want) {
		t.Errorf("got %v, want %v", faults, want)
	}
}

func TestAnEmptyListIsDoneAtOnce(t *testing.T) {
	results, err := batch.Run(t.Context(), nil, nil, batch.Options{})
	if err != nil || len(results) != 0 {
		t.Errorf("%v, %v", results, err)
	}
}
