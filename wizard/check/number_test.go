package check

import (
	"testing"

	"latchkey/graph"
)

func change(change func(*graph.PhoneNumber)) func(*Facts) {
	return func(f *Facts) { change(&f.Accounts[0].Account.Value.Numbers[0]) }
}

func lend(n *graph.PhoneNumber) {
	n.Display, n.Verification, n.NameStatus = "+1 555 018 2044", "NOT_VERIFIED", "NONE"
}

func addNumber(add graph.PhoneNumber) func(*Facts) {
	return func(f *Facts) {
		account := &f.Accounts[0].Account.Value
		account.Numbers = append(account.Numbers, add)
	}
}

func TestPhoneList(t *testing.T) {
	expect := func(id graph.ID) func(*Facts) { return func(f *Facts) { f.Expected.Phone = id } }
	testJudge(t, PhoneList, []outcome{
		{"has", nil, Pass, "check.phone.list.has"},
		{"the expected one", expect("600"), Pass, "check.phone.list.has"},
		{"none", func(f *Facts) { f.Accounts[0].Account.Value.Numbers = nil }, Fail, "check.phone.list.none"},
		{"not here", expect("601"), Fail, "check.phone.list.not_here"},
		{"in another account", func(f *Facts) {
			expect("601")(f)
			f.Expected.Account = "500"
			f.Accounts = append(f.Accounts, readyAccount("501", readyNumber("601")))
		}, Fail, "check.phone.list.in_other_account"},
		{"the number itself", expect("+49 30 901820"), Fail, "check.phone.list.is_number"},
		{"the account's id", expect("500"), Fail, "check.phone.list.is_account"},
		{"the app's id", expect("700"), Fail, "check.phone.list.is_app"},
		{"the user's id", expect("900"), Fail, "check.phone.list.is_user"},
		{"the portfolio's id", expect("400"), Fail, "check.phone.list.is_business"},
		{"a page of the list is missing", func(f *Facts) {
			expect("601")(f)
			f.Accounts[0].Account.Value.NumbersError = onTheWay(graph.NetworkCut)
		}, Unknown, "network.cut"},
		{"no account", accountFails(graphError(100, 33, "")), Skipped, "skipped.no_account"},
	})
}

func TestPhoneVerified(t *testing.T) {
	verification := func(value graph.Text) func(*Facts) {
		return change(func(n *graph.PhoneNumber) { n.Verification = value })
	}
	testJudge(t, PhoneVerified, []outcome{
		{"verified", nil, Pass, "check.phone.verified.verified"},
		{"in small letters", verification("verified"), Pass, "check.phone.verified.verified"},
		{"not", verification("NOT_VERIFIED"), Fail, "check.phone.verified.not_verified"},
		{"the code ran out after connecting", verification("EXPIRED"), Pass, "check.phone.verified.verified_before"},
		{"the code ran out before", change(func(n *graph.PhoneNumber) { n.Verification, n.Status = "EXPIRED", "PENDING" }), Fail, "check.phone.verified.not_verified"},
		{"not, by the specification's word", verification("UNVERIFIED"), Fail, "check.phone.verified.not_verified"},
		{"Meta's test number", change(lend), Pass, "check.phone.verified.test"},
		{"unknown", verification(""), Unknown, "check.phone.verified.unknown"},
		{"unheard of", verification("MAYBE"), Unknown, "check.phone.verified.other"},
		{"no number", func(f *Facts) { f.Accounts[0].Account.Value.Numbers = nil }, Skipped, "skipped.no_number"},
	})
}

func TestPhoneName(t *testing.T) {
	name := func(value graph.Text) func(*Facts) {
		return change(func(n *graph.PhoneNumber) { n.NameStatus = value })
	}
	testJudge(t, PhoneName, []outcome{
		{"approved", nil, Pass, "check.phone.name.approved"},
		{"without review", name("AVAILABLE_WITHOUT_REVIEW"), Pass, "check.phone.name.approved"},
		{"declined", name("DECLINED"), Fail, "check.phone.name.declined"},
		{"pending", name("PENDING_REVIEW"), Warn, "check.phone.name.pending"},
		{"expired", name("EXPIRED"), Warn, "check.phone.name.expired"},
		{"none", name("NONE"), Warn, "check.phone.name.none"},
		{"Meta's test number", change(lend), Pass, "check.phone.name.test"},
		{"unknown", name(""), Unknown, "check.phone.name.unknown"},
		{"unheard of", name("WHISPERED"), Unknown, "check.phone.name.other"},
	})
}

