package setup

import (
	"slices"

	"latchkey/graph"
	"latchkey/wizard/check"
)

// Number is a number that a token reaches, with its account.
type Number struct {
	Account graph.WhatsAppAccount
	Number  graph.PhoneNumber
}

// NumbersOf lists every number that a report's token reaches.
func NumbersOf(report check.Report) []Number {
	var numbers []Number
	for _, account := range report.Accounts {
		for _, number := range account.Numbers {
			numbers = append(numbers, Number{account, number})
		}
	}
	return numbers
}

// Numbers lists what there is to choose from, and the place in it of what is
// chosen; -1 where nothing is.
func (s *Setup) Numbers() (numbers []Number, chosen int) {
	report := s.Report()
	if report == nil {
		return nil, -1
	}
	progress := s.Progress()
	numbers = NumbersOf(*report)
	return numbers, slices.IndexFunc(numbers, func(n Number) bool {
		return n.Account.ID == progress.Account && n.Number.ID == progress.Phone
	})
}
