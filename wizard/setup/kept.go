package setup

import "latchkey/wizard/vault"

// Kept is what the last page says once a token is in the keychain.
type Kept struct {
	Values []KeptValue
	Next   []Next
	Revoke string // id of how it is revoked
}

// KeptValue is one of the three values that an integration asks for. ID is that
// of its name's words.
type KeptValue struct {
	ID     string
	Text   string // the end of a secret one; "" where it is not known
	Secret bool   // the text is hidden, and copied or shown only on demand
}

// Next is something that can be done with a saved token.
type Next string

// What can be done.
const (
	NextHandOver Next = "hand_over" // to the software that uses it
	NextSendTest Next = "send_test" // a test message from its number
	NextCalendar Next = "calendar"  // its end in a calendar
)

// KeptOf describes the page about a token that was saved.
func KeptOf(entry vault.Entry) Kept {
	kept := Kept{
		Values: []KeptValue{
			{"kept.token", entry.Last4, true},
			{"kept.phone_id", entry.PhoneID, false},
			{"kept.account_id", entry.AccountID, false},
		},
		Next:   []Next{NextHandOver, NextSendTest},
		Revoke: "kept.revoke",
	}
	if entry.ClientBusinessID != "" {
		kept.Revoke = "kept.revoke_customer" // a business token is the customer's to take back
	}
	if !entry.NeverExpires {
		kept.Next = append(kept.Next, NextCalendar)
	}
	return kept
}
