package handover

import (
	"context"
	"errors"
	"fmt"

	"latchkey/graph"
	"latchkey/wizard/vault"
)

// The template of a test message: Meta puts it into every new WhatsApp account.
const (
	testTemplate = "hello_world"
	testLanguage = "en_US"
)

// ErrNoPhoneNumber is a saved token for which no phone number was chosen, or in
// whose place the keychain holds another by now: the number is not that one's.
var ErrNoPhoneNumber = errors.New("no phone number was chosen for this token")

// Sent is a test message that WhatsApp has taken on. Whether it arrives is seen
// on the recipient's phone only.
type Sent struct {
	Recipient string // digits, country code first
	Message   graph.Message
}

// KeptBack reports whether WhatsApp keeps the message back for now.
func (s Sent) KeptBack() bool {
	return s.Message.Status != "" && !s.Message.Status.Is("accepted")
}

// SendTest sends the template hello_world from a saved token's phone number to
// a number as people write it (see Recipient), which costs what a template
// costs. It asks WhatsApp once and never again.
//
// Errors are *RecipientError and ErrNoPhoneNumber before anything is sent,
// *vault.Error when the token could not be had, *trouble.Error when WhatsApp
// refused, and *graph.NetworkError when no answer came: then the message may
// have gone out or not.
func SendTest(ctx context.Context, options graph.Options, keychain *vault.Vault, entry vault.Entry, to string) (Sent, error) {
	recipient, err := Recipient(to)
	if err != nil {
		return Sent{}, err
	}
	if entry.PhoneID == "" {
		return Sent{}, ErrNoPhoneNumber
	}
	entry, token, err := SavedToken(ctx, keychain, entry)
	switch {
	case err != nil:
		return Sent{}, err
	case entry.PhoneID == "":
		return Sent{}, ErrNoPhoneNumber
	}
	client, err := graph.New(options, token)
	if err != nil {
		return Sent{}, fmt.Errorf("preparing to send: %w", err)
	}
	defer client.Close()
	message, err := client.SendTemplate(ctx, graph.ID(entry.PhoneID), graph.ID(entry.PayingAccount()), recipient, testTemplate, testLanguage)
	if err != nil {
		return Sent{}, fmt.Errorf("sending the test message: %w", err)
	}
	return Sent{Recipient: recipient, Message: message}, nil
}

// MayHaveGoneOut reports whether the message may be on its way although SendTest
// failed: no answer came, and not because nobody was reached. Sending again
// could then send twice.
func MayHaveGoneOut(err error) bool {
	failure := graph.AsNetworkError(err)
	if failure == nil {
		return false
	}
	switch failure.Kind {
	case graph.NetworkNoDNS, graph.NetworkRefused, graph.NetworkUnreachable, graph.NetworkUntrusted, graph.NetworkInspected,
		graph.NetworkExpired, graph.NetworkWrongHost, graph.NetworkTLS, graph.NetworkProxy, graph.NetworkProxyPassword, graph.NetworkProxySetting,
		graph.NetworkPortal, graph.NetworkLimited:
		return false
	}
	return true
}
