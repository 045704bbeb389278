package vault

import (
	"encoding/base64"
	"encoding/hex"
	"errors"
	"fmt"
	"strings"
)

// Reason says why the keychain did not do what was asked.
type Reason string

// The reasons there are.
const (
	// NoService: no program here keeps secrets, or no desktop session is there
	// to reach it.
	NoService Reason = "no_service"
	// NoCollection: the service is there, and no keyring was ever made in it.
	NoCollection Reason = "no_collection"
	// Locked: it is locked, and no one could be asked to unlock it.
	Locked Reason = "locked"
	// Refused: the person, or a rule of the system, said no.
	Refused Reason = "refused"
	// TooBig: more than this system's keychain takes.
	TooBig Reason = "too_big"
	// Timeout: no answer in time. The call may still come to pass; then its
	// outcome is told by Recover.
	Timeout Reason = "timeout"
	// Canceled: the caller's context was cancelled first; else like Timeout.
	Canceled Reason = "canceled"
	// NotFound: the keychain holds nothing of this name.
	NotFound Reason = "not_found"
	// NotStored: it said yes, and reading back gave nothing or something else.
	NotStored Reason = "not_stored"
	// NotRemoved: it said yes, and still holds it.
	NotRemoved Reason = "not_removed"
	// Unsupported: go-keyring knows no keychain for this system.
	Unsupported Reason = "unsupported"
	// Other: anything else; Err tells.
	Other Reason = "other"
)

// AllReasons lists why a keychain may not do what was asked.
func AllReasons() []Reason {
	return []Reason{
		NoService, NoCollection, Locked, Refused, TooBig, Timeout, Canceled, NotFound, NotStored, NotRemoved, Unsupported,
		Other,
	}
}

// Error is a keychain call that failed. Its text never holds the secret.
type Error struct {
	Reason Reason
	Doing  string // what was being done, for a log
	Err    error
}

// Error says what was being done and what the keychain said.
func (e *Error) Error() string {
	if e.Doing == "" {
		return fmt.Sprintf("%s: %v", e.Reason, e.Err)
	}
	return fmt.Sprintf("%s: %s: %v", e.Doing, e.Reason, e.Err)
}

// Unwrap returns the keychain's own error, or its text without the secret.
func (e *Error) Unwrap() error { return e.Err }

// IsNotFound reports whether an error says that the keychain holds nothing of a
// name.
func IsNotFound(err error) bool {
	var known *Error
	return errors.As(err, &known) && known.Reason == NotFound
}

// failed makes a keychain's error an *Error that holds none of the secrets.
func failed(doing string, err error, secrets ...string) error {
	var known *Error
	if errors.As(err, &known) {
		return &Error{Reason: known.Reason, Doing: doing, Err: scrub(known.Err, secrets)}
	}
	return &Error{Reason: classify(err), Doing: doing, Err: scrub(err, secrets)}
}

// scrub returns err, or, where its text holds a secret in one of the ways
// go-keyring writes it, a plain error of the text without it.
func scrub(err error, secrets []string) error {
	text := err.Error()
	clean := text
	for _, secret := range secrets {
		if secret == "" {
			continue
		}
		for _, written := range []string{
			secret,
			base64.StdEncoding.EncodeToString([]byte(secret)),
			hex.EncodeToString([]byte(secret)),
		} {
			clean = strings.ReplaceAll(clean, written, "[token hidden]")
		}
	}
	if clean == text {
		return err
	}
	return errors.New(clean)
}

// TakenError is a name that already stands for another token.
type TakenError struct {
	Name   string // the name that is there; upper and lower case may differ
	Listed bool   // in the index; else only the keychain knows it
}

// Error says that the name is taken.
func (e *TakenError) Error() string { return "there is another token of this name" }

// ErrTokenInEntry is an entry, or its name, that holds the token itself: the
// index must not be given it.
var ErrTokenInEntry = errors.New("the token stands in what would be written to the index")

// ErrNoToken is an empty token.
var ErrNoToken = errors.New("there is no token to save")
