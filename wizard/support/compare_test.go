package support_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"latchkey/graph"
	"latchkey/wizard/check"
	"latchkey/wizard/support"
)

// base is a check where all is well, with one account and one number.
func base() check.Report {
	pass := func(id check.ID) check.Row {
		return check.Row{ID: id, Status: check.Pass, Reason: check.Reason("check." + string(id) + ".fine")}
	}
	return check.Report{
		CheckedAt: noon, GraphVersion: "v25.0", Verdict: check.Verdict{Status: check.Ready, Reason: "verdict.ready"},
		Token: check.TokenFacts{
			Kind: check.KindSystemUser, Last4: "4Q7Z", AppID: "700000000000001", AppName: "Bot", UserID: "900000000000001", NeverExpires: true,
		},
		Permissions: check.Permissions{Granted: []string{check.ScopeManagement, check.ScopeMessaging}},
		Accounts: []graph.WhatsAppAccount{{
			ID: "500000000000001", Name: "Corner Bakery", ReviewStatus: "APPROVED",
			Numbers: []graph.PhoneNumber{{ID: "600000000000001", Display: "+49 30 901820", Status: "CONNECTED", Quality: "GREEN"}},
		}},
		Rows: []check.Row{pass(check.PermMessaging), pass(check.AccountReach), pass(check.PhoneList), pass(check.PhoneStatus), pass(check.TemplatesRead)},
	}
}

func TestCompareTellsWhatHasChanged(t *testing.T) {
	set := func(report *check.Report, id check.ID, status check.Status) {
		for i := range report.Rows {
			if report.Rows[i].ID == id {
				report.Rows[i].Status = status
			}
		}
	}
	for name, test := range map[string]struct {
		change func(*check.Report)
		want   []support.Difference
	}{
		"nothing": {func(*check.Report) {}, nil},
		"permission gone": {
			func(r *check.Report) { r.Permissions.Granted = []string{check.ScopeManagement} },
			[]support.Difference{{Change: support.ChangePermissionGone, What: check.ScopeMessaging, Was: check.ScopeMessaging}},
		},
		"number state": {
			func(r *check.Report) {
				r.Accounts[0].Numbers[0].Status = "PENDING"
				set(r, check.PhoneStatus, check.Fail)
				set(r, check.TemplatesRead, check.Skipped)
			},
			[]support.Difference{
				{Change: support.ChangeNumberStatus, What: "+49 30 901820", Was: "CONNECTED", Is: "PENDING"},
				{Change: support.ChangeCheck, What: "phone.status", Was: "pass", Is: "fail"},
			},
		},
		"other app": {
			func(r *check.Report) { r.Token.AppID, r.Token.AppName = "700000000000002", "Till" },
			[]support.Difference{{Change: support.ChangeApp, Was: "Bot (700000000000001)", Is: "Till (700000000000002)"}},
		},
		"expiry": {
			func(r *check.Report) { r.Token.NeverExpires, r.Token.ExpiresAt = false, noon.Add(60*24*time.Hour) },
			[]support.Difference{{Change: support.ChangeExpiry, Was: support.Never, Is: "2027-01-20T12:00:00Z"}},
		},
		"other token": {
			func(r *check.Report) { r.Token.Last4 = "9XYZ" },
			[]support.Difference{{Change: support.ChangeToken, Was: "4Q7Z", Is: "9XYZ"}},
		},
		"account gone, another came": {
			func(r *check.Report) {
				r.Accounts = []graph.WhatsAppAccount{{ID: "500000000000009", Name: "Mill"}}
			},
			[]support.Difference{
				{Change: support.ChangeAccountGone, What: "Corner Bakery", Was: "500000000000001"},
				{Change: support.ChangeAccountCame, What: "Mill", Is: "500000000000009"},
			},
		},
		"number gone": {
			func(r *check.Report) { r.Accounts[0].Numbers = nil },
			[]support.Difference{{Change: support.ChangeNumberGone, What: "+49 30 901820", Was: "600000000000001"}},
		},
		// Trouble on the way takes nothing away.
		"an outage": {
			func(r *check.Report) {
				verdict := check.Verdict{Status: check.Undecided, Reason: "verdict.unknown"}
				*r = check.Report{CheckedAt: r.CheckedAt, Verdict: verdict, Token: check.TokenFacts{Kind: check.KindUnknown, Last4: "4Q7Z"}, Rows: r.Rows}
				for i := range r.Rows {
					r.Rows[i].Status = check.Skipped
				}
				set(r, check.PermMessaging, check.Unknown)
			},
			[]support.Difference{
				{Change: support.ChangeVerdict, Was: "ready", Is: "unknown"},
				{Change: support.ChangeCheck, What: "perm.messaging", Was: "pass", Is: "unknown"},
			},
		},
	} {
		t.Run(name, func(t *testing.T) {
			before, after := base(), base()
			test.change(&after)
			got := support.Compare(build(before, everything), build(after, everything))
			if difference := cmp.Diff(test.want, got); difference != "" {
				t.Errorf("-want +got:\n%s", difference)
			}
		})
	}
}

// One report hides what the other shows: that alone is no change, and a real
// one is still found.
func TestCompareLooksThroughWhatIsHidden(t *testing.T) {
	shown, hidden := build(base(), everything), build(base(), support.Show{})
	if changes := support.Compare(shown, hidden); len(changes) > 0 {
		t.Errorf("hiding counts as a change: %v", changes)
	}
	other := base()
	other.Token.AppID = "700000000000002"
	other.Accounts[0].Numbers[0].Status = "PENDING"
	changes := support.Compare(build(other, everything), hidden)
	if len(changes) != 2 || changes[0].Change != support.ChangeApp || changes[1].Change != support.ChangeNumberStatus {
		t.Errorf("got %v", changes)
	}
}
