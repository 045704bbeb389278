package support

import (
	"strings"
	"unicode/utf8"

	"latchkey/graph/value"
)

// Detail is a kind of personal detail that a report shows in part, unless its
// maker chose otherwise.
type Detail string

// The details. Names are those of users, accounts, portfolios and numbers; the
// name of an app stays, it is a piece of software's.
const (
	DetailNames   Detail = "names"
	DetailNumbers Detail = "numbers"
	DetailIDs     Detail = "ids"
)

// Show says which details are shown in full.
type Show struct{ Names, Numbers, IDs bool }

func (s Show) hidden() []Detail {
	hidden := []Detail{}
	for _, choice := range []struct {
		shown  bool
		detail Detail
	}{{s.Names, DetailNames}, {s.Numbers, DetailNumbers}, {s.IDs, DetailIDs}} {
		if !choice.shown {
			hidden = append(hidden, choice.detail)
		}
	}
	return hidden
}

// left stands for what is hidden.
const left = "…"

var (
	hiddenID     = value.Pattern(`^…[0-9A-Za-z_]{0,4}$`)
	hiddenNumber = value.Pattern(`^(\+\d{1,2} )?…\d{0,2}$`)
	// A phone number or an id inside a longer text: nine digits or more, with
	// at most one sign between two of them.
	digitsForm = value.Pattern(`\+?\d(?:[ ().\-/]?\d){8,}`)
	idForm     = value.Pattern(`^\d{14,}$`)
)

// HideName keeps each word's first letter: "C… B…". What is hidden already
// stays as it is; so with the other two.
func HideName(name string) string {
	names := strings.Split(name, ", ")
	for i, one := range names {
		words := strings.Fields(one)
		for j, word := range words {
			if _, size := utf8.DecodeRuneInString(word); size < len(word) {
				words[j] = word[:size] + left
			}
		}
		names[i] = strings.Join(words, " ")
	}
	return strings.Join(names, ", ")
}

// HideNumber keeps the beginning and the last two digits of each phone number:
// "+49 …20".
func HideNumber(number string) string {
	numbers := strings.Split(number, ", ")
	for i, one := range numbers {
		switch {
		case one == "", hiddenNumber().MatchString(one), hiddenID().MatchString(one):
		case idForm().MatchString(one):
			numbers[i] = HideID(one) // what a list shows for a number without one
		default:
			numbers[i] = hideOneNumber(one)
		}
	}
	return strings.Join(numbers, ", ")
}

func hideOneNumber(number string) string {
	digits := strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, number)
	if len(digits) < 6 {
		return left
	}
	start := ""
	if strings.HasPrefix(number, "+") {
		// Country codes have one to three digits; only those of one digit, 1 and
		// 7, are told by their first.
		length := 2
		if digits[0] == '1' || digits[0] == '7' {
			length = 1
		}
		start = "+" + digits[:length] + " "
	}
	return start + left + digits[len(digits)-2:]
}

// HideID keeps the last four characters of an id: "…6789".
func HideID(id string) string {
	if id == "" || hiddenID().MatchString(id) {
		return id
	}
	letters := []rune(id)
	return left + string(letters[len(letters)-min(4, len(letters)/3):])
}
