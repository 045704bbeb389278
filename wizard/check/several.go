package check

import (
	"cmp"
	"slices"

	"latchkey/graph"
)

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

// lent reports whether the whole account is lent by Meta for first tests: by its
// name, or since it has no number but such ones.
func (s sender) lent() bool {
	account := s.account.Account.Value
	own := func(number graph.PhoneNumber) bool { return !number.Test() }
	return account.Name.Is(testAccountName) || len(account.Numbers) > 0 && !slices.ContainsFunc(account.Numbers, own)
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

// subject is what a check is about, where there can be several.
type subject int

const (
	eachAccount subject = iota + 1
	eachNumber
	eachCandidate // numbers, or the accounts where there is no number yet
)

func (f Facts) subjects(of subject) []sender {
	switch of {
	case eachAccount:
		return f.accounts()
	case eachNumber:
		return f.senders()
	}
	return f.candidates()
}

// bySeveral judges by the preferred number or account. One that is fine in every
// way is enough for the token to be of use, but what is wrong with it is not
// made good by another. What is wrong with the others is advice.
func (c Check) bySeveral(facts Facts) Row {
	judge := func(sender sender) Row {
		row := c.declared(c.each(facts, sender))
		if row.Status == Pass && c.doubts != nil {
			if doubt, open := c.doubts(facts); open {
				return c.declared(doubt)
			}
		}
		return row
	}
	decides := judge(facts.preferred())
	askOthers := decides.Status == Pass || decides.Status == Unknown && !c.Decides
	if !askOthers {
		return decides
	}
	var advice Row
	for _, other := range facts.subjects(c.subject) {
		switch row := judge(other); {
		case row.Status == Fail:
			return c.declared(row.as(Warn))
		case row.Status == Warn && decides.Status == Pass && advice.ID == "":
			advice = row
		}
	}
	if advice.ID != "" {
		return advice
	}
	return decides
}

// preferred is the number that the token is most likely used for, with its
// account: the first one with the least against it. There must be candidates.
func (f Facts) preferred() sender {
	return slices.MinFunc(f.candidates(), func(a, b sender) int {
		one, other := f.troubles(a), f.troubles(b)
		return cmp.Or(one[Fail]-other[Fail], one[Unknown]-other[Unknown], one[Warn]-other[Warn])
	})
}

// troubles counts what stands against a number and its account.
func (f Facts) troubles(sender sender) map[Status]int {
	count := map[Status]int{}
	for _, check := range checks {
		if check.weighs && (check.subject != eachNumber || sender.number.ID != "") {
			count[check.declared(check.each(f, sender)).Status]++
		}
	}
	return count
}

// candidates are the numbers, or the accounts where there is no number yet.
func (f Facts) candidates() []sender {
	if senders := f.senders(); len(senders) > 0 {
		return senders
	}
	return f.accounts()
}

// accounts are those that answered, whether they have a number or not.
func (f Facts) accounts() []sender {
	var accounts []sender
	for _, account := range f.reached() {
		accounts = append(accounts, sender{account: account})
	}
	return accounts
}
