package vault

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"strings"

	"github.com/zalando/go-keyring"

	"latchkey/graph"
)

// Keychain is a store of secrets by service and account, as go-keyring has it.
// Its calls may block for ever; the vault bounds them. Get and Delete of what is
// not there return keyring.ErrNotFound.
type Keychain interface {
	Set(service, account, secret string) error
	Get(service, account string) (string, error)
	Delete(service, account string) error
}

// get reads one account.
func (v *Vault) get(ctx context.Context, account string) (graph.Token, error) {
	return v.read(ctx, account, nil)
}

// read is get with late as for set. Line ends around a secret, such as echo
// puts there for another program, are no part of the token.
func (v *Vault) read(ctx context.Context, account string, late func()) (graph.Token, error) {
	const doing = "read from the keychain"
	secret, err := v.calls.ask(ctx, func() (string, error) { return v.keychain.Get(v.service, account) }, late)
	if err != nil {
		return graph.Token{}, failed(doing, err)
	}
	bare := strings.Trim(secret, "\r\n")
	v.mu.Lock()
	delete(v.lineEnds, account)
	if bare != secret {
		v.lineEnds[account] = true
	}
	v.mu.Unlock()
	if bare == "" {
		return graph.Token{}, &Error{Reason: NotFound, Doing: doing, Err: errors.New("the keychain holds an empty entry")}
	}
	return graph.NewToken(bare), nil
}

// set writes one account and reads it back. It writes a second time when the
// first did not show: go-keyring can take an unrelated D-Bus signal for the
// answer to its prompt, and then returns before anything is stored.
// late, if not nil, runs when a call was given up and came to its end after all.
func (v *Vault) set(ctx context.Context, account string, token graph.Token, late func()) error {
	secret := token.Reveal()
	if err := fits(runtime.GOOS, v.service, account, secret); err != nil {
		return err
	}
	var miss error
	for range 2 {
		_, err := v.calls.ask(ctx, func() (string, error) { return "", v.keychain.Set(v.service, account, secret) }, late)
		if err != nil {
			return failed("write to the keychain", err, secret)
		}
		kept, err := v.read(ctx, account, late)
		switch {
		case err == nil && kept.Equal(token):
			return nil
		case err == nil:
			miss = errors.New("the keychain gives back something else than was written")
		case IsNotFound(err):
			miss = errors.New("the keychain said it was written, and holds nothing")
		default:
			return failed("read back from the keychain", err, secret)
		}
	}
	return &Error{Reason: NotStored, Doing: "read back from the keychain", Err: miss}
}

// remove deletes one account and looks whether it is gone. One that is not
// there counts as gone. late is as for set.
func (v *Vault) remove(ctx context.Context, account string, late func()) error {
	for range 2 {
		_, err := v.calls.ask(ctx, func() (string, error) { return "", v.keychain.Delete(v.service, account) }, late)
		if err != nil {
			if err := failed("delete from the keychain", err); !IsNotFound(err) {
				return err
			}
		}
		if _, err = v.read(ctx, account, late); IsNotFound(err) {
			return nil
		} else if err != nil {
			return err
		}
	}
	return &Error{Reason: NotRemoved, Doing: "delete from the keychain", Err: errors.New("the keychain still holds it")}
}

// The limits of go-keyring 0.2.8, read in its source: Windows refuses a blob
// over 2560 bytes (CRED_MAX_CREDENTIAL_BLOB_SIZE), and macOS is sent one line
// for /usr/bin/security, which reads 4096 bytes. On macOS go-keyring notices
// only after it has started that program, and leaves it running.
const (
	windowsSecretLimit = 2560
	macOSCommandLimit  = 4096
)

// fits returns an *Error with reason TooBig when secret cannot be stored on goos.
func fits(goos, service, account, secret string) error {
	size, limit := 0, 0
	switch goos {
	case "windows":
		size, limit = len(secret), windowsSecretLimit
	case "darwin":
		size, limit = macOSCommandLength(service, account, secret), macOSCommandLimit
	}
	if size > limit {
		err := fmt.Errorf("%d bytes, and at most %d are taken", size, limit)
		return &Error{Reason: TooBig, Doing: "write to the keychain", Err: err}
	}
	return nil
}

// macOSCommandLength is the length of the line go-keyring writes.
func macOSCommandLength(service, account, secret string) int {
	encoded := (len(secret) + 2) / 3 * 4
	return len("add-generic-password -U -s  -a  -w go-keyring-base64:\n") +
		quotedLength(service) + quotedLength(account) + encoded
}

// quotedLength is the length of a word quoted for a shell, at its longest.
func quotedLength(word string) int {
	return len(word) + len(`''`) + strings.Count(word, "'")*len(`"'"'`)
}

// keyringCalls is the system's keychain as go-keyring reaches it.
type keyringCalls struct{}

func (keyringCalls) Set(service, account, secret string) error {
	return keyring.Set(service, account, secret)
}

func (keyringCalls) Get(service, account string) (string, error) {
	return keyring.Get(service, account)
}

func (keyringCalls) Delete(service, account string) error {
	return keyring.Delete(service, account)
}
