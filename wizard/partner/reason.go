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

// Reason says why a business token was not had. Title, cause and fix hang below
// ID in the languages, with Values in them.
type Reason struct {
	ID     string
	Values map[string]string
	Page   site.Page      // where it is fixed, PageNone if nowhere
	Graph  *trouble.Error // Graph's answer, for its support; nil if there was none
	Again  bool           // it passes: the same call may work later
	Wait   time.Duration  // how long Graph asks to wait; 0 when it did not say
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
	return "the new token was not proved: " + e.Report.Verdict.Reason
}

// ExchangeReason says why a code was not exchanged.
func ExchangeReason(err error) Reason {
	networkError := graph.AsNetworkError(err)
	if networkError == nil {
		return reasonOf(err)
	}
	switch networkError.Kind {
	case graph.NetworkCut, graph.NetworkTimeout, graph.NetworkEmpty, graph.NetworkOutage, graph.NetworkNotJSON, graph.NetworkTooLarge, graph.NetworkCanceled:
		// It was sent, and nobody knows whether the code is used up.
		reason := reasonOf(err)
		reason.ID = "partner.unanswered"
		return reason
	}
	return reasonOf(err)
}

// PrepareReason says why nothing could be got ready for a code: none was sent,
// so the network's own words hold.
func PrepareReason(err error) Reason { return reasonOf(err) }

// wrongPartner is the reason that holds for every customer alike.
const wrongPartner = "partner.partner_token"

// SolutionReason says why a token was not fetched from a solution.
func SolutionReason(err error) Reason {
	reason := reasonOf(err)
	if reason.Graph == nil {
		return reason
	}
	// The catalogue's words for these are about the person's own token.
	switch cause := reason.Graph.Trouble(); {
	case cause.ID == "parameter":
		reason.ID, reason.Page = "partner.ids", site.PageNone
	case cause.Class == trouble.ClassToken:
		reason.ID, reason.Page = wrongPartner, site.PageSystemUsers
	}
	return reason
}

func reasonOf(err error) Reason {
	var notProved *NotProvedError
	var taken *vault.TakenError
	switch {
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return Reason{ID: "network." + string(graph.NetworkCanceled)}
	case errors.Is(err, graph.ErrNotAnID):
		return Reason{ID: "partner.ids"}
	case errors.Is(err, graph.ErrSolutionVersion):
		return Reason{ID: "partner.version"}
	case errors.Is(err, ErrNoPartner):
		return Reason{ID: "partner.no_partner"}
	case errors.Is(err, ErrOtherCustomer):
		return Reason{ID: "partner.other_customer"}
	case errors.Is(err, vault.ErrNotListed):
		return Reason{ID: "partner.not_listed"}
	case errors.Is(err, ErrNotOfASolution):
		return Reason{ID: "partner.not_of_a_solution"}
	case errors.As(err, &notProved):
		return Reason{ID: "partner.not_proved", Again: notProved.Report.Verdict.Status == check.Undecided}
	case errors.As(err, &taken):
		return Reason{ID: "partner.taken", Values: map[string]string{"Name": taken.Name}}
	}
	if id, values := vault.TroubleOf(err); id != "" {
		return Reason{ID: id, Values: values}
	}
	if graphError := trouble.AsError(err); graphError != nil {
		return graphReason(graphError)
	}
	if networkError := graph.AsNetworkError(err); networkError != nil {
		return networkReason(networkError)
	}
	return Reason{ID: "network." + string(graph.NetworkOther)}
}

func graphReason(err *trouble.Error) Reason {
	cause := err.Trouble()
	passes := cause.Class == trouble.ClassLimit || cause.Class == trouble.ClassOutage || err.Transient
	return Reason{
		ID: "trouble." + cause.ID, Page: cause.Page, Graph: err, Again: passes, Wait: err.RetryAfter,
		Values: map[string]string{"Code": err.CodeText(), "Message": err.Message, "Trace": err.TraceID, "Count": check.Minutes(err.RetryAfter)},
	}
}

func networkReason(err *graph.NetworkError) Reason {
	reason := Reason{
		ID: "network." + string(err.Kind), Wait: err.RetryAfter,
		Values: map[string]string{"Host": err.Host, "Issuer": err.Issuer, "Proxy": err.Proxy, "Count": check.Minutes(err.RetryAfter)},
	}
	switch err.Kind {
	case graph.NetworkCut, graph.NetworkTimeout, graph.NetworkEmpty, graph.NetworkOutage, graph.NetworkUnreachable, graph.NetworkLimited:
		reason.Again = true
	}
	return reason
}
