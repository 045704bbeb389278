package graph

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"slices"
	"strings"
	"syscall"
	"time"

	"latchkey/graph/proxy"
	"latchkey/graph/value"
)

// NetworkKind says what stood between this computer and Graph.
type NetworkKind string

// What can go wrong on the way. Each needs something else of the person.
const (
	NetworkNoDNS         NetworkKind = "no_dns"          // the name could not be looked up
	NetworkRefused       NetworkKind = "refused"         // nobody listens, or a firewall refuses
	NetworkUnreachable   NetworkKind = "unreachable"     // no route: offline
	NetworkTimeout       NetworkKind = "timeout"         // no answer in time
	NetworkUntrusted     NetworkKind = "tls_untrusted"   // certificate of an issuer this computer does not trust
	NetworkInspected     NetworkKind = "tls_inspected"   // a company's filter or a virus scanner answers in Meta's place
	NetworkExpired       NetworkKind = "tls_expired"     // certificate outside its dates, often a wrong local clock
	NetworkWrongHost     NetworkKind = "tls_wrong_host"  // certificate of another host
	NetworkTLS           NetworkKind = "tls_failed"      // no common protocol, or not TLS at all
	NetworkProxyPassword NetworkKind = "proxy_password"  // 407
	NetworkProxySetting  NetworkKind = "proxy_setting"   // a proxy is set in a form that cannot be read; nothing was sent
	NetworkProxy         NetworkKind = "proxy_failed"    // the proxy itself cannot be reached or refuses
	NetworkPortal        NetworkKind = "captive_portal"  // a page of HTML, or a redirect, instead of Graph
	NetworkCut           NetworkKind = "cut"             // connection ended in the middle of the answer
	NetworkTooLarge      NetworkKind = "too_large"       // answer over the size limit
	NetworkNotJSON       NetworkKind = "not_json"        // answer is no JSON, or not of Graph's shape
	NetworkEmpty         NetworkKind = "empty"           // answer without a body
	NetworkOutage        NetworkKind = "outage"          // 5xx without Graph's own error in it
	NetworkLimited       NetworkKind = "limited"         // 429 without Graph's own error in it
	NetworkCanceled      NetworkKind = "canceled"        // the person stopped it
	NetworkOther         NetworkKind = "network_trouble" // none of these
)

// AllNetworkKinds lists what can stand between this computer and Graph.
func AllNetworkKinds() []NetworkKind {
	return []NetworkKind{
		NetworkNoDNS, NetworkRefused, NetworkUnreachable, NetworkTimeout, NetworkUntrusted, NetworkInspected,
		NetworkExpired, NetworkWrongHost, NetworkTLS, NetworkProxyPassword, NetworkProxySetting, NetworkProxy, NetworkPortal, NetworkCut,
		NetworkTooLarge, NetworkNotJSON, NetworkEmpty, NetworkOutage, NetworkLimited, NetworkCanceled, NetworkOther,
	}
}

// NetworkError says that no answer of Graph was had. It never means that the
// token is bad. It is built anew from what is known: Go's own *url.Error
// prints the whole address, and could carry what a server echoed.
type NetworkError struct {
	Kind       NetworkKind
	Host       string // whom was asked
	Issuer     string // who signed the certificate, for the TLS kinds
	Proxy      string // host of the proxy on the way, if one is set; the variable that cannot be read
	HTTPStatus int    // status of an answer that was not Graph's, else 0

	// RetryAfter is how long that answer asks to wait; zero when it did not say.
	RetryAfter time.Duration

	cause error // context.Canceled or context.DeadlineExceeded only
}

// Error names kind and host, nothing that came from the other side.
func (e *NetworkError) Error() string {
	text := fmt.Sprintf("no answer of Graph from %s: %s", e.Host, e.Kind)
	if e.HTTPStatus != 0 {
		text += fmt.Sprintf(" (HTTP %d)", e.HTTPStatus)
	}
	return text
}

// Values are what the sentences about the error name: whom was asked, who signed
// the certificate, which proxy is on the way, and for how many minutes to wait.
func (e *NetworkError) Values() map[string]string {
	return map[string]string{"Host": e.Host, "Issuer": e.Issuer, "Proxy": e.Proxy, "Count": value.Minutes(e.RetryAfter)}
}

// Unwrap gives the context's error, so that errors.Is sees a cancelled call.
func (e *NetworkError) Unwrap() error { return e.cause }

// AsNetworkError returns the network error inside err, or nil.
func AsNetworkError(err error) *NetworkError {
	var networkError *NetworkError
	if errors.As(err, &networkError) {
		return networkError
	}
	return nil
}

