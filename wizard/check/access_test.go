package check

import (
	"context"
	"fmt"
	"net/http"
	"slices"
	"sync/atomic"
	"testing"
	"time"

	"latchkey/graph"
	"latchkey/graph/sandbox"
	"latchkey/graph/site"
)

// runWithAccess checks a token and asks for its access too.
func runWithAccess(t *testing.T, handler http.Handler, expected Expectation) Report {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	report, err := Run(ctx, Request{
		Paste: ReadPaste(madeUpToken), Expected: expected, Access: true,
		Graph: graph.Options{BaseURL: serve(t, handler), Pause: time.Millisecond},
	})
	if err != nil {
		t.Fatal(err)
	}
	return report
}

// assigned answers with what the token's user was granted, besides another
// user with everything.
func assigned(tasks string) map[string]reply {
	return with(map[string]reply{
		"debug_token": {200, `{"data":{"app_id":"700","type":"SYSTEM_USER","is_valid":true,"expires_at":0,"user_id":"900",
			"scopes":["business_management","whatsapp_business_management","whatsapp_business_messaging"]}}`},
		"500": {200, `{"id":"500","name":"Corner Bakery","account_review_status":"APPROVED","primary_funding_id":"310","owner_business_info":{"id":"300","name":"Bakery Ltd"},
			"phone_numbers":{"data":[{"id":"600","display_phone_number":"+49 30 901820","status":"CONNECTED","code_verification_status":"VERIFIED",
			"name_status":"APPROVED","quality_rating":"GREEN"}]}}`},
		"500/assigned_users": {200, `{"data":[{"id":"1","name":"Ann","tasks":["FULL_CONTROL"]},{"id":"900","tasks":[` + tasks + `]}]}`},
	})
}

func TestAccessToAnAccount(t *testing.T) {
	for _, test := range []struct {
		name, tasks string
		level       AccessLevel
		missing     []Ability
		send        Status
	}{
		{"everything", `"FULL_CONTROL"`, AccessFull, nil, Pass},
		{"everything, by its older name", `"MANAGE","DEVELOP"`, AccessFull, nil, Pass},
		{"messages only", `"MESSAGING"`, AccessPartial, []Ability{Templates, Numbers, Billing}, Pass},
		{"all but messages", `"MANAGE_TEMPLATES","MANAGE_PHONE","MANAGE_BILLING"`, AccessPartial, []Ability{Sending}, Fail},
		{"a task nobody explains", `"DEVELOP"`, AccessPartial, []Ability{Templates, Numbers, Billing}, Pass},
		{"other case, new tasks", `"messaging","manage_phone_assets","NEW"`, AccessPartial, []Ability{Templates, Billing}, Pass},
		{"nothing told", ``, AccessUnknown, nil, Pass},
	} {
		t.Run(test.name, func(t *testing.T) {
			report := runWithAccess(t, answering(assigned(test.tasks)), Expectation{})
			access := report.AccessTo("500")
			if access.Level != test.level || !slices.Equal(access.Missing, test.missing) {
				t.Errorf("got %+v", access)
			}
			row := report.Row(SendAllowed)
			if row.Status != test.send || row.Status == Fail && (row.Reason != "check.send.allowed.no_task" || row.Page != site.PageWhatsAppAccounts) {
				t.Errorf("send: %s %s %s", row.Status, row.Reason, row.Page)
			}
		})
	}
}

func TestAccessIsAskedThroughTheRightPortfolio(t *testing.T) {
	for expected, want := range map[graph.ID]string{"": "300", "301": "301"} {
		var asked atomic.Value
		replies := answering(assigned(`"MESSAGING"`))
		runWithAccess(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if r.URL.Path == "/v25.0/500/assigned_users" {
				asked.Store(r.URL.Query().Get("business"))
			}
			replies(w, r)
		}), Expectation{Business: expected})
		if asked.Load() != want {
			t.Errorf("with %q expected: asked through %v, want %s", expected, asked.Load(), want)
		}
	}
}

// Without business_management, and when nobody wants to know, it costs no call.
func TestAccessIsNotAskedInVain(t *testing.T) {
	refuse := func(replies http.HandlerFunc) http.HandlerFunc {
		return func(w http.ResponseWriter, r *http.Request) {
			if r.URL.Path == "/v25.0/500/assigned_users" {
				t.Error("access was asked about")
			}
			replies(w, r)
		}
	}
	report := runWithAccess(t, refuse(answering(readyReplies())), Expectation{})
	if report.AccessTo("500").Level != AccessUnknown || report.Verdict.Status != Ready {
		t.Error(describe(report))
	}
	check(t, refuse(answering(assigned(`"MESSAGING"`))), Expectation{})
}

