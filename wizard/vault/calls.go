package vault

import (
	"context"
	"errors"
	"fmt"
	"sync/atomic"
	"time"
)

// maxUnanswered is how many calls to one keychain may hang at once. Each holds a
// goroutine until the keychain answers or the program ends, because go-keyring
// takes no context and its calls cannot be stopped from outside. Beyond it,
// calls fail at once.
const maxUnanswered = 8

// queue is where the calls to one keychain wait for their turn. They go one at
// a time, because go-keyring's prompts share one D-Bus connection and would
// take each other's answers; but one given up no longer keeps the next one
// waiting.
type queue struct {
	turn       chan struct{}
	unanswered atomic.Int32
}

func newQueue() *queue { return &queue{turn: make(chan struct{}, 1)} }

// systemQueue is the queue of this system's keychain, for all vaults on it: the
// connection that go-keyring uses is one for the whole process.
var systemQueue = newQueue()

func (systemKeychain) queue() *queue { return systemQueue }

// queueOf is the queue that a keychain brings along, else a new one.
func queueOf(keychain Keychain) *queue {
	if queued, ok := keychain.(interface{ queue() *queue }); ok {
		return queued.queue()
	}
	return newQueue()
}

// calls makes a vault's keychain calls in their turn, each on a goroutine of its
// own with a deadline.
type calls struct {
	*queue
	deadline time.Duration
}

type answer struct {
	secret string
	err    error
}

// ask runs call and returns its answer. When the deadline passes or ctx ends
// first, it returns an error of reason Timeout or Canceled, and call runs on by
// itself; late, if not nil, is run once it has ended.
func (c calls) ask(ctx context.Context, call func() (string, error), late func()) (string, error) {
	if c.unanswered.Load() >= maxUnanswered {
		return "", &Error{Reason: Timeout, Err: fmt.Errorf("%d earlier calls are still unanswered", maxUnanswered)}
	}
	waiting, stopWaiting := context.WithTimeout(ctx, c.deadline)
	defer stopWaiting()
	select {
	case c.turn <- struct{}{}:
		defer func() { <-c.turn }()
	case <-waiting.Done():
		return "", givenUp(waiting.Err())
	}

	running, stopRunning := context.WithTimeout(ctx, c.deadline)
	defer stopRunning()
	if running.Err() != nil {
		return "", givenUp(running.Err())
	}
	answers, leftAlone := make(chan answer), make(chan struct{})
	go func() {
		secret, err := survive(call)
		select {
		case answers <- answer{secret, err}:
		case <-leftAlone:
			c.unanswered.Add(-1)
			if late != nil {
				late()
			}
		}
	}()
	select {
	case got := <-answers:
		return got.secret, got.err
	case <-running.Done():
		c.unanswered.Add(1)
		close(leftAlone)
		return "", givenUp(running.Err())
	}
}

func givenUp(err error) error {
	if errors.Is(err, context.Canceled) {
		return &Error{Reason: Canceled, Err: err}
	}
	return &Error{Reason: Timeout, Err: err}
}

// survive turns a panic of call into an error: go-keyring 0.2.8 reads the
// answer to a prompt without looking whether the D-Bus connection was closed
// instead, and then follows a nil pointer.
func survive(call func() (string, error)) (secret string, err error) {
	defer func() {
		if problem := recover(); problem != nil {
			secret, err = "", &Error{Reason: NoService, Err: errors.New("the connection to the keychain broke off")}
		}
	}()
	return call()
}
