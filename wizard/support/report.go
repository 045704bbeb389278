// Package support helps one person see what is wrong with another person's
// token without ever being sent it.
//
// A Report is what a check found, copied field by field from what may leave
// the program. It is written as a page, as a text for a chat, or as JSON, and
// opened again on another computer. Two reports are compared, and what a row
// asks for becomes a message to the customer.
//
// No sentence is written here: a report holds the ids of words and the values
// that go into them, beside the sentences as its maker read them.
package support

import (
	"time"

	"latchkey/graph"
	"latchkey/graph/site"
	"latchkey/graph/trouble"
	"latchkey/wizard/check"
)

// Schema names the form of a report. It has every field of the document that
// "latchkey check --json" prints, by the same names, and more.
const Schema = "latchkey.support/1"

// Report is what may be told of a token. Lists are never null and ids are
// texts.
type Report struct {
	Schema      string      `json:"schema"`
	Made        Made        `json:"made"`
	Hidden      []Detail    `json:"hidden"`             // what is only partly shown
	Practice    bool        `json:"practice,omitempty"` // a rehearsal's token, of no use anywhere
	CheckedAt   time.Time   `json:"checked_at"`
	Graph       Graph       `json:"graph"`
	Verdict     Verdict     `json:"verdict"`
	Token       Token       `json:"token"`
	Permissions Permissions `json:"permissions"`
	Accounts    []Account   `json:"accounts"`
	Unlisted    int         `json:"unlisted,omitempty"` // accounts that were not looked at
	Checks      []Check     `json:"checks"`
}

// Made says who wrote the report, when, and with which version of the program.
type Made struct {
	By      string    `json:"by,omitempty"`
	At      time.Time `json:"at,omitzero"`
	Version string    `json:"latchkey,omitempty"`
}

// Graph is the version of the Graph API that was asked.
type Graph struct {
	Version string `json:"version"`
}

// Verdict is what came of the check. Summary is its sentence as the maker read
// it.
type Verdict struct {
	Status  check.Outcome `json:"status"`
	Summary string        `json:"summary"`
	Reason  check.Reason  `json:"reason,omitempty"` // id of its words
	About   check.ID      `json:"about,omitempty"`  // the check that decided
	Missing int           `json:"missing,omitempty"`
}

// Token is what is told of the token. Times are null where untold.
type Token struct {
	Kind                check.Kind `json:"kind"`
	Last4               string     `json:"last4"`
	AppID               string     `json:"app_id"`
	AppName             string     `json:"app_name"`
	UserID              string     `json:"user_id"`
	UserName            string     `json:"user_name"`
	ClientBusinessID    string     `json:"client_business_id,omitempty"`
	IssuedAt            *time.Time `json:"issued_at"`
	ExpiresAt           *time.Time `json:"expires_at"`
	NeverExpires        bool       `json:"never_expires"`
	DataAccessExpiresAt *time.Time `json:"data_access_expires_at"`
}

// Permissions are names of permissions.
type Permissions struct {
	Granted []string `json:"granted"`
	Missing []string `json:"missing"`
	Surplus []string `json:"surplus"`
}

// Account is a WhatsApp account that answered. Its states are Meta's own words.
type Account struct {
	ID           string   `json:"id"`
	Name         string   `json:"name"`
	Review       string   `json:"review"`
	Status       string   `json:"status,omitempty"`
	Verification string   `json:"business_verification,omitempty"`
	Ownership    string   `json:"ownership,omitempty"`
	OwnerID      string   `json:"owner_id,omitempty"`
	OwnerName    string   `json:"owner_name,omitempty"`
	Health       *Health  `json:"health,omitempty"`
	Numbers      []Number `json:"phone_numbers"`
}

// Number is a phone number of an account. Its states are Meta's own words.
type Number struct {
	ID           string  `json:"id"`
	Display      string  `json:"display"`
	Name         string  `json:"name"`
	Status       string  `json:"status"`
	Quality      string  `json:"quality"`
	Test         bool    `json:"test"`
	Verification string  `json:"verification,omitempty"`
	NameStatus   string  `json:"name_status,omitempty"`
	Platform     string  `json:"platform,omitempty"`
	Mode         string  `json:"mode,omitempty"`
	Limit        string  `json:"messaging_limit,omitempty"`
	Throughput   string  `json:"throughput,omitempty"`
	Health       *Health `json:"health,omitempty"`
}

