package partner

import (
	"context"
	"errors"
	"sync"
	"time"

	"latchkey/graph"
)

// CodeLife is how long a code of Embedded Signup is good
// (developers.facebook.com: whatsapp/embedded-signup).
const CodeLife = 30 * time.Second

// ErrIncomplete says that something that a code is exchanged with is not there.
var ErrIncomplete = errors.New("app ID, app secret and code are needed to exchange a code")

// Exchange is the way from an app and its secret to one business token. Once a
// code is there, half a minute is left, so all else is got ready first: app and
// secret, the keychain proved, the way to Graph tried.
//
// The secret is used for one call, whatever comes of it, and then forgotten.
type Exchange struct {
	tokens BusinessTokens

	mutex  sync.Mutex
	app    graph.ID
	secret graph.Token
	client *graph.Client // used again within half a minute, it saves a new connection
	began  time.Time     // of the half minute; zero before
}

// NewExchange begins without anything. Close it when the page is left.
func (b BusinessTokens) NewExchange() *Exchange { return &Exchange{tokens: b} }

// SetApp takes the app's id as it was typed.
func (e *Exchange) SetApp(text string) Fault {
	id, fault := ReadID(text)
	e.mutex.Lock()
	defer e.mutex.Unlock()
	e.app = id
	return fault
}

// App is the app that was set.
func (e *Exchange) App() graph.ID {
	e.mutex.Lock()
	defer e.mutex.Unlock()
	return e.app
}

// SetSecret takes the app's secret as it was typed. It lives in memory until
// Run or Close.
func (e *Exchange) SetSecret(text string) Fault {
	secret, fault := ReadAppSecret(text)
	e.mutex.Lock()
	defer e.mutex.Unlock()
	e.secret = secret
	return fault
}

// Prepare proves that a token could be kept, and tries the way to Graph, asking
// it something that needs no token: a proxy or a missing network shows before
// the half minute runs. The error is the vault's or a
// *graph.NetworkError.
func (e *Exchange) Prepare(ctx context.Context) error {
	if err := e.tokens.Vault.Prove(ctx); err != nil {
		return err
	}
	client, err := e.open()
	if err != nil {
		return err
	}
	// Without a token Graph refuses, and that is an answer.
	if _, err := client.Me(ctx); graph.AsNetworkError(err) != nil {
		return err
	}
	return nil
}

func (e *Exchange) open() (*graph.Client, error) {
	e.mutex.Lock()
	defer e.mutex.Unlock()
	if e.client == nil {
		client, err := graph.New(e.tokens.Graph, graph.Token{})
		if err != nil {
			return nil, err
		}
		e.client = client
	}
	return e.client, nil
}

// Begin starts the half minute: the person presses Finish in Embedded Signup,
// or says that the code is there. Beginning again starts it anew.
func (e *Exchange) Begin() {
	e.mutex.Lock()
	defer e.mutex.Unlock()
	e.began = e.tokens.now()
}

// Left is what is left of the half minute, to be shown; running is false before
// Begin and after Run. Meta's clock decides, so a code can be exchanged with
// nothing left too.
func (e *Exchange) Left() (left time.Duration, running bool) {
	e.mutex.Lock()
	defer e.mutex.Unlock()
	if e.began.IsZero() {
		return CodeLife, false
	}
	return max(0, CodeLife-e.tokens.now().Sub(e.began)), true
}

// Run exchanges the code, once: after an error a new code is needed, and the
// secret has to be typed again. ExchangeReason says what an error means.
func (e *Exchange) Run(ctx context.Context, code Code) (graph.IssuedToken, error) {
	client, err := e.open()
	if err != nil {
		return graph.IssuedToken{}, err
	}
	app, secret, ready := e.take(code)
	if !ready {
		return graph.IssuedToken{}, ErrIncomplete
	}
	return client.ExchangeCode(ctx, app, secret, code.Token)
}

// take hands out what an exchange needs and forgets the secret, so that a
// second press of the button sends nothing.
func (e *Exchange) take(code Code) (app graph.ID, secret graph.Token, ready bool) {
	e.mutex.Lock()
	defer e.mutex.Unlock()
	if e.app == "" || e.secret.IsZero() || code.IsZero() {
		return "", graph.Token{}, false
	}
	secret, e.secret, e.began = e.secret, graph.Token{}, time.Time{}
	return e.app, secret, true
}

// Close forgets the secret and ends the connection.
func (e *Exchange) Close() {
	e.mutex.Lock()
	defer e.mutex.Unlock()
	e.secret, e.began = graph.Token{}, time.Time{}
	if e.client != nil {
		e.client.Close()
		e.client = nil
	}
}
