package graph

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"testing"
	"time"

	"latchkey/graph/trouble"
	"latchkey/graph/value/valuetest"
)

// read parses an answer as the client does, without a network between.
func read(status int, body []byte, answer any) error {
	return readAnswer(context.Background(), &http.Response{StatusCode: status, Header: http.Header{}}, body, false, answer, NewToken(valuetest.MadeUp))
}

// mustBeTold fails the test unless err is of a kind that a person is told
// about, with nothing secret in it.
func mustBeTold(t *testing.T, err error) {
	t.Helper()
	graphError, networkError := trouble.AsError(err), AsNetworkError(err)
	switch {
	case err == nil:
	case graphError != nil:
		if graphError.Trouble().ID == "" {
			t.Errorf("no trouble for %+v", graphError)
		}
		valuetest.MustHide(t, fmt.Sprintf("%+v", *graphError))
	case networkError != nil:
		valuetest.MustHide(t, fmt.Sprintf("%+v", *networkError))
	default:
		t.Errorf("an error of no kind: %v", err)
	}
}

func FuzzDebugToken(f *testing.F) {
	for _, seed := range []string{
		`{"data":{"app_id":"1","type":"SYSTEM_USER","is_valid":true,"expires_at":0,"scopes":["a"],"granular_scopes":[{"scope":"a","target_ids":[9007199254740993,"2"]}]}}`,
		`{"data":{"error":{"code":190,"message":"m","subcode":463},"is_valid":false,"scopes":[]}}`,
		`{"data":{"error":"text","type":1,"granular_scopes":{"a":[]}}}`, `{"data":[]}`, `{}`, `null`, `{"data":{"application":"` + valuetest.MadeUp + `"}}`,
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, body []byte) {
		var answer struct {
			Data *inspectionBody `json:"data"`
		}
		err := read(http.StatusOK, body, &answer)
		mustBeTold(t, err)
		if err != nil || answer.Data == nil {
			return
		}
		for _, name := range answer.Data.ScopeNames() {
			if !answer.Data.HasScope(name) {
				t.Errorf("scope %q is named and not there", name)
			}
			if ids, all := answer.Data.Targets(name); all && len(ids) > 0 {
				t.Errorf("scope %q reaches all and some", name)
			}
		}
		valuetest.MustHide(t, fmt.Sprintf("%+v", answer.Data.Inspection))
	})
}

func FuzzErrors(f *testing.F) {
	for _, seed := range []string{
		`{"error":{"message":"m","type":"OAuthException","code":190,"error_subcode":463,"fbtrace_id":"A"}}`,
		`{"error":{"message":"` + valuetest.MadeUp + `","code":"100","error_data":"{\"details\":\"d\"}","is_transient":"true"}}`,
		`{"error":{"code":131031,"error_data":{"details":"` + valuetest.MadeUp + `"}}}`,
		`{"error":{"code":1e9}}`, `{"error":{}}`, `{"error":[]}`, `<html>`, ``, `{"error":{"message":"` + escaped() + `","code":1}}`,
	} {
		f.Add(400, []byte(seed))
		f.Add(200, []byte(seed))
	}
	f.Fuzz(func(t *testing.T, status int, body []byte) {
		var answer map[string]any
		err := read(status, body, &answer)
		if err == nil && status >= 300 {
			t.Errorf("status %d is taken as success", status)
		}
		mustBeTold(t, err)
	})
}

func FuzzAccounts(f *testing.F) {
	for _, seed := range []string{
		`{"id":"1","name":"n","phone_numbers":{"data":[{"id":1,"throughput":{"level":"STANDARD"}}],"paging":{"cursors":{"after":"c"},"next":"x"}},"health_status":{"entities":[{"errors":[{"error_code":141006}]}]}}`,
		`{"data":[{"id":"1","name":"` + valuetest.MadeUp + `"}],"paging":{"next":"https://h/?access_token=` + valuetest.MadeUp + `"}}`,
		`{"id":[],"name":{},"phone_numbers":[],"health_status":1,"owner_business_info":null}`, `{"data":{}}`,
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, body []byte) {
		var account WhatsAppAccount
		err := read(http.StatusOK, body, &account)
		mustBeTold(t, err)
		if encoded, err := json.Marshal(account); err == nil {
			valuetest.MustHide(t, string(encoded))
		}
		var accounts page[AccountRef]
		mustBeTold(t, read(http.StatusOK, body, &accounts))
		valuetest.MustHide(t, fmt.Sprintf("%+v", accounts))
	})
}

func FuzzWaitAsked(f *testing.F) {
	f.Add(`{"1":[{"estimated_time_to_regain_access":19}]}`, "120")
	f.Add(`{"1":[null,{"estimated_time_to_regain_access":1e999}]}`, "Sat, 21 Nov 2026 12:01:00 GMT")
	f.Add(`{"1":{}}`, "-1")
	f.Fuzz(func(t *testing.T, usage, retryAfter string) {
		header := http.Header{"X-Business-Use-Case-Usage": {usage}, "Retry-After": {retryAfter}}
		if wait := waitAsked(header, time.Unix(1788608891, 0)); wait < 0 || wait > 24*time.Hour {
			t.Errorf("wait %v", wait)
		}
	})
}

// No address but Meta's and this computer's is ever let through.
func FuzzParseBaseURL(f *testing.F) {
	for _, seed := range []string{DefaultBaseURL, "http://127.0.0.1:8080/graph", "https://[::1]", "http://localhost", "https://graph.facebook.com@evil.invalid", "http://127.0.0.1#@evil.invalid", "http://127.0.0.1\\@evil.invalid", "//x", "http://[::ffff:127.0.0.1]:80"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		base, err := ParseBaseURL(text)
		if err != nil {
			return
		}
		address, err := url.Parse(base.JoinPath("v25.0", "me").String())
		if err != nil {
			t.Fatalf("%q gives an address that cannot be read: %v", text, err)
		}
		meta := address.Scheme == "https" && address.Host == "graph.facebook.com"
		if !meta && !IsLoopback(address.Hostname()) || address.User != nil {
			t.Errorf("%q lets %s through", text, address)
		}
	})
}
