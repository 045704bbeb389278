package trouble

import (
	"encoding/json"
	"fmt"
	"html"
	"net/url"
	"slices"
	"strings"
	"testing"
)

const oneError = `{"error":{"message":"(#131030) Recipient phone number not in allowed list","type":"OAuthException","code":131030,` +
	`"error_data":{"messaging_product":"whatsapp","details":"Add the recipient first."},"fbtrace_id":"AbCdEfGh"}}`

func quoted(text string) string {
	written, _ := json.Marshal(text)
	return string(written)
}

// TestOneErrorInManySpellings: code, Meta's words and the trace survive what pages,
// addresses, chats, logs and other languages make of an answer.
func TestOneErrorInManySpellings(t *testing.T) {
	for name, text := range map[string]string{
		"a page":                     "<pre>" + html.EscapeString(oneError) + "</pre>",
		"a page in a page":           html.EscapeString(html.EscapeString(oneError)),
		"an address":                 "https://bakery.example/back?answer=" + url.QueryEscape(oneError) + "&state=1",
		"a writing program":          strings.NewReplacer(`{"`, `{“`, `":"`, `”:“`, `","`, `”,“`, `":`, `”:`, `,"`, `,“`, `"}`, `”}`).Replace(oneError),
		"a log in a log in a log":    `{"log":` + quoted(`{"line":`+quoted(`{"body":`+quoted(oneError)+`}`)+`}`) + `}`,
		"a quoting chat":             "> " + strings.ReplaceAll(oneError, ",", ",\n> "),
		"a mail that wraps":          "> " + strings.ReplaceAll(oneError, " ", "\n> "),
		"Windows":                    strings.ReplaceAll(oneError, ",", ",\r\n"),
		"Ruby":                       `{error: {message: "(#131030) Recipient phone number not in allowed list", type: "OAuthException", code: 131030, error_data: {details: "Add the recipient first."}, fbtrace_id: "AbCdEfGh"}}`,
		"an object of Ruby":          `#<Response @code=131030, @message="(#131030) Recipient phone number not in allowed list", @data={"details"=>"Add the recipient first."}, @fbtrace_id="AbCdEfGh">`,
		"Elixir":                     `%{"error" => %{"code" => 131030, "error_data" => %{"details" => "Add the recipient first."}, "fbtrace_id" => "AbCdEfGh", "type" => "OAuthException"}}`,
		"Erlang":                     `#{<<"code">> => 131030,<<"error_data">> => #{<<"details">> => <<"Add the recipient first.">>},<<"fbtrace_id">> => <<"AbCdEfGh">>,<<"type">> => <<"OAuthException">>}`,
		"Rust":                       `ApiError { code: 131030, kind: "OAuthException", details: Some("Add the recipient first."), fbtrace_id: Some("AbCdEfGh") }`,
		"Java":                       `Error(code=131030, fbtraceId=AbCdEfGh, type=OAuthException, errorData=ErrorData(messagingProduct=whatsapp, details=Add the recipient first.))`,
		"Dart":                       `{error: {message: (#131030) Recipient, type: OAuthException, code: 131030, error_data: {details: Add the recipient first.}, fbtrace_id: AbCdEfGh}}`,
		"Python without a cause":     `Error(message='(#131030) Recipient', details='Add the recipient first.', code=131030, subcode=None, fbtrace_id='AbCdEfGh', href=None)`,
		"a Mac's property list":      "error = {\n  code = 131030;\n  type = OAuthException;\n  details = \"Add the recipient first.\";\n  \"fbtrace_id\" = AbCdEfGh;\n};",
		"a phone's log":              "11-21 10:22:31.441  8123  8190 E Api: " + strings.ReplaceAll(oneError, ",", ",\n11-21 10:22:31.441  8123  8190 E Api: "),
		"lines with their numbers":   "1 " + strings.ReplaceAll(oneError, ",", ",\n2   "),
		"an answer of several calls": `[{"code":400,"body":` + quoted(oneError) + `}]`,
	} {
		found := Find(text)
		if len(found) != 1 || found[0].Error.Code != 131030 || found[0].Error.TraceID != "AbCdEfGh" || found[0].Error.InWords() != "Add the recipient first." {
			t.Errorf("%s: %s\nis read as %q", name, text, codesOf(found))
			for _, one := range found {
				t.Errorf("  %+v", *one.Error)
			}
		}
	}
}

