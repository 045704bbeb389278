package check

import (
	"context"
	"fmt"
	"maps"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"latchkey/graph"
)

// reply is what a fake Graph answers to one path.
type reply struct {
	status int
	body   string
}

// readyReplies are those to a token where nothing is wrong, by path below the
// version.
func readyReplies() map[string]reply {
	ok := func(body string) reply { return reply{200, body} }
	return map[string]reply{
		"debug_token": ok(`{"data":{"app_id":"700","application":"Corner Bakery Bot","type":"SYSTEM_USER","is_valid":true,
			"expires_at":0,"data_access_expires_at":0,"user_id":"900",
			"scopes":["whatsapp_business_management","whatsapp_business_messaging"]}}`),
		"me": ok(`{"id":"900","name":"latchkey-whatsapp"}`),
		"me/permissions": ok(`{"data":[{"permission":"whatsapp_business_management","status":"granted"},
			{"permission":"whatsapp_business_messaging","status":"granted"}]}`),
		"me/assigned_whatsapp_business_accounts": ok(`{"data":[{"id":"500","name":"Corner Bakery"}]}`),
		"500": ok(`{"id":"500","name":"Corner Bakery","account_review_status":"APPROVED","currency":"EUR","country":"DE","primary_funding_id":"300","phone_numbers":{"data":[
			{"id":"600","display_phone_number":"+49 30 901820","verified_name":"Corner Bakery","quality_rating":"GREEN",
			"code_verification_status":"VERIFIED","name_status":"APPROVED","status":"CONNECTED","account_mode":"LIVE"}]}}`),
		"500/message_templates": ok(`{"data":[{"id":"1","name":"hello_world"}]}`),
		"500/subscribed_apps":   ok(`{"data":[{"whatsapp_business_api_data":{"id":"700","name":"Corner Bakery Bot"}}]}`),
	}
}

// with answers some paths differently.
func with(changes map[string]reply) map[string]reply {
	replies := readyReplies()
	maps.Copy(replies, changes)
	return replies
}

// everywhere answers every path alike.
func everywhere(status int, body string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.WriteHeader(status)
		_, _ = w.Write([]byte(body))
	}
}

// answering serves replies. What is not among them does not exist, said as
// Graph says it.
func answering(replies map[string]reply) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		path := strings.TrimPrefix(r.URL.Path, "/v25.0/")
		found, known := replies[path]
		if !known {
			found = reply{400, `{"error":{"message":"Unsupported get request.","type":"GraphMethodException","code":100,"error_subcode":33}}`}
		}
		w.WriteHeader(found.status)
		_, _ = w.Write([]byte(found.body))
	}
}

func serve(t *testing.T, handler http.Handler) string {
	t.Helper()
	server := httptest.NewServer(handler)
	t.Cleanup(server.Close)
	return server.URL
}

// run checks a token against the Graph at address, quickly: without pauses
// between tries.
func run(t *testing.T, address string, token graph.Token, expected Expectation) Report {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	report, err := Run(ctx, Request{
		Paste: ReadPaste(token.Reveal()), Expected: expected, Graph: graph.Options{BaseURL: address, Pause: time.Millisecond},
	})
	if err != nil {
		t.Fatal(err)
	}
	return report
}

func check(t *testing.T, handler http.Handler, expected Expectation) Report {
	t.Helper()
	return run(t, serve(t, handler), graph.NewToken(madeUpToken), expected)
}

// failingRows lists the checks to fix with Graph's code, such as
// "waba.reach 100/33".
func failingRows(report Report) []string {
	var failing []string
	for _, row := range report.Rows {
		if row.Status != Fail {
			continue
		}
		text := string(row.ID)
		if row.Graph != nil && row.Graph.Error != nil {
			text += " " + row.Graph.Error.CodeText()
		}
		failing = append(failing, text)
	}
	return failing
}

func describe(report Report) string {
	var text strings.Builder
	fmt.Fprintf(&text, "%s %s\n", report.Verdict.Status, report.Verdict.Reason)
	for _, row := range report.Rows {
		if row.Problem() {
			fmt.Fprintf(&text, "  %s %s %s\n", row.ID, row.Status, row.Reason)
		}
	}
	return text.String()
}
