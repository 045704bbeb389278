package graph

import (
	"bufio"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"latchkey/graph/value/valuetest"
)

// proxied returns a client of the real address whose way goes through a proxy
// on this computer, which answers every CONNECT with answer and hangs up.
func proxied(t *testing.T, answer string) (*Client, string, *atomic.Int32) {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	var connects atomic.Int32
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
				connects.Add(1)
				if request.Method != http.MethodConnect || request.Host != "graph.facebook.com:443" {
					t.Errorf("the proxy is asked for %s %s", request.Method, request.Host)
				}
				if request.Header.Get("Authorization") != "" {
					t.Error("the proxy is given the token")
				}
				_, _ = io.WriteString(connection, answer)
			})
		}
	})
	t.Cleanup(func() {
		_ = listener.Close()
		connections.Wait()
	})
	address := listener.Addr().String()
	setProxy(t, "http://user:secret-of-the-proxy@"+address, "")
	return clientOf(t, DefaultBaseURL, quick), address, &connects
}

// setProxy changes the environment.
func setProxy(t *testing.T, proxy, noProxy string) {
	t.Helper()
	for name, value := range map[string]string{"HTTP_PROXY": proxy, "HTTPS_PROXY": proxy, "ALL_PROXY": "", "NO_PROXY": noProxy} {
		t.Setenv(name, value)
		t.Setenv(strings.ToLower(name), value)
	}
}

func TestProxyTroubles(t *testing.T) {
	for _, test := range []struct {
		name, answer string
		want         NetworkKind
		status       int
	}{
		{"asks for a password", "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic\r\nContent-Length: 0\r\n\r\n", NetworkProxyPassword, 407},
		{"cannot reach Meta", "HTTP/1.1 502 Bad Gateway\r\n\r\n<html>" + valuetest.MadeUp, NetworkProxy, 502},
		{"will not reach Meta", "HTTP/1.1 403 " + valuetest.MadeUp + "\r\n\r\n", NetworkProxy, 403},
		{"speaks something else", "220 mail.example ESMTP\r\n", NetworkNotJSON, 0},
	} {
		t.Run(test.name, func(t *testing.T) {
			client, address, connects := proxied(t, test.answer)
			_, err := client.Me(t.Context())
			if kind := kindOf(t, err); kind != test.want {
				t.Errorf("kind is %s, want %s", kind, test.want)
			}
			networkError := AsNetworkError(err)
			if networkError.Proxy != address || networkError.HTTPStatus != test.status || networkError.Host != "graph.facebook.com" {
				t.Errorf("got %+v", networkError)
			}
			if connects.Load() != 1 {
				t.Errorf("the proxy was asked %d times", connects.Load())
			}
			shown := fmt.Sprintf("%v %+v", err, networkError)
			valuetest.MustHide(t, shown)
			if strings.Contains(shown, "secret-of-the-proxy") {
				t.Error("the proxy's password is shown")
			}
		})
	}
}

func TestProxyThatIsNotThere(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	setProxy(t, "http://"+listener.Addr().String(), "")
	_ = listener.Close()
	client := clientOf(t, DefaultBaseURL, quick)
	_, err = client.Me(t.Context())
	if kind := kindOf(t, err); kind != NetworkProxy {
		t.Errorf("kind is %s", kind)
	}
}

// TestAProxyThatCannotBeRead: the token does not go around it, and neither the
// proxy's password nor anything else of the setting is shown.
func TestAProxyThatCannotBeRead(t *testing.T) {
	for _, setting := range []string{"http://u:50%off@proxy:8080", "socks4://u:50off@proxy:1080", "http://u:1/50off@proxy:8080", "50off@"} {
		setProxy(t, setting, "")
		client, err := New(quick, NewToken(valuetest.MadeUp))
		if err != nil {
			t.Fatal(err)
		}
		var dialled recorder
		dialled.refuse(client)
		_, err = client.Me(t.Context())
		if kind := kindOf(t, err); kind != NetworkProxySetting {
			t.Errorf("%s: kind is %s", setting, kind)
		}
		if told := AsNetworkError(err).Proxy; told != "https_proxy" {
			t.Errorf("%s: it names %s", setting, told)
		}
		if len(dialled.addresses) != 0 {
			t.Errorf("%s: dialled %v", setting, dialled.addresses)
		}
		client.Close()
	}
}

// TestAProcessHasTheProxyOfItsEnvironment: of the one it was started with.
func TestAProcessHasTheProxyOfItsEnvironment(t *testing.T) {
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	for noProxy, want := range map[string]string{"": "http://proxy.example:3128", "graph.facebook.com": "<nil>"} {
		setProxy(t, "http://proxy.example:3128", noProxy)
		t.Setenv(childAsks, DefaultBaseURL)
		got, err := exec.CommandContext(t.Context(), program).Output()
		if err != nil || string(got) != want {
			t.Errorf("NO_PROXY=%s: the proxy is %s (%v)", noProxy, got, err)
		}
	}
}

func TestWhichWayGoesThroughTheProxy(t *testing.T) {
	const proxy = "http://proxy.example:3128"
	for _, test := range []struct {
		proxy, noProxy, address, want string
	}{
		{proxy, "", DefaultBaseURL, "proxy.example:3128"},
		{proxy, "graph.facebook.com", DefaultBaseURL, ""},
		{proxy, ".facebook.com,example.org", DefaultBaseURL, ""},
		{proxy, "*", DefaultBaseURL, ""},
		{proxy, "", "http://127.0.0.1:8080", ""},
		{proxy, "", "http://localhost:8080", ""},
		{"", "", DefaultBaseURL, ""},
	} {
		setProxy(t, test.proxy, test.noProxy)
		address, err := url.Parse(test.address)
		if err != nil {
			t.Fatal(err)
		}
		if got := proxyHost(address); got != test.want {
			t.Errorf("%+v: proxy is %q", test, got)
		}
	}
}
