package check

import (
	"time"

	"latchkey/graph"
)

// Report is everything known about a token, without the token.
type Report struct {
	CheckedAt    time.Time // by this computer's clock
	GraphVersion string
	Verdict      Verdict
	Paste        Paste
	Token        TokenFacts
	Permissions  Permissions
	Accounts     []graph.WhatsAppAccount // those that answered
	Access       map[graph.ID]Access     // to those accounts; see AccessTo
	Preferred    Preferred
	Unlisted     int   // accounts that were not looked at, beyond the first 25
	Rows         []Row // in the order of IDs
}

// Preferred is the account and number that the token is most likely used for: those
// with the least against them, and lent by Meta only where there is no other.
// Both are "" where none was reached, the number also where there is none.
type Preferred struct{ Account, Phone graph.ID }

// TokenFacts is what Graph tells of a token. Times are zero where not known.
type TokenFacts struct {
	Kind                Kind
	Origin              Origin // where a person's token was made
	Last4               string
	AppID               graph.ID
	AppName             string
	UserID              graph.ID
	UserName            string
	ClientBusinessID    graph.ID // the customer's portfolio, for a business token
	ClientBusinessName  string   // "" where not known
	IssuedAt            time.Time
	ExpiresAt           time.Time
	NeverExpires        bool
	DataAccessExpiresAt time.Time
}

// Permissions are the names of permissions. Missing lists the required ones
// that no working call has shown to be there under another name.
type Permissions struct {
	Granted, Missing, Surplus []string
}

// Row returns the row of a check.
func (r Report) Row(id ID) Row {
	row, _ := find(r.Rows, id)
	return row
}

// Judgement is the verdict and the moment of the check.
func (r Report) Judgement() (verdict Verdict, at time.Time) { return r.Verdict, r.CheckedAt }

// newReport cleans nothing: Graph's answers come redacted, and no id is asked
// about that holds the token.
func newReport(facts Facts, rows []Row) Report {
	inspection := facts.Inspection.Value
	report := Report{
		CheckedAt:    facts.Now,
		GraphVersion: facts.Version,
		Paste:        Paste{Shape: facts.Paste.Shape, Vendor: facts.Paste.Vendor, Junk: facts.Paste.Junk},
		Verdict:      judgeVerdict(rows),
		Rows:         rows,
		Unlisted:     facts.Unlisted,
		Token: TokenFacts{
			Kind:                facts.kind(),
			Origin:              facts.origin(),
			Last4:               facts.Paste.Token.Last4(),
			AppID:               inspection.AppID,
			AppName:             string(inspection.Application),
			UserID:              facts.userID(),
			UserName:            string(facts.Me.Value.Name),
			ClientBusinessID:    facts.Me.Value.ClientBusinessID,
			ClientBusinessName:  facts.customerName(),
			IssuedAt:            inspection.IssuedAt.Time(),
			ExpiresAt:           inspection.ExpiresAt.Time(),
			NeverExpires:        facts.Inspection.OK() && inspection.ExpiresAt.Known && inspection.ExpiresAt.Value == 0,
			DataAccessExpiresAt: inspection.DataAccessExpiresAt.Time(),
		},
	}
	report.Permissions.Granted, _ = facts.scopes()
	report.Permissions.Surplus = surplusOf(report.Permissions.Granted)
	report.Permissions.Missing = missingOf(report)
	if len(facts.candidates()) > 0 {
		preferred := facts.preferred()
		report.Preferred = Preferred{Account: preferred.account.ID, Phone: preferred.number.ID}
	}
	report.Access = map[graph.ID]Access{}
	for _, account := range facts.Accounts {
		if account.Account.OK() {
			known := account.Account.Value
			known.NumbersError = nil // the rows say it
			report.Accounts = append(report.Accounts, known)
			report.Access[known.ID] = facts.accessTo(account)
		}
	}
	return report
}

func missingOf(report Report) []string {
	var missing []string
	if report.Row(PermMessaging).Status == Fail {
		missing = append(missing, ScopeMessaging)
	}
	if report.Row(PermManagement).Status == Fail {
		missing = append(missing, ScopeManagement)
	}
	return missing
}
