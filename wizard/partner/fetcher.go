package partner

import (
	"context"
	"sync"
	"time"

	"latchkey/graph"
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
	from   Source
	client *graph.Client

	mutex sync.Mutex
	end   error // no call any more: each would get this answer
}

// newFetcher's told hears of each pause; it may be nil.
func (b BusinessTokens) newFetcher(from Source, told func(until time.Time)) (*fetcher, error) {
	options := b.Graph
	options.Tries, options.Pause = fetchTries, firstPause
	options.Limit = &graph.Limit{Longest: longestPause, Now: b.now, Wait: b.Wait, Told: told}
	client, err := graph.New(options, from.Partner)
	if err != nil {
		return nil, err
	}
	return &fetcher{from: from, client: client}, nil
}

// fetch asks for one customer's token until it is had, or asking again cannot
// help. An answer that every customer would get ends the fetching.
func (f *fetcher) fetch(ctx context.Context, business graph.ID) (graph.SolutionToken, error) {
	if err := f.ended(); err != nil {
		return graph.SolutionToken{}, err
	}
	token, err := f.client.SolutionToken(ctx, f.from.Solution, business)
	if SolutionReason(err).Problem == PartnerRefused || graph.Limited(err) && graph.RetryAfter(err) > 0 {
		f.mutex.Lock()
		defer f.mutex.Unlock()
		f.end = err
	}
	return token, err
}

func (f *fetcher) ended() error {
	f.mutex.Lock()
	defer f.mutex.Unlock()
	return f.end
}