// Health is what Meta holds against sending.
type Health struct {
	CanSend  string         `json:"can_send"`
	Entities []HealthEntity `json:"entities"`
}

// HealthEntity is one link of the chain that a message passes.
type HealthEntity struct {
	Type    string        `json:"type"`
	ID      string        `json:"id"`
	CanSend string        `json:"can_send"`
	Errors  []HealthError `json:"errors"`
}

// HealthError is Meta's own description of a trouble, and of what mends it.
type HealthError struct {
	Code        int64  `json:"code"`
	Description string `json:"description"`
	Solution    string `json:"solution"`
}

// Check is one row. Title, Detail and Fix are in the maker's language; Reason
// and Values say the same in any other.
type Check struct {
	ID     check.ID          `json:"id"`
	Status check.Status      `json:"status"`
	Title  string            `json:"title"`
	Detail string            `json:"detail"`
	Fix    *Fix              `json:"fix"`
	Graph  *Answer           `json:"graph"`
	Reason check.Reason      `json:"reason,omitempty"`
	Values map[string]string `json:"values,omitempty"`
	Page   site.Page         `json:"page,omitempty"`
}

// Fix is what to do, and the address of the page where it is done.
type Fix struct {
	Text string `json:"text"`
	URL  string `json:"url"`
}

// Answer is the answer of Graph that decided a row. Code and the rest are left
// out where the call worked.
type Answer struct {
	HTTP    int    `json:"http"`
	Code    *int   `json:"code,omitempty"`
	Subcode *int   `json:"subcode,omitempty"`
	TraceID string `json:"fbtrace_id,omitempty"`
	Message string `json:"message,omitempty"` // Graph's own words
}

// Checked is the report as the check that it was made from, as far as it was
// told: the desk shows both alike.
func (r Report) Checked() check.Report {
	checked := check.Report{
		CheckedAt:    r.CheckedAt,
		GraphVersion: r.Graph.Version,
		Unlisted:     r.Unlisted,
		Token: check.TokenFacts{
			Kind: r.Token.Kind, Last4: r.Token.Last4,
			AppID: graph.ID(r.Token.AppID), AppName: r.Token.AppName,
			UserID: graph.ID(r.Token.UserID), UserName: r.Token.UserName,
			ClientBusinessID: graph.ID(r.Token.ClientBusinessID),
			IssuedAt:         timeOf(r.Token.IssuedAt), ExpiresAt: timeOf(r.Token.ExpiresAt),
			NeverExpires:        r.Token.NeverExpires,
			DataAccessExpiresAt: timeOf(r.Token.DataAccessExpiresAt),
		},
		Permissions: check.Permissions(r.Permissions),
	}
	for _, one := range r.Checks {
		checked.Rows = append(checked.Rows, one.Row())
	}
	checked.Verdict = check.Verdict{
		Status: r.Verdict.Status, Reason: r.Verdict.Reason, Missing: r.Verdict.Missing, About: checked.Row(r.Verdict.About),
	}
	return checked
}

// Row is the check as a row.
func (c Check) Row() check.Row {
	row := check.Row{ID: c.ID, Status: c.Status, Reason: c.Reason, Values: c.Values, Page: c.Page}
	if c.Graph != nil {
		row.Graph = &check.GraphAnswer{HTTP: c.Graph.HTTP}
		if c.Graph.Code != nil {
			row.Graph.Error = &trouble.Error{
				HTTPStatus: c.Graph.HTTP, Code: *c.Graph.Code, Message: c.Graph.Message, TraceID: c.Graph.TraceID,
			}
			if c.Graph.Subcode != nil {
				row.Graph.Error.Subcode = *c.Graph.Subcode
			}
		}
	}
	return row.Read()
}

// check returns the outcome of one check, the zero Check where it is not there.
func (r Report) check(id check.ID) Check {
	for _, one := range r.Checks {
		if one.ID == id {
			return one
		}
	}
	return Check{}
}

func timeOf(moment *time.Time) time.Time {
	if moment == nil {
		return time.Time{}
	}
	return *moment
}
