package trouble

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"latchkey/graph/value/valuetest"
)

// valuetest.MadeUp has the shape of a token and is none.

func codesOf(found []Found) []string {
	codes := []string{}
	for _, one := range found {
		codes = append(codes, one.Error.CodeText()+" "+one.Error.Trouble().ID)
	}
	return codes
}

func TestFindErrors(t *testing.T) {
	for _, test := range []struct {
		name, text string
		want       []string
	}{
		{"nothing", "", nil},
		{"only prose", "My shop's messages stopped on 21/11 at 14:00, order 4711, since version 25.0", nil},
		{"an error body", `{"error":{"message":"Session has expired","type":"OAuthException","code":190,"error_subcode":463,"fbtrace_id":"Abc"}}`, []string{"190/463 token_expired"}},
		{"an error body over several lines", "{\n  \"error\": {\n    \"message\": \"(#131030) Recipient phone number not in allowed list\",\n    \"code\": 131030\n  }\n}", []string{"131030 recipient_not_on_list"}},
		{"only the content of an envelope", `{"message":"Unsupported get request","type":"GraphMethodException","code":100,"error_subcode":33}`, []string{"100/33 object_not_visible"}},
		{"curl with its noise", "*   Trying 127.0.0.1:443...\n> GET /v25.0/me HTTP/2\n> Authorization: Bearer " + valuetest.MadeUp + "\n{ [5 bytes data]\n< HTTP/2 400 \n< content-type: application/json\n< \n" + `{"error":{"message":"Invalid parameter","code":100}}`, []string{"100 parameter"}},
		{"debug_token", `{"data":{"error":{"code":190,"message":"The session was invalidated","subcode":460},"is_valid":false,"scopes":[]}}`, []string{"190/460 session_ended"}},
		{"a webhook", `{"object":"whatsapp_business_account","entry":[{"changes":[{"value":{"statuses":[{"status":"failed","timestamp":"1788608891","errors":[{"code":131047,"title":"Re-engagement message","error_data":{"details":"More than 24 hours have passed"}}]}]}}]}]}`, []string{"131047 reply_window_over"}},
		{"health_status", `{"health_status":{"entities":[{"errors":[{"error_code":141006,"error_description":"payment"}]},{"errors":[{"error_code":141010,"error_description":"verification"}]}]}}`, []string{"141006 payment_method", "141010 business_not_verified"}},
		{"JSON inside a log line", `2026-11-21T10:00:00Z level=error msg="send failed" body={"error":{"message":"Access denied","code":131005}} took=20ms`, []string{"131005 access_denied"}},
		{"JSON inside a string of JSON", `{"level":"error","code":500,"body":"{\"error\":{\"message\":\"Account \\\"X\\\" locked\",\"code\":131031}}"}`, []string{"131031 account_locked"}},
		{"JSON inside a string inside a string", `{"a":"{\"b\":\"{\\\"error\\\":{\\\"message\\\":\\\"m\\\",\\\"code\\\":368}}\"}"}`, []string{"368 policy_block"}},
		{"JSON with escaped line breaks", `{"body":"{\n  \"error\": {\n    \"code\": 133010,\n \"message\": \"x\" } }"}`, []string{"133010 number_not_registered"}},
		{"cut off in the middle", `{"error":{"message":"Error validating access token","type":"OAuthException","code":190,"error_subcode":463,"fbtr`, []string{"190/463 token_expired"}},
		{"Python", `{'error': {'message': 'Session has expired', 'code': 190, 'error_subcode': 463}}`, []string{"190/463 token_expired"}},
		{"PHP", "[message] => (#10) Application does not have permission\n[type] => OAuthException\n[code] => 10", []string{"10 app_not_assigned"}},
		{"in words", "Graph said: code: 190, subcode 463. Then it stopped.", []string{"190/463 token_expired"}},
		{"Graph's own words", "Error: (#200) Provide valid app ID at Object.send", []string{"200 no_token_sent"}},
		{"other codes", "exit code 1, status code: 400, HTTP code 200, country code 100, zip code 10", nil},
		{"bare", " 190/463\n", []string{"190/463 token_expired"}},
		{"bare with a space", "190 463", []string{"190/463 token_expired"}},
		{"bare code", "131031", []string{"131031 account_locked"}},
		{"bare and unknown", "#131999", []string{"131999 unknown"}},
		{"bare codes in a sentence", "since this morning I get 131031 131037 and sometimes 100/33 for all numbers", []string{"131031 account_locked", "131037 display_name_not_approved", "100/33 object_not_visible"}},
		{"several in order, none twice", `{"error":{"message":"a","code":131031}}` + "\n(#131030) not on list\n" + `{"error":{"message":"b","code":131031,"fbtrace_id":"other"}} {"error":{"message":"c","code":4}}`, []string{"131031 account_locked", "131030 recipient_not_on_list", "4 too_many_calls"}},
		{"one code, two meanings", `{"error":{"message":"(#200) Provide valid app ID","code":200}} {"error":{"message":"API access blocked.","code":200}}`, []string{"200 no_token_sent", "200 api_access_blocked"}},
		{"an unknown code of Graph", `{"error":{"message":"New","type":"OAuthException","code":7777}}`, []string{"7777 unknown"}},
		{"somebody else's error", `{"code":500,"message":"database down"} {"error":{"message":"no code"}} {"error":"text"}`, nil},
		{"an object that never ends", strings.Repeat(`{"a":`, 50_000), nil},
		{"only braces", strings.Repeat("{", 200_000), nil},
		{"only escaped braces", strings.Repeat(`{\"`, 100_000), nil},
		{"a long line of codes", strings.Repeat("code: 190 type: OAuthException ", 10_000), []string{"190 token_not_accepted"}},
		{"a long line of numbers", strings.Repeat("131 ", 50_000), nil},
		{"a long line of ends", strings.Repeat("(#", 50_000) + strings.Repeat("message: ", 10_000), nil},
		{"deep nesting around an error", strings.Repeat(`{"a":`, 50) + `{"error":{"code":4,"message":"m"}}` + strings.Repeat("}", 50), []string{"4 too_many_calls"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			started := time.Now()
			got := codesOf(Find(test.text))
			if len(test.want) == 0 {
				test.want = []string{}
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("found (-want +got):\n%s", diff)
			}
			if took := time.Since(started); took > time.Minute {
				t.Errorf("took %v", took)
			}
		})
	}
}

