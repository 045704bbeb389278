package check

import (
	"slices"
	"testing"

	"latchkey/graph"
	"latchkey/graph/sandbox"
)

func TestScenarios(t *testing.T) {
	server, err := sandbox.Start(sandbox.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = server.Close() })
	for _, want := range []struct {
		scenario string
		status   Outcome
		reason   Reason
		kind     Kind
		failing  []string
	}{
		{"ready", Ready, "verdict.ready", KindSystemUser, nil},
		{"temporary", Attention, "verdict.ends", KindUser, nil},
		{"sixty-days", Ready, "verdict.ready_ends", KindSystemUser, nil},
		{"expired", NotReady, "verdict.dead", KindSystemUser, []string{"token.alive 190/463", "token.expiry 190/463"}},
		{"revoked", NotReady, "verdict.dead", KindSystemUser, []string{"token.alive 190/466"}},
		{"password-changed", NotReady, "verdict.dead", KindUser, []string{"token.alive 190/460"}},
		{"checkpoint", NotReady, "verdict.dead", KindUser, []string{"token.alive 190/490"}},
		{"rubbish", NotReady, "verdict.dead", KindUnknown, []string{"token.alive 190"}},
		{"app-token", NotReady, "verdict.no_token", KindApp, []string{"local.shape"}},
		{"page-token", NotReady, "verdict.not_ready", KindPage, []string{"token.kind", "perm.messaging", "perm.management"}},
		{"business-token", Ready, "verdict.ready", KindBusinessIntegration, nil},
		{"solution-partner", Ready, "verdict.ready", KindSystemUser, nil},
		{"messaging-missing", NotReady, "verdict.almost", KindSystemUser, []string{"perm.messaging"}},
		{"manage-events", Ready, "verdict.ready", KindSystemUser, nil},
		{"surplus", Attention, "verdict.advice", KindSystemUser, nil},
		{"two-accounts", Attention, "verdict.advice", KindSystemUser, nil},
		{"test-number-only", Attention, "verdict.test_number", KindSystemUser, nil},
		{"self-inspection-refused", Attention, "verdict.expiry_unknown", KindUnknown, nil},
		{"app-secret-proof", Undecided, "verdict.unknown", KindUnknown, nil},
		{"address-not-allowed", Undecided, "verdict.unknown", KindUnknown, nil},
		{"payment-missing", Attention, "verdict.advice", KindSystemUser, nil},
		{"currency-not-served", Attention, "verdict.advice", KindSystemUser, nil},
		{"field-refused", Ready, "verdict.ready", KindSystemUser, nil},
		{"metas-app-listens", Attention, "verdict.advice", KindSystemUser, nil},
		{"calls-off", Ready, "verdict.ready", KindSystemUser, nil},
		{"shared-with-app", NotReady, "verdict.almost", KindSystemUser, []string{"phone.status", "send.allowed 141000"}},
		{"rate-limited", Undecided, "verdict.unknown", KindUnknown, nil},
		{"outage", Undecided, "verdict.unknown", KindUnknown, nil},
		{"slow", Ready, "verdict.ready", KindSystemUser, nil},
		{"account-not-assigned", NotReady, "verdict.almost", KindSystemUser, []string{"waba.reach 100/33"}},
		{"number-not-registered", NotReady, "verdict.almost", KindSystemUser, []string{"phone.status", "send.allowed 141000"}},
		{"app-not-assigned", NotReady, "verdict.not_ready", KindSystemUser, []string{"perm.messaging", "perm.management", "waba.reach 200/1349176"}},
		{"temporary-token-stopped", NotReady, "verdict.dead", KindUser, []string{"token.alive 190/463", "token.expiry 190/463"}},
		{"token-of-another-app", NotReady, "verdict.almost", KindSystemUser, []string{"waba.reach 3"}},
		{"assets-not-shown", NotReady, "verdict.almost", KindSystemUser, []string{"waba.reach"}},
		{"two-portfolios", NotReady, "verdict.almost", KindSystemUser, []string{"waba.reach"}},
		{"app-outside-portfolio", Attention, "verdict.ends", KindUser, nil},
		{"partner-owns-messaging", Ready, "verdict.ready", KindSystemUser, nil},
		{"number-not-verified", NotReady, "verdict.almost", KindSystemUser, []string{"phone.verified"}},
		{"name-declined", NotReady, "verdict.almost", KindSystemUser, []string{"phone.name"}},
		{"account-locked-but-green", Ready, "verdict.ready", KindSystemUser, nil},
	} {
		t.Run(want.scenario, func(t *testing.T) {
			scenario, found := sandbox.FindScenario(want.scenario)
			if !found {
				t.Fatal("there is no such scenario")
			}
			report := run(t, server.GraphURL(), scenario.Token, Expectation{})
			if report.Verdict.Status != want.status || report.Verdict.Reason != want.reason || report.Token.Kind != want.kind {
				t.Errorf("want %s %s %s, got %s %s", want.status, want.reason, want.kind, describe(report), report.Token.Kind)
			}
			if failing := failingRows(report); !slices.Equal(failing, want.failing) {
				t.Errorf("failing %v, want %v", failing, want.failing)
			}
		})
	}
}

