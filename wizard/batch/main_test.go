package batch_test

import (
	"context"
	"fmt"
	"testing"

	"go.uber.org/goleak"

	"latchkey/graph/trouble"
	"latchkey/wizard/batch"
	"latchkey/wizard/check"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// tokenOf makes up a token for a row; it has a real one's shape and length.
func tokenOf(row int) string {
	return fmt.Sprintf("EAAG%0193dRow%05d", 7, row)
}

// items are rows with a token each.
func items(count int) []batch.Item {
	list := make([]batch.Item, count)
	for i := range list {
		list[i] = batch.Item{Row: i + 1, Name: fmt.Sprintf("Shop %d", i+1), Paste: check.ReadPaste(tokenOf(i + 1))}
	}
	return list
}

// ready is the report of a token where all is well.
func ready(item batch.Item) check.Report {
	return verdict(check.Ready, check.Row{ID: check.TokenExpiry, Status: check.Pass, Reason: "check.token.expiry.never"}, item)
}

// limited is the report of a check that met a limit.
func limited(item batch.Item, err *trouble.Error) check.Report {
	row := check.Row{ID: check.TokenAlive, Status: check.Unknown, Reason: "trouble.too_many_calls", Graph: &check.GraphAnswer{HTTP: 400, Error: err}}
	return verdict(check.Undecided, row, item)
}

func verdict(status check.Outcome, about check.Row, item batch.Item) check.Report {
	return check.Report{
		Verdict: check.Verdict{Status: status, Reason: check.Reason("verdict." + string(status)), About: about}, Rows: []check.Row{about},
		Token: check.TokenFacts{Kind: check.KindSystemUser, Last4: item.Paste.Token.Last4()},
	}
}

// always is a check with one and the same outcome.
func always(report check.Report) batch.Check {
	return func(context.Context, batch.Item) (check.Report, error) { return report, nil }
}
