package check

import (
	"time"

	"latchkey/graph/site"
	"latchkey/graph/trouble"
)

// Kind is a kind of token, as the report names it.
type Kind string

// The kinds of token. "business token" is Meta's short name for a business
// integration system user token.
const (
	KindSystemUser          Kind = "system_user"
	KindBusinessIntegration Kind = "business_integration"
	KindUser                Kind = "user"
	KindPage                Kind = "page"
	KindApp                 Kind = "app"
	KindUnknown             Kind = "unknown"
)

// Why a token's kind is as it is.
const (
	TokenKindUser Reason = "check.token.kind.user"
)

// Why its end is as it is.
const (
	TokenExpiryDataAccess      Reason = "check.token.expiry.data_access"
	TokenExpiryDataAccessSoon  Reason = "check.token.expiry.data_access_soon"
	TokenExpiryDataAccessToday Reason = "check.token.expiry.data_access_today"
	TokenExpiryDataAccessPast  Reason = "check.token.expiry.data_access_past"
)

// When the end of a token is near enough to say so.
const (
	expiresSoon   = 7 * 24 * time.Hour
	expiresAtOnce = 24 * time.Hour
)

// judgeAlive asks whether Graph accepts the token. A call that worked decides;
// what debug_token says counts where no call could decide.
func judgeAlive(f Facts) Row {
	if row, skip := f.afterReach(TokenAlive); skip {
		return row
	}
	accepted := row(TokenAlive, Pass, "accepted").with("User", string(f.Me.Value.Name)).
		with("App", string(f.Inspection.Value.Application)).with("Kind", string(f.kind()))
	valid := f.Inspection.Value.Valid
	switch {
	case f.Me.OK():
		return accepted.from(answered())
	case f.refusal() != nil:
		return troubleRow(TokenAlive, f.refusal())
	case blocksEverything(f.Me.Err):
		return troubleRow(TokenAlive, f.Me.Err)
	case valid != nil && !*valid:
		return Row{ID: TokenAlive, Status: Fail, Reason: TroubleReason(trouble.TokenNotAccepted), Page: site.PageSystemUsers}.from(answered())
	case valid != nil, len(f.Permissions.Value) > 0, len(f.Assigned.Value) > 0:
		return accepted.from(answered())
	case conclusive(f.Me.Err):
		// Graph looks at the token first: an answer about rights or about other
		// things means that the token was accepted.
		return accepted.from(answerOf(f.Me.Err))
	case f.Me.Asked:
		return unknownRow(TokenAlive, f.Me.Err)
	}
	return skipped(TokenAlive, "not_reached")
}

// blocksEverything reports whether Graph says that the app or its business is
// blocked: the token is then of no use for any call.
func blocksEverything(err error) bool {
	cause := troubleOf(err)
	return cause == trouble.ApiAccessBlocked || cause == trouble.PolicyBlock
}

// refusal is Graph's word that the token itself does not work, the most exact
// one there is; nil when nothing said so.
func (f Facts) refusal() error {
	var found *trouble.Error
	candidates := []*trouble.Error{f.Inspection.Value.Refusal, trouble.AsError(f.Inspection.Err), trouble.AsError(f.Me.Err), trouble.AsError(f.Permissions.Err)}
	for _, candidate := range candidates {
		if candidate == nil || candidate.Trouble().Class != trouble.ClassToken {
			continue
		}
		if found == nil || found.Subcode == 0 && candidate.Subcode != 0 ||
			found.Subcode == candidate.Subcode && found.TraceID == "" { // which Meta's support asks for
			found = candidate
		}
	}
	if found == nil {
		return nil
	}
	return found
}

func judgeKind(f Facts) Row {
	if row, skip := f.afterReach(TokenKind); skip {
		return row
	}
	kind, meant := f.kind(), f.Expected.Kind
	switch {
	case kind == KindSystemUser && meant == KindBusinessIntegration:
		return row(TokenKind, Fail, "system_user_for_business").with("User", string(f.Me.Value.Name)).from(answered())
	case kind == KindSystemUser:
		return row(TokenKind, Pass, string(kind)).from(answered())
	case kind == KindBusinessIntegration && meant == KindSystemUser:
		return row(TokenKind, Warn, "business_for_system_user").with("Customer", f.customer()).
			at(site.PageSystemUsers).from(answered())
	case kind == KindBusinessIntegration && f.ofOtherCustomer():
		return row(TokenKind, Fail, "other_customer").with("Customer", f.customer()).with("Expected", string(f.Expected.Customer)).
			from(answered())
	case kind == KindBusinessIntegration:
		return row(TokenKind, Pass, string(kind)).with("Customer", f.customer()).from(answered())
	case kind == KindUser:
		return row(TokenKind, Warn, string(kind)).with("Origin", string(f.origin())).with("Meant", string(meant)).
			at(site.PageSystemUsers).from(answered())
	case kind == KindPage, kind == KindApp:
		return row(TokenKind, Fail, string(kind)).at(site.PageSystemUsers).from(answered())
	case f.Inspection.OK() && f.Inspection.Value.Type != "":
		return row(TokenKind, Unknown, "other").with("Type", string(f.Inspection.Value.Type)).from(answered())
	case f.dead():
		return skipped(TokenKind, "token_dead")
	case f.Inspection.Err != nil:
		return f.couldNotInspect(TokenKind)
	}
	return row(TokenKind, Unknown, "unknown").from(answered())
}

