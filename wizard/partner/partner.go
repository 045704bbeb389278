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
	// graph.Sleep.
	Wait func(context.Context, time.Duration) error
	// Paused hears until when Graph asked to wait; may be nil.
	Paused func(until time.Time)
}

func (b BusinessTokens) now() time.Time {
	if b.Now == nil {
		return time.Now()
	}
	return b.Now()
}