// TestAPictureReadAsText: its reader takes digits for letters and letters for digits.
func TestAPictureReadAsText(t *testing.T) {
	for text, want := range map[string]string{
		`"error": { "message": "(#l3l03O) Recipient", "type": "OAuthException", "code": l3l03O }`: "131030 recipient_not_on_list",
		"type: OAuthException code: l9O error_subcode: 463":                                       "190/463 token_expired",
		"Recipient phone number not in a1lowed list":                                              "131030 recipient_not_on_list",
	} {
		if got := codesOf(Find(text)); !slices.Equal(got, []string{want}) {
			t.Errorf("%q is read as %q", text, got)
		}
	}
}

// TestWordsThatAreNoWords: what stands for nothing in a dump, and what its brackets
// close, is not quoted as Meta's.
func TestWordsThatAreNoWords(t *testing.T) {
	for text, want := range map[string]string{
		`Error(message='Cannot parse access token', details=None, code=190, type='OAuthException')`:         "Cannot parse access token",
		`{Error:{Message:(#131016) Service unavailable Type:OAuthException Code:131016 Data:{Details:}}}`:   "(#131016) Service unavailable",
		`<error><message>(#131052) Media download error</message><code>131052</code></error>`:               "(#131052) Media download error",
		`Sending by WhatsApp failed. Error code: 131031. Business Account locked.`:                          "Business Account locked.",
		`whatsapp 131058 - Hello World templates can only be sent from the Public Test Numbers`:             "Hello World templates can only be sent from the Public Test Numbers",
		`since today I get 131031 on all numbers of my WhatsApp, and nobody knows why`:                      "",
		`'message': '(#130472) User\'s number is part of an experiment', 'code': 130472, 'fbtrace_id': 'x'`: "(#130472) User's number is part of an experiment",
	} {
		found := Find(text)
		if len(found) != 1 || found[0].Error.InWords() != want {
			t.Errorf("%q is quoted as %q", text, found[0].Error.InWords())
		}
	}
}

// TestWhoseSideAnUnknownCodeIsOn: the status tells it, wherever it is written.
func TestWhoseSideAnUnknownCodeIsOn(t *testing.T) {
	const unknown = `{"error":{"message":"New","type":"OAuthException","code":7777}}`
	for text, want := range map[string]string{
		"HTTP/2 401\n\n" + unknown:                                      "unknown token",
		"403 Forbidden, status code: 403 " + unknown:                    "unknown rights",
		"{ status: 400, data: " + unknown + " }":                        "unknown request",
		"HTTP/1.1 502 Bad Gateway\n\n" + unknown:                        "outage ",
		"status: 429 " + unknown:                                        "too_many_calls request",
		unknown:                                                         "unknown ",
		strings.Replace(unknown, "7777", `7777,"is_transient":true`, 1): "outage ",
	} {
		found := Find(text)
		if len(found) != 1 || found[0].Error.Trouble().ID+" "+found[0].Error.Side() != want {
			t.Errorf("%q is %+v, want %s", text, found, want)
		}
	}
}

// BenchmarkFindInALog reads logs four times as long in about four times the time, not in
// sixteen.
func BenchmarkFindInALog(b *testing.B) {
	const line = `{"level":"info","msg":"sent code: 200 message ok","to":"4917","id":"wamid.HBgM"} `
	for name, log := range map[string]func(times int) string{
		"one line":   func(times int) string { return strings.Repeat(line, 1000*times) },
		"one object": func(times int) string { return `{"all":[` + strings.Repeat(`{"code":1,"x":"y"},`, 4000*times) + `{}]}` },
		"in a string": func(times int) string {
			return `{"all":"` + strings.Repeat(strings.ReplaceAll(line, `"`, `\"`), 1000*times) + `"}`
		},
		"full of errors": func(times int) string { return strings.Repeat("code: 190 type: OAuthException ", 3000*times) },
	} {
		for _, times := range []int{1, 4} {
			text := log(times)
			b.Run(fmt.Sprintf("%s/%d", name, times), func(b *testing.B) {
				for range b.N {
					Find(text)
				}
			})
		}
	}
}
