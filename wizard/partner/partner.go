// Package partner gets business tokens, with which a Tech Provider or solution
// partner works for its customers: by the code of an Embedded Signup, or from a
// Multi-Partner Solution, one customer at a time or many.
//
// What was asked for goes into the keychain; an app secret or a code is used
// for one call and kept nowhere. No sentence is written here: a Reason carries
// the id of its words.
package partner

import (
	"context"
	"time"

	"latchkey/graph"
	"latchkey/wizard/vault"
)

// BusinessTokens is where business tokens are got: Graph, and the keychain that they go
// to. Its methods may be called from any goroutine, and wait.
type BusinessTokens struct {
	Graph graph.Options
	Vault *vault.Vault
	Now   func() time.Time // nil for time.Now
	// Wait lets time pass, and ends early with the context's error; nil for
	// real time.
	Wait func(context.Context, time.Duration) error
	// Paused hears until when Graph asked to wait; may be nil.
	Paused func(until time.Time)
}

func (o BusinessTokens) now() time.Time {
	if o.Now == nil {
		return time.Now()
	}
	return o.Now()
}

func (o BusinessTokens) wait(ctx context.Context, pause time.Duration) error {
	if o.Wait != nil {
		return o.Wait(ctx, pause)
	}
	timer := time.NewTimer(pause)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
