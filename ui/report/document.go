// Package report writes a check's report as the document that other programs
// read: latchkey.report/1. The document is built field by field from what may
// leave the program, so it cannot hold a token.
package report

import (
	"time"

	"latchkey/graph"
	"latchkey/graph/site"
	"latchkey/ui/words"
	"latchkey/wizard/check"
)

// Schema names the document's form. It changes only when fields do.
const Schema = "latchkey.report/1"

// Document is the report as JSON. Lists are never null and ids are texts.
type Document struct {
	Schema    string `json:"schema"`
	CheckedAt string `json:"checked_at"`
	Graph     struct {
		Version string `json:"version"`
	} `json:"graph"`
	Verdict struct {
		Status  string `json:"status"`
		Summary string `json:"summary"`
	} `json:"verdict"`
	Token       Token       `json:"token"`
	Permissions Permissions `json:"permissions"`
	Accounts    []Account   `json:"accounts"`
	Checks      []Check     `json:"checks"`
}

// Token is what is told of the token. Times are RFC 3339, null where untold.
type Token struct {
	Kind                string  `json:"kind"`
	Last4               string  `json:"last4"`
	AppID               string  `json:"app_id"`
	AppName             string  `json:"app_name"`
	UserID              string  `json:"user_id"`
	UserName            string  `json:"user_name"`
	IssuedAt            *string `json:"issued_at"`
	ExpiresAt           *string `json:"expires_at"`
	NeverExpires        bool    `json:"never_expires"`
	DataAccessExpiresAt *string `json:"data_access_expires_at"`
}

// Permissions are names of permissions.
type Permissions struct {
	Granted []string `json:"granted"`
	Missing []string `json:"missing"`
	Surplus []string `json:"surplus"`
}

// Account is a WhatsApp account that answered.
type Account struct {
	ID           string  `json:"id"`
	Name         string  `json:"name"`
	Review       string  `json:"review"`
	PhoneNumbers []Phone `json:"phone_numbers"`
}

// Phone is a number of an account.
type Phone struct {
	ID      string `json:"id"`
	Display string `json:"display"`
	Name    string `json:"name"`
	Status  string `json:"status"`
	Quality string `json:"quality"`
	Test    bool   `json:"test"`
}

// Check is one row.
type Check struct {
	ID     string  `json:"id"`
	Status string  `json:"status"`
	Title  string  `json:"title"`
	Detail string  `json:"detail"`
	Fix    *Fix    `json:"fix"`
	Graph  *Answer `json:"graph"`
}

// Fix is what to do, and on which page.
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
}

// New builds the document. site is where the pages of the fixes are.
func New(report check.Report, words *words.Words, pages site.Site, ids site.PageIDs) Document {
	document := Document{Schema: Schema, CheckedAt: report.CheckedAt.UTC().Format(time.RFC3339)}
	document.Graph.Version = report.GraphVersion
	document.Verdict.Status = string(report.Verdict.Status)
	document.Verdict.Summary = plain(words.Verdict(report).Summary)
	document.Token = token(report.Token)
	document.Permissions = Permissions{
		Granted: list(report.Permissions.Granted),
		Missing: list(report.Permissions.Missing),
		Surplus: list(report.Permissions.Surplus),
	}
	document.Accounts = make([]Account, 0, len(report.Accounts))
	for _, known := range report.Accounts {
		document.Accounts = append(document.Accounts, account(known))
	}
	if ids.App == "" {
		ids.App = report.Token.AppID
	}
	document.Checks = make([]Check, 0, len(report.Rows))
	for _, row := range report.Rows {
		document.Checks = append(document.Checks, checkOf(row, report.CheckedAt, words, pages, ids))
	}
	return document
}

func plain(text string) string { return words.Plain(text) }

func token(facts check.TokenFacts) Token {
	return Token{
		Kind:                string(facts.Kind),
		Last4:               facts.Last4,
		AppID:               string(facts.AppID),
		AppName:             facts.AppName,
		UserID:              string(facts.UserID),
		UserName:            facts.UserName,
		IssuedAt:            moment(facts.IssuedAt),
		ExpiresAt:           moment(facts.ExpiresAt),
		NeverExpires:        facts.NeverExpires,
		DataAccessExpiresAt: moment(facts.DataAccessExpiresAt),
	}
}

func moment(t time.Time) *string {
	const lastYear = 9999 // RFC 3339 has four digits for it
	if t.IsZero() || t.UTC().Year() > lastYear {
		return nil
	}
	text := t.UTC().Format(time.RFC3339)
	return &text
}

func list(names []string) []string {
	if names == nil {
		return []string{}
	}
	return names
}

func account(known graph.WhatsAppAccount) Account {
	result := Account{
		ID: string(known.ID), Name: string(known.Name), Review: string(known.ReviewStatus),
		PhoneNumbers: make([]Phone, 0, len(known.Numbers)),
	}
	for _, number := range known.Numbers {
		result.PhoneNumbers = append(result.PhoneNumbers, Phone{
			ID: string(number.ID), Display: string(number.Display), Name: string(number.VerifiedName),
			Status: string(number.Status), Quality: string(number.Quality), Test: number.Test(),
		})
	}
	return result
}

func checkOf(row check.Row, at time.Time, words *words.Words, pages site.Site, ids site.PageIDs) Check {
	text := words.Row(row, at)
	result := Check{ID: string(row.ID), Status: string(row.Status), Title: plain(text.Title), Detail: plain(text.Detail)}
	if text.Fix != "" {
		result.Fix = &Fix{Text: plain(text.Fix), URL: pages.Address(row.Page, ids)}
	}
	if row.Graph != nil {
		result.Graph = &Answer{HTTP: row.Graph.HTTP}
		if err := row.Graph.Error; err != nil {
			result.Graph.Code, result.Graph.Subcode, result.Graph.TraceID = &err.Code, &err.Subcode, err.TraceID
		}
	}
	return result
}
