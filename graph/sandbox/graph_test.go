package sandbox

import (
	"net/url"
	"strings"
	"testing"
	"time"

	"latchkey/graph"
)

func TestAccountAndNumbersInOneCall(t *testing.T) {
	client := start(t, Options{})
	ready := scenario(t, "ready")
	got := client.get(ready.Token, "/v25.0/"+ready.AccountID+"?fields="+url.QueryEscape(
		"id,name,account_review_status,health_status,owner_business_info,phone_numbers.limit(5){id,display_phone_number,throughput,health_status},subscribed_apps")).wantOK(t)
	for path, want := range map[string]string{
		"id": ready.AccountID, "name": "Corner Bakery", "account_review_status": "APPROVED",
		"owner_business_info.id":                                 ready.BusinessID,
		"phone_numbers.data.0.id":                                ready.PhoneID,
		"phone_numbers.data.0.display_phone_number":              "+49 30 901820",
		"phone_numbers.data.0.throughput.level":                  "STANDARD",
		"health_status.can_send_message":                         "AVAILABLE",
		"subscribed_apps.data.0.whatsapp_business_api_data.name": "Corner Bakery Bot",
	} {
		if got.text(path) != want {
			t.Errorf("%s is %q, want %q", path, got.text(path), want)
		}
	}
}

func TestAnswersCarryLiveGraphsHeaders(t *testing.T) {
	client := start(t, Options{})
	ready := scenario(t, "ready")
	got := client.get(ready.Token, "/v24.0/"+ready.AccountID).wantOK(t)
	for name, want := range map[string]string{
		"Content-Type": "text/javascript; charset=UTF-8", "Date": "Mon, 14 Sep 2026 12:00:00 GMT", "Facebook-Api-Version": "v24.0",
	} {
		if got.header.Get(name) != want {
			t.Errorf("%s is %q, want %q", name, got.header.Get(name), want)
		}
	}
	if !strings.Contains(got.header.Get("X-App-Usage"), "call_count") ||
		!strings.Contains(got.header.Get("X-Business-Use-Case-Usage"), ready.AccountID) ||
		got.header.Get("X-Fb-Trace-Id") == "" {
		t.Errorf("headers are missing: %v", got.header)
	}
}

func TestVersions(t *testing.T) {
	client := start(t, Options{})
	token := scenario(t, "ready").Token
	for path, version := range map[string]string{
		"/v26.0/me": "v26.0", "/v21.0/me": "v21.0", "/v20.0/me": "v21.0", "/v3.2/me": "v21.0", "/me": "v21.0",
	} {
		if got := client.get(token, path).wantOK(t).header.Get("Facebook-Api-Version"); got != version {
			t.Errorf("%s is answered by %s, want %s", path, got, version)
		}
	}
	client.get(token, "/v99.0/me").wantError(t, 400, "2500", "")
}

func TestWhatATokenMayNotDo(t *testing.T) {
	client := start(t, Options{})
	ready := scenario(t, "ready")
	numbers := func(s Scenario) string { return "/v25.0/" + s.AccountID + "/phone_numbers" }
	for _, test := range []struct {
		name          string
		token         graph.Token
		path          string
		status        int
		code, subcode string
	}{
		{"no token", graph.Token{}, "/v25.0/me", 400, "2500", ""},
		{"account not assigned", scenario(t, "account-not-assigned").Token, numbers(scenario(t, "account-not-assigned")), 400, "100", "33"},
		{"account of somebody else", ready.Token, numbers(scenario(t, "surplus")), 400, "100", "33"},
		{"phone number in place of its id", ready.Token, "/v25.0/4930901820", 400, "100", "33"},
		{"an edge that users do not have", ready.Token, "/v25.0/me/phone_numbers", 400, "100", ""},
		{"a field that does not exist", ready.Token, "/v25.0/" + ready.AccountID + "?fields=colour", 400, "100", ""},
		{"a broken fields expression", ready.Token, "/v25.0/" + ready.AccountID + "?fields=phone_numbers%7Bid", 400, "2500", ""},
		{"a name that is no path", ready.Token, "/v25.0/nowhere", 400, "2500", ""},
		{"portfolio without business_management", scenario(t, "business-token").Token, "/v25.0/" + scenario(t, "business-token").BusinessID + "/system_users", 400, "100", "33"},
		{"portfolio's lists with a person's token", scenario(t, "temporary").Token, "/v25.0/" + scenario(t, "temporary").BusinessID + "/system_users", 403, "100", ""},
		{"too many calls on an account", scenario(t, "rate-limited").Token, numbers(scenario(t, "rate-limited")), 400, "80008", "2494008"},
		{"too many calls", scenario(t, "rate-limited").Token, "/v25.0/me", 403, "4", "2446079"},
		{"outage", scenario(t, "outage").Token, "/v25.0/me", 500, "2", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			client.t = t
			client.get(test.token, test.path).wantError(t, test.status, test.code, test.subcode)
		})
	}
}

