//go:build windows || (darwin && cgo)

package proxy

import (
	"cmp"
	"net/url"
	"sync"
	"time"

	"github.com/mattn/go-ieproxy"
)

// patience is how long the system may take to run a company's configuration
// script, which it may have to fetch first.
const patience = 10 * time.Second

// told keeps what the system said for each host: a script would be run for every
// call.
var told sync.Map

// ofSystem is the proxy of the system's settings: a fixed one, or what the
// configuration script says that is named there. A proxy that a network offers
// unasked (WPAD) is not used.
func ofSystem(address *url.URL) setting {
	host := address.Hostname()
	if known, ok := told.Load(host); ok {
		return known.(setting)
	}
	answer := make(chan setting, 1)
	go func() { answer <- ask(host) }()
	select {
	case known := <-answer:
		told.Store(host, known)
		return known
	case <-time.After(patience):
		return setting{failed: true}
	}
}

func ask(host string) setting {
	settings := ieproxy.GetConf()
	if script := settings.Automatic; script.Active && script.PreConfiguredURL != "" {
		// On macOS the library knows no proxies for https, and scripts go by host.
		found := cmp.Or(script.FindProxyForURL("https://"+host+"/"), script.FindProxyForURL("http://"+host+"/"))
		if found != "" {
			return setting{address: found}
		}
	}
	if !settings.Static.Active {
		return setting{}
	}
	proxies := settings.Static.Protocols
	return setting{address: cmp.Or(proxies["https"], proxies[""]), except: settings.Static.NoProxy}
}
