package trouble

import (
	"regexp"
	"slices"
	"strings"

	"latchkey/graph/site"
	"latchkey/graph/value"
)

// Guess is what a text without an error of Meta's lets one suppose. The words for
// ID are with the languages, under "trouble.guess.".
type Guess struct {
	ID    string
	Fixer Fixer
	Page  site.Page
	Seen  string // the part of the text that it rests on, redacted; "" in AllGuesses
}

// clue is what a guess rests on.
type clue struct {
	Guess
	form func() *regexp.Regexp
	// mentioned: it counts only where the text speaks of Graph or WhatsApp.
	mentioned bool
	// unless are the clues above that say the same more exactly.
	unless []string
}

const (
	// emptyPlace is what programs write where an id belongs and none is set.
	emptyPlace = `(?:None|undefined|null|nil|NaN|%7B[\w.%-]*|\[object[^/\s]*(?: object\])?|\$?\{{1,2} ?[\w.]* ?\}{0,2}|:[\w-]+[_-]id|YOUR_\w+|<[\w -]+>)`
	graphEdges = `messages|message_templates|phone_numbers|subscribed_apps|register|deregister|request_code|verify_code|media|whatsapp_business_profile`
)

// clues are read from the top.
var clues = []clue{
	{
		Guess: Guess{ID: "no_id_in_address", Fixer: FixerDeveloper, Page: site.PageAPISetup}, mentioned: true,
		form: value.Pattern(`(?i)(?:graph\.facebook\.com|/v\d+\.\d+)(?:/[\w.-]+){0,2}/` + emptyPlace + `(?:/[\w-]+)*|/` + emptyPlace + `/(?:` + emptyPlace + `/)?(?:` + graphEdges + `)\b|graph\.facebook\.com(?:/v\d+\.\d+)?//[^\s"']*|graph\.facebook\.com/v\d+\.\d+/(?:` + graphEdges + `)\b`),
	},
	{
		Guess: Guess{ID: "no_token_in_settings", Fixer: FixerDeveloper, Page: site.PageSystemUsers}, mentioned: true,
		form: value.Pattern(`Bearer (?:undefined|null|None|nil|NaN|false|\$?\{+ ?[\w.]+ ?\}+|\[object Object\])|Bearer\s*["'\x60](?:[,)\s}]|$)|(?i:(?:access_?|whatsapp_?|wa_?|meta_?|graph_?|api_?)+token[^\n]{0,20} (?:is|was) (?:not set|missing|empty|undefined|required)|missing (?:env\w*|environment) variable:? \w*token)`),
	},
	{
		Guess: Guess{ID: "proxy", Fixer: FixerDeveloper}, mentioned: true,
		form: value.Pattern(`(?i)ProxyError|tunnel connection failed|ERR_PROXY\w*|ERR_TUNNEL\w*|proxy authentication required|tunneling socket could not|proxyconnect|received HTTP code \d+ from proxy|cannot connect to proxy`),
	},
	{
		Guess: Guess{ID: "certificate", Fixer: FixerDeveloper}, mentioned: true,
		form: value.Pattern(`(?i)CERTIFICATE_VERIFY_FAILED|self[- ]signed certificate|unable to get local issuer|UNABLE_TO_\w*(?:ISSUER|LEAF)\w*|SSLHandshakeException|PKIX path|cURL error (?:60|35|77)\b|SSL certificate problem|x509:|SSLPeerUnverified|ERR_TLS_CERT\w*|failed to verify certificate|SSL connection could not be established|HandshakeException|certificate has expired|ERR_CERT\w*|ERR_SSL\w*|\bEPROTO\b|wrong version number|(?:SSL|TLS) handshake|remote certificate (?:is|was) (?:invalid|rejected)|SSL_ERROR\w*|could not establish trust|SSLError|OpenSSL::SSL`),
	},
	{
		Guess: Guess{ID: "name_lookup", Fixer: FixerDeveloper}, mentioned: true,
		form: value.Pattern(`(?i)ENOTFOUND|EAI_AGAIN|getaddrinfo|could ?n[o']t resolve host|UnknownHostException|no such host|NameResolutionError|name resolution|cURL error 6\b|failed host lookup|(?:name|host) could not be resolved|failed to resolve|ERR_NAME_NOT\w*|name or service not known|nodename nor servname|No address associated`),
	},
	{
		Guess: Guess{ID: "no_connection", Fixer: FixerDeveloper}, mentioned: true,
		unless: []string{"certificate", "proxy", "name_lookup"},
		form:   value.Pattern(`(?i)ETIMEDOUT|ECONNREFUSED|ECONNRESET|ECONNABORTED|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT\w*|ConnectTimeout\w*|ReadTimeout\w*|cURL error (?:7|28|52|56)\b|connection (?:timed out|refused|reset|aborted)|ERR_CONNECTION\w*|ERR_NETWORK\w*|read timed out|request timed out|operation timed out|TimeoutException|unable to connect|SocketTimeoutException|socket hang up|i/o timeout|network is unreachable|Max retries exceeded|context deadline exceeded`),
	},
	{
		Guess: Guess{ID: "header_value", Fixer: FixerOwner, Page: site.PageSystemUsers},
		form:  value.Pattern(`(?i)failed to parse header value|invalid (?:character in )?header (?:content|field value|value)[^\n]*|illegal (?:character|header|value)[^\n]*header|invalid header (?:value|name)|ERR_INVALID_CHAR|header value (?:contains|must not)|header must not contain|is not valid header value|header field value cannot include|Invalid leading whitespace|(?:newline|carriage return)[^\n]{0,60}(?:detected in|in) headers?|cannot convert argument to a ByteString|non ISO-8859-1 code point|'latin-1' codec can't encode|Invalid return character or leading space in header|invalid non-printable|Unexpected char 0x0[ad]|New-?line characters? (?:are |is )?not allowed in header|the format of value 'Bearer|Illegal character\(s\) in message header|is not a legal HTTP header value`),
	},
	{
		Guess: Guess{ID: "tunnel_closed", Fixer: FixerDeveloper},
		form:  value.Pattern(`(?i)ERR_NGROK_\d+|endpoint \S+ngrok\S* is offline|tunnel \S*(?:ngrok|loca\.lt|trycloudflare)\S* (?:not found|unavailable)|503 - tunnel unavailable|argo tunnel error|error 1033`),
	},
	{
		Guess: Guess{ID: "webhook_check", Fixer: FixerDeveloper, Page: site.PageAPISetup}, unless: []string{"tunnel_closed"},
		form: value.Pattern(`(?i)wrong verify token|(?:verify|verification|validation)[ _]tokens? (?:mismatch|(?:do(?:es)? not|did not|doesn't|don't) match|is (?:wrong|incorrect|not valid|invalid))|make sure the validation tokens match|hub\.(?:mode|challenge|verify_token)[^\n]{0,200}|webhook (?:verification|verify) failed|webhooks? could ?n[o']t be verified|WhatsApp Trigger\W{1,4}(?:Error\W{1,3})?Invalid parameter`),
	},
	{
		Guess: Guess{ID: "login_page", Fixer: FixerOwner, Page: site.PageAppList},
		form:  value.Pattern(`(?i)invalid scopes?:[^\n]{0,120}|app needs at least one supported permission|\bapp not active\b|feature unavailable[^\n]{0,80}facebook login|url blocked[^\n]{0,120}redirect|domain of this url isn't included in the app|jssdk[^\n]{0,40}option is not toggled`),
	},
	{
		Guess: Guess{ID: "one_webhook_per_app", Fixer: FixerOwner, Page: site.PageAppList},
		form:  value.Pattern(`(?i)already has a webhook subscription|you can have just one trigger per app|one webhook per app`),
	},
	{
		Guess: Guess{ID: "partner_removed", Fixer: FixerOwner, Page: site.PageWhatsAppAccounts},
		form:  value.Pattern(`PARTNER_REMOVED|PARTNER_APP_UNINSTALLED`),
	},
	{
		Guess: Guess{ID: "account_changed", Fixer: FixerOwner, Page: site.PageSupport}, unless: []string{"partner_removed"},
		form: value.Pattern(`\b(?:ACCOUNT_VIOLATION|ACCOUNT_RESTRICTION|DISABLED_UPDATE|ACCOUNT_DELETED|ACCOUNT_OFFBOARDED|ACCOUNT_RECONNECTED|PARTNER_ADDED|PARTNER_APP_INSTALLED|VERIFIED_ACCOUNT|AD_ACCOUNT_LINKED|ACCOUNT_UPDATE)\b|["']?field["']?\s*:\s*["'](?:account_(?:update|alerts|review_update|settings_update)|phone_number_(?:quality|name)_update|business_(?:capability|status)_update|message_template_(?:status|quality|components)_update|template_category_update|security|partner_solutions)["']`),
	},
	{
		Guess: Guess{ID: "provider_settings", Fixer: FixerOwner, Page: site.PageAPISetup}, mentioned: true,
		unless: []string{"one_webhook_per_app", "webhook_check", "login_page"},
		form:   value.Pattern(`(?i)provider_?config[^\n]{0,30}invalid|invalid credentials[^\n]{0,60}|\[WHATSAPP\][^\n]{0,80}fail\w*|reauthori[sz]ation required|your whatsapp connection has expired|could(?: not|n['’]t) connect with these settings|authorization failed - please check your credentials|perhaps check your credentials|bad request - please check your parameters|webhook setup failed|token validation failed|please check your api key, phone number id`),
	},
	{
		Guess: Guess{ID: "provider_error", Fixer: FixerOwner}, mentioned: true,
		form: value.Pattern(`(?i)twilio\.com/docs/\S*errors/\d+|\berror (?:code )?63\d{3}\b|360dialog_trace_id|d360-api-key|\b(?:twilio|gupshup|infobip|messagebird|vonage|360dialog|kaleyra)\b[^\n]{0,80}(?:\berror|"errors")`),
	},
	{
		Guess: Guess{ID: "answer_not_shown", Fixer: FixerDeveloper}, mentioned: true,
		form: value.Pattern(`(?i)errors?['"]?:\s*\[?\s*\[Object\]|4[0-2]\d (?:Client Error|Bad Request|Unauthorized|Forbidden|Not Found)[^\n]{0,160}|status(?:[ _]?code)?['"]?:? ?4[0-2]\d\b|response status (?:code )?(?:does not indicate success|is|was)?:? ?\(?4[0-2]\d\b|resulted in a .?4[0-2]\d[^\n]{0,40}|HTTP(?: error| status)?:? 4[0-2]\d\b|ERR_BAD_REQUEST|HttpClientErrorException|ResponseError: 4[0-2]\d\b|returned (?:status )?code 4[0-2]\d\b|The remote server returned an error: \(4[0-2]\d\)`),
	},
}

