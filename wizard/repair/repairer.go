package repair

import (
	"errors"
	"fmt"

	"latchkey/graph"
	"latchkey/graph/trouble"
	"latchkey/wizard/check"
)

// Repairer repairs with one token. Close ends its connections.
type Repairer struct{ client *graph.Client }

// With returns one. The error is for a base address that is not Graph's, and for a
// token that cannot be sent.
func With(options graph.Options, token graph.Token) (*Repairer, error) {
	client, err := graph.New(options, token)
	if err != nil {
		return nil, fmt.Errorf("preparing to repair: %w", err)
	}
	return &Repairer{client}, nil
}

// Close ends the connections.
func (r *Repairer) Close() { r.client.Close() }

// Outcome is what Graph shows after it was asked to change something.
type Outcome string

// The outcomes.
const (
	Done   Outcome = "done"
	NotYet Outcome = "not_yet" // Graph has taken it on, and does not show it
	Unseen Outcome = "unseen"  // Graph has taken it on, and could not be asked again
)

// AllOutcomes lists what can come of a repair.
func AllOutcomes() []Outcome { return []Outcome{Done, NotYet, Unseen} }

// outcomeOf judges what came of an act: acted is its error, looked that of looking
// afterwards, and shows whether it was seen to be done. A refusal is one whatever is
// seen. No answer is none: what is seen counts, and where nothing is, the error of
// the act stays.
func outcomeOf(acted, looked error, shows bool) (Outcome, error) {
	switch {
	case trouble.AsError(acted) != nil:
		return "", acted
	case looked == nil && shows:
		return Done, nil
	case acted != nil:
		return "", acted
	case looked != nil:
		return Unseen, nil
	}
	return NotYet, nil
}

// lookError is why something could not be looked at: nothing was changed by that.
type lookError struct{ error }

func (e lookError) Unwrap() error { return e.error }

// MayBeDone reports whether a repair that failed may be done all the same: no answer
// came to it, and none when Graph was asked again.
func MayBeDone(err error) bool {
	var looked lookError
	return graph.MayHaveArrived(err) && !errors.As(err, &looked)
}

// Find is a repair of a kind, with the account and number that a check found it for,
// or else those that the token is most likely used for.
func Find(report check.Report, kind check.RepairKind) check.Repair {
	for _, row := range report.Rows {
		if row.Repair.Kind == kind {
			return row.Repair
		}
	}
	return check.Repair{Kind: kind, Account: report.Preferred.Account, Phone: report.Preferred.Phone}
}
