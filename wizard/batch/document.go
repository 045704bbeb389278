package batch

import (
	"time"

	"latchkey/graph/site"
	"latchkey/wizard/check"
)

// Schema names the form of the results as JSON.
const Schema = "latchkey.batch/1"

// Document is the results as JSON: no token, lists never null.
type Document struct {
	Schema string `json:"schema"`
	Rows   []Line `json:"rows"`
}

// Line is a result as other programs read it.
type Line struct {
	Row         int           `json:"row"`
	Name        string        `json:"name"`
	Saved       string        `json:"saved,omitempty"`
	Fault       Fault         `json:"fault,omitempty"`
	Status      check.Outcome `json:"status"`
	CheckedAt   time.Time     `json:"checked_at,omitzero"`
	Reason      check.Reason  `json:"reason,omitempty"`
	About       check.ID      `json:"about,omitempty"`
	Missing     int           `json:"missing,omitempty"`
	Kind        check.Kind    `json:"kind"`
	Last4       string        `json:"last4"`
	AppID       string        `json:"app_id"`
	AppName     string        `json:"app_name"`
	Expires     *time.Time    `json:"expires_at,omitempty"`
	NeverEnds   bool          `json:"never_expires"`
	Account     string        `json:"account"`
	PhoneNumber string        `json:"phone_number"`
	Problems    []Problem     `json:"problems"`
	Summary     string        `json:"summary"` // in one sentence
}

// Problem is a check that is not fine, and the answer of Graph that decided it.
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

// NewDocument makes the document. say puts a result into one sentence.
func NewDocument(results []Result, say func(Result) string) Document {
	document := Document{Schema: Schema, Rows: make([]Line, 0, len(results))}
	for _, result := range results {
		document.Rows = append(document.Rows, lineOf(result, say(result)))
	}
	return document
}

func lineOf(result Result, summary string) Line {
	verdict, token := result.Verdict, result.Token
	line := Line{
		Row: result.Row, Name: result.Name, Saved: result.Saved, Fault: result.Fault,
		Status: verdict.Status, CheckedAt: result.CheckedAt, Reason: verdict.Reason, About: verdict.About, Missing: verdict.Missing,
		Kind: token.Kind, Last4: token.Last4, AppID: token.AppID, AppName: token.AppName, Expires: token.ExpiresAt, NeverEnds: token.NeverExpires,
		Account: result.Account, PhoneNumber: result.PhoneNumber, Problems: []Problem{}, Summary: summary,
	}
	for _, one := range result.Checks {
		// What decided is kept also where it is fine.
		if one.Problem() {
			line.Problems = append(line.Problems, problemOf(one.Written()))
		}
	}
	return line
}

func problemOf(row check.Row) Problem {
	problem := Problem{Check: row.ID, Status: row.Status, Reason: row.Reason, Values: row.Values, Page: row.Page}
	if answer := row.Graph; answer != nil {
		problem.HTTP = answer.HTTP
		if answer.Error != nil {
			problem.Code, problem.Subcode, problem.TraceID = answer.Code, answer.Subcode, answer.TraceID
		}
	}
	return problem
}
