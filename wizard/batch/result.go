package batch

import (
	"cmp"
	"errors"
	"slices"
	"strconv"
	"strings"
	"time"

	"latchkey/graph"
	"latchkey/graph/site"
	"latchkey/graph/trouble"
	"latchkey/wizard/check"
	"latchkey/wizard/vault"
)

// Result is what came of one row: the verdict, what is not fine, and the few
// facts that a list shows. The whole report is not kept.
type Result struct {
	Row         int           `json:"row"`
	Name        string        `json:"name"`
	Saved       string        `json:"saved,omitempty"` // the saved token that was checked
	Fault       Fault         `json:"fault,omitempty"` // why it was not checked
	Status      check.Outcome `json:"status"`
	CheckedAt   time.Time     `json:"checked_at,omitzero"`
	Reason      check.Reason  `json:"reason,omitempty"` // id of the verdict's words
	About       check.ID      `json:"about,omitempty"`  // the check that decided
	Missing     int           `json:"missing,omitempty"`
	Kind        check.Kind    `json:"kind"`
	Last4       string        `json:"last4"`
	AppID       graph.ID      `json:"app_id"`
	AppName     string        `json:"app_name"`
	Expires     time.Time     `json:"expires_at,omitzero"`
	NeverEnds   bool          `json:"never_expires"`
	Account     string        `json:"account"`      // name of the first one reached
	PhoneNumber string        `json:"phone_number"` // the first one
	Problems    []Problem     `json:"problems"`
}

// Problem is a row of the check that is not fine, or that decided the verdict.
type Problem struct {
	Check   check.ID          `json:"check"`
	Status  check.Status      `json:"status"`
	Reason  check.Reason      `json:"reason"`
	Values  map[string]string `json:"values,omitempty"`
	Page    site.Page         `json:"page,omitempty"`
	HTTP    int               `json:"http,omitempty"`
	Code    int               `json:"code,omitempty"`
	Subcode int               `json:"subcode,omitempty"`
	TraceID string            `json:"fbtrace_id,omitempty"`
}

// resultOf sums up what came of an item.
func resultOf(item Item, report check.Report, err error) Result {
	result := Result{Row: item.Row, Name: item.Name, Saved: item.Saved, Fault: item.Fault, Status: check.Undecided, Kind: check.KindUnknown, Problems: []Problem{}}
	if err != nil {
		result.Fault = faultOf(err)
	}
	if result.Fault != "" {
		return result
	}
	verdict, token := report.Verdict, report.Token
	result.Status, result.Reason, result.About, result.Missing = verdict.Status, verdict.Reason, verdict.About.ID, verdict.Missing
	result.CheckedAt, result.Kind, result.Last4 = report.CheckedAt, token.Kind, token.Last4
	result.AppID, result.AppName, result.Expires, result.NeverEnds = token.AppID, token.AppName, token.ExpiresAt, token.NeverExpires
	for _, row := range report.Rows {
		if row.Problem() || row.ID == verdict.About.ID {
			result.Problems = append(result.Problems, problemOf(row))
		}
	}
	for _, account := range report.Accounts {
		if result.Account == "" {
			result.Account = string(account.Name)
		}
		if result.PhoneNumber == "" && len(account.Numbers) > 0 {
			result.PhoneNumber = string(account.Numbers[0].Display)
		}
	}
	return result
}

func faultOf(err error) Fault {
	var keychain *vault.Error
	if errors.As(err, &keychain) {
		return Fault("keychain." + string(keychain.Reason))
	}
	var name *vault.NameError
	if errors.As(err, &name) {
		return Fault("name." + string(name.Fault))
	}
	return FaultNotChecked
}

func problemOf(row check.Row) Problem {
	problem := Problem{Check: row.ID, Status: row.Status, Reason: row.Reason, Page: row.Page, Values: map[string]string{}}
	for name, value := range row.Written().Values {
		if value != "" {
			problem.Values[name] = value
		}
	}
	if row.Graph != nil {
		problem.HTTP = row.Graph.HTTP
		if err := row.Graph.Error; err != nil {
			problem.Code, problem.Subcode, problem.TraceID = err.Code, err.Subcode, err.TraceID
		}
	}
	return problem
}

// Report is the result as the report of a check with only the rows that were
// kept, to be put into words.
func (r Result) Report() check.Report {
	report := check.Report{
		CheckedAt: r.CheckedAt,
		Token:     check.TokenFacts{Kind: r.Kind, Last4: r.Last4, AppID: r.AppID, AppName: r.AppName, ExpiresAt: r.Expires, NeverExpires: r.NeverEnds},
	}
	for _, problem := range r.Problems {
		row := check.Row{ID: problem.Check, Status: problem.Status, Reason: problem.Reason, Values: problem.Values, Page: problem.Page}
		refused := problem.Code != 0 || problem.TraceID != ""
		if problem.HTTP != 0 || refused {
			row.Graph = &check.GraphAnswer{HTTP: problem.HTTP}
		}
		if refused {
			row.Graph.Error = &trouble.Error{HTTPStatus: problem.HTTP, Code: problem.Code, Subcode: problem.Subcode, TraceID: problem.TraceID}
		}
		report.Rows = append(report.Rows, row.Read())
	}
	report.Verdict = check.Verdict{Status: r.Status, Reason: r.Reason, About: report.Row(r.About), Missing: r.Missing}
	return report
}

// gravity orders results by trouble, the gravest first.
func (r Result) gravity() int {
	if r.Fault != "" {
		return 1
	}
	switch r.Status {
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

// Filter keeps the results in which a text occurs, without case, and which
// have one of the outcomes. An empty text and no outcomes keep all.
func Filter(results []Result, text string, outcomes ...check.Outcome) []Result {
	text = strings.ToLower(strings.TrimSpace(text))
	kept := []Result{}
	for _, result := range results {
		if len(outcomes) > 0 && !slices.Contains(outcomes, result.Status) {
			continue
		}
		searched := strings.ToLower(strings.Join([]string{
			result.Name, result.Saved, result.Last4, result.AppName, string(result.AppID), result.Account, result.PhoneNumber, strconv.Itoa(result.Row),
		}, "\n"))
		if strings.Contains(searched, text) {
			kept = append(kept, result)
		}
	}
	return kept
}

// Count counts the results of each outcome. Rows with a fault count as
// check.Undecided.
func Count(results []Result) map[check.Outcome]int {
	count := map[check.Outcome]int{}
	for _, result := range results {
		count[result.Status]++
	}
	return count
}
