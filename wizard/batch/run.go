package batch

import (
	"cmp"
	"context"
	"errors"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"

	"latchkey/graph"
	"latchkey/graph/trouble"
	"latchkey/wizard/check"
)

const (
	// DefaultConcurrency is how many tokens are checked at a time when nothing
	// else is asked for. Each makes up to eight calls at once.
	DefaultConcurrency = 4
	// MostConcurrency bounds it.
	MostConcurrency = 16
)

// How a limit is met that names no time, and how often a row is tried that
// stays limited.
const (
	firstWait   = 15 * time.Second
	longestWait = 10 * time.Minute
	mostTries   = 4
)

// longestHold is the longest time named by Graph that a run waits for. A row that
// is to wait longer ends as not checked, with the wait in its words: one app's
// tokens do not keep all others for a day.
const longestHold = time.Hour

// Check checks one item, which has a token. Its time-out is its own. An error
// means that the check could not begin; the keychain's are told apart.
type Check func(ctx context.Context, item Item) (check.Report, error)

// Options of a run. The zero value is a good one.
type Options struct {
	Concurrency int            // tokens at a time; 0 for DefaultConcurrency
	Gate        *Gate          // to pause and go on; nil where nobody does
	Memory      *Memory        // skips what an earlier run had finished; nil for none
	OnProgress  func(Progress) // called one at a time, from any goroutine; may be nil
	// Token reads the saved token of a name, for rows that name one; without it
	// they cannot be checked.
	Token func(ctx context.Context, name string) (graph.Token, error)
}

// Progress is how far a run has come.
type Progress struct {
	Done, All    int
	Left         time.Duration // estimate of the time that the rest takes; 0 while unknown
	LimitedUntil time.Time     // Graph has asked to wait until then; zero where it has not
	Remembered   int           // of those done, how many an earlier run had finished
	Latest       *Result       // what came in just now; nil where nothing did
}

// Run checks items, several at a time, and returns what came of them in their
// order. When ctx ends first, it returns what is finished by then and the
// context's error; with a Memory the next run goes on from there. Where what is
// remembered cannot be read, a *files.Error, nothing is checked and there are no
// results; where it cannot be written, that error takes nothing from them.
//
// A limit of Graph's holds the rows of its app for as long as Graph asks, because
// tokens of one app share their allowance and calling on makes it longer; then
// the limited row is tried again. Where the app is not known it holds the whole run.
func Run(ctx context.Context, items []Item, ask Check, options Options) ([]Result, error) {
	if options.Gate == nil {
		options.Gate = &Gate{}
	}
	if options.Concurrency <= 0 {
		options.Concurrency = DefaultConcurrency
	}
	options.Concurrency = min(options.Concurrency, MostConcurrency, max(1, len(items)))
	run := &run{Options: options, ask: ask, items: items, results: make([]Result, len(items)), finished: make([]bool, len(items)), aside: newAside()}
	open, err := run.recall(ctx)
	if err != nil {
		return nil, err
	}
	err = run.all(ctx, open)
	return run.finishedResults(), errors.Join(err, run.close(ctx, err == nil))
}

// run is a run under way.
type run struct {
	Options
	ask   Check
	items []Item

	mutex      sync.Mutex
	results    []Result
	finished   []bool
	done       int
	remembered int
	checked    int           // in this run
	took       time.Duration // by those checks, all together
	limits     int           // in a row that named no time

	aside *aside
}

// recall takes over what an earlier run had finished, and returns the items
// that are open.
func (r *run) recall(ctx context.Context) (open []int, err error) {
	if r.Memory != nil {
		if err := r.Memory.open(ctx); err != nil {
			return nil, err
		}
	}
	for i, item := range r.items {
		// A name says nothing before its token is read: it may be a renewed one.
		if item.Saved != "" || !r.takeOver(i, item) {
			open = append(open, i)
		}
	}
	r.report(nil)
	return open, nil
}

// takeOver takes over what an earlier run has found of an item, if it did.
func (r *run) takeOver(i int, item Item) bool {
	result, known := r.Memory.recall(item)
	if !known {
		return false
	}
	r.mutex.Lock()
	defer r.mutex.Unlock()
	r.results[i], r.finished[i] = result, true
	r.done++
	r.remembered++
	return true
}

// all checks the open items, and those put aside once their app may be asked
// again.
func (r *run) all(ctx context.Context, open []int) error {
	for len(open) > 0 {
		if err := r.round(ctx, open); err != nil {
			return err
		}
		var wait time.Duration
		if open, wait = r.aside.next(); wait > 0 {
			r.hold(wait)
		}
	}
	return nil
}

