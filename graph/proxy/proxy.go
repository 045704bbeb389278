// Package proxy reads which proxy leads to an address: from the environment as
// curl reads it, else from the system's own settings where there are such.
package proxy

import (
	"cmp"
	"net/url"
	"os"
	"slices"
	"strings"

	"golang.org/x/net/http/httpproxy"
)

// Unreadable says that a proxy is set, but not in a form that can be used. What
// is set is not in it: it may hold a password.
type Unreadable struct {
	Setting string // the variable's name; "" for the system's own settings
}

// Error names the variable.
func (u *Unreadable) Error() string {
	return "the proxy cannot be read from " + cmp.Or(u.Setting, "the system's settings")
}

// schemes are the kinds of proxy that net/http can go through.
var schemes = []string{"http", "https", "socks5", "socks5h"}

// setting is where a proxy is set, and to what.
type setting struct {
	name    string // of the variable; "" for the system's
	address string // "" for no proxy
	except  string // hosts that are reached without it, with commas between
	failed  bool   // the system could not tell
}

// For is the proxy on the way to a web address, nil for none. Loopback never
// goes through one. The error is an *Unreadable; then nothing may be sent.
func For(address *url.URL) (*url.URL, error) {
	except := strings.Join(strings.Fields(environment("no_proxy").address), ",")
	if direct(address, except) {
		return nil, nil
	}
	set := environment("https_proxy")
	if set.address == "" {
		set = environment("all_proxy")
	}
	if set.address == "" {
		set = ofSystem(address)
	}
	switch {
	case set.failed:
		return nil, &Unreadable{set.name}
	case set.address == "" || direct(address, set.except):
		return nil, nil
	}
	proxy := read(set.address)
	if proxy == nil {
		return nil, &Unreadable{set.name}
	}
	return proxy, nil
}

// environment is a variable by its name in small letters, which goes before the
// one in capitals. An empty one counts as not set.
func environment(name string) setting {
	for _, name := range []string{name, strings.ToUpper(name)} {
		if value := strings.TrimSpace(os.Getenv(name)); value != "" {
			return setting{name: name, address: value}
		}
	}
	return setting{}
}

// direct reports whether an address is reached without a proxy whatever proxy
// is set.
func direct(address *url.URL, except string) bool {
	const any = "http://proxy.invalid"
	found, err := (&httpproxy.Config{HTTPProxy: any, HTTPSProxy: any, NoProxy: except}).ProxyFunc()(address)
	return err == nil && found == nil
}

// read is the address of a proxy, which may come without a scheme; nil for what
// is none. A password with "/", "?" or "#" in it would be taken for the host's
// end, hence nothing may stand behind the host.
func read(text string) *url.URL {
	if !strings.Contains(text, "://") {
		text = "http://" + text
	}
	proxy, err := url.Parse(text)
	if err != nil || proxy.Hostname() == "" || !slices.Contains(schemes, proxy.Scheme) ||
		strings.Trim(proxy.Path, "/") != "" || proxy.RawQuery != "" || proxy.Fragment != "" {
		return nil
	}
	return proxy
}
