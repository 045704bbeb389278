package graph

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"go.uber.org/goleak"

	"latchkey/graph/proxy"
	"latchkey/graph/trouble"
	"latchkey/graph/value/valuetest"
)

// childAsks, when set, makes this program print which proxy leads to the address
// and end.
const childAsks = "LATCHKEY_TEST_PROXY_FOR"

func TestMain(m *testing.M) {
	if text := os.Getenv(childAsks); text != "" {
		address, err := url.Parse(text)
		if err != nil {
			panic(err)
		}
		found, err := proxy.For(address)
		if err != nil {
			panic(err)
		}
		fmt.Print(found)
		return
	}
	goleak.VerifyTestMain(m)
}

// quick keeps tests short where a fault makes the client ask again.
var quick = Options{Pause: time.Millisecond, Attempt: 5 * time.Second}

// clientOf returns a client of the Graph at address that asks with a made-up
// token.
func clientOf(t *testing.T, address string, options Options) *Client {
	t.Helper()
	options.BaseURL = address
	client, err := New(options, NewToken(valuetest.MadeUp))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(client.Close)
	return client
}

// answering returns a client of a server that gives every call to handler, and
// the count of calls.
func answering(t *testing.T, options Options, handler http.HandlerFunc) (*Client, *atomic.Int32) {
	t.Helper()
	var calls atomic.Int32
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		calls.Add(1)
		handler(w, r)
	}))
	t.Cleanup(server.Close)
	return clientOf(t, server.URL, options), &calls
}

// saying returns a client of a server that always answers with status and body.
func saying(t *testing.T, status int, body string) *Client {
	t.Helper()
	client, _ := answering(t, quick, func(w http.ResponseWriter, _ *http.Request) {
		w.WriteHeader(status)
		_, _ = io.WriteString(w, body)
	})
	return client
}

// injecting returns a client of a listener that reads one request from each
// connection and leaves the rest to fault, and the count of requests.
func injecting(t *testing.T, options Options, fault func(net.Conn)) (*Client, *atomic.Int32) {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	var requests atomic.Int32
	var connections sync.WaitGroup
	connections.Go(func() {
		for {
			connection, err := listener.Accept()
			if err != nil {
				return
			}
			connections.Go(func() {
				defer func() { _ = connection.Close() }()
				request, err := http.ReadRequest(bufio.NewReader(connection))
				if err != nil {
					return
				}
				_, _ = io.Copy(io.Discard, request.Body)
				requests.Add(1)
				fault(connection)
			})
		}
	})
	t.Cleanup(func() {
		_ = listener.Close()
		connections.Wait()
	})
	return clientOf(t, "http://"+listener.Addr().String(), options), &requests
}

// kindOf fails the test unless err is a network error, and gives its kind.
func kindOf(t *testing.T, err error) NetworkKind {
	t.Helper()
	networkError := AsNetworkError(err)
	if networkError == nil {
		t.Fatalf("got %v, want a network error", err)
	}
	if trouble.AsError(err) != nil {
		t.Fatalf("a network error is also one of Graph's: %v", err)
	}
	return networkError.Kind
}

func within(t *testing.T, limit time.Duration) context.Context {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), limit)
	t.Cleanup(cancel)
	return ctx
}
