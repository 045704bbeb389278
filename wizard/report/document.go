package report

import (
	"time"

	"latchkey/wizard/check"
)

// Document is what may be told of a check. Lists are never null and ids are
// texts.
type Document struct {
	CheckedAt   time.Time   `json:"checked_at"`
	Graph       Graph       `json:"graph"`
	Verdict     Verdict     `json:"verdict"`
	Token       Token       `json:"token"`
	Permissions Permissions `json:"permissions"`
	Accounts    []Account   `json:"accounts"`
	Unlisted    int         `json:"unlisted,omitempty"` // accounts that were not looked at
	Checks      []Check     `json:"checks"`
}

// Graph is the version of the Graph API that was asked.
type Graph struct {
	Version string `json:"version"`
}

// Verdict is what came of the check. Summary is its sentence, in the language
// of whoever made the document.
type Verdict struct {
	Status  check.Outcome `json:"status"`
	Summary string        `json:"summary"`
	Reason  check.Reason  `json:"reason,omitempty"` // id of its words
	About   check.ID      `json:"about,omitempty"`  // the check that decided
	Missing int           `json:"missing,omitempty"`
}

// Shown is the outcome that a person is shown.
func (v Verdict) Shown() check.Outcome {
	return check.Verdict{Status: v.Status, Reason: v.Reason}.Shown()
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
	ClientBusinessName  string     `json:"-"` // known, so that it can be hidden where Graph quotes it
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

// Fix is what to do, and the address of the page where it is done.
type Fix struct {
	Text string `json:"text"`
	URL  string `json:"url"`
}

// Check returns what came of one check, the zero Check where it is not there.
func (d Document) Check(id check.ID) Check {
	for _, one := range d.Checks {
		if one.ID == id {
			return one
		}
	}
	return Check{}
}

// Judgement is the verdict, about the row that decided, and the moment of the
// check.
func (d Document) Judgement() (verdict check.Verdict, at time.Time) {
	told := d.Verdict
	return check.Verdict{Status: told.Status, Reason: told.Reason, About: d.Check(told.About).Row, Missing: told.Missing}, d.CheckedAt
}
