package graph

import (
	"errors"
	"net"
	"net/url"
	"regexp"
	"strings"
)

// ErrElsewhere says that an address is neither Graph's nor on this computer.
var ErrElsewhere = errors.New("a token is sent to graph.facebook.com or to this computer, nowhere else")

var versionForm = regexp.MustCompile(`^v\d{1,3}\.\d{1,2}$`)

// IsVersion reports whether text names a Graph API version, such as v25.0.
func IsVersion(text string) bool { return versionForm.MatchString(text) }

// ParseBaseURL reads the address of a Graph: Meta's own by https, or one on
// this computer's loopback by http or https. Anything else is ErrElsewhere.
func ParseBaseURL(text string) (*url.URL, error) {
	base, err := url.Parse(strings.TrimRight(strings.TrimSpace(text), "/"))
	if err != nil || base.Host == "" || base.User != nil || base.RawQuery != "" || base.ForceQuery || base.Fragment != "" {
		return nil, ErrElsewhere
	}
	meta := base.Scheme == "https" && base.Host == "graph.facebook.com" && base.Path == ""
	loopback := (base.Scheme == "http" || base.Scheme == "https") && IsLoopback(base.Hostname())
	if !meta && !loopback {
		return nil, ErrElsewhere
	}
	return base, nil
}

// IsLoopback reports whether the host of an address, as url.URL.Hostname gives
// it, is this computer.
func IsLoopback(host string) bool {
	if host == "localhost" {
		return true
	}
	ip := net.ParseIP(host)
	return ip != nil && ip.IsLoopback()
}