// networkErrorOf tells the kinds apart. err is what net/http returned. It goes
// by type wherever Go has one; the texts are those of net/http and crypto/tls
// for which it has none.
func networkErrorOf(ctx context.Context, err error) *NetworkError {
	if errors.Is(ctx.Err(), context.Canceled) {
		return &NetworkError{Kind: NetworkCanceled, cause: context.Canceled}
	}
	if refused := certificateError(err); refused != nil {
		return refused
	}
	var dns *net.DNSError
	var refusal *proxyRefusal
	var unreadable *proxy.Unreadable
	switch operation := operationOf(err); {
	case errors.As(err, &unreadable):
		return &NetworkError{Kind: NetworkProxySetting, Proxy: unreadable.Setting}
	case errors.As(err, &refusal) && refusal.status == http.StatusProxyAuthRequired:
		return &NetworkError{Kind: NetworkProxyPassword, HTTPStatus: refusal.status}
	case errors.As(err, &refusal):
		return &NetworkError{Kind: NetworkProxy, HTTPStatus: refusal.status}
	case operation == "proxyconnect", operation == "socks connect":
		return &NetworkError{Kind: NetworkProxy}
	case errors.As(err, &dns) && !dns.IsTimeout:
		return &NetworkError{Kind: NetworkNoDNS}
	case errors.Is(err, context.DeadlineExceeded), isTimeout(err), isErrno(err, timeoutErrnos):
		return &NetworkError{Kind: NetworkTimeout, cause: context.DeadlineExceeded}
	case isErrno(err, refusedErrnos):
		return &NetworkError{Kind: NetworkRefused}
	case isErrno(err, unreachableErrnos):
		return &NetworkError{Kind: NetworkUnreachable}
	case isTLS(err, operation):
		return &NetworkError{Kind: NetworkTLS}
	case isErrno(err, cutErrnos), errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF),
		errors.Is(err, net.ErrClosed), says(err, "server closed idle connection", "malformed MIME header", "stream error", "server sent GOAWAY",
			"http2: client connection lost"):
		return &NetworkError{Kind: NetworkCut}
	// What a cut leaves of the headers looks malformed too, hence not among these.
	case says(err, "malformed HTTP", "invalid header", "bad Content-Length", "response headers exceeded",
		"response header list larger", "transfer encoding", "gzip:", "flate:", "chunk", "connection error: PROTOCOL_ERROR"):
		return &NetworkError{Kind: NetworkNotJSON}
	}
	return &NetworkError{Kind: NetworkOther}
}

// operationOf is what net was doing, in its own word: "dial", "read",
// "proxyconnect"; "" where it does not say.
func operationOf(err error) string {
	var operation *net.OpError
	if errors.As(err, &operation) {
		return operation.Op
	}
	return ""
}

// isTLS reports whether the two sides could not agree on TLS. crypto/tls has
// no type for most of its errors: they begin with "tls:", and an alert of the
// other side is an OpError with an Op of its own.
func isTLS(err error, operation string) bool {
	var record tls.RecordHeaderError
	return errors.As(err, &record) || errors.Is(err, http.ErrSchemeMismatch) ||
		operation == "remote error" || operation == "local error" || says(err, "tls: ")
}

func isErrno(err error, errnos []syscall.Errno) bool {
	return slices.ContainsFunc(errnos, func(errno syscall.Errno) bool { return errors.Is(err, errno) })
}

func says(err error, texts ...string) bool {
	return slices.ContainsFunc(texts, func(text string) bool { return strings.Contains(err.Error(), text) })
}

func isTimeout(err error) bool {
	var timeout interface{ Timeout() bool }
	return errors.As(err, &timeout) && timeout.Timeout()
}

// certificateError reads which certificate was refused and who issued it.
func certificateError(err error) *NetworkError {
	var verification *tls.CertificateVerificationError
	if !errors.As(err, &verification) {
		return nil
	}
	result := &NetworkError{Kind: NetworkUntrusted}
	if len(verification.UnverifiedCertificates) > 0 {
		result.Issuer = issuerName(verification.UnverifiedCertificates[0])
	}
	var invalid x509.CertificateInvalidError
	var hostname x509.HostnameError
	switch {
	case inspects(result.Issuer):
		result.Kind = NetworkInspected
	case errors.As(err, &invalid) && invalid.Reason == x509.Expired:
		result.Kind = NetworkExpired
	case errors.As(err, &hostname):
		result.Kind = NetworkWrongHost
	}
	return result
}

// issuerName is the issuer as a person would name it: organisation, then
// common name. It comes from the other side, so it is cleaned and cut.
func issuerName(certificate *x509.Certificate) string {
	name := certificate.Issuer.CommonName
	if len(certificate.Issuer.Organization) > 0 && certificate.Issuer.Organization[0] != "" {
		name = strings.TrimSuffix(certificate.Issuer.Organization[0]+", "+name, ", ")
	}
	const most = 80
	name = value.Clean(name)
	if runes := []rune(name); len(runes) > most {
		name = string(runes[:most]) + "…"
	}
	return name
}

// inspectors sign in Meta's place on computers where they are installed. The
// names are what their makers put into their certificates.
var inspectors = []string{
	"zscaler", "fortinet", "fortigate", "sophos", "kaspersky", "eset ", "avast", "avg ", "bitdefender",
	"netskope", "palo alto", "blue coat", "bluecoat", "symantec web security", "cisco umbrella", "opendns",
	"mcafee web gateway", "skyhigh", "forcepoint", "websense", "barracuda", "check point", "watchguard",
	"sonicwall", "untangle", "smoothwall", "lightspeed", "securly", "goguardian", "mitmproxy", "charles proxy",
	"fiddler", "burp", "portswigger", "proxyman", "adguard", "norton", "dr.web", "trend micro",
}

func inspects(issuer string) bool {
	issuer = strings.ToLower(issuer) + " "
	return slices.ContainsFunc(inspectors, func(name string) bool { return strings.Contains(issuer, name) })
}

// MayHaveArrived reports whether a call that failed may have done what it was to do:
// no answer came, and not because nobody was reached.
func MayHaveArrived(err error) bool {
	failure := AsNetworkError(err)
	if failure == nil {
		return false
	}
	switch failure.Kind {
	case NetworkNoDNS, NetworkRefused, NetworkUnreachable, NetworkUntrusted, NetworkInspected, NetworkExpired, NetworkWrongHost,
		NetworkTLS, NetworkProxy, NetworkProxyPassword, NetworkProxySetting, NetworkPortal, NetworkLimited:
		return false
	}
	return true
}