// A number shared with the app was verified in the app.
func TestASharedNumberIsVerifiedInTheApp(t *testing.T) {
	shared := func(status graph.Text) func(*Facts) {
		return change(func(n *graph.PhoneNumber) { n.OnBizApp, n.Verification, n.Status = true, "NOT_VERIFIED", status })
	}
	testJudge(t, PhoneVerified, []outcome{
		{"connected", shared("CONNECTED"), Pass, "check.phone.verified.verified_before"},
		{"not connected", shared("PENDING"), Fail, "check.phone.verified.not_verified"},
	})
}

func TestPhoneStatus(t *testing.T) {
	status := func(value graph.Text) func(*Facts) {
		return change(func(n *graph.PhoneNumber) { n.Status = value })
	}
	on := func(platform, value graph.Text) func(*Facts) {
		return change(func(n *graph.PhoneNumber) { n.Platform, n.Status = platform, value })
	}
	shared := func(value graph.Text) func(*Facts) {
		return change(func(n *graph.PhoneNumber) { n.OnBizApp, n.Status = true, value })
	}
	pending := readyNumber("601")
	pending.Status = "PENDING"
	testJudge(t, PhoneStatus, []outcome{
		{"connected", nil, Pass, "check.phone.status.connected"},
		{"pending", status("PENDING"), Fail, "check.phone.status.not_registered"},
		{"disconnected", status("DISCONNECTED"), Fail, "check.phone.status.disconnected"},
		{"banned", status("BANNED"), Fail, "check.phone.status.restricted"},
		{"flagged", status("FLAGGED"), Warn, "check.phone.status.flagged"},
		{"unknown", status(""), Unknown, "check.phone.status.unknown"},
		{"unheard of", status("FLOATING"), Unknown, "check.phone.status.other"},
		{"on no platform, its state not told", on("NOT_APPLICABLE", ""), Fail, "check.phone.status.not_registered"},
		{"on no platform, yet connected", on("NOT_APPLICABLE", "CONNECTED"), Pass, "check.phone.status.connected"},
		{"on the old API", on("ON_PREMISE", "CONNECTED"), Fail, "check.phone.status.on_premise"},
		{"on the old API, its state not told", on("ON_PREMISE", ""), Fail, "check.phone.status.on_premise"},
		{"on the old API, and banned", on("ON_PREMISE", "BANNED"), Fail, "check.phone.status.restricted"},
		{"shared with the app", shared("CONNECTED"), Pass, "check.phone.status.connected"},
		{"shared with the app, the link lost", shared("DISCONNECTED"), Fail, "check.phone.status.shared"},
		{"shared with the app, pending", shared("PENDING"), Fail, "check.phone.status.shared"},
		{"another number pending is advice", addNumber(pending), Warn, "check.phone.status.not_registered"},
		{"the expected number is the one", func(f *Facts) {
			addNumber(pending)(f)
			f.Expected.Phone = "601"
		}, Fail, "check.phone.status.not_registered"},
		{"the test number does not stand in for the own one", func(f *Facts) {
			change(lend)(f)
			addNumber(pending)(f)
		}, Fail, "check.phone.status.not_registered"},
	})
}

func TestPhoneQuality(t *testing.T) {
	quality := func(value graph.Text) func(*Facts) {
		return change(func(n *graph.PhoneNumber) { n.Quality = value })
	}
	low := readyNumber("601")
	low.Quality = "RED"
	testJudge(t, PhoneQuality, []outcome{
		{"green", nil, Pass, "check.phone.quality.good"},
		{"yellow", quality("YELLOW"), Warn, "check.phone.quality.medium"},
		{"red", quality("RED"), Warn, "check.phone.quality.low"},
		{"one of two red", addNumber(low), Warn, "check.phone.quality.low"},
		{"not rated", quality("UNKNOWN"), Pass, "check.phone.quality.unrated"},
		{"not applicable", quality("NA"), Pass, "check.phone.quality.unrated"},
		{"unheard of", quality("BLUE"), Unknown, "check.phone.quality.other"},
	})
}

func TestPhoneTest(t *testing.T) {
	testJudge(t, PhoneTest, []outcome{
		{"own", nil, Pass, "check.phone.test.own"},
		{"Meta's", change(lend), Warn, "check.phone.test.test"},
		{"sandbox", change(func(n *graph.PhoneNumber) { n.Mode = "SANDBOX" }), Warn, "check.phone.test.test"},
		{"in Meta's test account", func(f *Facts) { f.Accounts[0].Account.Value.Name = testAccountName }, Warn, "check.phone.test.test"},
		{"both", func(f *Facts) { change(lend)(f); addNumber(readyNumber("601"))(f) }, Pass, "check.phone.test.own"},
	})
}

func wholeBlocked(entities ...graph.HealthEntity) *graph.HealthStatus {
	return &graph.HealthStatus{CanSend: "BLOCKED", Entities: entities}
}

