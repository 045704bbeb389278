package check

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"testing"

	"latchkey/graph"
	"latchkey/graph/value/spelling"
	"latchkey/graph/value/valuetest"
)

// echoing writes the token into every text, id, name and header that it sends.
// A path is answered as Graph would, or as an error that quotes the token.
func echoing(secret string, refuse func(path string) bool) http.HandlerFunc {
	return echoingBoth(secret, secret[:20], refuse)
}

// inJSON is a text as it stands between the quotes of JSON.
func inJSON(written []byte) string { return string(written[1 : len(written)-1]) }

func echoingBoth(secret, piece string, refuse func(path string) bool) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		path := strings.TrimPrefix(r.URL.Path, "/v25.0/")
		w.Header().Set("Facebook-Api-Version", secret)
		w.Header().Set("X-App-Usage", secret)
		w.Header().Set("Retry-After", secret)
		text := func(body string) {
			_, _ = fmt.Fprint(w, strings.ReplaceAll(strings.ReplaceAll(body, "SECRET", secret), "PIECE", piece))
		}
		if refuse(path) {
			w.WriteHeader(http.StatusBadRequest)
			text(`{"error":{"message":"Malformed access token SECRET","type":"SECRET","code":200,"fbtrace_id":"SECRET",
				"error_user_title":"PIECE…","error_user_msg":"SECRET","error_data":{"details":"PIECE and so on"}}}`)
			return
		}
		switch path {
		case "debug_token":
			text(`{"data":{"app_id":"SECRET","application":"for SECRET","type":"SECRET","is_valid":true,"expires_at":0,
				"user_id":"SECRET","scopes":["SECRET","whatsapp_business_messaging"],
				"granular_scopes":[{"scope":"whatsapp_business_messaging","target_ids":["SECRET","PIECE","500"]}]}}`)
		case "me":
			text(`{"id":"SECRET","name":"PIECE… SECRET","client_business_id":"PIECE"}`)
		case "me/permissions":
			text(`{"data":[{"permission":"SECRET","status":"granted"},{"permission":"PIECE","status":"granted"}]}`)
		case "500/message_templates":
			text(`{"data":[{"id":"SECRET","name":"SECRET"}]}`)
		case "500/subscribed_apps":
			text(`{"data":[{"whatsapp_business_api_data":{"id":"SECRET","name":"SECRET"}}],"paging":{"next":"https://x/?access_token=SECRET"}}`)
		default:
			text(`{"id":"SECRET","name":"SECRET","account_review_status":"SECRET","status":"SECRET","currency":"SECRET",
				"owner_business_info":{"id":"SECRET","name":"SECRET"},
				"health_status":{"can_send_message":"BLOCKED","entities":[{"entity_type":"SECRET","id":"SECRET","can_send_message":"BLOCKED",
				"errors":[{"error_code":141006,"error_description":"SECRET","possible_solution":"PIECE"}]}]},
				"phone_numbers":{"data":[{"id":"SECRET","display_phone_number":"SECRET","verified_name":"SECRET","quality_rating":"SECRET",
				"code_verification_status":"SECRET","name_status":"SECRET","status":"SECRET","account_mode":"SECRET"}],
				"paging":{"cursors":{"after":"SECRET"},"next":"https://x/?access_token=SECRET"}}}`)
		}
	}
}

func TestNoTokenLeavesInAReport(t *testing.T) {
	for name, secret := range map[string]string{
		"of Meta's shape":        "EAAG" + strings.Repeat("c4n4ryC4N4RY", 12),
		"of Meta's shape, short": "EAAGc4n4ryC4N4RYc4n4ryC4N4RY1234",
		"opaque":                 "c4n4ry-C4N4RY_c4n4ry.C4N4RY-0001",
		"opaque, letters only":   "cfnfryCFNFRYcfnfryCFNFRYcfnfry",
	} {
		for part, refuse := range map[string]func(string) bool{
			"all answered":     func(string) bool { return false },
			"all refused":      func(string) bool { return true },
			"accounts refused": func(path string) bool { return strings.HasPrefix(path, "500") },
		} {
			t.Run(name+", "+part, func(t *testing.T) {
				echo := echoing(secret, refuse)
				address := serve(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
					if r.Header.Get("Authorization") != "Bearer "+secret {
						t.Errorf("%s was asked without the token", r.URL.Path)
					}
					if strings.Contains(r.URL.Path, secret[:12]) {
						t.Errorf("the token is in the address %s", r.URL.Path)
					}
					echo(w, r)
				}))
				for _, expected := range []Expectation{{}, {App: graph.ID(secret), Account: graph.ID(secret), Phone: graph.ID(secret)}} {
					report := run(t, address, graph.NewToken(secret), expected)
					encoded, err := json.Marshal(report)
					if err != nil {
						t.Fatal(err)
					}
					text := string(encoded) + fmt.Sprintf("%+v %#v", report, report) + describe(report)
					for _, row := range report.Rows {
						text += fmt.Sprintf("%+v", row)
						if row.Graph != nil && row.Graph.Error != nil {
							text += fmt.Sprintf("%+v %v", *row.Graph.Error, row.Graph.Error)
						}
					}
					if at := strings.Index(text, secret[:12]); at >= 0 {
						t.Errorf("the token is in the report: …%s…", text[max(0, at-80):min(len(text), at+80)])
					}
				}
			})
		}
	}
}

// TestNoSpellingOfATokenLeavesInAReport: with signs between its letters that are
// not seen, and encoded, in every field of every answer.
func TestNoSpellingOfATokenLeavesInAReport(t *testing.T) {
	for name, spelled := range spelling.All(valuetest.Opaque) {
		written, err := json.Marshal(spelled)
		if err != nil {
			t.Fatal(err)
		}
		piece, err := json.Marshal(spelling.All(valuetest.Opaque[:30])[name])
		if err != nil {
			t.Fatal(err)
		}
		for part, refuse := range map[string]func(string) bool{
			"all answered": func(string) bool { return false }, "all refused": func(string) bool { return true },
		} {
			address := serve(t, echoingBoth(inJSON(written), inJSON(piece), refuse))
			report := run(t, address, graph.NewToken(valuetest.Opaque), Expectation{})
			encoded, err := json.Marshal(report)
			if err != nil {
				t.Fatal(err)
			}
			text := string(encoded) + fmt.Sprintf("%+v", report) + describe(report)
			if shown := valuetest.Shown(text, valuetest.Opaque); shown != "" {
				t.Errorf("%s, %s: %s", name, part, shown)
			}
			for _, account := range report.Accounts {
				if account.ID != "" && !account.ID.Plain() {
					t.Errorf("%s, %s: an account's id is %q", name, part, account.ID)
				}
			}
		}
	}
}
