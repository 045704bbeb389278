package check

import "time"

// Essential are the checks that the owner of a token looks at. The others are
// shown when something is wrong with them, or on demand.
var Essential = essential()

func essential() []ID {
	var ids []ID
	for _, check := range checks {
		if check.Essential {
			ids = append(ids, check.ID)
		}
	}
	return ids
}

// Sorted divides a report's rows into those that the owner should see at once,
// problems and essential ones and what their own program stumbles over, and those
// that are fine or do not apply.
func Sorted(report Report) (shown, more []Row) {
	for _, row := range report.Rows {
		if row.Problem() || row.check().Essential || row.Reason == LocalShapeWritten {
			shown = append(shown, row)
		} else {
			more = append(more, row)
		}
	}
	return shown, more
}

// NeedsNewToken reports whether a row is put right by another token only: what
// a token is and may do cannot be changed once it is made. Where Graph refuses
// because of an app that is shut off, or of a person who must log in, another
// token would be refused alike.
func (r Row) NeedsNewToken() bool {
	if r.Status != Fail || !r.check().NewToken {
		return false
	}
	return r.Graph == nil || r.Graph.Error == nil || r.Graph.Error.Trouble().NeedsNewToken()
}

func (r Row) check() Check {
	check, _ := Find(r.ID)
	return check
}

// ShapeRow says what a pasted text is, before anybody is asked about it.
func ShapeRow(paste Paste) Row { return localShape.row(Facts{Paste: paste}) }

// NotChecked is the report of a check that was not begun, because no token was
// had: every row is passed over.
func NotChecked(now time.Time, version string) Report {
	report := Report{CheckedAt: now, GraphVersion: version, Token: TokenFacts{Kind: KindUnknown}}
	for _, check := range checks {
		report.Rows = append(report.Rows, Row{ID: check.ID, Status: Skipped, Reason: SkippedNoToken})
	}
	report.Verdict = Verdict{Status: Undecided, Reason: VerdictUnknown, About: report.Rows[0]}
	return report
}
