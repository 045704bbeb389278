package handover

import (
	"context"
	"errors"
	"fmt"

	"latchkey/graph"
	"latchkey/wizard/vault"
)

// ErrNoPhoneNumber is a saved token for which no phone number was chosen, or in
// whose place the keychain holds another by now: the number is not that one's.
var ErrNoPhoneNumber = errors.New("no phone number was chosen for this token")

// ErrNoTemplate is an account without a template that can be sent as it is.
var ErrNoTemplate = errors.New("no approved template of this account can be sent without values")

// TestMessage is the template that goes out as a test message.
type TestMessage struct {
	Template, Language string
	Text               string // what the recipient reads; "" for Meta's sample
}

// metasSample is what Meta puts into every new WhatsApp account. It goes out from
// Meta's test numbers alone: others are refused it (131058).
var metasSample = TestMessage{Template: "hello_world", Language: "en_US"}

// FindTestMessage finds what a saved token's number can send as a test: Meta's
// sample from one of its test numbers, and from any other an approved template of
// the account's own that needs no values.
//
// Errors are ErrNoPhoneNumber, ErrNoTemplate, *vault.Error when the token could not
// be had, *trouble.Error and *graph.NetworkError.
func FindTestMessage(ctx context.Context, options graph.Options, keychain *vault.Vault, entry vault.Entry) (TestMessage, error) {
	client, entry, err := sender(ctx, options, keychain, entry)
	if err != nil {
		return TestMessage{}, err
	}
	defer client.Close()
	number, err := client.PhoneNumber(ctx, graph.ID(entry.PhoneID))
	switch {
	case err != nil:
		return TestMessage{}, fmt.Errorf("reading the number: %w", err)
	case number.Test():
		return metasSample, nil
	case entry.AccountID == "":
		return TestMessage{}, ErrNoPhoneNumber
	}
	template, ok, err := client.PlainTemplate(ctx, graph.ID(entry.AccountID))
	switch {
	case err != nil:
		return TestMessage{}, fmt.Errorf("looking for a template: %w", err)
	case !ok:
		return TestMessage{}, ErrNoTemplate
	}
	return TestMessage{Template: string(template.Name), Language: string(template.Language), Text: template.Body()}, nil
}

// sender is a client with a saved token, and what is known of that.
func sender(ctx context.Context, options graph.Options, keychain *vault.Vault, entry vault.Entry) (*graph.Client, vault.Entry, error) {
	if entry.PhoneID == "" {
		return nil, entry, ErrNoPhoneNumber
	}
	entry, token, err := SavedToken(ctx, keychain, entry)
	switch {
	case err != nil:
		return nil, entry, err
	case entry.PhoneID == "":
		return nil, entry, ErrNoPhoneNumber
	}
	client, err := graph.New(options, token)
	if err != nil {
		return nil, entry, fmt.Errorf("preparing to send: %w", err)
	}
	return client, entry, nil
}

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

// SendTest sends a test message from a saved token's phone number to a number as
// people write it (see Recipient), which costs what a template costs. It asks
// WhatsApp once and never again.
//
// Errors are *RecipientError and ErrNoPhoneNumber before anything is sent,
// *vault.Error when the token could not be had, *trouble.Error when WhatsApp
// refused, and *graph.NetworkError when no answer came: see MayHaveGoneOut.
func SendTest(ctx context.Context, options graph.Options, keychain *vault.Vault, entry vault.Entry, message TestMessage, to string) (Sent, error) {
	recipient, err := Recipient(to)
	if err != nil {
		return Sent{}, err
	}
	client, entry, err := sender(ctx, options, keychain, entry)
	if err != nil {
		return Sent{}, err
	}
	defer client.Close()
	taken, err := client.SendTemplate(ctx, graph.ID(entry.PhoneID), recipient, message.Template, message.Language)
	if err != nil {
		return Sent{}, sendError{fmt.Errorf("sending the test message: %w", err)}
	}
	return Sent{Recipient: recipient, Message: taken}, nil
}

// sendError is why a message was not sent, and not why nothing was found to send.
type sendError struct{ error }

func (e sendError) Unwrap() error { return e.error }

// MayHaveGoneOut reports whether the message may be on its way although SendTest
// failed: no answer came, and not because nobody was reached. Sending again
// could then send twice.
func MayHaveGoneOut(err error) bool {
	var sending sendError
	return errors.As(err, &sending) && graph.MayHaveArrived(err)
}
