package batch

import (
	"context"
	"sync"
	"time"

	"latchkey/graph"
)

// Gate stands before every check of a run. A person closes and opens it, and a
// limit of Graph's keeps it closed for as long as Graph asks.
type Gate struct {
	graphs graph.Limit

	mutex  sync.Mutex
	paused chan struct{} // closed when the pause ends; nil while there is none
}

// Pause lets no further check begin. Those under way come to their end.
func (g *Gate) Pause() {
	g.mutex.Lock()
	defer g.mutex.Unlock()
	if g.paused == nil {
		g.paused = make(chan struct{})
	}
}

// Resume ends a pause.
func (g *Gate) Resume() {
	g.mutex.Lock()
	defer g.mutex.Unlock()
	if g.paused != nil {
		close(g.paused)
		g.paused = nil
	}
}

// Paused reports whether a person has paused the run.
func (g *Gate) Paused() bool {
	g.mutex.Lock()
	defer g.mutex.Unlock()
	return g.paused != nil
}

// limitedUntil is the end of a limit, the zero time where there is none.
func (g *Gate) limitedUntil() time.Time { return g.graphs.Until() }

// limit keeps the gate closed for that long, or longer if it was so already.
func (g *Gate) limit(wait time.Duration) { g.graphs.Hold(wait) }

// pass waits until the gate is open, or ctx ends.
func (g *Gate) pass(ctx context.Context) error {
	for {
		if err := g.graphs.Pass(ctx); err != nil {
			return err
		}
		g.mutex.Lock()
		paused := g.paused
		g.mutex.Unlock()
		if paused == nil {
			return nil
		}
		select {
		case <-paused:
		case <-ctx.Done():
		}
	}
}
