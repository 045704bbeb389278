package check

import (
	"slices"
	"strings"
	"time"
)

// Essential are the checks that the owner of a token looks at. The others are
// shown when something is wrong with them, or on demand.
var Essential = []ID{
	TokenAlive, TokenKind, TokenExpiry, PermMessaging, PermManagement, AccountReach, PhoneList, PhoneStatus, SendAllowed,
}

// Sorted divides a report's rows into those that the owner should see at once,
// problems and essential ones, and those that are fine or do not apply.
func Sorted(report Report) (shown, more []Row) {
	for _, row := range report.Rows {
		if row.Problem() || slices.Contains(Essential, row.ID) {
			shown = append(shown, row)
		} else {
			more = append(more, row)
		}
	}
	return shown, more
}

// NeedsNewToken reports whether a row is put right by another token only: what
// a token is and may do cannot be changed once it is made.
func (r Row) NeedsNewToken() bool {
	family, _, _ := strings.Cut(string(r.ID), ".")
	return r.Status == Fail && (family == "token" || family == "perm" || family == "app")
}

// ShapeRow says what a pasted text is, before anybody is asked about it.
func ShapeRow(paste Paste) Row { return judgeShape(Facts{Paste: paste}) }

// NotChecked is the report of a check that was not begun, because no token was
// had: every row is passed over.
func NotChecked(now time.Time, version string) Report {
	report := Report{CheckedAt: now, GraphVersion: version, Token: TokenFacts{Kind: KindUnknown}}
	for _, check := range checks {
		report.Rows = append(report.Rows, skipped(check.id, "no_token"))
	}
	report.Verdict = Verdict{Status: Undecided, Reason: VerdictUnknown, About: report.Rows[0]}
	return report
}
