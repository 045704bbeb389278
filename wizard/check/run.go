package check

import (
	"context"
	"time"

	"latchkey/graph"
	"latchkey/graph/trouble"
)

// stage orders the gathering of facts: a row is told as soon as nothing that
// comes later can change it.
type stage int

const (
	afterPaste stage = iota
	afterIdentity
	afterAccounts
	afterAccess
)

// Request is one check of one token.
type Request struct {
	Token    graph.Token // may be left out where it is in Paste
	Paste    Paste       // what was pasted, where it was: what was around the token, or is there in its place
	Expected Expectation
	Graph    graph.Options
	Access   bool             // ask what the user may do with each account also where that is one more round of calls
	Now      func() time.Time // nil for time.Now
	OnRow    func(Row)        // called from the goroutine that called Run, as rows are known; may be nil
}

// Run checks a token. It always returns a whole report: what could not be
// asked is in the rows. The error is only for a request that makes no sense,
// such as a base address that is not Graph's.
func Run(ctx context.Context, request Request) (Report, error) {
	if request.Now == nil {
		request.Now = time.Now
	}
	if !request.Token.IsZero() {
		request.Paste.Token, request.Paste.Shape = request.Token, ShapeToken
	}
	client, err := graph.New(request.Graph, request.Paste.Token)
	if err != nil {
		return Report{}, err
	}
	defer client.Close()

	judging := judging{
		facts: Facts{Paste: request.Paste, Expected: request.Expected, Version: client.Version(), Now: request.Now()},
		onRow: request.OnRow,
		known: map[ID]Row{},
	}
	facts := &judging.facts
	var expected *AccountFacts
	judging.finish(afterPaste)
	if facts.Paste.Usable() {
		expected = probeIdentity(ctx, client, facts)
	}
	facts.Now = request.Now()
	judging.finish(afterIdentity)
	if facts.worthAskingAccounts() {
		probeAccounts(ctx, client, facts, expected)
	}
	judging.finish(afterAccounts)
	if request.Access {
		probeAccess(ctx, client, facts)
	}
	judging.finish(afterAccess)
	return newReport(*facts, judging.rows()), nil
}

// judging is a check under way.
type judging struct {
	facts Facts
	onRow func(Row)
	known map[ID]Row
}

// finish judges, once each, the checks whose facts are known after a stage.
func (j *judging) finish(done stage) {
	for _, check := range checks {
		_, judged := j.known[check.ID]
		if judged || check.stage > done || done < afterAccess && check.waits != nil && check.waits(j.facts) {
			continue
		}
		row := check.row(j.facts)
		j.known[check.ID] = row
		if j.onRow != nil {
			j.onRow(row)
		}
	}
}

// rows are all rows in the order of the report.
func (j *judging) rows() []Row {
	rows := make([]Row, len(checks))
	for i, check := range checks {
		rows[i] = j.known[check.ID]
	}
	return rows
}

// judgeAll judges every check by facts that are complete.
func judgeAll(facts Facts) []Row {
	judging := judging{facts: facts, known: map[ID]Row{}}
	judging.finish(afterAccess)
	return judging.rows()
}

// worthAskingAccounts is false when the first round has said already that no
// call will be answered, or that asking on only makes a limit last longer.
func (f Facts) worthAskingAccounts() bool {
	return f.hold(needsLivingToken) && classOf(f.Me.Err) != trouble.ClassLimit
}
