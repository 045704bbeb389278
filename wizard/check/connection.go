package check

import (
	"cmp"
	"time"

	"latchkey/graph"
	"latchkey/graph/trouble"
)

// Why a pasted text is taken for a token, or not. What else it may be is named
// by Shape.Reason.
const (
	LocalShapeToken   Reason = "check.local.shape.token"
	LocalShapeCleaned Reason = "check.local.shape.cleaned"
	LocalShapeWritten Reason = "check.local.shape.written_break"
)

var localShape = Check{
	ID: LocalShape, Group: GroupToken, SpokenNumber: 1, Importance: 1,
	Reasons: shapeReasons(),
	stage:   afterPaste,
	judge: func(f Facts) Row {
		switch {
		case !f.Paste.Usable():
			return because(f.Paste.Shape.Reason()).with("Vendor", f.Paste.Vendor)
		case f.Paste.WrittenBreak:
			return because(LocalShapeWritten)
		case len(f.Paste.Junk) > 0:
			return because(LocalShapeCleaned).with("Junk", f.Paste.Junk[0])
		}
		return because(LocalShapeToken)
	},
}

// Reason is the reason that a shape gives.
func (s Shape) Reason() Reason { return Reason("check.local.shape." + string(cmp.Or(s, ShapeEmpty))) }

// shapeReasons has a reason for each shape: all but a token's fail.
func shapeReasons() map[Reason]Declared {
	reasons := map[Reason]Declared{LocalShapeToken: passesByTitle, LocalShapeCleaned: passes, LocalShapeWritten: passes}
	for _, shape := range Shapes {
		if shape != ShapeToken {
			reasons[shape.Reason()] = fails
		}
	}
	return reasons
}

// Why Graph is reached, or not.
const (
	NetReachAnswers   Reason = "check.net.reach.answers"
	NetReachInspected Reason = "check.net.reach.inspected"
)

// netReach passes as soon as one call of the first round was answered by Graph,
// even by a refusal.
var netReach = Check{
	ID: NetReach, Group: GroupWay, SpokenNumber: 2, Importance: 18, Decides: true,
	Needs: []Need{aToken},
	Reasons: map[Reason]Declared{
		NetReachAnswers: passes, NetReachInspected: warns, SkippedNotReached: skips,
	},
	Troubles: []Status{Unknown},
	stage:    afterIdentity,
	judge: func(f Facts) Row {
		answer, cause := f.firstAnswer()
		switch {
		case answer != nil && f.Connection.Inspected:
			return because(NetReachInspected).with("Issuer", f.Connection.Issuer).from(answer)
		case answer != nil:
			return because(NetReachAnswers).with("Proxy", f.Connection.Proxy).from(answer)
		case cause != nil:
			return troubleRow(cause)
		}
		return because(SkippedNotReached)
	},
}

// firstAnswer is what shows that Graph itself answers; nil if nothing does, and
// then trouble is what came instead. An empty list or object is no sign: any
// server's empty JSON reads like one.
func (f Facts) firstAnswer() (answer *GraphAnswer, cause error) {
	inspection := f.Inspection.Value
	inspected := inspection.Valid != nil || inspection.AppID != "" || inspection.Refusal != nil
	if f.Me.OK() || inspected || len(f.Permissions.Value) > 0 || len(f.Assigned.Value) > 0 {
		return answered(), nil
	}
	for _, err := range []error{f.Me.Err, f.Inspection.Err, f.Permissions.Err, f.Assigned.Err} {
		if trouble.AsError(err) != nil && classOf(err) != trouble.ClassOutage {
			return answerOf(err), nil
		}
		if cause == nil {
			cause = err
		}
	}
	return nil, cause
}

// ClockTolerance is how far a computer's clock may be off. Beyond it, "expires
// in an hour" is no longer true.
const ClockTolerance = 5 * time.Minute

// Why this computer's clock is right, or not.
const (
	NetClockRight  Reason = "check.net.clock.right"
	NetClockAhead  Reason = "check.net.clock.ahead"
	NetClockBehind Reason = "check.net.clock.behind"
	NetClockNoDate Reason = "check.net.clock.no_date"
)

var netClock = Check{
	ID: NetClock, Group: GroupWay, SpokenNumber: 3, Importance: 22,
	Needs: needsAnswer,
	Reasons: map[Reason]Declared{
		NetClockRight: passesByTitle, NetClockAhead: warns, NetClockBehind: warns, NetClockNoDate: leavesOpen,
	},
	stage: afterIdentity,
	judge: func(f Facts) Row {
		skew, known := f.Connection.Skew()
		switch {
		case !known:
			return because(NetClockNoDate)
		case skew > ClockTolerance:
			return because(NetClockAhead).with("Minutes", Minutes(skew)).from(answered())
		case skew < -ClockTolerance:
			return because(NetClockBehind).with("Minutes", Minutes(-skew)).from(answered())
		}
		return because(NetClockRight).from(answered())
	},
}

// versionWarning is how near a version's end is said.
const versionWarning = 90 * 24 * time.Hour

// Why the version of the Graph API can be used, or not.
const (
	APIVersionCurrent   Reason = "check.api.version.current"
	APIVersionEndsSoon  Reason = "check.api.version.ends_soon"
	APIVersionEnded     Reason = "check.api.version.ended"
	APIVersionUnheardOf Reason = "check.api.version.unheard_of"
)

var apiVersion = Check{
	ID: APIVersion, Group: GroupWay, SpokenNumber: 22, Importance: 23,
	Needs: []Need{aToken},
	Reasons: map[Reason]Declared{
		APIVersionCurrent: passes, APIVersionEndsSoon: warns, APIVersionEnded: warns, APIVersionUnheardOf: leavesOpen,
	},
	stage: afterIdentity,
	judge: func(f Facts) Row {
		end, known := graph.VersionEnd(f.Version)
		left := end.Sub(f.GraphNow())
		version := func(reason Reason) Row { return because(reason).with("Version", f.Version).on(end) }
		switch {
		case graph.IsLaterVersion(f.Connection.Version, f.Version):
			// A later one answers only where the one asked for is over: Graph's own
			// word goes before the dates that are known here.
			return version(APIVersionEnded).with("Instead", f.Connection.Version).from(answered())
		case !known:
			return version(APIVersionUnheardOf)
		case end.IsZero():
			return version(APIVersionCurrent)
		case left <= 0:
			return version(APIVersionEnded)
		case left < versionWarning:
			return version(APIVersionEndsSoon)
		}
		return version(APIVersionCurrent)
	},
}
