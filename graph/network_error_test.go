package graph

import (
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"

	"latchkey/graph/value/valuetest"
)

// Whatever happens on the way, the person is told which, and never that the
// token is bad.
func TestNetworkTroublesAreToldApart(t *testing.T) {
	write := func(text string) func(net.Conn) {
		return func(connection net.Conn) { _, _ = io.WriteString(connection, text) }
	}
	for _, test := range []struct {
		name  string
		fault func(net.Conn)
		want  NetworkKind
		tries int32
	}{
		{"cut before the headers", func(net.Conn) {}, NetworkCut, 3},
		{"cut in the headers", write("HTTP/1.1 200 OK\r\nContent-Ty"), NetworkCut, 3},
		{"cut in the body", write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"id\":"), NetworkCut, 3},
		{"cut in a chunk", write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n20\r\n{\"id\":"), NetworkCut, 3},
		{"reset", func(connection net.Conn) { _ = connection.(*net.TCPConn).SetLinger(0) }, NetworkCut, 3},
		{"garbage", write("\x00\x01\x02 not HTTP at all " + valuetest.MadeUp + "\r\n\r\n"), NetworkNotJSON, 1},
		{"garbage in the headers", write("HTTP/1.1 200 OK\r\n" + valuetest.MadeUp + "\r\n\r\n"), NetworkCut, 3},
		{"garbage for a length", write("HTTP/1.1 200 OK\r\nContent-Length: " + valuetest.MadeUp + "\r\n\r\n"), NetworkNotJSON, 1},
		{"garbage for a chunk", write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}"), NetworkNotJSON, 1},
		{"garbage for gzip", write("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 20\r\n\r\n{\"id\":\"1234567890\"}"), NetworkNotJSON, 1},
		{"endless headers", write("HTTP/1.1 200 OK\r\n" + strings.Repeat("X-A: "+strings.Repeat("a", 1000)+"\r\n", 400)), NetworkNotJSON, 1},
		{"a length over the limit", func(connection net.Conn) {
			_, _ = fmt.Fprintf(connection, "HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n{\"a\":\"", 1<<40)
			fill(connection, 5<<20)
		}, NetworkTooLarge, 1},
		{"an endless body", func(connection net.Conn) {
			_, _ = io.WriteString(connection, "HTTP/1.1 200 OK\r\n\r\n")
			fill(connection, 1<<40)
		}, NetworkTooLarge, 1},
		{"a little that unpacks to much", func(connection net.Conn) {
			_, _ = io.WriteString(connection, "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n")
			packer := gzip.NewWriter(connection)
			fill(packer, 64<<20)
			_ = packer.Close()
		}, NetworkTooLarge, 1},
		{"nothing", write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"), NetworkEmpty, 3},
		{"only spaces", write("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n \r\n"), NetworkEmpty, 3},
		{"no content", write("HTTP/1.1 204 No Content\r\n\r\n"), NetworkEmpty, 3},
		{"a login page", write("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n\n <!DOCTYPE html><title>Wi-Fi</title>"), NetworkPortal, 1},
		{"a login page for a refusal", write("HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n<html>blocked</html>"), NetworkPortal, 1},
		{"a page that must be paid for", write("HTTP/1.1 511 Network Authentication Required\r\nConnection: close\r\n\r\n<html>log in</html>"), NetworkPortal, 1},
		{"text", write("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nhello"), NetworkNotJSON, 1},
		{"half of JSON", write("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n{\"id\":\"1\""), NetworkNotJSON, 1},
		{"more than JSON", write("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n{\"id\":\"1\"}{}"), NetworkNotJSON, 1},
		{"JSON of no object", write("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n[1]"), NetworkNotJSON, 1},
		{"null", write("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nnull"), NetworkNotJSON, 1},
		{"an empty object", write("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n{}"), NetworkNotJSON, 1},
		{"somebody else's object", write("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n{\"status\":\"login required\"}"), NetworkNotJSON, 1},
		{"somebody else's refusal", write("HTTP/1.1 401 Unauthorized\r\nConnection: close\r\n\r\n{\"error\":\"unauthorized\"}"), NetworkNotJSON, 1},
		{"a gateway's error without a code", write("HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n{\"error\":{\"message\":\"blocked by policy\"}}"), NetworkNotJSON, 1},
		{"an outage without Graph's words", write("HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\n\r\nbusy"), NetworkOutage, 3},
		{"an outage told by a page", write("HTTP/1.1 502 Bad Gateway\r\nConnection: close\r\n\r\n<html>bad gateway</html>"), NetworkOutage, 3},
		{"a limit without Graph's words", write("HTTP/1.1 429 Too Many Requests\r\nConnection: close\r\n\r\nslow down"), NetworkLimited, 1},
		{"a proxy's password", write("HTTP/1.1 407 Proxy Authentication Required\r\nConnection: close\r\n\r\n"), NetworkProxyPassword, 1},
	} {
		t.Run(test.name, func(t *testing.T) {
			client, requests := injecting(t, quick, test.fault)
			_, err := client.Me(within(t, 20*time.Second))
			if kind := kindOf(t, err); kind != test.want {
				t.Errorf("kind is %s, want %s", kind, test.want)
			}
			if requests.Load() != test.tries {
				t.Errorf("asked %d times, want %d", requests.Load(), test.tries)
			}
			valuetest.MustHide(t, fmt.Sprintf("%v %+v %#v", err, err, AsNetworkError(err)))
		})
	}
}

