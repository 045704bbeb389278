package check

import "latchkey/graph"

// sender is a phone number together with the account that it is in.
type sender struct {
	account AccountFacts
	number  graph.PhoneNumber
}

// testAccountName is how Meta calls the account that it lends for first tests.
const testAccountName = "Test WhatsApp Business Account"

// test reports whether this is lent by Meta for first tests.
func (s sender) test() bool {
	return s.number.Test() || s.account.Account.Value.Name.Is(testAccountName)
}

// senders lists the numbers of the reached accounts, held to the expected one.
// Meta's test number counts only where there is no other: once an own number is
// there, its state is what matters.
func (f Facts) senders() []sender {
	var own, lent []sender
	for _, account := range f.reached() {
		for _, number := range account.Account.Value.Numbers {
			candidate := sender{account, number}
			switch {
			case f.Expected.Phone != "" && f.Expected.Phone != number.ID:
			case candidate.test():
				lent = append(lent, candidate)
			default:
				own = append(own, candidate)
			}
		}
	}
	if len(own) > 0 {
		return own
	}
	return lent
}

// mostFavourable judges several things of a kind, accounts or numbers. One that
// is fine is enough for the token to be of use; what is wrong with another is
// then advice. With none fine the best outcome stands.
func mostFavourable[T any](things []T, judge func(T) Row) Row {
	outcomes := map[Status]Row{}
	for _, thing := range things {
		row := judge(thing)
		if _, known := outcomes[row.Status]; !known {
			outcomes[row.Status] = row
		}
	}
	if _, fine := outcomes[Pass]; fine {
		if advice, found := outcomes[Fail]; found {
			advice.Status = Warn
			return advice
		}
		if advice, found := outcomes[Warn]; found {
			return advice
		}
	}
	for _, status := range []Status{Pass, Warn, Unknown, Fail} {
		if row, found := outcomes[status]; found {
			return row
		}
	}
	return Row{}
}
