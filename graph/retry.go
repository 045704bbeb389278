package graph

import (
	"context"
	"errors"
	"time"

	"github.com/cenkalti/backoff/v5"

	"latchkey/graph/trouble"
)

// patience says what a call does when Graph counts too many calls.
type patience int

const (
	// impatient waits out a limit only where Graph names a time that fits:
	// calling on while limited makes the wait longer.
	impatient patience = iota
	// patient tries again also where Graph calls the limit passing
	// (is_transient).
	patient
)

// longestRetrying bounds all tries of a call whose context has no deadline.
const longestRetrying = 2 * time.Minute

// retry makes an idempotent call, and again where another try can help: with
// exponential pauses and jitter, never sooner than Graph asks, and giving up at
// once where the pause would reach past the context's deadline. The last real
// answer is returned, not the deadline that ended the waiting.
func (c *Client) retry(ctx context.Context, patience patience, call call, answer any) error {
	pauses := backoff.NewExponentialBackOff()
	pauses.InitialInterval = c.options.Pause
	longest := longestRetrying
	if deadline, bounded := ctx.Deadline(); bounded {
		// Never 0, which the library reads as no bound.
		longest = max(time.Until(deadline), time.Nanosecond)
	}

	var last error
	_, _ = backoff.Retry(ctx, func() (struct{}, error) {
		try, done := oneTry(ctx)
		defer done()
		last = c.once(try, call, answer)
		return struct{}{}, nextTry(last, patience)
	}, backoff.WithBackOff(pauses), backoff.WithMaxTries(c.options.Tries), backoff.WithMaxElapsedTime(longest))

	if last != nil && errors.Is(ctx.Err(), context.Canceled) {
		return c.fromHere(networkErrorOf(ctx, context.Canceled))
	}
	return last
}

// oneTry is the time that one try may take: two thirds of what is left, so that a
// call which never answers leaves time for those that come after it, but never
// so little that a slow answer has no chance.
func oneTry(ctx context.Context) (context.Context, context.CancelFunc) {
	const least = 3 * time.Second
	deadline, bounded := ctx.Deadline()
	if !bounded {
		return ctx, func() {}
	}
	return context.WithTimeout(ctx, max(time.Until(deadline)*2/3, least))
}

// nextTry wraps an error for the backoff library: permanent, to be tried after
// a pause, or after the time that Graph named.
func nextTry(err error, patience patience) error {
	if err == nil {
		return nil
	}
	again, wait := false, time.Duration(0)
	if graphError := trouble.AsError(err); graphError != nil {
		wait = graphError.RetryAfter
		switch graphError.Trouble().Class {
		case trouble.ClassLimit:
			again = wait > 0 || patience == patient && graphError.Transient
		case trouble.ClassOutage:
			again = true
		default:
			again = graphError.Transient
		}
	} else if networkError := AsNetworkError(err); networkError != nil {
		wait = networkError.RetryAfter
		switch networkError.Kind {
		case NetworkCut, NetworkTimeout, NetworkEmpty, NetworkOutage, NetworkUnreachable:
			again = true
		case NetworkLimited:
			again = wait > 0 || patience == patient
		}
	}
	switch {
	case !again:
		return backoff.Permanent(err)
	case wait > 0:
		return &backoff.RetryAfterError{Duration: wait}
	}
	return err
}