func TestExpectationsAgainstTheRehearsal(t *testing.T) {
	server, err := sandbox.Start(sandbox.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = server.Close() })
	scenario, _ := sandbox.FindScenario("ready")
	app, account, phone := graph.ID(scenario.AppID), graph.ID(scenario.AccountID), graph.ID(scenario.PhoneID)
	for _, want := range []struct {
		name     string
		expected Expectation
		failing  []string
		reason   Reason // of the first failing row
	}{
		{"all as expected", Expectation{App: app, Account: account, Phone: phone}, nil, ""},
		{"the account's id as app", Expectation{App: account}, []string{"app.match"}, "check.app.match.is_account"},
		{"the phone's id as app", Expectation{App: phone}, []string{"app.match"}, "check.app.match.is_phone"},
		{"the phone's id as account", Expectation{Account: phone}, []string{"waba.reach 100"}, "check.waba.reach.is_phone"},
		{"the app's id as account", Expectation{Account: app}, []string{"waba.reach 100"}, "check.waba.reach.is_app"},
		{"the account's id as phone", Expectation{Phone: account}, []string{"phone.list"}, "check.phone.list.is_account"},
		{"nobody's id as account", Expectation{Account: "109999999999999"}, []string{"waba.reach 100/33"}, "trouble.object_not_visible"},
		{"nobody's id as phone", Expectation{Phone: "109999999999999"}, []string{"phone.list"}, "check.phone.list.not_here"},
	} {
		t.Run(want.name, func(t *testing.T) {
			report := run(t, server.GraphURL(), scenario.Token, want.expected)
			failing := failingRows(report)
			if !slices.Equal(failing, want.failing) {
				t.Fatalf("failing %v, want %v", failing, want.failing)
			}
			if len(failing) > 0 && report.Verdict.About.Reason != want.reason {
				t.Errorf("the verdict is about %s, want %s", report.Verdict.About.Reason, want.reason)
			}
		})
	}
}

func TestIDsBeyondFloats(t *testing.T) {
	server, err := sandbox.Start(sandbox.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = server.Close() })
	scenario, _ := sandbox.FindScenario("two-accounts")
	report := run(t, server.GraphURL(), scenario.Token, Expectation{})
	if len(report.Accounts) != 2 {
		t.Fatalf("%d accounts, want 2", len(report.Accounts))
	}
	second := report.Accounts[1]
	if len(second.ID) < 17 {
		t.Errorf("the id %s is not beyond 2^53", second.ID)
	}
	last := second.Numbers[len(second.Numbers)-1].ID
	if row := run(t, server.GraphURL(), scenario.Token, Expectation{Account: second.ID, Phone: last}).Row(PhoneList); row.Status != Pass {
		t.Errorf("the last number is %s %s", row.Status, row.Reason)
	}
}

// Graph answers by another version when the one asked for is over: its word
// counts, not the dates that are known here.
func TestGraphTellsWhichVersionAnswers(t *testing.T) {
	server, err := sandbox.Start(sandbox.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = server.Close() })
	scenario, _ := sandbox.FindScenario("ready")
	for asked, want := range map[string]struct {
		status  Status
		instead string
	}{"v20.0": {Warn, "v21.0"}, graph.DefaultVersion: {Pass, ""}, "v99.0": {Unknown, ""}} {
		report, err := Run(t.Context(), Request{
			Paste: ReadPaste(scenario.Token.Reveal()), Graph: graph.Options{BaseURL: server.GraphURL(), Version: asked},
		})
		if err != nil {
			t.Fatal(err)
		}
		if row := report.Row(APIVersion); row.Status != want.status || row.Values["Instead"] != want.instead {
			t.Errorf("%s: %s %s, answered by %q instead", asked, row.Status, row.Reason, row.Values["Instead"])
		}
	}
}
