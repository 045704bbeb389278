package check

import "slices"

// WordIDs are the ids of the sentences that tell a row; "" where there is none.
type WordIDs struct{ Title, Detail, Fix string }

// WordIDs says where the words of a row are. What was passed over bears the
// title of its check; the words of an error, and of trouble on the way, serve
// elsewhere too, and explain the cause.
func (r Row) WordIDs() WordIDs {
	reason := string(r.Reason)
	ids := WordIDs{Title: reason + ".title", Detail: reason + ".detail"}
	switch {
	case r.Status == Skipped:
		ids.Title = "check." + string(r.ID) + ".title"
	case r.Reason.Borrowed():
		ids.Detail = reason + ".cause"
	case r.check().Reasons[r.Reason].TitleOnly:
		ids.Detail = ""
	}
	if r.Problem() {
		ids.Fix = reason + ".fix"
	}
	return ids
}

// Known reports whether this program has words for the row. A report of another
// program, or one without reasons, may hold others.
func (r Row) Known() bool {
	check, found := Find(r.ID)
	_, declared := check.Reasons[r.Reason]
	return found && (declared || slices.Contains(SkippedReasons, r.Reason) || slices.Contains(BorrowedReasons(), r.Reason))
}

// Known reports whether this program has words for the verdict.
func (v Verdict) Known() bool { return slices.Contains(VerdictReasons, v.Reason) }