// ofOtherCustomer reports whether a business token is one of another portfolio
// than was expected. Where the token does not tell, it is not.
func (f Facts) ofOtherCustomer() bool {
	told := f.Me.Value.ClientBusinessID
	return f.Expected.Customer != "" && told != "" && told != f.Expected.Customer
}

// couldNotInspect tells a token that may not inspect itself, which is common
// and says nothing about it, from trouble on the way.
func (f Facts) couldNotInspect(id ID) Row {
	switch classOf(f.Inspection.Err) {
	case "", trouble.ClassLimit, trouble.ClassOutage:
		return unknownRow(id, f.Inspection.Err)
	}
	return row(id, Unknown, "unknown").from(answerOf(f.Inspection.Err))
}

func judgeExpiry(f Facts) Row {
	if row, skip := f.afterReach(TokenExpiry); skip {
		return row
	}
	expires := f.Inspection.Value.ExpiresAt
	end, accessEnd := expires.Time(), f.Inspection.Value.DataAccessExpiresAt.Time()
	now := f.GraphNow()
	refusal := trouble.AsError(f.refusal())
	switch {
	case refusal != nil && refusal.Trouble() == trouble.TokenExpired && !f.Me.OK():
		return troubleRow(TokenExpiry, refusal)
	case !end.IsZero() && !end.After(now):
		return row(TokenExpiry, Fail, "past").on(end).
			at(site.PageSystemUsers).from(answered())
	case f.dead():
		return skipped(TokenExpiry, "token_dead")
	case f.Inspection.Err != nil:
		return f.couldNotInspect(TokenExpiry)
	case !expires.Known && accessEnd.IsZero():
		return row(TokenExpiry, Unknown, "unknown").from(answered())
	case !accessEnd.IsZero() && (end.IsZero() || accessEnd.Before(end)):
		return judgeEnd("data_access", accessEnd, now)
	case !end.IsZero():
		return judgeEnd("date", end, now)
	}
	return row(TokenExpiry, Pass, "never").from(answered())
}

// judgeEnd says how near a date is at which the token, or its access to data,
// ends. reason is "date" or "data_access".
func judgeEnd(reason string, end, now time.Time) Row {
	status := Pass
	switch left := end.Sub(now); {
	case left <= 0:
		status, reason = Warn, reason+"_past"
	case left < expiresAtOnce:
		status, reason = Warn, reason+"_today"
	case left < expiresSoon:
		status, reason = Warn, reason+"_soon"
	}
	result := row(TokenExpiry, status, reason).on(end).from(answered())
	if status == Warn {
		result = result.at(site.PageSystemUsers)
	}
	return result
}

// judgeApp compares the token's app with the expected one.
func judgeApp(f Facts) Row {
	if f.Paste.Usable() && f.Expected.App == "" {
		return skipped(AppMatch, "not_asked")
	}
	if row, skip := f.afterReach(AppMatch); skip {
		return row
	}
	app, name, expected := f.Inspection.Value.AppID, string(f.Inspection.Value.Application), f.Expected.App
	switch {
	case app == expected:
		return row(AppMatch, Pass, "same").with("App", name).from(answered())
	case app != "":
		return row(AppMatch, Fail, f.wrongApp()).with("App", name).with("ID", string(app)).
			with("Expected", string(expected)).at(site.PageSystemUsers).from(answered())
	case f.dead():
		return skipped(AppMatch, "token_dead")
	case f.Inspection.Err != nil:
		return f.couldNotInspect(AppMatch)
	}
	return row(AppMatch, Unknown, "unknown").from(answered())
}

// wrongApp says what the expected app's id is instead; "other" where it may
// well be an app's.
func (f Facts) wrongApp() string {
	if what := f.whatIs(f.Expected.App); what != "" {
		return what
	}
	return "other"
}