func TestARateLimitTellsTheMinutes(t *testing.T) {
	client := start(t, Options{})
	limited := scenario(t, "rate-limited")
	got := client.get(limited.Token, "/v25.0/"+limited.AccountID)
	if !strings.Contains(got.header.Get("X-Business-Use-Case-Usage"), `"estimated_time_to_regain_access":12`) {
		t.Errorf("no minutes in %v", got.header)
	}
	if got.at("error.is_transient") != true {
		t.Errorf("not marked as transient: %s", got.raw)
	}
}

func TestATroubleOfOneScenarioLeavesTheOthersAlone(t *testing.T) {
	client := start(t, Options{})
	client.get(scenario(t, "outage").Token, "/v25.0/me").wantError(t, 500, "2", "")
	client.get(scenario(t, "ready").Token, "/v25.0/me").wantOK(t)
}

func TestNumbersComeInPagesWhoseLinksCarryTheToken(t *testing.T) {
	client := start(t, Options{})
	two := scenario(t, "two-accounts")
	accounts := client.get(two.Token, "/v25.0/me/assigned_whatsapp_business_accounts").wantOK(t)
	second := accounts.text("data.1.id")
	if len(second) != 17 {
		t.Fatalf("no second account with a long id: %s", accounts.raw)
	}
	first := client.get(two.Token, "/v25.0/"+second+"/phone_numbers?fields=id,display_phone_number").wantOK(t)
	if got := len(first.at("data").([]any)); got != defaultLimit {
		t.Fatalf("the first page holds %d", got)
	}
	next, err := url.Parse(first.text("paging.next"))
	if err != nil || next.Query().Get("access_token") != two.Token.Reveal() {
		t.Fatalf("the next link is %q", first.text("paging.next"))
	}
	rest := client.get(graph.Token{}, next.RequestURI()).wantOK(t)
	if got := len(rest.at("data").([]any)); got != 5 {
		t.Errorf("the second page holds %d", got)
	}
	if rest.at("paging.next") != nil {
		t.Error("the last page has a next link")
	}
	before := client.get(two.Token, "/v25.0/"+second+"/phone_numbers?fields=id&before="+rest.text("paging.cursors.before")).wantOK(t)
	if before.text("data.0.id") != first.text("data.0.id") {
		t.Error("the page before the last is not the first")
	}
}

func TestPermissionsAreListedEvenWhereTheAccountIsMissing(t *testing.T) {
	client := start(t, Options{})
	got := client.get(scenario(t, "account-not-assigned").Token, "/v25.0/me/permissions").wantOK(t)
	if !strings.Contains(got.raw, `{"permission":"whatsapp_business_messaging","status":"granted"}`) {
		t.Errorf("got %s", got.raw)
	}
}

func TestManageEventsWorksInPlaceOfManagement(t *testing.T) {
	client := start(t, Options{})
	events := scenario(t, "manage-events")
	client.get(events.Token, "/v25.0/"+events.AccountID).wantOK(t)
	templates := client.get(events.Token, "/v25.0/"+events.AccountID+"/message_templates?limit=1").wantOK(t)
	if templates.text("data.0.name") != "hello_world" || templates.text("paging.next") == "" {
		t.Errorf("got %s", templates.raw)
	}
}