func TestFindErrorsKeepsWhatGraphSaid(t *testing.T) {
	found := Find("noise\n< HTTP/1.1 100 Continue\n\n< HTTP/1.1 403 Forbidden\n< retry-after: 120\n<\n" +
		`{"error":{"message":"(#80007) Too many","type":"OAuthException","code":"80007","fbtrace_id":"AbcDef","error_user_title":"Title","error_user_msg":"Text","is_transient":true,"error_data":{"details":"Details"}}}`)
	want := []Found{{Line: 7, Error: &Error{
		HTTPStatus: 403, Code: 80007, Type: "OAuthException", Message: "(#80007) Too many", Details: "Details",
		UserTitle: "Title", UserText: "Text", TraceID: "AbcDef", Transient: true, RetryAfter: 2 * time.Minute,
	}}}
	if diff := cmp.Diff(want, found); diff != "" {
		t.Errorf("found (-want +got):\n%s", diff)
	}
}

func TestFindErrorsHidesTokens(t *testing.T) {
	const opaque = "no-known-shape-of-a-token-0815"
	for _, text := range []string{
		`{"error":{"message":"Malformed access token ` + valuetest.MadeUp + `","code":190}}`,
		`{"error":{"message":"Malformed access token ` + opaque + `","code":190}}`,
		`{"error":{"message":"m","code":190,"error_user_msg":"` + valuetest.MadeUp + `","fbtrace_id":"` + valuetest.MadeUp + `"}}`,
		`{"errors":[{"code":131047,"title":"` + valuetest.MadeUp + `","error_data":{"details":"` + valuetest.MadeUp + `"}}]}`,
		"> Authorization: Bearer " + opaque + "\n" + `{"error":{"message":"bad ` + opaque[:20] + `...","code":190}}`,
		"curl 'http://127.0.0.1/me?access_token=" + opaque + "' said (#190) cannot read " + opaque,
		"code: 190 for " + valuetest.MadeUp,
	} {
		found := Find(text)
		if len(found) == 0 {
			t.Errorf("nothing found in %q", text)
		}
		for _, one := range found {
			shown := fmt.Sprintf("%+v", *one.Error)
			if strings.Contains(shown, valuetest.MadeUp[:12]) || strings.Contains(shown, opaque[:12]) {
				t.Errorf("a token is shown: %s", shown)
			}
		}
	}
}

func FuzzFind(f *testing.F) {
	for _, seed := range []string{
		`{"error":{"message":"m","code":190,"error_subcode":463}}`, `{"body":"{\"error\":{\"message\":\"` + valuetest.MadeUp + `\",\"code\":4}}"}`,
		"(#131030) not on list", "code: 190, subcode 463", "190/463", "190 463", "131031", `{'code': 190, 'error_subcode': 463}`,
		"< HTTP/2 400\n< retry-after: 5\n\n" + `{"error":{"code":4,"message":"m"}}`, `{\"`, `{"{"{`, "[code] => 10", `{"errors":[{"code":131047,"title":"t"}]}`,
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		seen := map[string]bool{}
		line := 1
		for _, found := range Find(text + " " + valuetest.MadeUp) {
			told := fmt.Sprint(found.Error.CodeText(), found.Error.Trouble().ID)
			if seen[told] {
				t.Errorf("%s twice", told)
			}
			seen[told] = true
			if found.Line < line || found.Line > strings.Count(text, "\n")+1 {
				t.Errorf("line %d after line %d", found.Line, line)
			}
			line = found.Line
			if strings.Contains(fmt.Sprintf("%+v", *found.Error), valuetest.MadeUp) {
				t.Errorf("the token is shown: %+v", *found.Error)
			}
		}
	})
}
