package check

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"latchkey/graph"
)

func TestVerdict(t *testing.T) {
	expires := func(left time.Duration) func(*Facts) {
		return func(f *Facts) { f.Inspection.Value.ExpiresAt = number(noon.Add(left).Unix()) }
	}
	access := func(left time.Duration) func(*Facts) {
		return func(f *Facts) { f.Inspection.Value.DataAccessExpiresAt = number(noon.Add(left).Unix()) }
	}
	ofPerson := func(f *Facts) { f.Inspection.Value.Type = "USER" }
	const day = 24 * time.Hour
	for _, want := range []struct {
		name    string
		change  func(*Facts)
		status  Outcome
		reason  Reason
		about   ID
		missing int
	}{
		{"ready", func(*Facts) {}, Ready, "verdict.ready", TokenExpiry, 0},
		{"ready for two months", expires(60 * day), Ready, "verdict.ready_ends", TokenExpiry, 0},
		{"ready while access lasts", access(80 * day), Ready, "verdict.ready_data_access", TokenExpiry, 0},
		{"stops tomorrow", expires(26 * time.Hour), Attention, "verdict.ends", TokenExpiry, 0},
		{"a person's, with a date", func(f *Facts) { ofPerson(f); expires(60 * day)(f) }, Attention, "verdict.ends", TokenExpiry, 0},
		{"a person's, without", ofPerson, Attention, "verdict.temporary", TokenKind, 0},
		{"access ends soon", access(3 * day), Attention, "verdict.data_access", TokenExpiry, 0},
		{"access is over", access(-day), Attention, "verdict.data_access_past", TokenExpiry, 0},
		{"inspection refused", func(f *Facts) { f.Inspection = failure[graph.Inspection](mismatch) }, Attention, "verdict.expiry_unknown", TokenExpiry, 0},
		{"unheard-of kind", func(f *Facts) { f.Inspection.Value.Type = "ROBOT" }, Attention, "verdict.kind_unknown", TokenKind, 0},
		{"test number", change(lend), Attention, "verdict.test_number", PhoneTest, 0},
		{"surplus", scopes(ScopeMessaging, ScopeManagement, "ads_management"), Attention, "verdict.advice", PermSurplus, 0},
		{"informing rows unknown", func(f *Facts) {
			f.Connection.ServerTime, f.Version = time.Time{}, "v77.0"
			f.Accounts[0].Apps = failure[[]graph.SubscribedApp](onTheWay(graph.NetworkCut))
			change(func(n *graph.PhoneNumber) { n.Quality, n.Verification, n.NameStatus = "BLUE", "", "" })(f)
		}, Ready, "verdict.ready", TokenExpiry, 0},
		{"one thing missing", scopes(ScopeManagement), NotReady, "verdict.almost", PermMessaging, 1},
		{"two things missing", func(f *Facts) {
			scopes(ScopeManagement)(f)
			change(func(n *graph.PhoneNumber) { n.Verification = "NOT_VERIFIED" })(f)
		}, NotReady, "verdict.not_ready", PermMessaging, 2},
		{"what health says too counts once", func(f *Facts) {
			change(func(n *graph.PhoneNumber) { n.Status, n.Health = "PENDING", &graph.HealthStatus{CanSend: "BLOCKED"} })(f)
		}, NotReady, "verdict.almost", PhoneStatus, 1},
		{"a page's token lacks more than one thing", func(f *Facts) { f.Inspection.Value.Type = "PAGE" }, NotReady, "verdict.not_ready", TokenKind, 1},
		{"dead", func(f *Facts) { refused(f, 190, 466) }, NotReady, "verdict.dead", TokenAlive, 1},
		{"not a token", func(f *Facts) { *f = Facts{Paste: Paste{Shape: ShapePhone}} }, NotReady, "verdict.no_token", LocalShape, 1},
		{"no network", func(f *Facts) { unreached(f, graph.NetworkNoDNS) }, Undecided, "verdict.unknown", NetReach, 0},
		{"limited", func(f *Facts) { everyCall(f, graphError(4, 0, "")) }, Undecided, "verdict.unknown", TokenAlive, 0},
		{"account cut", accountFails(onTheWay(graph.NetworkCut)), Undecided, "verdict.unknown", AccountReach, 0},
		{"a fail counts, whatever else is unknown", func(f *Facts) {
			accountFails(onTheWay(graph.NetworkCut))(f)
			scopes(ScopeManagement)(f)
		}, NotReady, "verdict.almost", PermMessaging, 1},
	} {
		t.Run(want.name, func(t *testing.T) {
			facts := readyFacts()
			want.change(&facts)
			got := judgeVerdict(judgeAll(facts))
			if got.Status != want.status || got.Reason != want.reason || got.About.ID != want.about || got.Missing != want.missing {
				t.Errorf("got %s %s about %s, %d missing; want %s %s about %s, %d missing",
					got.Status, got.Reason, got.About.ID, got.Missing, want.status, want.reason, want.about, want.missing)
			}
		})
	}
}

// Whatever the rows are: a fail is never ready, and a deciding call that could
// not be made is neither ready nor not ready.
func TestVerdictHoldsForAllRows(t *testing.T) {
	statuses := []Status{Pass, Warn, Fail, Unknown, Skipped}
	rapid.Check(t, func(t *rapid.T) {
		count := map[Status]int{}
		undecided := false
		var rows []Row
		for _, id := range IDs() {
			row := Row{ID: id, Status: rapid.SampledFrom(statuses).Draw(t, string(id))}
			count[row.Status]++
			undecided = undecided || row.Status == Unknown && row.check().Decides
			rows = append(rows, row)
		}
		verdict := judgeVerdict(rows)
		want := Ready
		switch {
		case count[Fail] > 0:
			want = NotReady
		case undecided:
			want = Undecided
		case count[Warn] > 0 || len(among(withStatus(rows, Unknown), func(check Check) bool { return check.Tells })) > 0:
			want = Attention
		}
		if verdict.Status != want {
			t.Fatalf("got %s, want %s for %v", verdict.Status, want, count)
		}
		if verdict.About.ID == "" {
			t.Fatal("the verdict is about no row")
		}
	})
}
