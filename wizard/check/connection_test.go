package check

import (
	"testing"
	"time"

	"latchkey/graph"
)

func TestLocalShape(t *testing.T) {
	testJudge(t, LocalShape, []outcome{
		{"a token", nil, Pass, "check.local.shape.token"},
		{"with a written line break", func(f *Facts) { f.Paste.Junk, f.Paste.WrittenBreak = []string{JunkSpaces}, true }, Pass, "check.local.shape.written_break"},
		{"with junk", func(f *Facts) { f.Paste.Junk = []string{JunkBearer} }, Pass, "check.local.shape.cleaned"},
		{"a phone number", func(f *Facts) { f.Paste = Paste{Shape: ShapePhone} }, Fail, "check.local.shape.phone"},
	})
}

func TestNetReach(t *testing.T) {
	testJudge(t, NetReach, []outcome{
		{"answers", nil, Pass, "check.net.reach.answers"},
		{"inspected", func(f *Facts) { f.Connection.Inspected = true }, Warn, "check.net.reach.inspected"},
		{"a refusal is an answer", func(f *Facts) { everyCall(f, graphError(190, 0, "")) }, Pass, "check.net.reach.answers"},
		{"one answer is enough", func(f *Facts) {
			unreached(f, graph.NetworkTimeout)
			f.Assigned = failure[[]graph.AccountRef](graphError(190, 0, ""))
		}, Pass, "check.net.reach.answers"},
		{"no name service", func(f *Facts) { unreached(f, graph.NetworkNoDNS) }, Unknown, "network.no_dns"},
		{"portal", func(f *Facts) { unreached(f, graph.NetworkPortal) }, Unknown, "network.captive_portal"},
		{"Graph's outage", func(f *Facts) { everyCall(f, graphError(2, 0, "")) }, Unknown, "trouble.outage"},
		{"empty lists are no sign of Graph", func(f *Facts) {
			unreached(f, graph.NetworkNotJSON)
			f.Permissions, f.Assigned = answer([]graph.Permission{}), answer([]graph.AccountRef{})
		}, Unknown, "network.not_json"},
		{"not asked", func(f *Facts) { *f = Facts{Paste: f.Paste} }, Skipped, "skipped.not_reached"},
		{"no token", func(f *Facts) { f.Paste = Paste{} }, Skipped, "skipped.no_token"},
	})
}

func TestNetClock(t *testing.T) {
	off := func(by time.Duration) func(*Facts) { return func(f *Facts) { f.Connection.LocalTime = noon.Add(by) } }
	testJudge(t, NetClock, []outcome{
		{"right", nil, Pass, "check.net.clock.right"},
		{"four minutes off", off(4 * time.Minute), Pass, "check.net.clock.right"},
		{"ahead", off(6 * time.Minute), Warn, "check.net.clock.ahead"},
		{"behind", off(-48 * time.Hour), Warn, "check.net.clock.behind"},
		{"no date", func(f *Facts) { f.Connection.ServerTime = time.Time{} }, Unknown, "check.net.clock.no_date"},
		{"not reached", func(f *Facts) { unreached(f, graph.NetworkNoDNS) }, Skipped, "skipped.not_reached"},
	})
}

func TestAPIVersion(t *testing.T) {
	version := func(text string) func(*Facts) { return func(f *Facts) { f.Version = text } }
	testJudge(t, APIVersion, []outcome{
		{"current", nil, Pass, "check.api.version.current"},
		{"newest", version("v26.0"), Pass, "check.api.version.current"},
		{"ends soon", version("v21.0"), Warn, "check.api.version.ends_soon"},
		{"ended", version("v19.0"), Warn, "check.api.version.ended"},
		{"unheard of", version("v77.0"), Unknown, "check.api.version.unheard_of"},
		{"answered by itself", func(f *Facts) { f.Connection.Version = f.Version }, Pass, "check.api.version.current"},
		{"answered by another", func(f *Facts) { f.Connection.Version = "v28.0" }, Warn, "check.api.version.ended"},
	})
}
