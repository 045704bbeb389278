package graph

import (
	"context"
	"errors"
	"time"

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

// retry makes an idempotent call, and again where another try can help: with
// growing pauses and jitter, never sooner than Graph asks, and giving up at once
// where the pause would reach past the context's deadline or is longer than the
// limit allows. A limit that is met holds every call that shares it. The last
// real answer is returned, not the deadline that ended the waiting.
func (c *Client) retry(ctx context.Context, patience patience, call call, answer any) error {
	pause, waited := c.options.Pause, time.Duration(0)
	var last error
	for try := uint(1); c.limit.Pass(ctx) == nil; {
		attempt, done := oneTry(ctx)
		last = c.once(attempt, call, answer)
		done()
		if last == nil {
			return nil
		}
		asked := RetryAfter(last)
		rest := max(jittered(pause), asked)
		waited += rest
		if try == c.options.Tries || !c.worthAnother(last, patience) || !c.limit.allows(ctx, rest, waited) {
			break
		}
		if Limited(last) {
			c.limit.Hold(rest)
		} else if c.limit.wait(ctx, rest) != nil {
			break
		}
		// Who shares a limit meets it again where the others were quicker.
		if asked == 0 || !c.sharesLimit() {
			pause *= 2
			try++
		}
	}
	if last == nil || errors.Is(ctx.Err(), context.Canceled) {
		return c.completed(networkErrorOf(ctx, ctx.Err()))
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

// worthAnother reports whether another try can help.
func (c *Client) worthAnother(err error, patience patience) bool {
	if !Limited(err) || RetryAfter(err) > 0 || c.sharesLimit() {
		return Passes(err)
	}
	graphError := trouble.AsError(err)
	return patience == patient && (graphError == nil || graphError.Transient)
}

func (c *Client) sharesLimit() bool { return c.options.Limit != nil }
