package check

import (
	"testing"
	"time"

	"latchkey/graph"
	"latchkey/graph/trouble"
)

var mismatch = graphError(100, 0, "(#100) The App_id in the input_token did not match the Viewing App")

func refused(facts *Facts, code, subcode int) {
	err := graphError(code, subcode, "made up")
	facts.Me, facts.Permissions, facts.Assigned = failure[graph.Me](err), failure[[]graph.Permission](err), failure[[]graph.AccountRef](err)
	facts.Inspection.Value.Refusal = trouble.AsError(err)
	facts.Inspection.Value.Valid = new(false)
}

func unreached(facts *Facts, kind graph.NetworkKind) {
	err := onTheWay(kind)
	facts.Inspection, facts.Me = failure[graph.Inspection](err), failure[graph.Me](err)
	facts.Permissions, facts.Assigned = failure[[]graph.Permission](err), failure[[]graph.AccountRef](err)
	facts.Accounts = nil
}

func everyCall(facts *Facts, err error) {
	facts.Inspection, facts.Me = failure[graph.Inspection](err), failure[graph.Me](err)
	facts.Permissions, facts.Assigned = failure[[]graph.Permission](err), failure[[]graph.AccountRef](err)
	facts.Accounts = nil
}

func TestTokenAlive(t *testing.T) {
	testJudge(t, TokenAlive, []outcome{
		{"me answers", nil, Pass, "check.token.alive.accepted"},
		{"a working call outweighs the inspection", func(f *Facts) { f.Inspection.Value.Valid = new(false) }, Pass, "check.token.alive.accepted"},
		{"expired", func(f *Facts) { refused(f, 190, 463) }, Fail, "trouble.token_expired"},
		{"revoked", func(f *Facts) { refused(f, 190, 466) }, Fail, "trouble.token_revoked"},
		{"me alone refuses", func(f *Facts) { f.Me = failure[graph.Me](graphError(190, 460, "")) }, Fail, "trouble.session_ended"},
		{"the most exact refusal counts", func(f *Facts) {
			refused(f, 190, 0)
			f.Permissions = failure[[]graph.Permission](graphError(190, 458, ""))
		}, Fail, "trouble.app_not_authorised"},
		{"not accepted, without a reason", func(f *Facts) {
			f.Inspection.Value.Valid = new(false)
			f.Me, f.Permissions, f.Assigned = failure[graph.Me](onTheWay(graph.NetworkCut)), Answer[[]graph.Permission]{}, Answer[[]graph.AccountRef]{}
		}, Fail, "trouble.token_not_accepted"},
		{"me cut, inspection fine", func(f *Facts) { f.Me = failure[graph.Me](onTheWay(graph.NetworkCut)) }, Pass, "check.token.alive.accepted"},
		{"me cut, a list answers", func(f *Facts) {
			f.Me, f.Inspection = failure[graph.Me](onTheWay(graph.NetworkCut)), failure[graph.Inspection](mismatch)
		}, Pass, "check.token.alive.accepted"},
		{"a missing right is no dead token", func(f *Facts) { everyCall(f, graphError(200, 0, "no permission")) }, Pass, "check.token.alive.accepted"},
		{"app blocked", func(f *Facts) { everyCall(f, graphError(200, 0, "API access blocked.")) }, Fail, "trouble.api_access_blocked"},
		{"limited", func(f *Facts) { everyCall(f, graphError(4, 0, "")) }, Unknown, "trouble.too_many_calls"},
		{"a proof is wanted", func(f *Facts) { everyCall(f, graphError(100, 0, "API calls require an appsecret_proof argument")) }, Unknown, "trouble.app_secret_proof"},
		{"no network", func(f *Facts) { unreached(f, graph.NetworkNoDNS) }, Skipped, "skipped.not_reached"},
		{"no token", func(f *Facts) { f.Paste = Paste{Shape: ShapeEmpty} }, Skipped, "skipped.no_token"},
	})
}

func TestTokenKind(t *testing.T) {
	kind := func(text graph.Text) func(*Facts) { return func(f *Facts) { f.Inspection.Value.Type = text } }
	testJudge(t, TokenKind, []outcome{
		{"system user", nil, Pass, "check.token.kind.system_user"},
		{"in small letters", kind("system_user"), Pass, "check.token.kind.system_user"},
		{"business token", func(f *Facts) { f.Me.Value.ClientBusinessID = "401" }, Pass, "check.token.kind.business_integration"},
		{"person", kind("USER"), Warn, "check.token.kind.user"},
		{"page", kind("PAGE"), Fail, "check.token.kind.page"},
		{"app", kind("APP"), Fail, "check.token.kind.app"},
		{"unheard of", kind("ROBOT"), Unknown, "check.token.kind.other"},
		{"not told", kind(""), Unknown, "check.token.kind.unknown"},
		{"known of a dead token", func(f *Facts) { kind("USER")(f); refused(f, 190, 460) }, Warn, "check.token.kind.user"},
		{"unknown of a dead token", func(f *Facts) { kind("")(f); refused(f, 190, 0) }, Skipped, "skipped.token_dead"},
		{"inspection refused", func(f *Facts) { f.Inspection = failure[graph.Inspection](mismatch) }, Unknown, "check.token.kind.unknown"},
		{"inspection limited", func(f *Facts) { f.Inspection = failure[graph.Inspection](graphError(17, 0, "")) }, Unknown, "trouble.too_many_calls"},
		{"inspection cut", func(f *Facts) { f.Inspection = failure[graph.Inspection](onTheWay(graph.NetworkCut)) }, Unknown, "network.cut"},
	})
}