func TestSendAllowed(t *testing.T) {
	health := func(entities ...graph.HealthEntity) *graph.HealthStatus {
		return &graph.HealthStatus{CanSend: "AVAILABLE", Entities: entities}
	}
	entity := func(kind, canSend graph.Text, code int64) graph.HealthEntity {
		return graph.HealthEntity{Type: kind, CanSend: canSend, Errors: []graph.HealthError{{Code: number(code)}}}
	}
	account := func(status *graph.HealthStatus) func(*Facts) {
		return func(f *Facts) { f.Accounts[0].Account.Value.Health = status }
	}
	targets := func(ids ...graph.ID) func(*Facts) {
		return func(f *Facts) {
			f.Inspection.Value.GranularScopes = []graph.GranularScope{{Scope: ScopeMessaging, TargetIDs: ids}}
		}
	}
	testJudge(t, SendAllowed, []outcome{
		{"allowed", nil, Pass, "check.send.allowed.allowed"},
		{"granted on this account", targets("499", "500"), Pass, "check.send.allowed.allowed"},
		{"granted on another only", targets("499"), Fail, "check.send.allowed.not_on_account"},
		{"granted on one of two", func(f *Facts) {
			targets("500")(f)
			f.Accounts = append(f.Accounts, readyAccount("501", readyNumber("601")))
		}, Warn, "check.send.allowed.not_on_account"},
		{"payment blocks", account(health(entity("WABA", "BLOCKED", 141006))), Fail, "trouble.payment_method"},
		{"verification limits", account(health(entity("BUSINESS", "LIMITED", 141010))), Warn, "trouble.business_not_verified"},
		{"what blocks comes before what limits", account(health(entity("BUSINESS", "LIMITED", 141010), entity("WABA", "BLOCKED", 141006))), Fail, "trouble.payment_method"},
		{"a ban comes before the bill", account(health(graph.HealthEntity{Type: "WABA", CanSend: "BLOCKED", Errors: []graph.HealthError{{Code: number(141006)}, {Code: number(141014)}}})), Fail, "trouble.account_banned"},
		{"limited, with no reason", account(health(graph.HealthEntity{Type: "WABA", CanSend: "LIMITED"})), Warn, "check.send.allowed.limited"},
		{"limited as a whole", account(&graph.HealthStatus{CanSend: "LIMITED"}), Warn, "check.send.allowed.limited"},
		{"something held against it, without a word whether it sends", account(health(entity("BUSINESS", "", 141010))), Warn, "trouble.business_not_verified"},
		{"calls by SIP are nobody's concern", account(health(entity("PHONE_NUMBER", "LIMITED", 138024))), Pass, "check.send.allowed.allowed"},
		{"calls by SIP block nothing", account(health(entity("PHONE_NUMBER", "AVAILABLE", 138025))), Pass, "check.send.allowed.allowed"},
		{"the whole is blocked by calls alone", account(wholeBlocked(entity("PHONE_NUMBER", "AVAILABLE", 138024), graph.HealthEntity{Type: "WABA", CanSend: "AVAILABLE"})), Pass, "check.send.allowed.allowed"},
		{"the whole is blocked by calls, told without a code", account(wholeBlocked(graph.HealthEntity{Type: "PHONE_NUMBER", CanSend: "AVAILABLE", CanCall: "BLOCKED"})), Pass, "check.send.allowed.allowed"},
		{"the whole is blocked, and not by calls", account(wholeBlocked(graph.HealthEntity{Type: "WABA", CanSend: "AVAILABLE"})), Fail, "check.send.allowed.blocked"},
		{"calls are off, and the bill is open", account(wholeBlocked(entity("PHONE_NUMBER", "AVAILABLE", 138024), entity("WABA", "BLOCKED", 141006))), Fail, "trouble.payment_method"},
		{"a shared number is not told to register", change(func(n *graph.PhoneNumber) {
			n.OnBizApp, n.Health = true, health(entity("PHONE_NUMBER", "BLOCKED", 141000))
		}), Fail, "check.send.allowed.shared"},
		{"an unheard-of code blocks too", account(health(entity("WABA", "BLOCKED", 999999))), Fail, "check.send.allowed.told"},
		{"blocked without a word", account(&graph.HealthStatus{CanSend: "blocked"}), Fail, "check.send.allowed.blocked"},
		{"blocked on the number", change(func(n *graph.PhoneNumber) { n.Health = health(entity("PHONE_NUMBER", "BLOCKED", 131031)) }), Fail, "trouble.account_locked"},
		{"without any number", func(f *Facts) { f.Accounts[0].Account.Value.Numbers = nil }, Pass, "check.send.allowed.allowed"},
		{"no permission", scopes(ScopeManagement), Skipped, "skipped.no_messaging"},
		{"permission unknown", unknownScopes, Unknown, "trouble.no_access_to_account"},
	})
}