// fill writes much until it is enough or the other side has hung up.
func fill(to io.Writer, much int) {
	block := make([]byte, 64<<10)
	for i := range block {
		block[i] = 'a'
	}
	for written := 0; written < much; written += len(block) {
		if _, err := to.Write(block); err != nil {
			return
		}
	}
}

func TestNoAnswerInTime(t *testing.T) {
	silent := func(connection net.Conn) { _, _ = connection.Read(make([]byte, 1)) }
	dribbling := func(connection net.Conn) {
		_, _ = io.WriteString(connection, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{")
		silent(connection)
	}
	for name, fault := range map[string]func(net.Conn){"silent": silent, "stops in the body": dribbling} {
		t.Run(name, func(t *testing.T) {
			client, requests := injecting(t, Options{Pause: time.Millisecond, Attempt: 50 * time.Millisecond}, fault)
			_, err := client.Me(within(t, 20*time.Second))
			if kind := kindOf(t, err); kind != NetworkTimeout {
				t.Errorf("kind is %s", kind)
			}
			if !errors.Is(err, context.DeadlineExceeded) {
				t.Error("errors.Is does not see the deadline")
			}
			if requests.Load() != 3 {
				t.Errorf("asked %d times, want 3", requests.Load())
			}

			client, _ = injecting(t, Options{}, fault)
			started := time.Now()
			_, err = client.Me(within(t, 100*time.Millisecond))
			if kind := kindOf(t, err); kind != NetworkTimeout {
				t.Errorf("with a deadline for the whole, kind is %s", kind)
			}
			if took := time.Since(started); took > 30*time.Second {
				t.Errorf("took %v with 100 ms given", took)
			}
		})
	}
}

func TestNobodyListens(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	address := listener.Addr().String()
	_ = listener.Close()
	client := clientOf(t, "http://"+address, quick)
	_, err = client.Me(t.Context())
	if kind := kindOf(t, err); kind != NetworkRefused {
		t.Errorf("kind is %s", kind)
	}
	if host := AsNetworkError(err).Host; host != "127.0.0.1" {
		t.Errorf("host is %q", host)
	}
}

// What a dialler reports without any network to try it on.
func TestDiallingTroubles(t *testing.T) {
	dial := func(err error) error { return &net.OpError{Op: "dial", Net: "tcp", Err: err} }
	for _, test := range []struct {
		err  error
		want NetworkKind
	}{
		{dial(&net.DNSError{Err: "no such host", Name: "graph.facebook.com", IsNotFound: true}), NetworkNoDNS},
		{dial(&net.DNSError{Err: "server misbehaving", Name: "graph.facebook.com", IsTemporary: true}), NetworkNoDNS},
		{dial(&net.DNSError{Err: "i/o timeout", Name: "graph.facebook.com", IsTimeout: true}), NetworkTimeout},
		{dial(unreachableErrnos[0]), NetworkUnreachable},
		{dial(unreachableErrnos[1]), NetworkUnreachable},
		{dial(refusedErrnos[1]), NetworkRefused},
		{dial(timeoutErrnos[0]), NetworkTimeout},
		{dial(errors.New("the moon is in the way")), NetworkOther},
	} {
		client := clientOf(t, DefaultBaseURL, quick)
		client.transport.DialContext = func(context.Context, string, string) (net.Conn, error) { return nil, test.err }
		_, err := client.Me(t.Context())
		if kind := kindOf(t, err); kind != test.want {
			t.Errorf("%v: kind is %s, want %s", test.err, kind, test.want)
		}
	}
}

func TestStoppedByThePerson(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	client, requests := injecting(t, Options{}, func(connection net.Conn) {
		cancel()
		_, _ = connection.Read(make([]byte, 1))
	})
	started := time.Now()
	_, err := client.Me(ctx)
	if kind := kindOf(t, err); kind != NetworkCanceled || !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	if requests.Load() != 1 || time.Since(started) > 30*time.Second {
		t.Errorf("asked %d times in %v", requests.Load(), time.Since(started))
	}
}

// A redirect is a captive portal's, or an attempt to have the token carried
// elsewhere: it is never followed.
func TestRedirectsAreNotFollowed(t *testing.T) {
	var dialled recorder
	elsewhere, visits := answering(t, quick, func(http.ResponseWriter, *http.Request) {})
	for _, location := range []string{elsewhere.base.String() + "/?t=" + valuetest.MadeUp, "https://portal.invalid/login", "/v25.0/other", "http://[::bad", ""} {
		for _, status := range []int{301, 302, 303, 307, 308, 300} {
			client, calls := answering(t, quick, func(w http.ResponseWriter, _ *http.Request) {
				w.Header()["Location"] = []string{location}
				w.WriteHeader(status)
			})
			dialled.watch(client)
			_, err := client.Me(t.Context())
			if kind := kindOf(t, err); kind != NetworkPortal {
				t.Errorf("%d to %s: kind is %s", status, location, kind)
			}
			valuetest.MustHide(t, fmt.Sprintf("%+v", err))
			if calls.Load() != 1 {
				t.Errorf("%d to %s: asked %d times", status, location, calls.Load())
			}
			dialled.mustBeOnly(t, client.base.Host)
		}
	}
	if visits.Load() != 0 {
		t.Error("the other host was visited")
	}
}
