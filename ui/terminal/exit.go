package terminal

import (
	"context"
	"errors"

	"latchkey/wizard/vault"
)

// Exit codes. Scripts rely on them.
const (
	ExitReady       = 0
	ExitFailed      = 1 // a check failed
	ExitUsage       = 2
	ExitUnknown     = 3 // could not check: network, outage, limit
	ExitNoToken     = 4 // nothing usable was given
	ExitNoKeychain  = 5
	ExitInterrupted = 130 // Ctrl+C or an order to end: 128 and the signal, as shells count it
)

// exit ends the program with a code. What it says is for people, and empty
// where everything has been said already.
type exit struct {
	code   int
	says   string // one sentence
	advice string // why, and what to do
}

func (e exit) Error() string { return e.says }

// usage refuses what was typed.
func usage(says string) error { return exit{code: ExitUsage, says: says} }

// keychainExit says what kept the vault from doing what was asked.
func (t *Terminal) keychainExit(err error) error {
	title, advice := t.Words.VaultTrouble(err)
	ending := exit{code: ExitNoKeychain, says: t.Words.Sentence(title), advice: advice}
	var keychain *vault.Error
	var name *vault.NameError
	switch {
	// Somebody stopped it: neither the keychain nor the disk is to blame.
	case errors.Is(err, context.Canceled), errors.As(err, &keychain) && keychain.Reason == vault.Canceled:
		return exit{code: ExitInterrupted}
	case errors.As(err, &name):
		ending.code = ExitUsage
	}
	return ending
}
