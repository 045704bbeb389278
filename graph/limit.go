package graph

import (
	"cmp"
	"context"
	"math/rand/v2"
	"sync"
	"time"

	"latchkey/graph/trouble"
)

// longestWait is how long a limit is waited out where nothing bounds it.
const longestWait = 2 * time.Minute

// Limit keeps calls back while Graph counts too many of them. The tokens of one
// app share its allowance, and calling on makes the wait longer, so whoever asks
// with several clients of an app gives them one Limit. Its zero value is ready;
// it is safe for concurrent use.
type Limit struct {
	Longest time.Duration                              // that one call is waited for in all; 0 for 2 min
	Now     func() time.Time                           // nil for time.Now
	Wait    func(context.Context, time.Duration) error // lets time pass; nil for Sleep
	Told    func(until time.Time)                      // hears of each pause; may be nil

	mutex sync.Mutex
	until time.Time // no call before
}

// Pass waits until calls are let through. The error is the context's.
func (l *Limit) Pass(ctx context.Context) error {
	for {
		l.mutex.Lock()
		left := l.until.Sub(l.now())
		l.mutex.Unlock()
		if left <= 0 {
			return ctx.Err()
		}
		if err := l.wait(ctx, left); err != nil {
			return err
		}
	}
}

// Hold lets no call through for that long, or longer if it was so already.
func (l *Limit) Hold(pause time.Duration) {
	l.mutex.Lock()
	until := l.now().Add(pause)
	later := until.After(l.until)
	if later {
		l.until = until
	}
	l.mutex.Unlock()
	if later && l.Told != nil {
		l.Told(until)
	}
}

// Until is when calls are let through again; the zero time where they are now.
func (l *Limit) Until() time.Time {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	if !l.until.After(l.now()) {
		return time.Time{}
	}
	return l.until
}

func (l *Limit) now() time.Time {
	if l.Now == nil {
		return time.Now()
	}
	return l.Now()
}

func (l *Limit) wait(ctx context.Context, pause time.Duration) error {
	if l.Wait == nil {
		return Sleep(ctx, pause)
	}
	return l.Wait(ctx, pause)
}

// allows reports whether a call may rest for that long, with which it has waited
// so much in all: no longer than its context lasts.
func (l *Limit) allows(ctx context.Context, rest, waited time.Duration) bool {
	if deadline, bounded := ctx.Deadline(); bounded {
		return rest < time.Until(deadline)
	}
	return waited <= cmp.Or(l.Longest, longestWait)
}

// Sleep lets time pass, and ends early with the context's error.
func Sleep(ctx context.Context, pause time.Duration) error {
	timer := time.NewTimer(pause)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// jittered spreads pauses, so that callers do not come back all at once.
func jittered(pause time.Duration) time.Duration {
	return pause/2 + rand.N(max(pause, 1))
}

// Passes reports whether a call failed for something that passes, so that the
// same call may work later: an outage, a limit, a connection that broke off.
func Passes(err error) bool {
	if graphError := trouble.AsError(err); graphError != nil {
		class := graphError.Trouble().Class
		return graphError.Transient || class == trouble.ClassLimit || class == trouble.ClassOutage
	}
	if networkError := AsNetworkError(err); networkError != nil {
		switch networkError.Kind {
		case NetworkCut, NetworkTimeout, NetworkEmpty, NetworkOutage, NetworkUnreachable, NetworkLimited:
			return true
		}
	}
	return false
}

// Limited reports whether a call failed because Graph counts too many.
func Limited(err error) bool {
	if graphError := trouble.AsError(err); graphError != nil {
		return graphError.Trouble().Class == trouble.ClassLimit
	}
	networkError := AsNetworkError(err)
	return networkError != nil && networkError.Kind == NetworkLimited
}

// RetryAfter is how long Graph asks to wait before the next call; 0 when it did
// not say.
func RetryAfter(err error) time.Duration {
	if graphError := trouble.AsError(err); graphError != nil {
		return graphError.RetryAfter
	}
	if networkError := AsNetworkError(err); networkError != nil {
		return networkError.RetryAfter
	}
	return 0
}
