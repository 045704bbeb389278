package setup

import (
	"latchkey/graph"
	"latchkey/wizard/check"
	"latchkey/wizard/vault"
)

// Line is one line of the summary. Its name has the words "keep."+Line.
type Line string

// The lines, in their order.
const (
	LineName    Line = "name" // under which it will be saved
	LineKeptIn  Line = "kept_in"
	LineAccount Line = "account"
	LineNumber  Line = "number"
	LineWorksAs Line = "works_as" // whose token it is, and of which app
	LineMay     Line = "may"      // what its permissions allow
	LineExpires Line = "expires"
)

// AllLines lists all lines.
func AllLines() []Line {
	return []Line{LineName, LineKeptIn, LineAccount, LineNumber, LineWorksAs, LineMay, LineExpires}
}

// Change is what can be changed from the summary, and returns to it.
type Change string

// The changes.
const (
	NoChange     Change = ""
	ChangeName   Change = "name"
	ChangeNumber Change = "number" // and with it the account
	ChangeToken  Change = "token"  // what is fixed in it changes only with another one
)

// Summary is what will be saved. Account and Number are nil where the token
// reaches none.
type Summary struct {
	Name    string
	Token   check.TokenFacts
	Account *graph.WhatsAppAccount
	Number  *graph.PhoneNumber
	Granted []string // permissions
	Place   vault.Place
	Service string     // of the keychain
	Several bool       // numbers to choose from
	Assign  bool       // another number comes with its account, once the token's user is assigned to that
	Advice  *check.Row // what is still worth a look; nil where nothing is
}

// Summary describes what will be saved at a place; ok is false as long as there
// is no checked token.
func (s *Setup) Summary(place vault.Place) (summary Summary, ok bool) {
	report := s.Report()
	if report == nil {
		return Summary{}, false
	}
	account, number := s.Chosen()
	summary = Summary{
		Name: s.Name(), Token: report.Token, Account: account, Number: number, Granted: report.Permissions.Granted,
		Place: place, Service: s.Service(), Several: len(NumbersOf(*report)) > 1,
		Assign: s.Progress().TokenSource() == FromSystemUser,
	}
	if report.Verdict.Status == check.Attention {
		summary.Advice = &report.Verdict.About
	}
	return summary, true
}

// Lines are those there is something to say in.
func (s Summary) Lines() []Line {
	var lines []Line
	for _, line := range AllLines() {
		if line == LineAccount && s.Account == nil || line == LineNumber && s.Number == nil {
			continue
		}
		lines = append(lines, line)
	}
	return lines
}

// Change is what a line's button changes. Where the token is stored is the system's keychain, and a
// customer chose the only number of a business token.
func (s Summary) Change(line Line) Change {
	switch line {
	case LineName:
		return ChangeName
	case LineAccount, LineNumber:
		if s.Several || s.Assign {
			return ChangeNumber
		}
	case LineWorksAs, LineMay, LineExpires:
		return ChangeToken
	}
	return NoChange
}

// Service is the one of the keychain that the token is kept under.
func (s *Setup) Service() string {
	if s.env.Practice {
		return vault.PracticeService
	}
	return vault.Service
}
