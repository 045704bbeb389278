package handover

import (
	"fmt"
	"strings"
	"unicode"
)

// RecipientFault says why a text is no phone number to send to.
type RecipientFault string

// The faults there are.
const (
	RecipientEmpty      RecipientFault = "empty"
	RecipientCharacters RecipientFault = "characters" // letters, or signs that no phone number has
	RecipientNoCountry  RecipientFault = "no_country" // it begins with a single 0
	RecipientLength     RecipientFault = "length"     // fewer than 7 digits, or over the 15 of ITU-T E.164
)

// AllRecipientFaults lists why a text may be no phone number to send to.
func AllRecipientFaults() []RecipientFault {
	return []RecipientFault{RecipientEmpty, RecipientCharacters, RecipientNoCountry, RecipientLength}
}

// RecipientError is a text that is no phone number to send to.
type RecipientError struct{ Fault RecipientFault }

// Error names the fault.
func (e *RecipientError) Error() string {
	return fmt.Sprintf("no phone number to send to: %s", e.Fault)
}

// Recipient reads a phone number as people write it and returns its digits,
// country code first and without a plus, as Graph takes them. "+44 (0)20 …" and
// "0044 20 …" are both known. The error is a *RecipientError.
func Recipient(text string) (string, error) {
	text = strings.ReplaceAll(text, "(0)", "")
	var digits strings.Builder
	plus := false
	for _, letter := range text {
		switch {
		case letter >= '0' && letter <= '9':
			digits.WriteRune(letter)
		case letter == '+' && !plus && digits.Len() == 0:
			plus = true
		// Format characters come along when a number is copied from a contact.
		case unicode.IsSpace(letter), unicode.Is(unicode.Cf, letter), unicode.Is(unicode.Pd, letter), strings.ContainsRune("()./", letter):
		default:
			return "", &RecipientError{RecipientCharacters}
		}
	}
	number := digits.String()
	if !plus {
		if behind, found := strings.CutPrefix(number, "00"); found {
			number = behind
		}
	}
	switch {
	case number == "":
		return "", &RecipientError{RecipientEmpty}
	case number[0] == '0':
		return "", &RecipientError{RecipientNoCountry}
	case len(number) < 7, len(number) > 15:
		return "", &RecipientError{RecipientLength}
	}
	return number, nil
}
