package trouble

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// told is what a text is told to be: the codes with their troubles, else the
// guesses, else "no error".
func told(text string) []string {
	if found := codesOf(Find(text)); len(found) > 0 {
		return found
	}
	var guesses []string
	for _, guess := range GuessIn(text) {
		guesses = append(guesses, "guess "+guess.ID)
	}
	if guesses == nil {
		return []string{"no error"}
	}
	return guesses
}

// TestPasted reads what people pasted, where the files lie beside the project.
func TestPasted(t *testing.T) {
	folder := filepath.Join("..", "..", "..", "shared", "troubles")
	if _, err := os.Stat(folder); err != nil {
		t.Skip("no ../shared/troubles here")
	}
	for name, want := range map[string][]string{
		"fp1_npm.txt":                                 {"no error"},
		"fp3_rest_ok.json":                            {"no error"},
		"r01_before_override.txt":                     {"100 not_subscribed_yet"},
		"r02_2200_timeout.txt":                        {"2200 webhook_not_answering"},
		"r03_2200_401.json":                           {"2200 webhook_not_answering"},
		"r05_n8n_app_has_subscription.txt":            {"guess one_webhook_per_app"},
		"r07_n8n_nodeapierror_nocode.json":            {"100/33 object_not_visible"},
		"r09_heyoo_pydict_131000.txt":                 {"131000 meta_unclear"},
		"r10_tawn33y_jsdump_131000.txt":               {"131000/2494002 meta_unclear"},
		"r11_netflie_php_code0.txt":                   {"no error"},
		"r13_frappe_no_id_in_url.txt":                 {"guess no_id_in_address"},
		"r15_axios_dump_www_authenticate.txt":         {"100 parameter"},
		"r19b_heroku_prefixed_js_458_no_hint.txt":     {"190/459 checkpoint"},
		"r20_logcat_real_shape.txt":                   {"190/460 session_ended"},
		"r21b_code5.json":                             {"5 address_not_allowed"},
		"r22_code1_invalid_permissions.json":          {"1/1929002 as_meta_says"},
		"r23_register_unsupported_post.json":          {"100 no_access_to_account"},
		"r23b_133010_not_exist.json":                  {"133010 number_not_registered"},
		"r24_api_access_deactivated.json":             {"200 app_deactivated"},
		"r25_100_details_meta_example.json":           {"100 parameter"},
		"r26_131002.txt":                              {"131002 recipient_type"},
		"r27_ssl_none_none.txt":                       {"guess no_id_in_address", "guess certificate"},
		"r29_header_value.txt":                        {"guess header_value"},
		"r36_3441041.json":                            {"100/3441041 number_linked_elsewhere"},
		"r36b_3441041_bare.json":                      {"100/3441041 number_linked_elsewhere"},
		"r38_130497.json":                             {"130497 country_restricted"},
		"r43_reverification.json":                     {"133006 number_not_verified"},
		"r44_python_400_only.txt":                     {"guess answer_not_shown"},
		"r50_190_465_app_not_in_business.json":        {"190/465 app_in_other_portfolio"},
		"r56_n8n_whatsapp_api_error_190_brackets.txt": {"190 token_expired"},
		"r63_webhook_account_update.json":             {"guess partner_removed"},
		"r80_100_need_either_permission.json":         {"100 no_access_to_account"},
		"r81_200_need_either_permission.txt":          {"200 no_access_to_account"},
		"r82_131005_usertoken.json":                   {"131005 access_denied"},
	} {
		text, err := os.ReadFile(filepath.Join(folder, name))
		if err != nil {
			t.Error(err)
			continue
		}
		if got := told(string(text)); !slices.Equal(got, want) {
			t.Errorf("%s is told as %q, want %q", name, got, want)
		}
	}
}

