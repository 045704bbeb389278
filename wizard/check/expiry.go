package check

import (
	"time"

	"latchkey/graph/site"
	"latchkey/graph/trouble"
)

// When the end of a token is near enough to say so.
const (
	expiresSoon   = 7 * 24 * time.Hour
	expiresAtOnce = 24 * time.Hour
)

// Why its end is as it is. Access to data is what a person granted, and ends by
// itself.
const (
	TokenExpiryNever           Reason = "check.token.expiry.never"
	TokenExpiryDate            Reason = "check.token.expiry.date"
	TokenExpiryDateSoon        Reason = "check.token.expiry.date_soon"
	TokenExpiryDateToday       Reason = "check.token.expiry.date_today"
	TokenExpiryPast            Reason = "check.token.expiry.past"
	TokenExpiryDataAccess      Reason = "check.token.expiry.data_access"
	TokenExpiryDataAccessSoon  Reason = "check.token.expiry.data_access_soon"
	TokenExpiryDataAccessToday Reason = "check.token.expiry.data_access_today"
	TokenExpiryDataAccessPast  Reason = "check.token.expiry.data_access_past"
	TokenExpiryUnknown         Reason = "check.token.expiry.unknown"
)

var tokenExpiry = Check{
	ID: TokenExpiry, Group: GroupToken, SpokenNumber: 6, Importance: 3, Tells: true, Essential: true, NewToken: true,
	Needs: needsAnswer,
	Reasons: map[Reason]Declared{
		TokenExpiryNever: passesByTitle, TokenExpiryDate: passes, TokenExpiryDateSoon: warns, TokenExpiryDateToday: warns, TokenExpiryPast: fails,
		TokenExpiryDataAccess: passes, TokenExpiryDataAccessSoon: warns, TokenExpiryDataAccessToday: warns, TokenExpiryDataAccessPast: warns,
		TokenExpiryUnknown: leavesOpen, SkippedTokenDead: skips, SkippedAllRefused: skips,
	},
	Troubles: []Status{Fail, Unknown},
	stage:    afterIdentity,
	judge: func(f Facts) Row {
		expires := f.Inspection.Value.ExpiresAt
		end, accessEnd := expires.Time(), f.Inspection.Value.DataAccessExpiresAt.Time()
		now := f.GraphNow()
		switch {
		case troubleOf(f.refusal()) == trouble.TokenExpired && !f.Me.OK():
			return troubleRow(f.refusal())
		case !end.IsZero() && !end.After(now):
			return because(TokenExpiryPast).on(end).at(site.PageSystemUsers).from(answered())
		case f.passedOver() != "":
			return because(f.passedOver())
		case f.Inspection.Err != nil:
			return f.couldNotInspect(TokenExpiryUnknown)
		case !expires.Known && accessEnd.IsZero():
			return because(TokenExpiryUnknown).from(answered())
		case !accessEnd.IsZero() && (end.IsZero() || accessEnd.Before(end)):
			return judgeEnd(accessEnd, now, TokenExpiryDataAccess, TokenExpiryDataAccessSoon, TokenExpiryDataAccessToday, TokenExpiryDataAccessPast)
		case !end.IsZero():
			return judgeEnd(end, now, TokenExpiryDate, TokenExpiryDateSoon, TokenExpiryDateToday, TokenExpiryPast)
		}
		return because(TokenExpiryNever).from(answered())
	},
}

// judgeEnd says how near a date is at which the token, or its access to data,
// ends.
func judgeEnd(end, now time.Time, far, soon, today, past Reason) Row {
	reason := far
	switch left := end.Sub(now); {
	case left <= 0:
		reason = past
	case left < expiresAtOnce:
		reason = today
	case left < expiresSoon:
		reason = soon
	}
	result := because(reason).on(end).from(answered())
	if reason != far {
		result = result.at(site.PageSystemUsers)
	}
	return result
}
