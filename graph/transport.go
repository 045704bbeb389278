package graph

import (
	"context"
	"crypto/tls"
	"fmt"
	"net"
	"net/http"
	"net/http/httptrace"
	"net/url"
	"sync"
	"time"

	"latchkey/graph/proxy"
)

// newTransport is one client's connections: this system's roots, TLS 1.2 at
// least, the system's proxy settings, and no way to turn checking off.
func newTransport() *http.Transport {
	return &http.Transport{
		Proxy:                  func(request *http.Request) (*url.URL, error) { return proxy.For(request.URL) },
		DialContext:            (&net.Dialer{Timeout: 10 * time.Second, KeepAlive: 30 * time.Second}).DialContext,
		TLSClientConfig:        &tls.Config{MinVersion: tls.VersionTLS12},
		TLSHandshakeTimeout:    10 * time.Second,
		ForceAttemptHTTP2:      true,
		MaxIdleConnsPerHost:    8,
		MaxConnsPerHost:        8,
		IdleConnTimeout:        30 * time.Second,
		MaxResponseHeaderBytes: 256 << 10,
		// A connection that died while the computer slept is noticed, not waited on.
		HTTP2: &http.HTTP2Config{SendPingTimeout: 5 * time.Second, PingTimeout: 5 * time.Second},
		OnProxyConnectResponse: func(_ context.Context, _ *url.URL, _ *http.Request, response *http.Response) error {
			if response.StatusCode != http.StatusOK {
				return &proxyRefusal{status: response.StatusCode}
			}
			return nil
		},
	}
}

// proxyRefusal is a proxy that would not let the connection through.
type proxyRefusal struct{ status int }

func (r *proxyRefusal) Error() string {
	return fmt.Sprintf("the proxy answered with status %d", r.status)
}

// proxyHost is the host of the proxy on the way to an address, "" for none.
func proxyHost(address *url.URL) string {
	found, err := proxy.For(address)
	if err != nil || found == nil {
		return ""
	}
	return found.Host
}

// firstConnection lets the first call through alone until it has a connection,
// so that calls made together share one HTTP/2 connection where it is offered
// instead of shaking hands several times. Without HTTP/2 the others then open
// connections of their own.
type firstConnection struct {
	turn chan struct{} // holds one entry until the first call has passed
	open chan struct{} // closed once a connection was had, or failed
	once *sync.Once
}

func newFirstConnection() firstConnection {
	turn := make(chan struct{}, 1)
	turn <- struct{}{}
	return firstConnection{turn: turn, open: make(chan struct{}), once: &sync.Once{}}
}

// pass waits for this call's turn. The function returned must be called when
// the call has ended, however it ended.
func (f firstConnection) pass(ctx context.Context) (context.Context, func(), error) {
	opened := func() { f.once.Do(func() { close(f.open) }) }
	select {
	case <-f.turn:
		trace := &httptrace.ClientTrace{GotConn: func(httptrace.GotConnInfo) { opened() }}
		return httptrace.WithClientTrace(ctx, trace), opened, nil
	case <-f.open:
		return ctx, func() {}, nil
	case <-ctx.Done():
		return ctx, func() {}, ctx.Err()
	}
}

// Connection is what is known about the way to Graph.
type Connection struct {
	Answered   bool      // something answered with HTTP
	ServerTime time.Time // Graph's clock when Answered was last learnt, from the Date header; zero if absent
	LocalTime  time.Time // this computer's clock at that moment
	Version    string    // facebook-api-version header: which version answered
	Issuer     string    // who signed the certificate; "" without TLS
	Inspected  bool      // that issuer is a filter or scanner on this computer or network
	Proxy      string    // host of the proxy on the way, "" for none
}

// Skew is how far this computer's clock runs ahead of Graph's; known is false
// when Graph sent no Date.
func (c Connection) Skew() (skew time.Duration, known bool) {
	if c.ServerTime.IsZero() {
		return 0, false
	}
	return c.LocalTime.Sub(c.ServerTime), true
}

// Now is the moment given by this computer's clock, as Graph's clock would
// give it.
func (c Connection) Now(local time.Time) time.Time {
	skew, known := c.Skew()
	if !known {
		return local
	}
	return local.Add(-skew)
}

// learn keeps what the headers of an answer tell.
func (c *Client) learn(response *http.Response, sent time.Time) {
	received := time.Now()
	c.mutex.Lock()
	defer c.mutex.Unlock()
	connection := &c.connection
	connection.Answered = true
	if date, err := http.ParseTime(response.Header.Get("Date")); err == nil {
		connection.ServerTime = date
		// The answer's date was written somewhere between asking and hearing.
		connection.LocalTime = sent.Add(received.Sub(sent) / 2)
	}
	if version := response.Header.Get("Facebook-Api-Version"); IsVersion(version) {
		connection.Version = version
	}
	connection.Proxy = proxyHost(c.base)
	if response.TLS != nil && len(response.TLS.PeerCertificates) > 0 {
		leaf := response.TLS.PeerCertificates[0]
		connection.Issuer = Redact(issuerName(leaf), c.token)
		connection.Inspected = inspects(connection.Issuer)
	}
}
