package batch

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"latchkey/wizard/check"
)

// gravity orders results by trouble, the gravest first.
func (r Result) gravity() int {
	if r.Fault != "" {
		return 1
	}
	switch r.Verdict.Shown() {
	case check.NotReady:
		return 0
	case check.Undecided:
		return 2
	case check.Attention:
		return 3
	}
	return 4
}

// Sort orders results by trouble, the gravest first, and by row within the
// same.
func Sort(results []Result) {
	slices.SortStableFunc(results, func(a, b Result) int {
		return cmp.Or(cmp.Compare(a.gravity(), b.gravity()), cmp.Compare(a.Row, b.Row))
	})
}

// Order is what comes first in a list of results.
type Order string

// The orders.
const (
	ByTrouble Order = "trouble" // the gravest first
	ByName    Order = "name"
	ByRow     Order = "row" // as in the list that was read
)

// Orders lists the orders.
func Orders() []Order { return []Order{ByTrouble, ByName, ByRow} }

// SortBy orders results; what is alike stays in the order of the list.
func SortBy(results []Result, order Order) {
	switch order {
	case ByName:
		slices.SortStableFunc(results, func(a, b Result) int {
			return cmp.Or(cmp.Compare(strings.ToLower(a.Name), strings.ToLower(b.Name)), cmp.Compare(a.Row, b.Row))
		})
	case ByRow:
		slices.SortStableFunc(results, func(a, b Result) int { return cmp.Compare(a.Row, b.Row) })
	default:
		Sort(results)
	}
}

// Filter keeps the results in which a text occurs, without case, and which
// are shown with one of the outcomes. An empty text and no outcomes keep all.
func Filter(results []Result, text string, outcomes ...check.Outcome) []Result {
	text = strings.ToLower(strings.TrimSpace(text))
	kept := []Result{}
	for _, result := range results {
		if len(outcomes) > 0 && !slices.Contains(outcomes, result.Verdict.Shown()) {
			continue
		}
		token := result.Token
		searched := strings.ToLower(strings.Join([]string{
			result.Name, result.Saved, token.Last4, token.AppName, token.AppID, result.Account, result.PhoneNumber, strconv.Itoa(result.Row),
		}, "\n"))
		if strings.Contains(searched, text) {
			kept = append(kept, result)
		}
	}
	return kept
}

// Count counts the results by the outcome they are shown with. Rows with a fault count as
// check.Undecided.
func Count(results []Result) map[check.Outcome]int {
	count := map[check.Outcome]int{}
	for _, result := range results {
		count[result.Verdict.Shown()]++
	}
	return count
}
