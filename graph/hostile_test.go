package graph

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"latchkey/graph/trouble"
	"latchkey/graph/value/spelling"
	"latchkey/graph/value/valuetest"
)

// hostile is an answer that echoes the token wherever an answer can.
func hostile(w http.ResponseWriter, r *http.Request, status int, body string) {
	header := w.Header()
	for _, name := range []string{"Facebook-Api-Version", "X-App-Usage", "X-Business-Use-Case-Usage", "Retry-After", "X-Fb-Trace-Id", "Www-Authenticate", "Set-Cookie", "Server", "Link", "Location"} {
		header.Set(name, r.Header.Get("Authorization"))
	}
	header.Set("Date", valuetest.MadeUp)
	w.WriteHeader(status)
	_, _ = io.WriteString(w, body)
}

// escaped writes the token as JSON may: each letter as a code.
func escaped() string {
	var text strings.Builder
	for _, letter := range valuetest.MadeUp {
		fmt.Fprintf(&text, `\u%04x`, letter)
	}
	return text.String()
}

// echo fills every place of a value with the token.
func echo(place string) string { return strings.ReplaceAll(place, "$", valuetest.MadeUp) }

func TestHostileAnswersGiveNothingAway(t *testing.T) {
	const phone = `{"id":"$","display_phone_number":"$","verified_name":"$","quality_rating":"$","code_verification_status":"$","name_status":"$","status":"$","platform_type":"$","account_mode":"$","messaging_limit_tier":"$","throughput":{"level":"$"},"health_status":{"can_send_message":"$","entities":[{"entity_type":"$","id":"$","can_send_message":"$","errors":[{"error_code":"$","error_description":"$","possible_solution":"$"}]}]}}`
	const paging = `"paging":{"cursors":{"before":"$","after":"$"},"next":"https://elsewhere.invalid/v25.0/me?access_token=$"}`
	const errorText = `{"error":{"message":"$","type":"$","code":190,"error_subcode":463,"fbtrace_id":"$","error_user_title":"$","error_user_msg":"$","error_data":{"details":"$"}}}`
	bodies := map[string]string{
		"texts": `{"id":"$","name":"$","client_business_id":"$","currency":"$","account_review_status":"$","business_verification_status":"$","ownership_type":"$","status":"$",` +
			`"owner_business_info":{"id":"$","name":"$"},"phone_numbers":{"data":[` + phone + `],` + paging + `},` +
			`"data":[{"id":"$","name":"$","permission":"$","status":"$","whatsapp_business_api_data":{"id":"$","name":"$"}}],` + paging + `,"messages":[{"id":"$","message_status":"$"}]}`,
		"debug_token":       `{"data":{"app_id":"$","application":"$","type":"$","user_id":"$","profile_id":"$","scopes":["$"],"granular_scopes":[{"scope":"$","target_ids":["$"]}],"error":{"code":190,"message":"$","subcode":463}}}`,
		"error":             errorText,
		"error data":        `{"error":{"message":"m","code":1,"error_data":"$"}}`,
		"cut":               `{"error":{"message":"Malformed access token ` + valuetest.MadeUp[:15] + `... ` + valuetest.MadeUp[30:] + `","code":190}}`,
		"long before it":    `{"error":{"message":"` + strings.Repeat("a", 590) + `$","code":190}}`,
		"names of fields":   `{"$":"$","error":{"code":190,"$":{"$":"$"}}}`,
		"not JSON":          `$`,
		"a page":            `<html>$</html>`,
		"escaped":           strings.ReplaceAll(errorText, "$", escaped()),
		"escaped debug":     `{"data":{"application":"` + escaped() + `"}}`,
		"odd shapes":        `{"id":["$"],"name":{"$":"$"},"data":{"$":"$"},"messages":"$"}`,
		"in an error twice": `{"error":{"message":"$ $","code":"190"}}`,
	}
	for name, body := range bodies {
		for _, status := range []int{200, 400, 401, 500, 302} {
			t.Run(fmt.Sprintf("%s %d", name, status), func(t *testing.T) {
				giveNothingAway(t, status, echo(body))
			})
		}
	}
	for name, spelled := range spelling.All(valuetest.MadeUp) {
		written, err := json.Marshal(spelled)
		if err != nil {
			t.Fatal(err)
		}
		inside := string(written[1 : len(written)-1])
		for _, kind := range []string{"texts", "debug_token", "error"} {
			t.Run(kind+", "+name, func(t *testing.T) { giveNothingAway(t, http.StatusOK, strings.ReplaceAll(bodies[kind], "$", inside)) })
		}
	}
}

