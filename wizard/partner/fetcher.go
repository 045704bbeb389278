package partner

import (
	"context"
	"math/rand/v2"
	"sync"
	"time"

	"latchkey/graph"
	"latchkey/graph/trouble"
)

const (
	// fetchTries is how often one customer's token is asked for, not counting
	// the times that Graph named when to ask again.
	fetchTries = 5
	firstPause = time.Second
	// longestPause is as long as a customer's token is waited for: a limit that
	// lasts longer is told instead.
	longestPause = 15 * time.Minute
)

// fetcher fetches tokens from one solution. A limit holds for the app, so when
// Graph counts too many calls, all its calls pause together.
type fetcher struct {
	office BusinessTokens
	from   Source
	client *graph.Client
	told   func(until time.Time) // hears of each pause; may be nil

	mutex sync.Mutex
	until time.Time // no call before
	end   error     // no call any more: each would get this answer
}

// newFetcher's client asks once: pauses are made here, where all callers know
// of them.
func (o BusinessTokens) newFetcher(from Source) (*fetcher, error) {
	options := o.Graph
	options.Tries = 1
	client, err := graph.New(options, from.Partner)
	if err != nil {
		return nil, err
	}
	return &fetcher{office: o, from: from, client: client, told: o.Paused}, nil
}

// fetch asks for one customer's token until it is had, or asking again cannot
// help.
func (f *fetcher) fetch(ctx context.Context, business graph.ID) (graph.SolutionToken, error) {
	pause, waited := firstPause, time.Duration(0)
	for try := 1; ; {
		if err := f.pass(ctx); err != nil {
			return graph.SolutionToken{}, err
		}
		token, err := f.client.SolutionToken(ctx, f.from.Solution, business)
		if err == nil {
			return token, nil
		}
		reason := SolutionReason(err)
		waited += reason.Wait
		switch {
		case waited > longestPause, reason.ID == wrongPartner:
			f.stop(err)
			return token, err
		case !reason.Again, ctx.Err() != nil, try == fetchTries:
			return token, err
		}
		if err := f.rest(ctx, reason, max(jittered(pause), reason.Wait)); err != nil {
			return token, err
		}
		if reason.Wait == 0 {
			pause *= 2
			try++
		}
	}
}

// rest waits before the next try: all together where Graph counts too many
// calls, else this one alone.
func (f *fetcher) rest(ctx context.Context, reason Reason, pause time.Duration) error {
	if reason.limit() {
		f.hold(pause)
		return nil // pass waits
	}
	return f.office.wait(ctx, pause)
}

// pass waits until calls are let through.
func (f *fetcher) pass(ctx context.Context) error {
	for {
		f.mutex.Lock()
		left, end := f.until.Sub(f.office.now()), f.end
		f.mutex.Unlock()
		switch {
		case end != nil:
			return end
		case left <= 0:
			return ctx.Err()
		}
		if err := f.office.wait(ctx, left); err != nil {
			return err
		}
	}
}

// hold lets no call through for a while.
func (f *fetcher) hold(pause time.Duration) {
	f.mutex.Lock()
	until := f.office.now().Add(pause)
	later := until.After(f.until)
	if later {
		f.until = until
	}
	f.mutex.Unlock()
	if later && f.told != nil {
		f.told(until)
	}
}

// stop lets no further call through: it would be refused alike, or make a limit
// last longer.
func (f *fetcher) stop(end error) {
	f.mutex.Lock()
	defer f.mutex.Unlock()
	f.end = end
}

// jittered spreads pauses, so that callers do not come back all at once.
func jittered(pause time.Duration) time.Duration {
	return pause/2 + rand.N(pause)
}

// limit reports whether Graph counts too many calls.
func (r Reason) limit() bool {
	if r.Graph != nil {
		return r.Graph.Trouble().Class == trouble.ClassLimit
	}
	return r.ID == "network."+string(graph.NetworkLimited)
}
