package handover

import (
	"context"
	"errors"
	"runtime"
	"slices"
	"strings"
	"time"
	"unicode"

	"latchkey/graph"
	"latchkey/wizard/vault"
)

// SavedToken is the token that the keychain holds under an entry's name, and what is
// known of it: of one that is not the one listed, nothing but the name, for ids
// and dates are the other one's. Errors are *vault.Error, and *files.Error where
// it cannot be told which one it is.
func SavedToken(ctx context.Context, keychain *vault.Vault, entry vault.Entry) (vault.Entry, graph.Token, error) {
	token, err := keychain.Token(ctx, entry.Name)
	if err != nil {
		return entry, token, err
	}
	listed, err := keychain.Lists(ctx, entry, token)
	if err != nil {
		return entry, graph.Token{}, err
	}
	if !listed {
		entry = vault.Entry{Name: entry.Name}
	}
	return entry, token, nil
}

// DefaultName is the environment variable the token is in when no other is
// asked for.
const DefaultName = "WHATSAPP_TOKEN"

// The variables for what a token reaches, whatever the token's own is called.
const (
	PhoneNumberName = "WHATSAPP_PHONE_NUMBER_ID"
	AccountName     = "WHATSAPP_BUSINESS_ACCOUNT_ID"
)

const expirySuffix = "_EXPIRES_AT"

// ErrOddToken is a token with a line break, a NUL or another control character,
// which would end in pieces.
var ErrOddToken = errors.New("the token holds a control character")

// Variable is one environment variable. Its value is held as a token even where
// it is none, so that no list of variables prints one.
type Variable struct {
	Name  string
	Value graph.Token // the zero Token: there must be no variable of this name
}

// Values are what software needs to use a saved token: the token under name
// ("" for DefaultName); when it expires, in RFC 3339 and UTC, with no variable
// for a token that never does; and the ids of the chosen phone number and
// WhatsApp Business Account. One that is not known must not be there either:
// what stood there before belongs to another token.
func Values(entry vault.Entry, token graph.Token, name string) ([]Variable, error) {
	if name == "" {
		name = DefaultName
	}
	if !nameForm.MatchString(name) || name == PhoneNumberName || name == AccountName {
		return nil, ErrName
	}
	if meansMore(name) {
		return nil, ErrMeansMore
	}
	if strings.ContainsFunc(token.Reveal(), unicode.IsControl) {
		return nil, ErrOddToken
	}
	expiry := Variable{Name: name + expirySuffix}
	if !entry.ExpiresAt.IsZero() {
		expiry.Value = graph.NewToken(entry.ExpiresAt.UTC().Format(time.RFC3339))
	}
	return []Variable{
		{name, token},
		expiry,
		{PhoneNumberName, graph.NewToken(entry.PhoneID)},
		{AccountName, graph.NewToken(entry.AccountID)},
	}, nil
}

// Names lists the variables that have a value, and the ids that are not known.
func Names(variables []Variable) (known, unknown []string) {
	for _, variable := range variables {
		switch {
		case !variable.Value.IsZero():
			known = append(known, variable.Name)
		case variable.Name == PhoneNumberName, variable.Name == AccountName:
			unknown = append(unknown, variable.Name)
		}
	}
	return known, unknown
}

// environment is base with the variables in the place of those of the same
// name: an expiry that came with another token must not stay.
func environment(base []string, variables []Variable) []string {
	result := slices.Clone(base)
	for _, variable := range variables {
		result = slices.DeleteFunc(result, func(line string) bool {
			name, _, _ := strings.Cut(line, "=")
			return sameName(name, variable.Name)
		})
		if !variable.Value.IsZero() {
			result = append(result, variable.Name+"="+variable.Value.Reveal())
		}
	}
	return result
}

// sameName compares as the system does: Windows does not tell upper from lower
// case.
func sameName(a, b string) bool {
	return a == b || runtime.GOOS == "windows" && strings.EqualFold(a, b)
}