func TestTokenExpiry(t *testing.T) {
	end := func(left time.Duration) func(*Facts) {
		return func(f *Facts) { f.Inspection.Value.ExpiresAt = number(noon.Add(left).Unix()) }
	}
	access := func(left time.Duration) func(*Facts) {
		return func(f *Facts) { f.Inspection.Value.DataAccessExpiresAt = number(noon.Add(left).Unix()) }
	}
	const day = 24 * time.Hour
	testJudge(t, TokenExpiry, []outcome{
		{"never", nil, Pass, "check.token.expiry.never"},
		{"in two months", end(60 * day), Pass, "check.token.expiry.date"},
		{"in eight days", end(8 * day), Pass, "check.token.expiry.date"},
		{"in six days", end(6 * day), Warn, "check.token.expiry.date_soon"},
		{"in an hour", end(time.Hour), Warn, "check.token.expiry.date_today"},
		{"a minute ago", end(-time.Minute), Fail, "check.token.expiry.past"},
		{"Graph says expired", func(f *Facts) { refused(f, 190, 463) }, Fail, "trouble.token_expired"},
		{"dead for another reason", func(f *Facts) { refused(f, 190, 466) }, Skipped, "skipped.token_dead"},
		{"data access far", access(80 * day), Pass, "check.token.expiry.data_access"},
		{"data access soon", access(3 * day), Warn, "check.token.expiry.data_access_soon"},
		{"data access today", access(time.Hour), Warn, "check.token.expiry.data_access_today"},
		{"data access over", access(-day), Warn, "check.token.expiry.data_access_past"},
		{"data access ends before the token", func(f *Facts) { end(60 * day)(f); access(3 * day)(f) }, Warn, "check.token.expiry.data_access_soon"},
		{"data access ends after the token", func(f *Facts) { end(30 * day)(f); access(60 * day)(f) }, Pass, "check.token.expiry.date"},
		{"not told", func(f *Facts) { f.Inspection.Value.ExpiresAt = graph.Number{} }, Unknown, "check.token.expiry.unknown"},
		{"inspection refused", func(f *Facts) { f.Inspection = failure[graph.Inspection](mismatch) }, Unknown, "check.token.expiry.unknown"},
		{"own clock two days ahead", func(f *Facts) {
			end(day)(f)
			f.Now, f.Connection.LocalTime = noon.Add(2*day), noon.Add(2*day)
		}, Warn, "check.token.expiry.date_soon"},
		{"own clock two days behind", func(f *Facts) {
			end(-day)(f)
			f.Now, f.Connection.LocalTime = noon.Add(-2*day), noon.Add(-2*day)
		}, Fail, "check.token.expiry.past"},
	})
}

func TestAppMatch(t *testing.T) {
	expect := func(id graph.ID) func(*Facts) { return func(f *Facts) { f.Expected.App = id } }
	testJudge(t, AppMatch, []outcome{
		{"not asked", nil, Skipped, "skipped.not_asked"},
		{"same", expect("700"), Pass, "check.app.match.same"},
		{"another app", expect("701"), Fail, "check.app.match.other"},
		{"a user's id", expect("900"), Fail, "check.app.match.is_user"},
		{"an account's id", expect("500"), Fail, "check.app.match.is_account"},
		{"a phone number ID", expect("600"), Fail, "check.app.match.is_phone"},
		{"a portfolio's id", expect("400"), Fail, "check.app.match.is_business"},
		{"a phone number", expect("4930901820"), Fail, "check.app.match.is_number"},
		{"not told", func(f *Facts) { expect("700")(f); f.Inspection.Value.AppID = "" }, Unknown, "check.app.match.unknown"},
		{"inspection refused", func(f *Facts) { expect("700")(f); f.Inspection = failure[graph.Inspection](mismatch) }, Unknown, "check.app.match.unknown"},
		{"told of a dead token", func(f *Facts) { expect("701")(f); refused(f, 190, 463) }, Fail, "check.app.match.other"},
	})
}