// TestToldInAnySpelling holds what other programs make of Meta's errors.
func TestToldInAnySpelling(t *testing.T) {
	for text, want := range map[string][]string{
		// One error in the ways of many languages.
		`type: OAuthException, code: 190, error_subcode: 463, message: Error validating access token: Session has expired on Monday, x-fb-trace-id: AbCdEfGh [HTTP 400]`:                                                                        {"190/463 token_expired"},
		`Koala::Facebook::AuthenticationError (type: OAuthException, code: 190, message: The session was invalidated [HTTP 400])`:                                                                                                               {"190 session_ended"},
		`FacebookOAuthException: Received Facebook error response of type OAuthException: Error validating access token (code 190, subcode 467)`:                                                                                                {"190/467 token_revoked"},
		`{error={message=(#131030) Recipient phone number not in allowed list, type=OAuthException, code=131030, fbtrace_id=AbCdEfGh}}`:                                                                                                         {"131030 recipient_not_on_list"},
		"array(1) {\n  [\"error\"]=>\n  array(4) {\n    [\"message\"]=>\n    string(12) \"Session gone\"\n    [\"type\"]=>\n    string(14) \"OAuthException\"\n    [\"code\"]=>\n    int(190)\n    [\"error_subcode\"]=>\n    int(460)\n  }\n}": {"190/460 session_ended"},
		`{:error=>{:message=>"Account", :type=>"OAuthException", :code=>190, :error_subcode=>492, :fbtrace_id=>"AbCdEfGh"}}`:                                                                                                                    {"190/492 role_or_two_factor"},
		"ErrorCode = 190, ErrorSubcode = 458, FbTraceId = AbCdEfGh, ErrorType = OAuthException":                                                                                                                                                 {"190/458 app_not_authorised"},
		`fb_error_code=190 fb_error_subcode=464 fb_error_type=OAuthException`:                                                                                                                                                                   {"190/464 user_unconfirmed"},
		`&{Message:(#133010) Account not registered Type:OAuthException Code:133010 FBTraceID:AbCdEfGh}`:                                                                                                                                        {"133010 number_not_registered"},
		`WhatsApp API error [131042]: Business eligibility payment issue`:                                                                                                                                                                       {"131042 payment_method"},
		`www-authenticate: OAuth "Facebook Platform" "invalid_token" "Error validating access token: The session has been invalidated because the user changed their password"`:                                                                 {"190/460 session_ended"},
		`"{\"error\":{\"message\":\"x\",\"type\":\"OAuthException\",\"code\":190,\"error_subcode\":465}}"`:                                                                                                                                      {"190/465 app_in_other_portfolio"},

		"Error Code: 190\nSub Code: 463\nType: OAuthException":                                         {"190/463 token_expired"},
		"<error><code>190</code><type>OAuthException</type><error_subcode>463</error_subcode></error>": {"190/463 token_expired"},

		// Meta's sentences alone, wrapped and cut.
		"Bad request: (#200) Need either permission on WhatsApp\nBusiness Account":                            {"200 no_access_to_account"},
		"Error: Recipient phone number not in allowed\n  list":                                                {"131030 recipient_not_on_list"},
		"Unsupported post request. Object with ID '1234":                                                      {"100/33 object_not_visible"},
		"Error validating access token: Session has exp...":                                                   {"190/463 token_expired"},
		"Authorization failed: Invalid OAuth access token - Cannot parse access token":                        {"190 token_miscopied"},
		"Error validating application. Application has been deleted.":                                         {"190 app_deleted"},
		"No permissions available\nAssign an app role to the system user, or select another app to continue.": {"10 app_not_assigned"},
		"The phone number could not be added. (#2655121:WBxP-1234567-890)":                                    {"2655121 page_failed"},

		"Aucune autorisation disponible": {"10 app_not_assigned"},
		"No hay permisos disponibles":    {"10 app_not_assigned"},
		"Não foi possível validar a URL de callback ou o token de verificação. Analise as informações.": {"2200 webhook_not_answering"},
		"The callback URL or verify token couldn’t be validated. #N/A:WBxP--1059329540-2961792696":      {"2200 webhook_not_answering"},
		"Something went wrong. #N/A:WBxP--1059329540-2961792696":                                        {"2655121 page_failed"},
		"#190 Session does not match current stored session, type OAuthException":                       {"190/460 session_ended"},

		// What the code alone does not tell, its subcode or Meta's own words do.
		`{"error":{"message":"Invalid parameter","type":"OAuthException","code":100,"error_subcode":2388019}}`:                                                                 {"100/2388019 template_limit"},
		`{"error":{"message":"Invalid parameter","type":"OAuthException","code":100,"error_subcode":2388293}}`:                                                                 {"100/2388293 template_not_accepted"},
		`{"error":{"message":"Invalid parameter","type":"OAuthException","code":100,"error_subcode":2593079,"error_user_title":"Telefonnummer","error_user_msg":"Zu viele."}}`: {"100/2593079 as_meta_says"},
		`{"error":{"message":"Request code error","type":"OAuthException","code":136024,"error_user_title":"Cannot","error_user_msg":"Too often."}}`:                           {"136024 as_meta_says"},
		`{"error":{"message":"Verify code error","type":"OAuthException","code":136025,"error_subcode":2388367}}`:                                                              {"136025/2388367 as_meta_says"},
		`{"error":{"message":"(#10) To use this endpoint, your use must be reviewed and approved by Facebook","type":"OAuthException","code":10}}`:                             {"10 app_lacks_capability"},
		`{"error":{"message":"(#12) This endpoint is deprecated for versions v2.4 and higher","type":"OAuthException","code":12}}`:                                             {"12 version_ended"},
		`{"messages":[{"errors":[{"code":131051,"title":"Message type unknown"}],"type":"unsupported"}]}`:                                                                      {"131051 message_unreadable"},
		`{"error":{"message":"An unknown error occurred","type":"OAuthException","code":1,"is_transient":true}}`:                                                               {"1 outage"},
		`{"error":{"message":"(#131000) Something went wrong","type":"OAuthException","code":131000}} HTTP/2 500`:                                                              {"131000 meta_unclear"},

		// Codes in other people's sentences.
		"it says OAuthException 190 / 460 what to do":                     {"190/460 session_ended"},
		"Fehler 190 von der WhatsApp API: Token abgelaufen":               {"190 token_not_accepted"},
		"错误代码：131026 消息无法送达":                                              {"131026 undeliverable"},
		"131026: Message undeliverable\n131047: Re-engagement\n131049: x": {"131026 undeliverable", "131047 reply_window_over", "131049 kept_back"},

		// Numbers alone.
		"Subcode 33":             {"100/33 object_not_visible"},
		"463":                    {"190/463 token_expired"},
		"subcode 460":            {"190/460 session_ended"},
		"2388103":                {"2388103 migration"},
		"error 131042":           {"131042 payment_method"},
		"error_subcode: 3441041": {"3441041 number_linked_elsewhere"},

		// Numbers of other programs.
		`{"code":190,"message":"quota"}`:                                                                            {"no error"},
		`{"errors":[{"code":"100","title":"Invalid"}]}`:                                                             {"no error"},
		`{"error":{"code":200,"message":"success"}}`:                                                                {"no error"},
		"docker: Error response from daemon (code 100) whatsapp-api":                                                {"no error"},
		"npm ERR! code 1\nnpm ERR! path /app/node_modules/whatsapp-web.js":                                          {"no error"},
		"rpc error: code = 10 desc = aborted":                                                                       {"no error"},
		"process exited with exit code 4":                                                                           {"no error"},
		`{"code":0,"message":"ok"}`:                                                                                 {"no error"},
		`{"code":100,"msg":"success"}`:                                                                              {"no error"},
		`{"error":{"code":403,"message":"Permission denied","status":"PERMISSION_DENIED"}}`:                         {"no error"},
		`{"error":{"code":3,"message":"invalid argument","status":"INVALID_ARGUMENT"}}`:                             {"no error"},
		`{"jsonrpc":"2.0","error":{"code":-32600,"message":"Invalid Request"},"id":null}`:                           {"no error"},
		"PHP Fatal error: Uncaught PDOException(code: 0): in /var/www/whatsapp.php":                                 {"no error"},
		"WhatsApp bot for +1 463 555 0100, country code: 33, order 131026 has shipped":                              {"no error"},
		"* 1f2e3d Fix the WhatsApp button (#190)\n* aaaaaaa Fix a typo (#100)":                                      {"no error"},
		`{"status":"error","code":200,"message":"Saved"}`:                                                           {"no error"},
		"Merge pull request (#803) from bakery/graph\nfix(whatsapp): a typo (#368)":                                 {"no error"},
		`whatsapp-bot: {"error":{"code":429,"message":"Exhausted","status":"RESOURCE_EXHAUSTED"}}`:                  {"no error"},
		`{"service":"whatsapp-gateway","success":false,"error":{"code":10,"message":"Template not in cache"}}`:      {"no error"},
		`{"success":false,"error":{"code":100,"message":"Missing parameter id"}}`:                                   {"no error"},
		"cron: /srv/whatsapp/send.sh > /dev/null 2>&1":                                                              {"no error"},
		"safer in Safari 8 (#1929), and PhantomJS (#2236). <meta charset=utf-8> getaddrinfo":                        {"no error"},
		"nginx: HTTP error 463, whatsapp":                                                                           {"no error"},
		`{"object":"whatsapp_business_account","entry":[{"changes":[{"value":{"statuses":[{"status":"read"}]}}]}]}`: {"no error"},
		"connection closed due to Error: Stream Errored (conflict), whatsapp bridge":                                {"no error"},
		`{"code":20003,"message":"Authentication Error","more_info":"https://www.twilio.com/docs/errors/20003"}`:    {"no error"},
		"exit status 1": {"no error"},
		"HTTP 200 OK":   {"no error"},
		"npm ERR! network request to https://registry.npmjs.org failed, reason: getaddrinfo ENOTFOUND registry.npmjs.org": {"no error"},

		// No error of Meta's, and yet a clue.
		"AxiosError: Request failed with status code 404, url: 'https://graph.facebook.com/v20.0/undefined/messages'":                         {"guess no_id_in_address"},
		"POST https://graph.facebook.com/v21.0//messages 400 (Bad Request)":                                                                   {"guess no_id_in_address"},
		"Error: getaddrinfo ENOTFOUND graph.facebook.com":                                                                                     {"guess name_lookup"},
		"cURL error 60: SSL certificate problem: unable to get local issuer certificate for https://graph.facebook.com/v19.0/me":              {"guess certificate"},
		"HTTPSConnectionPool(host='graph.facebook.com', port=443): Max retries exceeded (Caused by ProxyError('Unable to connect to proxy'))": {"guess proxy"},
		"connect ETIMEDOUT 157.240.1.1:443 graph.facebook.com":                                                                                {"guess no_connection"},
		"TypeError [ERR_INVALID_CHAR]: Invalid character in header content [\"Authorization\"]":                                               {"guess header_value"},
		"net/http: invalid header field value for \"Authorization\"":                                                                          {"guess header_value"},
		"requests.exceptions.InvalidHeader: Invalid return character or leading space in header: Authorization":                               {"guess header_value"},
		`{"field":"account_update","value":{"event":"ACCOUNT_RESTRICTION"}}`:                                                                  {"guess account_changed"},
		"AxiosError: Request failed with status code 401 at https://graph.facebook.com/v21.0/me":                                              {"guess answer_not_shown"},
		"WhatsApp inbox: provider_config: Invalid Credentials":                                                                                {"guess provider_settings"},
		"https://graph.facebook.com/v22.0/{{phone_number_id}}/messages":                                                                       {"guess no_id_in_address"},
		"https://graph.facebook.com/v22.0/%7BPHONE_ID%7D/messages":                                                                            {"guess no_id_in_address"},
		"https://graph.facebook.com/v22.0/:phone-number-id/messages":                                                                          {"guess no_id_in_address"},
		"headers: { Authorization: 'Bearer undefined' }, url: 'https://graph.facebook.com/v22.0/1/messages'":                                  {"guess no_token_in_settings"},
		"Read timed out. (read timeout=10) host='graph.facebook.com'":                                                                         {"guess no_connection"},
		"The remote name could not be resolved: 'graph.facebook.com'":                                                                         {"guess name_lookup"},
		"write EPROTO SSL routines: wrong version number, graph.facebook.com":                                                                 {"guess certificate"},
		"Request failed for https://graph.facebook.com returned code 400":                                                                     {"guess answer_not_shown"},
		"WHATSAPP_TOKEN is not set": {"guess no_token_in_settings"},
		"The SSL connection could not be established, see inner exception. graph.facebook.com":                                        {"guess certificate"},
		"InvalidArgumentException: \"Bearer EAA\nx\" is not valid header value.":                                                      {"guess header_value"},
		"ArgumentError (header field value cannot include CR/LF)":                                                                     {"guess header_value"},
		"TypeError: Cannot convert argument to a ByteString because the character at index 7 has a value of 8220":                     {"guess header_value"},
		`{"error":"Error; wrong verify token"}`:                                                                                       {"guess webhook_check"},
		"GET /webhook?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=bakery 403":                                        {"guess webhook_check"},
		"Problem running workflow\nBad request - please check your parameters\nWhatsApp Trigger: Invalid parameter":                   {"guess webhook_check"},
		"ERR_NGROK_3200 The endpoint bakery.ngrok-free.app is offline.":                                                               {"guess tunnel_closed"},
		"Invalid Scopes: whatsapp_business_messaging. This message is only shown to developers.":                                      {"guess login_page"},
		`{"code":63016,"message":"If you are using WhatsApp, use a template","more_info":"https://www.twilio.com/docs/errors/63016"}`: {"guess provider_error"},
		`{"entry":[{"changes":[{"value":{"event":"REJECTED"},"field":"message_template_status_update"}]}]}`:                           {"guess account_changed"},
		"{ id: 'wamid.HBg', status: 'failed', errors: [ [Object] ] }":                                                                 {"guess answer_not_shown"},
		"ClientResponseError: 401, message='Unauthorized', url=URL('https://graph.facebook.com/v22.0/1/messages')":                    {"guess answer_not_shown"},
	} {
		if got := told(text); !slices.Equal(got, want) {
			t.Errorf("%q\nis told as %q, want %q", text, got, want)
		}
	}
}

