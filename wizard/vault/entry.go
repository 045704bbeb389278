package vault

import (
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// Entry is what the index holds about one saved token: what a person may see,
// never the token. Ids are Meta's, as text; times that are not known are zero.
type Entry struct {
	Name    string    `json:"name"`             // the person's own, and the account in the keychain
	Last4   string    `json:"last4"`            // for the eye, since others end alike; set by the vault
	Digest  string    `json:"digest,omitempty"` // what the token is known by; set by the vault
	SavedAt time.Time `json:"saved_at"`
	Place   Place     `json:"place,omitempty"` // the keychain it was saved in; set by the vault

	Kind     string `json:"kind,omitempty"` // token.kind of a report
	AppID    string `json:"app_id,omitempty"`
	AppName  string `json:"app_name,omitempty"`
	UserID   string `json:"user_id,omitempty"`
	UserName string `json:"user_name,omitempty"`

	Permissions []string  `json:"permissions,omitempty"`
	Accounts    []Account `json:"accounts,omitempty"`
	AccountID   string    `json:"account_id,omitempty"` // the WhatsApp Business Account chosen
	PhoneID     string    `json:"phone_id,omitempty"`   // the phone number chosen

	IssuedAt            time.Time `json:"issued_at,omitzero"`
	ExpiresAt           time.Time `json:"expires_at,omitzero"`
	NeverExpires        bool      `json:"never_expires,omitempty"`
	DataAccessExpiresAt time.Time `json:"data_access_expires_at,omitzero"`

	// A business token is a customer's. One of a Multi-Partner Solution can be
	// fetched again with the partner's own token.
	ClientBusinessID string `json:"client_business_id,omitempty"` // the customer's business portfolio
	SolutionID       string `json:"solution_id,omitempty"`
	Partner          string `json:"partner,omitempty"` // name under which the partner's token is saved

	LastCheckedAt time.Time `json:"last_checked_at,omitzero"`
	Verdict       string    `json:"verdict,omitempty"` // verdict.status of the last report
}

// Account is a WhatsApp Business Account the token reaches.
type Account struct {
	ID     string  `json:"id"`
	Name   string  `json:"name,omitempty"`
	Phones []Phone `json:"phones,omitempty"`
}

// Phone is a business phone number of an account.
type Phone struct {
	ID      string `json:"id"`
	Display string `json:"display,omitempty"` // as people write it
	Name    string `json:"name,omitempty"`    // the name customers see
	Test    bool   `json:"test,omitempty"`    // Meta's test number
}

// PayingAccount is the account that a message names as the one that pays: the one
// chosen, where several can send from the number; "" for all others, where there
// is nothing to name.
func (e Entry) PayingAccount() string {
	reach := 0
	for _, account := range e.Accounts {
		if slices.ContainsFunc(account.Phones, func(p Phone) bool { return p.ID == e.PhoneID }) {
			reach++
		}
	}
	if reach > 1 {
		return e.AccountID
	}
	return ""
}

// wrongClock is how far from now a moment that has passed may lie, by a clock
// that has been set since.
const wrongClock = 24 * time.Hour

// doubt takes a check away that is still to come: no other would count as newer.
func (e *Entry) doubt(now time.Time) {
	if e.LastCheckedAt.After(now.Add(wrongClock)) {
		e.LastCheckedAt, e.Verdict = time.Time{}, ""
	}
}

// MaxName is the longest name a token can be given, in characters.
const MaxName = 80

// ownPrefix begins the names of what the vault itself keeps for a moment.
const ownPrefix = "latchkey-internal-"

// NameFault says what keeps a name from being used.
type NameFault string

// The faults there are.
const (
	NameEmpty     NameFault = "empty"
	NameUntrimmed NameFault = "untrimmed" // space around it; see CleanName
	NameTooLong   NameFault = "too_long"
	NameControl   NameFault = "control"   // a line break or other control character
	NameInvisible NameFault = "invisible" // a letter that is not seen, or a space that is not the usual one
	NameReserved  NameFault = "reserved"
)

// AllNameFaults lists what keeps a name from being used.
func AllNameFaults() []NameFault {
	return []NameFault{NameEmpty, NameUntrimmed, NameTooLong, NameControl, NameInvisible, NameReserved}
}

// NameError is a name that cannot be used. It does not quote the name: a person
// may have put the token there.
type NameError struct{ Fault NameFault }

// Error says what is wrong with the name.
func (e *NameError) Error() string { return fmt.Sprintf("name of a token: %s", e.Fault) }

// CleanName takes the space around a name away, makes each space in it the usual
// one, and checks it like CheckName.
func CleanName(name string) (string, error) {
	name = strings.TrimSpace(strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Zs, r) {
			return ' '
		}
		return r
	}, name))
	return name, CheckName(name)
}

// CheckName returns nil or a *NameError. Keychains and the programs that read
// them take a name literally, so it has no space around it, no control
// characters, nothing that cannot be seen, and at most MaxName characters.
func CheckName(name string) error {
	if err := checkKept(name); err != nil {
		return err
	}
	if hasInvisible(name) {
		return &NameError{NameInvisible}
	}
	return nil
}

// checkKept is CheckName for a name that may be in use since before invisible
// letters were refused.
func checkKept(name string) error {
	switch {
	case strings.TrimSpace(name) == "":
		return &NameError{NameEmpty}
	case strings.TrimSpace(name) != name:
		return &NameError{NameUntrimmed}
	case utf8.RuneCountInString(name) > MaxName:
		return &NameError{NameTooLong}
	case !utf8.ValidString(name) || strings.ContainsFunc(name, breaksLine):
		return &NameError{NameControl}
	case len(name) >= len(ownPrefix) && strings.EqualFold(name[:len(ownPrefix)], ownPrefix):
		return &NameError{NameReserved}
	}
	return nil
}

func breaksLine(r rune) bool {
	return unicode.IsControl(r) || r == '\u2028' || r == '\u2029'
}