func TestATemporaryTokenDiesWithinHours(t *testing.T) {
	now := noon
	client := start(t, Options{Now: func() time.Time { return now }})
	temporary := scenario(t, "temporary").Token
	client.get(temporary, "/v25.0/me").wantOK(t)
	now = now.Add(6 * time.Hour)
	got := client.get(temporary, "/v25.0/me")
	got.wantError(t, 401, "190", "463")
	if !strings.Contains(got.text("error.message"), "The current time is") {
		t.Errorf("the message names no dates: %s", got.raw)
	}
}

func TestSystemUsersAreListedAndCreated(t *testing.T) {
	client := start(t, Options{})
	ready := scenario(t, "ready")
	path := "/v25.0/" + ready.BusinessID + "/system_users"
	created := client.postForm(ready.Token, path, url.Values{"name": {"nightly"}, "role": {"EMPLOYEE"}}).wantOK(t)
	list := client.get(ready.Token, path).wantOK(t)
	if list.text("data.1.id") != created.text("id") || list.text("data.1.role") != "EMPLOYEE" {
		t.Errorf("the new one is not in %s", list.raw)
	}
	client.postForm(ready.Token, path, url.Values{"role": {"ADMIN"}}).wantError(t, 400, "100", "")
	assigned := client.get(ready.Token, "/v25.0/"+created.text("id")+"/assigned_whatsapp_business_accounts").wantOK(t)
	if len(assigned.at("data").([]any)) != 0 {
		t.Errorf("a new system user reaches something: %s", assigned.raw)
	}
}

func TestANewSystemUserIsGrantedAnAccount(t *testing.T) {
	client := start(t, Options{})
	ready := scenario(t, "ready")
	created := client.postForm(ready.Token, "/v25.0/"+ready.BusinessID+"/system_users", url.Values{"name": {"nightly"}}).wantOK(t)
	path := "/v25.0/" + ready.AccountID + "/assigned_users"
	client.postForm(ready.Token, path, url.Values{"user": {"1"}, "tasks": {`["MANAGE"]`}}).wantError(t, 400, "100", "")
	client.postForm(ready.Token, path, url.Values{"user": {created.text("id")}, "tasks": {`["MANAGE"]`}}).wantOK(t)
	assigned := client.get(ready.Token, "/v25.0/"+created.text("id")+"/assigned_whatsapp_business_accounts").wantOK(t)
	if assigned.text("data.0.id") != ready.AccountID {
		t.Errorf("it reaches %s", assigned.raw)
	}
}

func TestAssignedUsersNeedTheBusiness(t *testing.T) {
	client := start(t, Options{})
	ready := scenario(t, "ready")
	client.get(ready.Token, "/v25.0/"+ready.AccountID+"/assigned_users").wantError(t, 400, "100", "")
	got := client.get(ready.Token, "/v25.0/"+ready.AccountID+"/assigned_users?business="+ready.BusinessID).wantOK(t)
	if got.text("data.1.name") != "latchkey-whatsapp" || !strings.Contains(got.raw, "MESSAGING") {
		t.Errorf("got %s", got.raw)
	}
}

func TestTheTokenIsTakenFromWhereverLiveGraphTakesIt(t *testing.T) {
	client := start(t, Options{})
	ready := scenario(t, "ready")
	client.get(graph.Token{}, "/v25.0/me?access_token="+ready.Token.Reveal()).wantOK(t)
	path := "/v25.0/" + ready.BusinessID + "/system_users"
	client.postForm(graph.Token{}, path, url.Values{"name": {"one"}, "access_token": {ready.Token.Reveal()}}).wantOK(t)
	client.postJSON(graph.Token{}, path, map[string]any{"name": "two", "access_token": ready.Token.Reveal()}).wantOK(t)
}
