package sandbox

import (
	"encoding/json"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
)

// specification loads Meta's own description of the API
// (github.com/facebook/openapi), when it lies in a folder beside the project.
func specification(t *testing.T) *openapi3.T {
	t.Helper()
	folder, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		path := filepath.Join(folder, "shared", "meta-openapi", "business-messaging-api_v23.0.yaml")
		if _, err := os.Stat(path); err == nil {
			document, err := openapi3.NewLoader().LoadFromFile(path)
			if err != nil {
				t.Fatal(err)
			}
			return document
		}
		parent := filepath.Dir(folder)
		if parent == folder {
			t.Skip("there is no folder shared/meta-openapi above this one: the pretend Meta is not checked against Meta's specification")
		}
		folder = parent
	}
}

// Where live Graph was seen to differ from the specification, the sandbox
// follows live Graph, and the test puts the specified value in its place.
var liveInPlaceOfSpecified = map[string]string{
	`"business_verification_status":"verified"`: `"business_verification_status":"VERIFIED"`,
	`"ownership_type":"SELF"`:                   `"ownership_type":"SELF_OWNED"`,
	`"messaging_limit_tier":"TIER_2K"`:          `"messaging_limit_tier":"TIER_1K"`,
	`"status":"CONNECTED"`:                      `"status":"LINKED"`,
	`"code_verification_status":"NOT_VERIFIED"`: `"code_verification_status":"UNVERIFIED"`,
}

func asSpecified(raw string) string {
	for live, specified := range liveInPlaceOfSpecified {
		raw = strings.ReplaceAll(raw, live, specified)
	}
	return raw
}

func TestAnswersFollowMetasSpecification(t *testing.T) {
	document := specification(t)
	client := start(t, Options{})
	ready, business := scenario(t, "ready"), scenario(t, "business-token")
	fields := func(names string) string { return "?fields=" + url.QueryEscape(names) }
	get := func(from Scenario, path string) reply { return client.get(from.Token, "/v25.0/"+path) }
	for _, test := range []struct {
		path   string // in the specification
		method string
		got    reply
	}{
		{"/{Version}/{WABA-ID}", http.MethodGet, get(ready, ready.AccountID)},
		{"/{Version}/{WABA-ID}", http.MethodGet, get(ready, ready.AccountID+
			fields("id,name,timezone_id,account_review_status,business_verification_status,ownership_type,country"))},
		{"/{Version}/{Business-ID}", http.MethodGet, get(ready, ready.BusinessID+fields("id,name,timezone_id"))},
		{"/{Version}/{Business-ID}/owned_whatsapp_business_accounts", http.MethodGet, get(ready, ready.BusinessID+"/owned_whatsapp_business_accounts")},
		{"/{Version}/{Business-ID}/client_whatsapp_business_accounts", http.MethodGet, get(ready, ready.BusinessID+"/client_whatsapp_business_accounts")},
		{"/{Version}/{User-ID}/assigned_whatsapp_business_accounts", http.MethodGet, get(ready, ready.UserID+"/assigned_whatsapp_business_accounts")},
		{"/{Version}/{User-ID}/assigned_whatsapp_business_accounts", http.MethodGet, get(ready, ready.UserID+"/assigned_whatsapp_business_accounts"+fields("id,name,status,permissions"))},
		// Without fields the status is left out, as seen on live Graph.
		{"/{Version}/{WABA-ID}/phone_numbers", http.MethodGet, get(ready, ready.AccountID+"/phone_numbers"+
			fields("id,display_phone_number,verified_name,status,quality_rating,code_verification_status,account_mode,messaging_limit_tier"))},
		{"/{Version}/{Phone-Number-ID}", http.MethodGet, get(ready, ready.PhoneID)},
		{"/{Version}/{WABA-ID}/message_templates", http.MethodGet, get(ready, ready.AccountID+"/message_templates")},
		{"/{Version}/{WABA-ID}/subscribed_apps", http.MethodGet, get(ready, ready.AccountID+"/subscribed_apps")},
		{"/{Version}/{WhatsApp-Business-Account-ID}/assigned_users", http.MethodGet, get(ready, ready.AccountID+"/assigned_users?business="+ready.BusinessID)},
		{"/{Version}/{Phone-Number-ID}/messages", http.MethodPost, client.postJSON(ready.Token, "/v25.0/"+ready.PhoneID+"/messages", orderReady("4930123456"))},
		{"/{Version}/{Solution-ID}/access_token", http.MethodGet, get(business, business.SolutionID+"/access_token?business_id="+business.CustomerID)},
		{"/{Version}/{Solution-ID}/access_token", http.MethodGet, get(business, business.SolutionID+"/access_token?business_id=x")},
		{"/{Version}/{Solution-ID}/access_token", http.MethodGet, get(scenario(t, "expired"), business.SolutionID+"/access_token?business_id=1")},
		{"/{Version}/{Solution-ID}/access_token", http.MethodGet, get(ready, business.SolutionID+"/access_token?business_id="+business.CustomerID)},
		{"/{Version}/{Solution-ID}/access_token", http.MethodGet, get(business, business.SolutionID+"/access_token?business_id=404")},
		{"/{Version}/{Solution-ID}/access_token", http.MethodGet, get(business, business.SolutionID+"/access_token?business_id="+ready.BusinessID)},
		{"/{Version}/{Solution-ID}/access_token", http.MethodGet, get(scenario(t, "outage"), business.SolutionID+"/access_token?business_id=1")},
	} {
		response := document.Paths.Value(test.path).GetOperation(test.method).Responses.Status(test.got.status)
		if response == nil {
			t.Errorf("%s knows no HTTP %d: %s", test.path, test.got.status, test.got.raw)
			continue
		}
		var body any
		if err := json.Unmarshal([]byte(asSpecified(test.got.raw)), &body); err != nil {
			t.Fatal(err)
		}
		if err := response.Value.Content.Get("application/json").Schema.Value.VisitJSON(body, openapi3.MultiErrors()); err != nil {
			t.Errorf("%s %s answers %s\n%v", test.method, test.path, test.got.raw, err)
		}
	}
}
