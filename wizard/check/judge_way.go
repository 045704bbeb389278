package check

import (
	"time"

	"latchkey/graph"
	"latchkey/graph/trouble"
)

// ClockTolerance is how far a computer's clock may be off. Beyond it, "expires
// in an hour" is no longer true.
const ClockTolerance = 5 * time.Minute

const versionWarning = 90 * 24 * time.Hour

func judgeShape(f Facts) Row {
	switch {
	case !f.Paste.Usable():
		return row(LocalShape, Fail, string(f.Paste.Shape)).with("Vendor", f.Paste.Vendor)
	case len(f.Paste.Junk) > 0:
		return row(LocalShape, Pass, "cleaned").with("Junk", f.Paste.Junk[0])
	}
	return row(LocalShape, Pass, "token")
}

// judgeReach passes as soon as one call of the first round was answered by
// Graph, even by a refusal.
func judgeReach(f Facts) Row {
	answer, cause := f.firstAnswer()
	switch {
	case !f.Paste.Usable():
		return skipped(NetReach, "no_token")
	case answer != nil && f.Way.Inspected:
		return row(NetReach, Warn, "inspected").with("Issuer", f.Way.Issuer).from(answer)
	case answer != nil:
		return row(NetReach, Pass, "answers").with("Proxy", f.Way.Proxy).from(answer)
	case cause != nil:
		return troubleRow(NetReach, cause)
	}
	return skipped(NetReach, "not_reached")
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

func judgeClock(f Facts) Row {
	if row, skip := f.afterReach(NetClock); skip {
		return row
	}
	skew, known := f.Way.Skew()
	switch {
	case !known:
		return row(NetClock, Unknown, "no_date")
	case skew > ClockTolerance:
		return row(NetClock, Warn, "ahead").with("Minutes", Minutes(skew)).from(answered())
	case skew < -ClockTolerance:
		return row(NetClock, Warn, "behind").with("Minutes", Minutes(-skew)).from(answered())
	}
	return row(NetClock, Pass, "right").from(answered())
}

func judgeVersion(f Facts) Row {
	end, known := graph.VersionEnd(f.Version)
	left := end.Sub(f.GraphNow())
	version := func(status Status, reason string) Row {
		return row(APIVersion, status, reason).with("Version", f.Version).on(end)
	}
	switch {
	case !f.Paste.Usable():
		return skipped(APIVersion, "no_token")
	case graph.IsLaterVersion(f.Way.Version, f.Version):
		// A later one answers only where the one asked for is over: Graph's own
		// word goes before the dates that are known here.
		return version(Warn, "ended").with("Instead", f.Way.Version).from(answered())
	case !known:
		return version(Unknown, "unheard_of")
	case end.IsZero():
		return version(Pass, "current")
	case left <= 0:
		return version(Warn, "ended")
	case left < versionWarning:
		return version(Warn, "ends_soon")
	}
	return version(Pass, "current")
}
