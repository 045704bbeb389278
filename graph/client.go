package graph

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"time"
	"unicode"
)

const (
	// DefaultBaseURL is where Graph lives.
	DefaultBaseURL = "https://graph.facebook.com"

	maxAnswerBytes = 4 << 20
)

// ErrNotAnID says that a call was not made: what should be an id could name
// another address.
var ErrNotAnID = errors.New("this is not an id of Meta: ids have letters, digits and underscores only")

// ErrNotSendable says that a token holds a line break or the like, which no
// header can carry.
var ErrNotSendable = errors.New("the token holds characters that cannot be sent")

// Options of a client. The zero value talks to Meta.
type Options struct {
	BaseURL string        // "" for DefaultBaseURL; else a loopback address, nothing else
	Version string        // "" for DefaultVersion
	Attempt time.Duration // longest wait for one answer; 0 for 15 s
	Pause   time.Duration // first pause before asking again; 0 for 400 ms
	Tries   uint          // how often a call is made in all; 0 for 3
	// Limit is shared by clients of one app, whose calls then wait together;
	// waits that Graph names are no tries then. nil for one of the client's own.
	Limit *Limit
	// AppSecret is that of the token's app, where the app demands a proof with each
	// call. The client keeps the proof, and not the secret. Zero for none.
	AppSecret Token
}

// Client asks Graph with one token. It is safe for concurrent use; Close ends
// its idle connections.
type Client struct {
	base      *url.URL
	version   string
	token     Token
	proof     Token // that the app's secret is known; zero where none is sent
	transport *http.Transport
	options   Options
	limit     *Limit
	first     firstConnection

	mutex      sync.Mutex
	connection Connection
	leftOut    leftOut
}

// New returns a client that asks with token. It fails when the base address
// is neither Graph's nor on this computer, or the version is not of the form
// v25.0: a token is sent nowhere else than to Meta.
func New(options Options, token Token) (*Client, error) {
	options.BaseURL = cmp.Or(options.BaseURL, DefaultBaseURL)
	options.Version = cmp.Or(options.Version, DefaultVersion)
	options.Attempt = cmp.Or(options.Attempt, 15*time.Second)
	options.Pause = cmp.Or(options.Pause, 400*time.Millisecond)
	options.Tries = cmp.Or(options.Tries, 3)
	base, err := ParseBaseURL(options.BaseURL)
	if err != nil {
		return nil, err
	}
	if strings.ContainsFunc(token.Reveal(), unicode.IsControl) {
		return nil, ErrNotSendable
	}
	if !IsVersion(options.Version) {
		return nil, fmt.Errorf("%q is no Graph API version: they look like %s", options.Version, DefaultVersion)
	}
	proof := proofOf(token, options.AppSecret)
	options.AppSecret = Token{}
	return &Client{
		base:      base,
		version:   options.Version,
		token:     token,
		proof:     proof,
		options:   options,
		limit:     cmp.Or(options.Limit, &Limit{}),
		transport: newTransport(),
		first:     newFirstConnection(),
	}, nil
}

// Close ends the client's idle connections.
func (c *Client) Close() { c.transport.CloseIdleConnections() }

// Version is the Graph API version asked for, such as v25.0.
func (c *Client) Version() string { return c.version }

// Connection tells what has been learnt about the way to Graph so far.
func (c *Client) Connection() Connection {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	return c.connection
}

// call is one request: a node and its edge ("" for the node itself), a query,
// and for a POST a body that is sent as JSON, or a form.
type call struct {
	method     string
	node       ID
	edge       string
	query      url.Values
	body       any
	form       url.Values // in the body; it speaks for itself, so the client's token is not sent
	secrets    []Token    // in form or body: hidden from whatever comes back
	bearsToken bool       // the answer brings a new token, which must not be redacted
}

// get reads a node's edge into answer, asking again where that is safe and
// helps (see retry).
func (c *Client) get(ctx context.Context, node ID, edge string, query url.Values, answer any) error {
	return c.retry(ctx, impatient, call{method: http.MethodGet, node: node, edge: edge, query: query}, answer)
}

