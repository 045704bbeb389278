package terminal

import (
	"cmp"
	"context"
	"errors"

	"latchkey/ui/words"
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
	id, values := troubleOf(err)
	ending := exit{code: ExitNoKeychain, says: t.Words.Sentence(t.Words.Say(id + ".title")), advice: t.advice(id, values)}
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

// advice is why a trouble is there, where there are words for it, and what
// mends it.
func (t *Terminal) advice(id string, values words.Values) string {
	return t.Words.Paragraph(t.Words.Maybe(id+".cause"), t.Words.Say(id+".fix", values))
}

// troubleOf is the id of the words for an error of the vault's, and the values
// in them.
func troubleOf(err error) (id string, values words.Values) {
	id, values = vault.TroubleOf(err)
	return cmp.Or(id, "keychain."+string(vault.Other)), values
}
