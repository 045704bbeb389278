package partner

import (
	"context"
	"errors"
	"time"

	"latchkey/graph"
	"latchkey/graph/site"
	"latchkey/graph/trouble"
	"latchkey/wizard/check"
	"latchkey/wizard/vault"
)

// Kind says what a reason is about, and so what follows from it.
type Kind string

// The kinds of reason.
const (
	KindCanceled  Kind = "canceled"  // somebody stopped it
	KindUndecided Kind = "undecided" // Graph was not reached, or what it answers passes
	KindKeychain  Kind = "keychain"  // the token could not be kept
	KindInput     Kind = "input"     // an id or a name that was typed
	KindRefused   Kind = "refused"   // there is an answer, and it is no
)

// AllKinds lists the kinds of reason.
func AllKinds() []Kind {
	return []Kind{KindCanceled, KindUndecided, KindKeychain, KindInput, KindRefused}
}

// Problem is a reason of this package's own, beside those of Graph, of the
// network and of the keychain.
type Problem string

// The problems there are.
const (
	NoProblem       Problem = ""
	BadID           Problem = "ids"               // what was given as an id is none
	OtherVersion    Problem = "version"           // Meta offers no tokens of solutions in this version of Graph
	PartnerUnsaved  Problem = "no_partner"        // with whose token to fetch is not known
	PartnerRefused  Problem = "partner_token"     // Graph does not take the partner's token
	OtherCustomer   Problem = "other_customer"    // the token is for another customer
	NotListed       Problem = "not_listed"        // no token is saved under the name
	NotOfASolution  Problem = "not_of_a_solution" // the saved token came another way
	NotProved       Problem = "not_proved"        // the new token does not do what the old one is for
	NameTaken       Problem = "taken"             // the name stands for another token
	CodeMayBeUsedUp Problem = "unanswered"        // the code was sent, and no answer came
)

// AllProblems lists the problems there are.
func AllProblems() []Problem {
	return []Problem{
		BadID, OtherVersion, PartnerUnsaved, PartnerRefused, OtherCustomer, NotListed, NotOfASolution, NotProved,
		NameTaken, CodeMayBeUsedUp,
	}
}

// Reason says why a business token was not had. Title, cause and fix hang below
// ID in the languages, with Values in them.
type Reason struct {
	Kind    Kind
	Problem Problem // NoProblem where Graph, the network or the keychain says it
	ID      string
	Values  map[string]string
	Page    site.Page           // where it is fixed, PageNone if nowhere
	Graph   *trouble.Error      // Graph's answer, for its support; nil if there was none
	Network *graph.NetworkError // what stood in the way of one; nil if nothing did
	Again   bool                // it passes: the same call may work later
	Wait    time.Duration       // how long Graph asks to wait; 0 when it did not say
}

// own makes a reason one of this package's.
func (r Reason) own(problem Problem, kind Kind) Reason {
	r.Kind, r.Problem, r.ID = kind, problem, "partner."+string(problem)
	return r
}

// What keeps a business token from being had, beside Graph and the network.
var (
	// ErrNoPartner: the entry does not say whose token it was fetched with.
	ErrNoPartner = errors.New("the partner's token was not saved")
	// ErrOtherCustomer: the token is for another customer than asked for.
	ErrOtherCustomer = errors.New("the token is for another customer")
	// ErrNotOfASolution: the saved token did not come from a solution.
	ErrNotOfASolution = errors.New("the token was not fetched from a solution")
)

// NotProvedError is a new token that does not do what the old one is for. The
// old one was kept.
type NotProvedError struct{ Report check.Report }

// Error names the verdict.
func (e *NotProvedError) Error() string {
	return "the new token was not proved: " + string(e.Report.Verdict.Reason)
}

// ExchangeReason says why a code was not exchanged.
func ExchangeReason(err error) Reason {
	reason := reasonOf(err)
	if reason.Network == nil {
		return reason
	}
	switch reason.Network.Kind {
	case graph.NetworkCut, graph.NetworkTimeout, graph.NetworkEmpty, graph.NetworkOutage, graph.NetworkNotJSON, graph.NetworkTooLarge, graph.NetworkCanceled:
		// It was sent, and nobody knows whether the code is used up.
		return reason.own(CodeMayBeUsedUp, KindUndecided)
	}
	return reason
}

