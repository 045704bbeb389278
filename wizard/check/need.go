package check

import "slices"

// Need is what must hold before a check has a meaning, and the reason that is
// given where it does not.
type Need struct {
	Skipped Reason
	holds   func(Facts) bool
}

// What checks need.
var (
	aToken        = Need{SkippedNoToken, func(f Facts) bool { return f.Paste.Usable() }}
	anAnswer      = Need{SkippedNotReached, Facts.reachedGraph}
	aLivingToken  = Need{SkippedTokenDead, func(f Facts) bool { return !f.dead() }}
	notAllRefused = Need{SkippedAllRefused, func(f Facts) bool { return f.refusedAll() == nil }}
	anAccount     = Need{SkippedNoAccount, func(f Facts) bool { return len(f.reached()) > 0 }}
	aNumber       = Need{SkippedNoNumber, func(f Facts) bool { return len(f.senders()) > 0 }}

	anExpectedApp    = Need{SkippedNotAsked, func(f Facts) bool { return f.Expected.App != "" }}
	knownPermissions = Need{SkippedPermissionsUnknown, func(f Facts) bool {
		granted, known := f.scopes()
		return known || len(surplusOf(granted)) > 0
	}}
	theRightToSend = Need{SkippedNoMessaging, func(f Facts) bool { return !f.refusedScope(ScopeMessaging) }}
)

// What many checks need, each with those before it.
var (
	needsAnswer      = []Need{aToken, anAnswer}
	needsLivingToken = []Need{aToken, anAnswer, notAllRefused, aLivingToken}
	needsAccount     = []Need{aToken, anAnswer, notAllRefused, aLivingToken, anAccount}
	needsNumber      = []Need{aToken, anAnswer, notAllRefused, aLivingToken, anAccount, aNumber}
)

// hold reports whether all needs are met.
func (f Facts) hold(needs []Need) bool {
	return !slices.ContainsFunc(needs, func(need Need) bool { return !need.holds(f) })
}