// AllGuesses lists what can be supposed, each once.
func AllGuesses() []Guess {
	var all []Guess
	for _, clue := range clues {
		all = append(all, clue.Guess)
	}
	return all
}

// GuessIn supposes what is wrong from a text in which Find finds no error: an
// address with an empty place, a connection that failed, another program's own
// sentence. It gives none where the text is not about Graph or WhatsApp. A refusal
// without Meta's answer is told only where nothing else is. At most the first
// 64 KB are read.
func GuessIn(text string) []Guess {
	const maxGuessBytes = 64 << 10
	text = value.Redact(text[:min(len(text), maxGuessBytes)], tokensIn(text)...)
	mentioned := mentions(lowerCase(text)) || graphPath().MatchString(text)
	var found []Guess
	for _, clue := range clues {
		place := clue.form().FindStringIndex(text)
		if place == nil || clue.mentioned && !mentioned {
			continue
		}
		if clue.ID == "answer_not_shown" && len(found) > 0 || slices.ContainsFunc(found, func(told Guess) bool { return slices.Contains(clue.unless, told.ID) }) {
			continue
		}
		guess := clue.Guess
		guess.Seen = seen(text, place[0], place[1])
		found = append(found, guess)
	}
	return found
}

// graphPath is an address of Graph's without its host.
var graphPath = value.Pattern(`/(?:messages|message_templates|phone_numbers|subscribed_apps)\b`)

// seen is a place with the words that stand around it on its line.
func seen(text string, start, end int) string {
	const around = 40
	lineStart := strings.LastIndexByte(text[:start], '\n') + 1
	from := max(lineStart, start-around)
	if space := strings.IndexByte(text[from:start], ' '); from > lineStart && space >= 0 {
		from += space
	}
	line, _, _ := strings.Cut(text[from:], "\n")
	if to := end - from + around; to < len(line) {
		line = line[:to]
		if space := strings.LastIndexByte(line, ' '); space > end-from {
			line = line[:space]
		}
		line += " …"
	}
	line = verifyToken().ReplaceAllString(line, "$1…")
	return value.Shorten(strings.ToValidUTF8(strings.TrimSpace(line), ""))
}

// verifyToken is a word that only the owner and Meta should know.
var verifyToken = value.Pattern(`(verify_token["']?[=:]\s*["']?)[^\s&"',}]+`)

// Values are what the sentences about a guess name: what it rests on.
func (g Guess) Values() map[string]string { return map[string]string{"Message": g.Seen} }