// post sends body once, never again: a message must not go out twice.
func (c *Client) post(ctx context.Context, node ID, edge string, body, answer any) error {
	return c.once(ctx, call{method: http.MethodPost, node: node, edge: edge, body: body}, answer)
}

// change makes a call that changes something, once and never again: after a network
// error it may have been done or not. An answer without "success" is none.
func (c *Client) change(ctx context.Context, call call) error {
	var answer struct {
		Success Text `json:"success"`
	}
	err := c.once(ctx, call, &answer)
	if err == nil && !answer.Success.Is("true") {
		err = c.unexpected()
	}
	return err
}

// once makes one request and reads its answer. Its error is an *Error or a
// *NetworkError, or ErrNotAnID when nothing was sent.
func (c *Client) once(ctx context.Context, call call, answer any) error {
	ctx, cancel := context.WithTimeout(ctx, c.options.Attempt)
	defer cancel()
	request, err := c.request(ctx, call)
	if err != nil {
		return err
	}
	ctx, release, err := c.first.pass(ctx)
	if err != nil {
		return c.completed(networkErrorOf(ctx, err))
	}
	defer release()

	sent := time.Now()
	// The transport is asked itself: an http.Client would follow redirects, and
	// write the address, token included, into its errors.
	response, err := c.transport.RoundTrip(request.WithContext(ctx))
	if err != nil {
		return c.completed(networkErrorOf(ctx, err))
	}
	defer func() { _ = response.Body.Close() }()
	c.learn(response, sent)

	body, err := io.ReadAll(io.LimitReader(response.Body, maxAnswerBytes+1))
	if err != nil {
		return c.completed(networkErrorOf(ctx, err))
	}
	return c.completed(readAnswer(ctx, response, body, call.bearsToken, answer, append(call.secrets, c.token, c.proof)...))
}

func (c *Client) request(ctx context.Context, call call) (*http.Request, error) {
	if !call.node.Plain() {
		return nil, fmt.Errorf("preparing the request for Graph: %w", ErrNotAnID)
	}
	address := c.base.JoinPath(c.version, string(call.node), call.edge)
	address.RawQuery = c.proven(call).Encode()
	body, contentType, err := call.content()
	if err != nil {
		return nil, fmt.Errorf("writing the request: %w", err)
	}
	request, err := http.NewRequestWithContext(ctx, call.method, address.String(), body)
	if err != nil {
		// Its own text would print the address.
		return nil, c.completed(&NetworkError{Kind: NetworkOther})
	}
	if !c.token.IsZero() && call.form == nil {
		request.Header.Set("Authorization", "Bearer "+c.token.Reveal())
	}
	request.Header.Set("Accept", "application/json")
	request.Header.Set("User-Agent", "Latchkey")
	if body != nil {
		request.Header.Set("Content-Type", contentType)
	}
	return request, nil
}

// proven is a call's query, with the proof of the app's secret where one is sent. A
// form holds the secret itself.
func (c *Client) proven(call call) url.Values {
	if c.proof.IsZero() || call.form != nil {
		return call.query
	}
	query := url.Values{"appsecret_proof": {c.proof.Reveal()}}
	maps.Copy(query, call.query)
	return query
}

// content is the request's body and its type; nil for none.
func (c call) content() (body io.Reader, contentType string, err error) {
	switch {
	case c.form != nil:
		return strings.NewReader(c.form.Encode()), "application/x-www-form-urlencoded", nil
	case c.body != nil:
		encoded, err := json.Marshal(c.body)
		return strings.NewReader(string(encoded)), "application/json", err
	}
	return nil, "", nil
}

// unexpected is the error for an answer that has no trace of what was asked for:
// JSON, but not Graph's.
func (c *Client) unexpected() error {
	return c.completed(&NetworkError{Kind: NetworkNotJSON, HTTPStatus: http.StatusOK})
}

// completed completes a network error with whom this client asked, and by which
// proxy. Other errors pass.
func (c *Client) completed(err error) error {
	networkError := AsNetworkError(err)
	if networkError == nil {
		return err
	}
	networkError.Host = c.base.Hostname()
	networkError.Issuer = Redact(networkError.Issuer, c.token)
	if host := proxyHost(c.base); host != "" {
		networkError.Proxy = host
	}
	return networkError
}
