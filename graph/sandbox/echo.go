package sandbox

import (
	"encoding/json"
	"maps"
	"net/http"
	"slices"
	"strings"

	"latchkey/graph/value/spelling"
)

// echo writes the caller's secrets into places of an answer, each time in another
// spelling: with what is not seen between the letters, and in encodings.
type echo struct {
	spellings []string
	next      int
}

// echoOf knows the secrets of a call: its token, and those in an exchange. Which
// spelling comes first hangs on what is asked.
func echoOf(r *http.Request, c *call) *echo {
	e := &echo{next: len(r.URL.String())}
	for _, secret := range []string{c.secret, c.params.text("client_secret"), c.params.text("code"), c.params.text("input_token")} {
		if len(secret) < shortestEchoed {
			continue
		}
		all := spelling.All(secret)
		for _, name := range slices.Sorted(maps.Keys(all)) {
			e.spellings = append(e.spellings, all[name])
		}
	}
	return e
}

const shortestEchoed = 8

func (e *echo) text() any {
	if len(e.spellings) == 0 {
		return "nobody"
	}
	// A step that shares no factor with the number of spellings takes in all.
	const step = 7
	e.next += step
	return e.spellings[e.next%len(e.spellings)]
}

// fields are an object with a secret in each of them.
func (e *echo) fields(names string) map[string]any {
	object := map[string]any{}
	for name := range strings.FieldsSeq(names) {
		object[name] = e.text()
	}
	return object
}

// anAccount stands among the ids, so that a caller goes on asking.
const anAccount = "500"

// answer holds every field that a caller may read, whatever was asked.
func (e *echo) answer(c *call) map[string]any {
	health := e.fields("can_send_message")
	entity := e.fields("entity_type id can_send_message")
	entity["errors"] = []any{e.fields("error_code error_description possible_solution")}
	health["entities"] = []any{entity}

	number := e.fields("id display_phone_number verified_name quality_rating code_verification_status name_status status " +
		"platform_type account_mode messaging_limit_tier")
	number["throughput"], number["health_status"] = e.fields("level"), health

	answer := e.fields("id name client_business_id currency account_review_status business_verification_status ownership_type status")
	answer["owner_business_info"], answer["health_status"] = e.fields("id name"), health
	answer["phone_numbers"] = map[string]any{"data": []any{number}}
	answer["messages"] = []any{e.fields("id message_status")}
	answer["paging"] = map[string]any{"cursors": e.fields("before after")}
	answer["success"] = true
	if c.node == "debug_token" {
		data := e.fields("app_id application type user_id profile_id")
		data["is_valid"], data["expires_at"] = true, 0
		data["scopes"] = []any{"whatsapp_business_messaging", "whatsapp_business_management", e.text()}
		data["granular_scopes"] = []any{
			map[string]any{"scope": "whatsapp_business_messaging", "target_ids": []any{anAccount, e.text()}},
			map[string]any{"scope": e.text(), "target_ids": []any{e.text()}},
		}
		answer["data"] = data
		return answer
	}
	item := e.fields("id name permission status language")
	item["whatsapp_business_api_data"] = e.fields("id name link")
	known := e.fields("name status")
	known["id"] = anAccount
	answer["data"] = []any{known, item}
	return answer
}

// refusal is an error with a secret in every field.
func (e *echo) refusal() map[string]any {
	refusal := e.fields("message type fbtrace_id error_user_title error_user_msg")
	refusal["code"], refusal["error_subcode"], refusal["error_data"] = 190, 463, e.fields("details messaging_product")
	return map[string]any{"error": refusal}
}

// headers puts the secret, as it is, into headers that a caller may read.
func (e *echo) headers(w http.ResponseWriter, secret string) {
	for _, name := range []string{"Facebook-Api-Version", "X-App-Usage", "X-Business-Use-Case-Usage", "Retry-After", "Www-Authenticate", "Server"} {
		w.Header().Set(name, secret)
	}
}

func (e *echo) write(w http.ResponseWriter, c *call, status int, answer map[string]any) {
	e.headers(w, c.secret)
	w.Header().Set("Content-Type", "text/javascript; charset=UTF-8")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(answer)
}
