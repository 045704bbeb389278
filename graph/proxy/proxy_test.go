package proxy_test

import (
	"errors"
	"net/url"
	"runtime"
	"strings"
	"testing"

	"latchkey/graph/proxy"
)

const graph = "https://graph.facebook.com/v25.0/me"

// TestTheProxyOfTheEnvironment: which there is, "!" and the variable for one that
// cannot be read. Source: curl.se, "Environment variables".
func TestTheProxyOfTheEnvironment(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("names of variables have no case here")
	}
	for _, test := range []struct{ environment, address, want string }{
		{"", graph, ""},
		{"HTTPS_PROXY=http://one:1", graph, "http://one:1"},
		{"HTTPS_PROXY=one:1", graph, "http://one:1"},
		{"HTTPS_PROXY=https://one", graph, "https://one"},
		{"ALL_PROXY=socks5://two:2", graph, "socks5://two:2"},
		{"all_proxy=socks5h://two:2", graph, "socks5h://two:2"},
		{"HTTPS_PROXY=http://one:1 ALL_PROXY=socks5://two:2", graph, "http://one:1"},
		{"https_proxy=http://one:1 HTTPS_PROXY=http://two:2", graph, "http://one:1"},
		{"HTTPS_PROXY= ALL_PROXY=http://two:2", graph, "http://two:2"},
		{"HTTP_PROXY=http://one:1", graph, ""},
		{"HTTPS_PROXY=http://u:p%25@one:1/", graph, "http://u:p%25@one:1/"},
		{"ALL_PROXY=http://one:1 NO_PROXY=facebook.com", graph, ""},
		{"ALL_PROXY=http://one:1 no_proxy=a.example,.facebook.com", graph, ""},
		{"ALL_PROXY=http://one:1 NO_PROXY=book.com", graph, "http://one:1"},
		{"ALL_PROXY=http://one:1", "http://127.0.0.1:8080/v25.0/me", ""},
		{"ALL_PROXY=http://one:1", "https://localhost:8200/v1", ""},
		{"HTTPS_PROXY=http://u:50%off@one:1", graph, "!HTTPS_PROXY"},
		{"HTTPS_PROXY=http://u:50%off@one:1", "http://127.0.0.1:8080/v25.0/me", ""},
		{"HTTPS_PROXY=http://u:50%off@one:1 NO_PROXY=*", graph, ""},
		{"HTTPS_PROXY=http://u:50%off@one:1 ALL_PROXY=http://two:2", graph, "!HTTPS_PROXY"},
		{"ALL_PROXY=socks4://one:1", graph, "!ALL_PROXY"},
		{"all_proxy=ftp://one:1", graph, "!all_proxy"},
		{"https_proxy=http://u:1/off@one:1", graph, "!https_proxy"},
		{"https_proxy=http://u:1#off@one:1", graph, "!https_proxy"},
		{"https_proxy=http://u:1?off@one:1", graph, "!https_proxy"},
		{"https_proxy=://", graph, "!https_proxy"},
		{"https_proxy=http://:8080", graph, "!https_proxy"},
	} {
		t.Run(test.environment+" "+test.address, func(t *testing.T) {
			for _, name := range strings.Fields("HTTP_PROXY HTTPS_PROXY ALL_PROXY NO_PROXY http_proxy https_proxy all_proxy no_proxy") {
				t.Setenv(name, "")
			}
			for assignment := range strings.FieldsSeq(test.environment) {
				name, value, _ := strings.Cut(assignment, "=")
				t.Setenv(name, value)
			}
			address, err := url.Parse(test.address)
			if err != nil {
				t.Fatal(err)
			}
			found, err := proxy.For(address)
			got := ""
			var unreadable *proxy.Unreadable
			switch {
			case errors.As(err, &unreadable):
				got = "!" + unreadable.Setting
				if strings.Contains(err.Error(), "off") {
					t.Errorf("the password is shown: %v", err)
				}
			case found != nil:
				got = found.String()
			}
			if got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}