// giveNothingAway makes every call to a server that gives one answer, and shows in
// every way what comes of it.
func giveNothingAway(t *testing.T, status int, body string) {
	t.Helper()
	client, _ := answering(t, Options{Tries: 1}, func(w http.ResponseWriter, r *http.Request) { hostile(w, r, status, body) })
	var dialled recorder
	dialled.watch(client)
	ctx := t.Context()
	show := func(value any, err error) {
		t.Helper()
		encoded, _ := json.Marshal(value)
		text := fmt.Sprintf("%v %+v %#v %s %v %+v", value, value, value, encoded, err, err)
		if graphError := trouble.AsError(err); graphError != nil {
			text += fmt.Sprintf("%+v %+v", *graphError, graphError.Trouble())
		}
		if networkError := AsNetworkError(err); networkError != nil {
			text += fmt.Sprintf("%+v", *networkError)
		}
		valuetest.MustHide(t, text)
	}
	show(client.Me(ctx))
	show(client.Permissions(ctx))
	inspection, err := client.InspectToken(ctx)
	show(inspection, err)
	show(inspection.Refusal, nil)
	account, err := client.WhatsAppAccount(ctx, "1")
	show(account, err)
	show(account.Owner, account.NumbersError)
	show(account.Health, nil)
	for _, number := range account.Numbers {
		show(number.Health, nil)
		show(number.Throughput, nil)
	}
	show(client.AssignedAccounts(ctx, "me"))
	show(client.FirstTemplate(ctx, "1"))
	show(client.SubscribedApps(ctx, "1"))
	show(client.SendTemplate(ctx, "1", "", "15550100", "hello_world", "en_US"))
	if status != http.StatusOK {
		show(client.SolutionToken(ctx, "1", "2"))
	}
	show(client.Connection(), nil)
	dialled.mustBeOnly(t, client.base.Host)
}

// Numbers that no program should count with, and shapes that nobody promised.
func TestHostileNumbersAndShapes(t *testing.T) {
	for _, body := range []string{
		`{"error":{"code":1e400,"message":"m"}}`,
		`{"error":{"code":99999999999999999999999,"message":"m"}}`,
		`{"error":{"code":-1,"error_subcode":-1,"message":null}}`,
		`{"error":{"code":"190","error_subcode":"463","message":["a"],"is_transient":"true"}}`,
		`{"error":[]}`, `{"error":null}`, `{"error":{}}`, `{"data":null}`, `{"data":[null,1,"a",[],{}]}`, `{"data":{"error":[]}}`,
		`{"data":{"expires_at":1e30,"issued_at":"soon","data_access_expires_at":-5,"is_valid":"yes","scopes":"a","granular_scopes":[1,{"scope":1,"target_ids":{"a":1}}]}}`,
		`{"id":1,"phone_numbers":[],"health_status":"x","owner_business_info":[]}`,
		`{"id":"1","phone_numbers":{"data":[null,{"throughput":"STANDARD","health_status":[]}],"paging":[]}}`,
		strings.Repeat(`{"data":`, 20_000) + "1" + strings.Repeat("}", 20_000),
		`{"id":"` + strings.Repeat("1", 100_000) + `","name":"` + strings.Repeat("é", 100_000) + `"}`,
		"{\"id\":\"1\",\"name\":\"\xff\xfe\x00\"}",
	} {
		client := saying(t, http.StatusOK, body)
		for _, err := range everyCall(t.Context(), client) {
			if err != nil && trouble.AsError(err) == nil && AsNetworkError(err) == nil {
				t.Errorf("%.60s: an error of no kind: %v", body, err)
			}
		}
	}
}

// TestALongAnswerIsGivenUpInTime: what is left to read of it when the time is over
// is left, wherever in it that is.
func TestALongAnswerIsGivenUpInTime(t *testing.T) {
	for name, data := range map[string]string{
		"long texts": "[" + strings.Repeat(`"`+strings.Repeat("EAA%41&#66; ", 5_000)+`",`, 64) + "1]",
		"many texts": "[" + strings.Repeat(`{"id":"123456789012345","name":"Bakery &access_token=x"},`, 68_000) + "{}]",
	} {
		client := saying(t, http.StatusOK, `{"id":"1","data":`+data+"}")
		const limit = 60 * time.Millisecond
		began := time.Now()
		_, err := client.Me(within(t, limit))
		if kind := kindOf(t, err); kind != NetworkTimeout {
			t.Errorf("%s: kind is %s", name, kind)
		}
		if took := time.Since(began); took > limit+time.Second {
			t.Errorf("%s: it takes %s", name, took)
		}
	}
}
