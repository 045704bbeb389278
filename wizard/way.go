package wizard

import (
	"slices"

	"latchkey/graph"
	"latchkey/wizard/check"
)

// Purpose is what a solution partner's token is for.
type Purpose string

// The purposes. Each needs another kind of token.
const (
	PurposeUnknown    Purpose = ""
	PurposeCreditLine Purpose = "credit_line" // sharing the credit line: a system user token
	PurposeCustomers  Purpose = "customers"   // everything else: a business token for each customer
)

// Purposes lists the answers to the question put to solution partners.
var Purposes = []Purpose{PurposeCreditLine, PurposeCustomers}

// Way is how a token is got.
type Way string

// The ways.
const (
	WaySystemUser Way = "system_user" // generated in Business settings
	WayCode       Way = "code"        // exchanged for an Embedded Signup code
	WaySolution   Way = "solution"    // fetched from a Multi-Partner Solution
)

// Way is how the token is got in the situation that was chosen.
func (p Progress) Way() Way {
	switch {
	case p.Situation == TechProvider:
		return WayCode
	case p.Situation == SolutionPartner && p.Purpose == PurposeCustomers:
		return WaySolution
	}
	return WaySystemUser
}

// passedOver are the steps without anything to do on the ways to a business
// token: the customer has granted it, and it is not pasted but fetched.
var passedOver = []Step{StepSystemUser, StepAssets, StepPaste}

// passes reports whether a step is passed over. It keeps its number.
func (p Progress) passes(step Step) bool {
	return p.Way() != WaySystemUser && slices.Contains(passedOver, step)
}

// kind is the kind of token that is meant.
func (p Progress) kind() check.Kind {
	if p.Way() == WaySystemUser {
		return check.KindSystemUser
	}
	return check.KindBusinessIntegration
}

// Take takes a token that was fetched rather than pasted.
func (s *Setup) Take(token graph.Token) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	s.paste = check.Paste{Token: token, Shape: check.ShapeToken}
	s.report = nil
}