func TestARefusedListOfUsersSaysNothingAgainstTheToken(t *testing.T) {
	replies := assigned("")
	replies["500/assigned_users"] = reply{403, `{"error":{"message":"(#200) Requires business_management permission","code":200}}`}
	report := runWithAccess(t, answering(replies), Expectation{})
	if report.AccessTo("500").Level != AccessUnknown || report.Row(SendAllowed).Status != Pass {
		t.Error(describe(report))
	}
}

func TestKindsThatWereNotMeant(t *testing.T) {
	business := map[string]reply{
		"me": {200, `{"id":"900","name":"integration","client_business_id":"300"}`},
	}
	named := map[string]reply{"me": business["me"], "500": assigned("")["500"]}
	person := map[string]reply{"debug_token": {200, `{"data":{"app_id":"700","type":"USER","is_valid":true,"expires_at":0,
		"scopes":["whatsapp_business_management","whatsapp_business_messaging"]}}`}}
	for _, test := range []struct {
		name    string
		replies map[string]reply
		meant   Kind
		status  Status
		reason  string
		verdict Reason
		value   string
	}{
		{"system user", nil, KindSystemUser, Pass, "system_user", "verdict.ready", ""},
		{"system user, business meant", nil, KindBusinessIntegration, Fail, "system_user_for_business", "verdict.not_ready", ""},
		{"business", business, KindBusinessIntegration, Pass, "business_integration", "verdict.ready", "300"},
		{"business, its customer named", named, "", Pass, "business_integration", "verdict.ready", "Bakery Ltd"},
		{"business, system user meant", named, KindSystemUser, Warn, "business_for_system_user", "verdict.advice", "Bakery Ltd"},
		{"person", person, KindBusinessIntegration, Warn, "user", "verdict.temporary", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			report := check(t, answering(with(test.replies)), Expectation{Kind: test.meant})
			row := report.Row(TokenKind)
			if row.Status != test.status || row.Reason != Reason("check.token.kind."+test.reason) || row.Values["Customer"] != test.value {
				t.Errorf("%s %s %v", row.Status, row.Reason, row.Values)
			}
			if report.Verdict.Reason != test.verdict {
				t.Error(describe(report))
			}
		})
	}
}

func TestABusinessTokenOfAnotherCustomerIsNamed(t *testing.T) {
	of := func(customer string) map[string]reply {
		return with(map[string]reply{"me": {200, `{"id":"900","name":"api","client_business_id":"` + customer + `"}`}})
	}
	for customer, want := range map[graph.ID]Status{"300": Pass, "301": Fail, "": Pass} {
		row := check(t, answering(of("300")), Expectation{Kind: KindBusinessIntegration, Customer: customer}).Row(TokenKind)
		if row.Status != want || want == Fail && row.Reason != "check.token.kind.other_customer" {
			t.Errorf("expected of %q: %s %s", customer, row.Status, row.Reason)
		}
	}
}

func TestWhereATemporaryTokenWasMade(t *testing.T) {
	const scopes = `"scopes":["whatsapp_business_management","whatsapp_business_messaging"]`
	for want, fields := range map[Origin]string{
		OriginGraphExplorer: `"app_id":"145634995501895","application":"Graph API Explorer",` + scopes,
		OriginFacebookLogin: `"app_id":"700","metadata":{"auth_type":"rerequest"},` + scopes,
		OriginAPISetup:      `"app_id":"700","issued_at":1788600000,"expires_at":1788680000,` + scopes,
		OriginUnknown:       `"app_id":"700","issued_at":1788600000,"expires_at":1793700000,"metadata":"odd",` + scopes,
	} {
		replies := with(map[string]reply{"debug_token": {200, `{"data":{"type":"USER","is_valid":true,` + fields + `}}`}})
		report := check(t, answering(replies), Expectation{})
		if report.Token.Origin != want || report.Row(TokenKind).Values["Origin"] != string(want) {
			t.Errorf("got %q, want %q", report.Token.Origin, want)
		}
	}
	if report := check(t, answering(readyReplies()), Expectation{}); report.Token.Origin != OriginUnknown {
		t.Errorf("a system user's token was made by %q", report.Token.Origin)
	}
}

// The rehearsal tells all of it.
func TestAccessInTheRehearsal(t *testing.T) {
	server, err := sandbox.Start(sandbox.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = server.Close() })
	for name, want := range map[string]string{
		"ready": "full ", "solution-partner": "full ", "business-token": "unknown Corner Bakery", "temporary": "unknown ",
	} {
		scenario, _ := sandbox.FindScenario(name)
		report, err := Run(t.Context(), Request{
			Paste: ReadPaste(scenario.Token.Reveal()), Access: true, Graph: graph.Options{BaseURL: server.GraphURL()},
			Expected: Expectation{Account: graph.ID(scenario.AccountID)},
		})
		if err != nil {
			t.Fatal(err)
		}
		access := report.AccessTo(graph.ID(scenario.AccountID))
		if got := fmt.Sprintf("%s %s", access.Level, report.Token.ClientBusinessName); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}
