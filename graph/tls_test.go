package graph

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"fmt"
	"io"
	"log"
	"math/big"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"latchkey/graph/value/valuetest"
)

// certificate is signed by itself or, where issuer is given, in that name.
type certificate struct {
	organisation string
	host         string // "" for 127.0.0.1
	ends         time.Duration
	newest       uint16 // TLS version, 0 for the newest there is
}

func (c certificate) make(t *testing.T) (tls.Certificate, *x509.Certificate) {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	template := &x509.Certificate{
		SerialNumber:          big.NewInt(1),
		Subject:               pkix.Name{Organization: []string{c.organisation}, CommonName: "Root"},
		NotBefore:             time.Now().Add(-48 * time.Hour),
		NotAfter:              time.Now().Add(c.ends),
		IsCA:                  true,
		BasicConstraintsValid: true,
	}
	if c.host == "" {
		template.IPAddresses = []net.IP{net.IPv4(127, 0, 0, 1)}
	} else {
		template.DNSNames = []string{c.host}
	}
	encoded, err := x509.CreateCertificate(rand.Reader, template, template, key.Public(), key)
	if err != nil {
		t.Fatal(err)
	}
	parsed, err := x509.ParseCertificate(encoded)
	if err != nil {
		t.Fatal(err)
	}
	return tls.Certificate{Certificate: [][]byte{encoded}, PrivateKey: key}, parsed
}

// secure serves handler by TLS with a certificate; the client trusts it only
// where trusted says so.
func secure(t *testing.T, c certificate, trusted bool, handler http.HandlerFunc) *Client {
	t.Helper()
	own, parsed := c.make(t)
	server := httptest.NewUnstartedServer(handler)
	server.TLS = &tls.Config{Certificates: []tls.Certificate{own}, MinVersion: tls.VersionTLS10, MaxVersion: c.newest}
	server.EnableHTTP2 = c.newest == 0
	server.Config.ErrorLog = log.New(io.Discard, "", 0)
	server.StartTLS()
	t.Cleanup(server.Close)
	client := clientOf(t, server.URL, quick)
	if trusted {
		roots := x509.NewCertPool()
		roots.AddCert(parsed)
		client.transport.TLSClientConfig.RootCAs = roots
	}
	return client
}

func TestCertificatesThatAreRefused(t *testing.T) {
	for _, test := range []struct {
		name        string
		certificate certificate
		trusted     bool
		want        NetworkKind
	}{
		{"signed by itself", certificate{organisation: "Nobody Ltd", ends: time.Hour}, false, NetworkUntrusted},
		{"a filter's", certificate{organisation: "Zscaler Inc.", ends: time.Hour}, false, NetworkInspected},
		{"a virus scanner's", certificate{organisation: "Kaspersky Lab", ends: time.Hour}, false, NetworkInspected},
		{"expired", certificate{organisation: "Old Ltd", ends: -time.Hour}, true, NetworkExpired},
		{"another host's", certificate{organisation: "Elsewhere Ltd", host: "elsewhere.invalid", ends: time.Hour}, true, NetworkWrongHost},
		{"with the token in its name", certificate{organisation: valuetest.MadeUp, ends: time.Hour}, false, NetworkUntrusted},
	} {
		t.Run(test.name, func(t *testing.T) {
			client := secure(t, test.certificate, test.trusted, func(http.ResponseWriter, *http.Request) {
				t.Error("a request was sent")
			})
			_, err := client.Me(t.Context())
			if kind := kindOf(t, err); kind != test.want {
				t.Errorf("kind is %s, want %s", kind, test.want)
			}
			issuer := AsNetworkError(err).Issuer
			if test.certificate.organisation != valuetest.MadeUp && issuer != test.certificate.organisation+", Root" {
				t.Errorf("issuer is %q", issuer)
			}
			valuetest.MustHide(t, issuer+fmt.Sprintf("%+v", err))
		})
	}
}

func TestTLSThatIsTooOldOrNone(t *testing.T) {
	old := secure(t, certificate{organisation: "Old Ltd", ends: time.Hour, newest: tls.VersionTLS11}, true, nil)
	_, err := old.Me(t.Context())
	if kind := kindOf(t, err); kind != NetworkTLS {
		t.Errorf("TLS 1.1: kind is %s", kind)
	}

	plain := httptest.NewServer(http.NotFoundHandler())
	t.Cleanup(plain.Close)
	_, err = clientOf(t, strings.Replace(plain.URL, "http:", "https:", 1), quick).Me(t.Context())
	if kind := kindOf(t, err); kind != NetworkTLS {
		t.Errorf("plain HTTP: kind is %s", kind)
	}
}

func TestATrustedFilterIsNamed(t *testing.T) {
	client := secure(t, certificate{organisation: "Fortinet", ends: time.Hour}, true, func(w http.ResponseWriter, _ *http.Request) {
		_, _ = io.WriteString(w, `{"id":"1"}`)
	})
	if _, err := client.Me(t.Context()); err != nil {
		t.Fatal(err)
	}
	if connection := client.Connection(); !connection.Inspected || connection.Issuer != "Fortinet, Root" {
		t.Errorf("got %+v", connection)
	}

	client = secure(t, certificate{organisation: "Fortinet " + valuetest.MadeUp, ends: time.Hour}, true, func(w http.ResponseWriter, _ *http.Request) {
		_, _ = io.WriteString(w, `{"id":"1"}`)
	})
	if _, err := client.Me(t.Context()); err != nil {
		t.Fatal(err)
	}
	valuetest.MustHide(t, client.Connection().Issuer)
}

func TestCallsTogetherShareOneConnection(t *testing.T) {
	var dialled recorder
	client := secure(t, certificate{organisation: "Meta", ends: time.Hour}, true, func(w http.ResponseWriter, r *http.Request) {
		if r.ProtoMajor != 2 {
			t.Errorf("asked by %s", r.Proto)
		}
		_, _ = io.WriteString(w, `{"id":"1","data":[]}`)
	})
	dialled.watch(client)
	var calls sync.WaitGroup
	for range 20 {
		calls.Go(func() {
			if _, err := client.Me(t.Context()); err != nil {
				t.Error(err)
			}
		})
	}
	calls.Wait()
	if len(dialled.addresses) != 1 {
		t.Errorf("%d connections were made", len(dialled.addresses))
	}
}

// A first call that fails must not hold back the others.
func TestTheFirstCallFailing(t *testing.T) {
	client, _ := injecting(t, Options{Tries: 1, Attempt: 5 * time.Second}, func(net.Conn) {})
	var calls sync.WaitGroup
	for range 5 {
		calls.Go(func() {
			_, err := client.Me(within(t, 4*time.Second))
			if networkError := AsNetworkError(err); networkError == nil || networkError.Kind != NetworkCut {
				t.Errorf("got %v", err)
			}
		})
	}
	calls.Wait()
}

// There is no way to turn the checking of certificates off.
func TestCheckingStaysOn(t *testing.T) {
	transport := newTransport()
	if transport.TLSClientConfig.InsecureSkipVerify || transport.TLSClientConfig.VerifyConnection != nil ||
		transport.TLSClientConfig.RootCAs != nil || transport.TLSClientConfig.MinVersion < tls.VersionTLS12 || transport.DialTLSContext != nil {
		t.Error("TLS is not checked by the system's roots from 1.2 on")
	}
}
