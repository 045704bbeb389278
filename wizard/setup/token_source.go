package setup

import (
	"slices"
	"time"

	"latchkey/graph"
	"latchkey/wizard/check"
	"latchkey/wizard/vault"
)

// TokenSource is where a token is got.
type TokenSource string

// The sources of tokens.
const (
	FromSystemUser TokenSource = "system_user" // generated in Business settings
	FromSignupCode TokenSource = "code"        // exchanged for an Embedded Signup code
	FromSolution   TokenSource = "solution"    // fetched from a Multi-Partner Solution
)

// TokenSource is where the token is got in the situation that was chosen. Customers'
// tokens come by code to most Tech Providers, and from the solution to most
// partners; CustomersBy says where it is the other way about.
func (p Progress) TokenSource() TokenSource {
	provider := p.Situation == TechProvider
	partner := p.Situation == SolutionPartner && p.Purpose == PurposeCustomers
	switch {
	case !provider && !partner:
		return FromSystemUser
	case p.CustomersBy == FromSignupCode, p.CustomersBy == FromSolution:
		return p.CustomersBy
	case provider:
		return FromSignupCode
	}
	return FromSolution
}

// Other is the other one of the two sources of a customer's business token.
func (s TokenSource) Other() TokenSource {
	if s == FromSignupCode {
		return FromSolution
	}
	return FromSignupCode
}

// passedOver are the steps without anything to do on the ways to a business
// token: the customer has granted it, and it is not pasted but fetched.
var passedOver = []Step{StepSystemUser, StepAssets, StepPaste}

// passes reports whether a step is passed over. It keeps its number.
func (p Progress) passes(step Step) bool {
	return p.TokenSource() != FromSystemUser && slices.Contains(passedOver, step)
}

// kind is the kind of token that is meant.
func (p Progress) kind() check.Kind {
	if p.TokenSource() == FromSystemUser {
		return check.KindSystemUser
	}
	return check.KindBusinessIntegration
}

// Fetched is a customer's business token that was fetched rather than pasted,
// with what a check cannot find out.
type Fetched struct {
	Token     graph.Token
	ExpiresAt time.Time // as Meta said when handing it out; zero where it did not
	Partner   string    // name under which the partner's own token is saved; "" where there is none
}

// Take takes a fetched token in place of a pasted one.
func (s *Setup) Take(fetched Fetched) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	s.paste = check.Paste{Token: fetched.Token, Shape: check.ShapeToken}
	s.report, s.fetched = nil, fetched
}

// noteFetched adds to an entry what is needed to have a solution's token again
// before it ends, and its end where the token does not tell that itself.
func noteFetched(entry *vault.Entry, progress Progress, fetched Fetched) {
	if !entry.NeverExpires && entry.ExpiresAt.IsZero() {
		entry.ExpiresAt = fetched.ExpiresAt
	}
	if progress.TokenSource() != FromSolution {
		return
	}
	entry.SolutionID, entry.Partner = string(progress.Solution), fetched.Partner
	if entry.ClientBusinessID == "" {
		entry.ClientBusinessID = string(progress.Business)
	}
}
