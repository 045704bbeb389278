package handover

import (
	"cmp"
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"net/http"
	"net/url"
	"os"
	"strings"
	"time"
	"unicode"

	"latchkey/graph"
	"latchkey/graph/proxy"
)

// storeTime bounds one call to a store.
const storeTime = 20 * time.Second

// StoreOptions say which secret store keeps the token, and where in it.
type StoreOptions struct {
	Address   string      // https://…; http:// only for this computer
	Mount     string      // where the KV engine is mounted, such as "secret"
	Path      string      // the secret's path in it, such as "whatsapp"
	Token     graph.Token // the store's own, not Meta's
	Namespace string      // "" for none
	Authority string      // PEM file of the certificates to trust in place of the system's; "" for those
}

// StoreFromEnvironment are the options as the stores' own command lines read
// them: OpenBao's variables, else Vault's. The mount is the one that both have
// from the start.
func StoreFromEnvironment() StoreOptions {
	variable := func(name string) string { return cmp.Or(os.Getenv("BAO_"+name), os.Getenv("VAULT_"+name)) }
	return StoreOptions{
		Address: variable("ADDR"), Mount: "secret", Token: graph.NewToken(variable("TOKEN")),
		Namespace: variable("NAMESPACE"), Authority: variable("CACERT"),
	}
}

// Place is where the token goes, as the stores' own command lines write it.
func (o StoreOptions) Place() string {
	return strings.Trim(o.Mount, "/") + "/" + strings.Trim(o.Path, "/")
}

// Store is a secret of HashiCorp Vault or OpenBao, in a KV engine of version 2.
// Source: developer.hashicorp.com, KV secrets engine version 2 (API), and the
// same page of openbao.org.
type Store struct {
	base      *url.URL
	mount     string
	path      string
	token     graph.Token
	namespace string
	transport *http.Transport
}

// OpenStore reads the options and calls nobody. Errors are *StoreError.
func OpenStore(options StoreOptions) (*Store, error) {
	base, err := storeAddress(options.Address)
	if err != nil {
		return nil, err
	}
	mount, path := strings.Trim(options.Mount, "/"), strings.Trim(options.Path, "/")
	if !isStorePath(mount) || !isStorePath(path) {
		return nil, &StoreError{Reason: StorePath}
	}
	if !isHeader(options.Token.Reveal()) || options.Token.IsZero() || !isHeader(options.Namespace) {
		return nil, &StoreError{Reason: StoreForbidden}
	}
	security := &tls.Config{MinVersion: tls.VersionTLS12}
	if options.Authority != "" {
		text, err := os.ReadFile(options.Authority)
		security.RootCAs = x509.NewCertPool()
		if err != nil || !security.RootCAs.AppendCertsFromPEM(text) {
			return nil, &StoreError{Reason: StoreAuthority, Err: err}
		}
	}
	return &Store{
		base: base, mount: mount, path: path, token: options.Token, namespace: options.Namespace,
		transport: &http.Transport{Proxy: func(request *http.Request) (*url.URL, error) { return proxy.For(request.URL) }, TLSClientConfig: security, TLSHandshakeTimeout: storeTime},
	}, nil
}

// Close ends the idle connections.
func (s *Store) Close() { s.transport.CloseIdleConnections() }

// Secret is what a store holds at a path.
type Secret struct {
	Version int       // 0 where there is none yet
	Fields  []string  // the names in it, sorted; none of a deleted version
	At      time.Time // when this version was written; zero where it is not known

	fields fields
	// hidden: there is a version whose fields may not be read.
	hidden bool
	// unseen: it may not be read whether there is one.
	unseen bool
}

// Deleted reports whether the newest version was taken back: its number goes on.
func (s Secret) Deleted() bool { return s.Version > 0 && !s.hidden && len(s.Fields) == 0 }

// Look reads what is at the path now. What the store's token may not read at
// all shows as empty: Put finds out whether it is. Errors are *StoreError.
func (s *Store) Look(ctx context.Context) (Secret, error) {
	secret, err := s.readData(ctx)
	if reasonOf(err) == StoreForbidden {
		secret, err = s.readMetadata(ctx)
		secret.hidden = secret.Version > 0
		if reasonOf(err) == StoreForbidden {
			secret.unseen, err = true, nil
		}
	}
	if err == nil && secret.Version == 0 && s.isOtherEngine(ctx) {
		err = &StoreError{Reason: StoreNotKV2}
	}
	return secret, err
}

// Put keeps a token in a field of the secret, beside the fields that were seen
// there. The store takes it only if seen is still what it holds; otherwise the
// reason is StoreConflict. It returns the new version.
func (s *Store) Put(ctx context.Context, seen Secret, field string, token graph.Token) (int, error) {
	if field == "" || strings.ContainsFunc(field, unicode.IsControl) {
		return 0, &StoreError{Reason: StorePath}
	}
	if seen.hidden {
		// A new version without the fields that cannot be read would drop them.
		return 0, &StoreError{Reason: StoreForbidden}
	}
	version, err := s.write(ctx, seen.Version, seen.fields.with(field, token), token)
	if seen.unseen && reasonOf(err) == StoreConflict {
		// Nobody was quicker: what is there may not be read.
		err = &StoreError{Reason: StoreForbidden}
	}
	return version, err
}

// storeAddress reads an address: https, or http on this computer.
func storeAddress(text string) (*url.URL, error) {
	base, err := url.Parse(strings.TrimRight(strings.TrimSpace(text), "/"))
	if err != nil || base.Host == "" || base.User != nil || base.RawQuery != "" || base.Fragment != "" {
		return nil, &StoreError{Reason: StoreAddress}
	}
	switch {
	case base.Scheme == "https":
		return base, nil
	case base.Scheme == "http" && graph.IsLoopback(base.Hostname()):
		return base, nil
	case base.Scheme == "http":
		return nil, &StoreError{Reason: StorePlain}
	}
	return nil, &StoreError{Reason: StoreAddress}
}

// isStorePath reports whether a text can stand in a path without leading
// elsewhere.
func isStorePath(text string) bool {
	for _, part := range strings.Split(text, "/") {
		if part == "" || part == "." || part == ".." || strings.ContainsFunc(part, unicode.IsControl) {
			return false
		}
	}
	return true
}

func isHeader(text string) bool { return !strings.ContainsFunc(text, unicode.IsControl) }

// reasonOf is the reason of a *StoreError; "" for none.
func reasonOf(err error) StoreReason {
	var failure *StoreError
	if errors.As(err, &failure) {
		return failure.Reason
	}
	return ""
}
