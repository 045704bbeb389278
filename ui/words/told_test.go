package words_test

import (
	"strings"
	"testing"
	"time"

	"latchkey/ui/words"
)

// TestWhatPeopleAreTold holds what people paste to the cause and the cure that they
// are told: each line is one kind of trouble that was met, and what its words must
// name.
func TestWhatPeopleAreTold(t *testing.T) {
	w, err := words.New(time.UTC, "en")
	if err != nil {
		t.Fatal(err)
	}
	envelope := func(content string) string {
		return `{"error":{` + content + `,"type":"OAuthException","fbtrace_id":"AbCdEfGh"}}`
	}
	for _, test := range []struct {
		pasted string
		told   []string
	}{
		{envelope(`"message":"(#100) Before override the current callback uri, your app must be subscribed","code":100`), []string{"subscribed to the account first", "POST /{account ID}/subscribed_apps"}},
		{"Override failed: (#2200) Callback verification failed with the following errors:\ncurl_errno = 28; curl_error = Connection timed out after 6000 milliseconds", []string{"Your webhook did not answer", "firewall", "hub.challenge", "curl_error = Connection timed out after 6000 milliseconds"}},
		{envelope(`"message":"(#2200) Callback verification failed with the following errors: HTTP Status Code = 401","code":2200`), []string{"401 or 403 point to a password", "“+”", "HTTP Status Code = 401"}},
		{"The WhatsApp App ID 1 already has a webhook subscription. You can have just one trigger per App.", []string{"A guess", "already has a webhook", "Delete the old webhook", "app of its own"}},
		{`{"name":"NodeApiError","description":"Unsupported post request. Object with ID 'messages' does not exist, cannot be loaded due to missing permissions"}`, []string{"does not show this ID", "Phone number ID", "Object with ID 'messages'"}},
		{`{'error': {'message': '(#131000) Generic error', 'type': 'OAuthException', 'code': 131000}}`, []string{"an outage, or something in the request", "metastatus.com", "If other messages go through, it is this request"}},
		{"requests.exceptions.HTTPError: 401 Client Error for url: https://graph.facebook.com/v15.0/None/message_templates", []string{"A guess", "An ID is missing in the settings", "/None/"}},
		{"400 Client Error: Bad Request for url: https://graph.facebook.com/v21.0/1/messages", []string{"A guess", "does not show why", "response.text"}},
		{`'www-authenticate': 'OAuth "Facebook Platform" "invalid_request" "(#100) Invalid parameter"'`, []string{"Something in the request is missing or wrong"}},
		{"app[web.1]: type: 'OAuthException',\napp[web.1]: code: 190,\napp[web.1]: error_subcode: 459,", []string{"log in", "facebook.com"}},
		{"E/GraphResponse: {HttpStatus: 400, errorCode: 190, subErrorCode: 460, errorType: OAuthException}", []string{"password", "A system user has no password"}},
		{envelope(`"message":"(#5) Unauthorized source IP address","code":5`), []string{"Server IP allowlist", "public address of your server"}},
		{envelope(`"message":"An unknown error occurred","code":1,"error_subcode":1929002,"error_user_title":"Invalid Permissions","error_user_msg":"You could not subscribe."`), []string{"Invalid Permissions: You could not subscribe.", "Do what Meta’s message says"}},
		{envelope(`"message":"An unknown error occurred","code":1`), []string{"an outage, or something in the request"}},
		{envelope(`"message":"Unsupported request - method type: post","code":100`), []string{"Access to this WhatsApp account is missing", "Assign assets"}},
		{envelope(`"message":"(#100) Need either permission on WhatsApp Business Account or owner business","code":100`), []string{"Access to this WhatsApp account is missing", "Assign assets"}},
		{"(#200) Need either permission on WhatsApp Business Account", []string{"Access to this WhatsApp account is missing", "Assign assets"}},
		{envelope(`"message":"(#133010) Account not registered","code":133010`), []string{"POST /{phone number ID}/register", "cannot do it", "Never register a number that is used in the WhatsApp Business app"}},
		{envelope(`"message":"(#133006) Phone number re-verification needed","code":133006`), []string{"request_code", "verify_code", "/register"}},
		{envelope(`"message":"API access deactivated. To reactivate, go to the app dashboard.","code":200`), []string{"The app is deactivated", "Data Use Checkup", "reactivate the app"}},
		{envelope(`"message":"(#100) Invalid parameter","code":100,"error_data":{"details":"Message must be a template message."}`), []string{"Message must be a template message."}},
		{"(#131002) Invalid recipient type", []string{"The kind of recipient is wrong", "individual"}},
		{"SSLError: HTTPSConnectionPool(host='graph.facebook.com'): url: /None/None/messages (CERTIFICATE_VERIFY_FAILED)", []string{"A guess", "An ID is missing", "does not trust the connection", "Do not switch off the check"}},
		{"ClientException: Failed to parse header value", []string{"A guess", "line break", "Copy the token again"}},
		{envelope(`"message":"Invalid parameter","code":100,"error_subcode":3441041`), []string{"linked to another account", "Disconnect the number there first"}},
		{envelope(`"message":"(#130497) Business account is restricted","code":130497`), []string{"may not write to people in this country"}},
		{envelope(`"message":"The application does not belong to system user's business","code":190,"error_subcode":465`), []string{"different portfolios", "add the app there", "generate a new token"}},
		{"WhatsApp API error [190]: Error validating access token: Session has expired on Saturday, 08-Nov-25", []string{"This token has expired", "Never"}},
		{`{"entry":[{"changes":[{"value":{"event":"PARTNER_REMOVED"},"field":"account_update"}]}]}`, []string{"A guess", "A partner was taken off", "a notice from Meta, not an error"}},
		{envelope(`"message":"(#131005) Access denied","code":131005`), []string{"a person’s", "permission", "not verified", "payment method"}},
	} {
		said := toldAbout(w, test.pasted)
		for _, part := range test.told {
			if !strings.Contains(said, part) {
				t.Errorf("%s\nis not told %q:\n%s", test.pasted, part, said)
			}
		}
	}
}

// toldAbout is all that is said about a text.
func toldAbout(w *words.Words, text string) string {
	var said []string
	tell := func(id string, values words.Values) {
		for _, part := range []string{".title", ".cause", ".fix"} {
			said = append(said, words.Plain(w.Say(id+part, values)))
		}
	}
	errors, guesses := w.Explain(text)
	for _, one := range errors {
		tell("trouble."+one.Trouble().ID, one.Values())
		said = append(said, w.Say("trouble.said", one.Values()))
	}
	for _, one := range guesses {
		said = append(said, w.Say("trouble.guess"))
		tell("trouble.guess."+one.ID, one.Values())
	}
	return strings.Join(said, "\n")
}
