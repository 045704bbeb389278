package handover

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"net"
	"net/http"
	"strings"

	"latchkey/graph/proxy"
)

// StoreReason says why a secret store did not keep a token.
type StoreReason string

// The reasons there are.
const (
	StoreAddress     StoreReason = "address"     // no address of a store
	StorePlain       StoreReason = "plain"       // http:// to another computer
	StorePath        StoreReason = "path"        // mount, path or field cannot be such
	StoreAuthority   StoreReason = "authority"   // the file of trusted certificates cannot be read
	StoreUnreachable StoreReason = "unreachable" // nobody answers there
	StoreTimeout     StoreReason = "timeout"     // no answer in time
	StoreTLS         StoreReason = "tls"         // no trusted certificate, or no TLS at all
	StoreProxy       StoreReason = "proxy"       // a proxy is set in a form that cannot be read; Said names the variable
	StoreRedirected  StoreReason = "redirected"  // it names another address, often the active server's
	StoreSealed      StoreReason = "sealed"
	StoreNotSetUp    StoreReason = "not_set_up"  // it was never initialized
	StoreStandby     StoreReason = "standby"     // it keeps a copy for another server, and takes nothing
	StoreForbidden   StoreReason = "forbidden"   // its token is refused, or has no right there
	StoreNoMount     StoreReason = "no_mount"    // no secrets engine is mounted there
	StoreNotKV2      StoreReason = "not_kv2"     // the engine is no KV version 2
	StoreConflict    StoreReason = "conflict"    // another version is there than was seen
	StoreUnavailable StoreReason = "unavailable" // overloaded, not caught up, broken
	StoreNotAStore   StoreReason = "not_a_store" // what answers is no Vault or OpenBao
	StoreCanceled    StoreReason = "canceled"    // it was stopped
	StoreOther       StoreReason = "other"       // anything else; Said tells
)

// AllStoreReasons lists why a secret store may not keep a token.
func AllStoreReasons() []StoreReason {
	return []StoreReason{
		StoreAddress, StorePlain, StorePath, StoreAuthority, StoreUnreachable, StoreTimeout, StoreTLS, StoreProxy, StoreRedirected,
		StoreSealed, StoreNotSetUp, StoreStandby, StoreForbidden, StoreNoMount, StoreNotKV2, StoreConflict,
		StoreUnavailable, StoreNotAStore, StoreCanceled, StoreOther,
	}
}

// StoreError is a call to a secret store that failed. Neither the store's own
// token nor the one to keep is in it.
type StoreError struct {
	Reason     StoreReason
	HTTPStatus int    // 0 without an answer
	Said       string // what the store said, redacted; or where it redirects to
	Err        error  // the network's error, or nil
}

// Error names the reason and what the store said.
func (e *StoreError) Error() string {
	text := "secret store: " + string(e.Reason)
	if e.HTTPStatus != 0 {
		text += fmt.Sprintf(" (HTTP %d)", e.HTTPStatus)
	}
	if e.Said != "" {
		text += ": " + e.Said
	}
	return text
}

// Unwrap returns the network's error.
func (e *StoreError) Unwrap() error { return e.Err }

// unanswered is the error for a call without an answer. The network's own error
// has the address in it, and what a server said at most.
func unanswered(ctx context.Context, err error) *StoreError {
	var unreadable *proxy.Unreadable
	var certificate *tls.CertificateVerificationError
	var record tls.RecordHeaderError
	var alert tls.AlertError
	var network net.Error
	reason := StoreUnreachable
	switch {
	case errors.Is(ctx.Err(), context.Canceled):
		return &StoreError{Reason: StoreCanceled, Err: context.Canceled}
	case errors.As(err, &unreadable):
		return &StoreError{Reason: StoreProxy, Said: unreadable.Setting, Err: err}
	case errors.As(err, &certificate), errors.As(err, &record), errors.As(err, &alert),
		errors.Is(err, http.ErrSchemeMismatch), strings.Contains(err.Error(), "tls: "):
		reason = StoreTLS
	case errors.Is(err, context.DeadlineExceeded), errors.As(err, &network) && network.Timeout():
		reason = StoreTimeout
	}
	return &StoreError{Reason: reason, Err: err}
}

// Answers of the stores' own: of a server that stands by for disaster recovery,
// and of one for performance (developer.hashicorp.com, sys/health).
const statusRecovery, statusPerformance = 472, 473

// refusal is the reason behind an answer that is none of success. said is what
// stands in its "errors", and structured whether it had any.
// Source: developer.hashicorp.com, Vault HTTP API, status codes.
func refusal(status int, said string, structured bool) StoreReason {
	said = strings.ToLower(said)
	switch {
	case status >= 300 && status < 400:
		return StoreRedirected
	case status == statusRecovery, status == statusPerformance:
		return StoreStandby
	case !structured && status != http.StatusMethodNotAllowed && status < 500:
		return StoreNotAStore
	case status == http.StatusBadRequest && strings.Contains(said, "check-and-set"):
		return StoreConflict
	case status == http.StatusUnauthorized, status == http.StatusForbidden:
		return StoreForbidden
	case status == http.StatusNotFound:
		return StoreNoMount
	case status == http.StatusMethodNotAllowed:
		return StoreNotKV2
	case status == http.StatusNotImplemented, strings.Contains(said, "not initialized"):
		return StoreNotSetUp
	case status == http.StatusServiceUnavailable && structured,
		strings.Contains(said, "sealed"):
		return StoreSealed
	case status == http.StatusPreconditionFailed, status == http.StatusTooManyRequests, status >= 500:
		return StoreUnavailable
	}
	return StoreOther
}