// round checks items, but for those that are put aside.
func (r *run) round(ctx context.Context, open []int) error {
	group, ctx := errgroup.WithContext(ctx)
	queue := make(chan int)
	group.Go(func() error {
		defer close(queue)
		for _, i := range open {
			select {
			case queue <- i:
			case <-ctx.Done():
				return ctx.Err()
			}
		}
		return nil
	})
	for range r.Concurrency {
		group.Go(func() error {
			for i := range queue {
				if err := r.one(ctx, i); err != nil {
					return err
				}
			}
			return nil
		})
	}
	return group.Wait()
}

// one checks an item, again while Graph answers with a limit.
func (r *run) one(ctx context.Context, i int) error {
	// To read a token may ask the person, so that waits for the gate too.
	if err := r.Gate.pass(ctx); err != nil {
		return err
	}
	item, unread := r.withToken(ctx, r.items[i])
	if item.Saved != "" && unread == nil && r.takeOver(i, item) {
		r.report(&r.results[i])
		return nil
	}
	for {
		if err := r.Gate.pass(ctx); err != nil {
			return err
		}
		if r.aside.takes(i, item.Expected.App) {
			return nil
		}
		try := r.aside.tried(i)
		began := time.Now()
		var report check.Report
		err := unread
		if item.Fault == "" && err == nil {
			report, err = r.ask(ctx, item)
		}
		// A check that was broken off has come to no result.
		if ctx.Err() != nil {
			return ctx.Err()
		}
		wait, limited := limitOf(report)
		limited = limited && err == nil
		if limited && try < mostTries && wait <= longestHold {
			if app := cmp.Or(report.Token.AppID, item.Expected.App); app != "" && wait > 0 {
				r.aside.limit(i, app, wait)
				return nil
			}
			r.hold(wait)
			continue
		}
		r.finish(ctx, i, item, resultOf(item, report, err), limited, time.Since(began))
		return nil
	}
}

// withToken is an item with the token that it names, for as long as it is
// checked.
func (r *run) withToken(ctx context.Context, item Item) (Item, error) {
	switch {
	case item.Saved == "" || item.Fault != "":
		return item, nil
	case r.Token == nil:
		return item, errNoTokens
	}
	token, err := r.Token(ctx, item.Saved)
	item.Paste = check.Paste{Token: token, Shape: check.ShapeToken}
	return item, err
}

var errNoTokens = errors.New("saved tokens cannot be read here")

// limitOf is how long Graph asks to wait where a limit has left something of the
// check undecided; 0 where it names no time. A verdict does not count: a check
// that was half limited may come to another one when it is whole.
func limitOf(report check.Report) (wait time.Duration, limited bool) {
	for _, row := range report.Rows {
		if row.Status != check.Unknown || row.Graph == nil {
			continue
		}
		switch err := row.Graph.Error; {
		case err != nil && err.Trouble().Class == trouble.ClassLimit:
			wait, limited = max(wait, err.RetryAfter), true
		case err == nil && row.Graph.HTTP == 429:
			limited = true
		}
	}
	return wait, limited
}

// hold holds the whole run for a limit. Where Graph names no time, each limit in a row
// doubles the wait.
func (r *run) hold(wait time.Duration) {
	r.mutex.Lock()
	// Checks that were under way together meet one and the same limit.
	if wait <= 0 && r.Gate.limitedUntil().IsZero() {
		wait = min(firstWait<<min(r.limits, 16), longestWait)
		r.limits++
	}
	r.Gate.limit(wait)
	r.mutex.Unlock()
	r.report(nil)
}

// finish notes a result; limited says whether a limit has left something of it
// undecided.
func (r *run) finish(ctx context.Context, i int, item Item, result Result, limited bool, took time.Duration) {
	r.mutex.Lock()
	r.results[i], r.finished[i] = result, true
	r.done++
	if result.Fault == "" {
		r.checked++
		r.took += took
	}
	if !limited {
		r.limits = 0
	}
	r.mutex.Unlock()
	r.Memory.note(ctx, item, result)
	r.report(&result)
}

// report tells how far the run has come.
func (r *run) report(latest *Result) {
	if r.OnProgress == nil {
		return
	}
	r.mutex.Lock()
	defer r.mutex.Unlock()
	progress := Progress{Done: r.done, All: len(r.items), Remembered: r.remembered, Latest: latest, LimitedUntil: r.Gate.limitedUntil()}
	if rest := progress.All - progress.Done; rest > 0 && r.checked > 0 {
		each := r.took / time.Duration(r.checked)
		progress.Left = each*time.Duration(rest)/time.Duration(min(r.Concurrency, rest)) + max(0, time.Until(progress.LimitedUntil))
	}
	r.OnProgress(progress)
}

// close writes down what is finished where the run was cut off, and forgets it
// where it came to its end.
func (r *run) close(ctx context.Context, whole bool) error {
	if whole {
		return r.Memory.forget(ctx)
	}
	return r.Memory.flush(context.WithoutCancel(ctx))
}

func (r *run) finishedResults() []Result {
	results := make([]Result, 0, r.done)
	for i, finished := range r.finished {
		if finished {
			results = append(results, r.results[i])
		}
	}
	return results
}