// TestAGuessHidesTheVerifyToken: only its owner and Meta should know that word.
func TestAGuessHidesTheVerifyToken(t *testing.T) {
	for _, guess := range GuessIn("GET /webhook?hub.mode=subscribe&hub.verify_token=ourBakerySecret&hub.challenge=1 403") {
		if strings.Contains(guess.Seen, "ourBakerySecret") || guess.Seen == "" {
			t.Errorf("shown is %q", guess.Seen)
		}
	}
}

// TestTheTraceIsKept: Meta's support asks for it, whatever program showed it.
func TestTheTraceIsKept(t *testing.T) {
	for _, text := range []string{
		`{'error': {'message': 'm', 'type': 'OAuthException', 'code': 190, 'fbtrace_id': 'AbCdEfGh'}}`,
		"app[web.1]: code: 190,\napp[web.1]: type: 'OAuthException',\napp[web.1]: fbtrace_id: 'AbCdEfGh'",
		`{:type=>"OAuthException", :code=>190, :fbtrace_id=>"AbCdEfGh"}`,
		"[code] => 190\n[type] => OAuthException\n[fbtrace_id] => AbCdEfGh",
		`ErrorCode = 190, ErrorType = OAuthException, FbTraceId = AbCdEfGh`,
		"'www-authenticate': 'OAuth \"Facebook Platform\" \"invalid_token\" \"(#190) Gone\"',\n'x-fb-trace-id': 'AbCdEfGh'",
		`Session has expired on Monday (fbtrace_id: AbCdEfGh)`,
	} {
		found := Find(text)
		if len(found) != 1 || found[0].Error.Code != 190 || found[0].Error.TraceID != "AbCdEfGh" {
			t.Errorf("%q\ngives %+v", text, found)
		}
	}
}

// TestMetasWordsAreKept: details and titles are quoted, from dumps too.
func TestMetasWordsAreKept(t *testing.T) {
	for text, want := range map[string]string{
		`{'error': {'message': '(#100) Invalid parameter', 'type': 'OAuthException', 'code': 100, 'error_data': {'details': "It's a template."}}}`: "It's a template.",
		`{ message: 'An error', type: 'OAuthException', code: 1, error_user_title: 'Not allowed', error_user_msg: 'Ask the owner.' }`:              "Not allowed: Ask the owner.",
		"failed: (#2200) Callback verification failed with the following errors:\ncurl_errno = 28":                                                 "(#2200) Callback verification failed with the following errors: curl_errno = 28",
		"code\t190\nerror_subcode\t463": "",
	} {
		found := Find(text)
		if len(found) != 1 || found[0].Error.InWords() != want {
			t.Errorf("%q\ngives %+v", text, found)
		}
	}
}