// PrepareReason says why nothing could be got ready for a code: none was sent,
// so the network's own words hold.
func PrepareReason(err error) Reason { return reasonOf(err) }

// SolutionReason says why a token was not fetched from a solution.
func SolutionReason(err error) Reason {
	reason := reasonOf(err)
	if reason.Graph == nil {
		return reason
	}
	// The catalogue's words for these are about the person's own token.
	switch cause := reason.Graph.Trouble(); {
	case cause == trouble.Parameter:
		reason.Page = site.PageNone
		return reason.own(BadID, reason.kindUnless(KindInput))
	case cause.Class == trouble.ClassToken:
		reason.Page = site.PageSystemUsers
		return reason.own(PartnerRefused, reason.kindUnless(KindRefused))
	}
	return reason
}

// kindUnless is the kind given; of what passes, nothing is decided yet.
func (r Reason) kindUnless(kind Kind) Kind {
	if r.Again {
		return KindUndecided
	}
	return kind
}

// reasonOf asks for what was stopped first, whoever else it may look like.
func reasonOf(err error) Reason {
	if problem := problemOf(err); problem != NoProblem {
		return problemReason(problem, err)
	}
	graphError, networkError := trouble.AsError(err), graph.AsNetworkError(err)
	id, values := vault.TroubleOf(err)
	switch {
	case errors.Is(err, context.Canceled):
		return Reason{Kind: KindCanceled, ID: "network." + string(graph.NetworkCanceled), Network: networkError}
	case graphError != nil:
		return graphReason(graphError)
	case networkError != nil:
		return networkReason(networkError)
	case isNameError(err):
		return Reason{Kind: KindInput, ID: id, Values: values}
	case id != "":
		return Reason{Kind: KindKeychain, ID: id, Values: values}
	}
	return networkReason(&graph.NetworkError{Kind: graph.NetworkOther})
}

func problemOf(err error) Problem {
	var notProved *NotProvedError
	var taken *vault.TakenError
	switch {
	case errors.Is(err, graph.ErrNotAnID):
		return BadID
	case errors.Is(err, graph.ErrSolutionVersion):
		return OtherVersion
	case errors.Is(err, ErrNoPartner):
		return PartnerUnsaved
	case errors.Is(err, ErrOtherCustomer):
		return OtherCustomer
	case errors.Is(err, vault.ErrNotListed):
		return NotListed
	case errors.Is(err, ErrNotOfASolution):
		return NotOfASolution
	case errors.As(err, &notProved):
		return NotProved
	case errors.As(err, &taken):
		return NameTaken
	}
	return NoProblem
}

func problemReason(problem Problem, err error) Reason {
	var reason Reason
	var notProved *NotProvedError
	switch {
	case problem == BadID:
		return reason.own(problem, KindInput)
	case errors.As(err, &notProved):
		reason.Again = notProved.Report.Verdict.Status == check.Undecided
	case problem == OtherVersion:
		first, _ := graph.SolutionVersions()
		reason.Values = map[string]string{"From": first}
	case problem == NameTaken:
		_, reason.Values = vault.TroubleOf(err)
	}
	return reason.own(problem, reason.kindUnless(KindRefused))
}

func isNameError(err error) bool {
	var name *vault.NameError
	return errors.As(err, &name) || errors.Is(err, vault.ErrTokenInEntry)
}

func graphReason(err *trouble.Error) Reason {
	cause := err.Trouble()
	reason := Reason{
		ID: "trouble." + cause.ID, Page: cause.Page, Graph: err, Wait: err.RetryAfter,
		Again:  graph.Passes(err),
		Values: err.Values(),
	}
	reason.Kind = reason.kindUnless(KindRefused)
	return reason
}

func networkReason(err *graph.NetworkError) Reason {
	return Reason{
		Kind: KindUndecided, ID: "network." + string(err.Kind), Network: err, Wait: err.RetryAfter, Again: graph.Passes(err),
		Values: err.Values(),
	}
}
