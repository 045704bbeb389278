package shell

import (
	"context"
	"sync"
)

// Life is how long background work is of use to somebody. When it ends, so does
// the work's context, and nothing more is shown of what the work finds.
type Life struct {
	shell *Shell
	ctx   context.Context
}

// WhileOpen lasts as long as the window.
func (s *Shell) WhileOpen() Life { return Life{s, s.ctx} }

// OnPage lasts as long as the page that is shown.
func (s *Shell) OnPage() Life { return Life{s, s.here} }

// Until is a life that stop ends before this one does.
func (l Life) Until() (shorter Life, stop context.CancelFunc) {
	ctx, stop := context.WithCancel(l.ctx)
	return Life{l.shell, ctx}, stop
}

// Context ends with the life.
func (l Life) Context() context.Context { return l.ctx }

// Over reports whether it has ended.
func (l Life) Over() bool { return l.ctx.Err() != nil }

// Background does work off the window's goroutine and hands its result to then
// on it. Work takes what it needs as values and returns what it found: it must
// touch nothing that is drawn.
func Background[T any](life Life, work func(context.Context) T, then func(T)) {
	Try(life, func(ctx context.Context) (T, error) { return work(ctx), nil }, func(result T, _ error) { then(result) })
}

// Try is Background for work that may fail.
func Try[T any](life Life, work func(context.Context) (T, error), then func(T, error)) {
	Follow(life, func(ctx context.Context, _ func(struct{})) (T, error) { return work(ctx) }, nil, then)
}

// Follow is Try for work that reports on its way. What it reports comes to each
// on the window's goroutine, in order; several at a time where they come faster
// than they are drawn. then may be nil.
func Follow[R, T any](life Life, work func(ctx context.Context, report func(R)) (T, error), each func([]R), then func(T, error)) {
	var waiting queue[R]
	report := func(one R) {
		if waiting.add(one) {
			life.show(func() { each(waiting.take()) })
		}
	}
	life.shell.work.Go(func() {
		result, err := work(life.ctx, report)
		if then != nil {
			life.show(func() { then(result, err) })
		}
	})
}

// show calls a function on the window's goroutine, unless the life is over by
// then.
func (l Life) show(act func()) {
	if l.Over() {
		return
	}
	l.shell.options.Do(func() {
		if !l.Over() {
			act()
		}
	})
}

// queue is what was reported and is not yet taken.
type queue[R any] struct {
	mutex   sync.Mutex
	waiting []R
}

// add reports whether the queue was empty, so that somebody must be sent for it.
func (q *queue[R]) add(one R) bool {
	q.mutex.Lock()
	defer q.mutex.Unlock()
	q.waiting = append(q.waiting, one)
	return len(q.waiting) == 1
}

func (q *queue[R]) take() []R {
	q.mutex.Lock()
	defer q.mutex.Unlock()
	taken := q.waiting
	q.waiting = nil
	return taken
}

// OpenInBrowser opens an address where the person can see it, and tells then
// whether that went well.
func (s *Shell) OpenInBrowser(address string, then func(error)) {
	browser := s.options.Browser
	Background(s.WhileOpen(), func(ctx context.Context) error { return browser.Open(ctx, address) }, func(err error) {
		if err == nil {
			s.opened[address] = true
		}
		then(err)
	})
}

// WasOpened tells whether an address was opened in the browser since the window was. No system
// tells whether its tab is still there.
func (s *Shell) WasOpened(address string) bool { return s.opened[address] }
