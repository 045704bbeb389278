package graph

import (
	"encoding/json"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"latchkey/graph/trouble"
)

// answers of Graph's, by name: those written for these tests, and those that
// others recorded from live Graph. The latter lie in a folder shared/samples
// beside one of the folders that this one lies in; they are not part of the
// project.
func answers(t *testing.T, kind string) map[string]string {
	t.Helper()
	own, err := os.ReadFile(filepath.Join("testdata", kind+".json"))
	if err != nil {
		t.Fatal(err)
	}
	var written map[string]json.RawMessage
	if err := json.Unmarshal(own, &written); err != nil {
		t.Fatal(err)
	}
	found := map[string]string{}
	for name, body := range written {
		found[name] = string(body)
	}
	recorded := recordedAnswers(t, kind)
	for _, file := range recorded {
		body, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		found[strings.TrimSuffix(filepath.Base(file), ".json")] = string(body)
	}
	if len(recorded) == 0 {
		t.Run("recorded by others", func(t *testing.T) {
			t.Skipf("there is no folder shared/samples/%s above this one: only our own answers were read", kind)
		})
	}
	return found
}

func recordedAnswers(t *testing.T, kind string) []string {
	t.Helper()
	folder, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for ; filepath.Dir(folder) != folder; folder = filepath.Dir(folder) {
		if files, _ := filepath.Glob(filepath.Join(filepath.Dir(folder), "shared", "samples", kind, "*.json")); len(files) > 0 {
			return files
		}
	}
	return nil
}

// saysInName is what a word in an answer's name promises. The longest that fits
// decides.
var saysInName = map[string]string{
	"could_not_be_decrypted":      "token_miscopied",
	"cannot_parse_access_token":   "token_miscopied",
	"session_has_expired":         "token_expired",
	"session_key_is_malformed":    "token_miscopied",
	"app_mismatch":                "inspection_refused",
	"100_33":                      "object_not_visible",
	"missing_permission":          "permission_missing",
	"token_required":              "no_token_sent",
	"10_":                         "app_not_assigned",
	"130429_rate":                 "too_many_messages",
	"access_denied":               "access_denied",
	"locked":                      "account_locked",
	"not_registered":              "number_not_registered",
	"user_rate":                   "too_many_calls",
	"not_authorized":              "app_not_authorised",
	"190_460":                     "session_ended",
	"user_access_token_4":         "session_ended",
	"checkpoint":                  "checkpoint",
	"missing_whatsapp_permission": "permission_missing",
	"provide_valid_app_id":        "no_token_sent",
	"messaging_denied":            "messaging_denied_on_account",
	"no_token":                    "no_token_sent",
	"waba_rate":                   "too_many_account_calls",
	"803_not_found":               "solution_not_found",
	"solution_400":                "parameter",
	"solution_403":                "solution_not_shared",
	"solution_500":                "outage",
}

func promisedBy(t *testing.T, name string) string {
	t.Helper()
	best := ""
	for words := range saysInName {
		if strings.Contains(name, words) && len(words) > len(best) {
			best = words
		}
	}
	if best == "" {
		t.Fatalf("nobody has said what %s should be judged as", name)
	}
	return saysInName[best]
}

func TestErrorAnswers(t *testing.T) {
	codes := regexp.MustCompile(`^(\d+)(?:_(\d+))?_`)
	for name, body := range answers(t, "errors") {
		t.Run(name, func(t *testing.T) {
			if strings.HasPrefix(name, "health_status") {
				account, err := saying(t, http.StatusOK, body).WhatsAppAccount(t.Context(), "1")
				if err != nil || account.Health == nil || !account.Health.CanSend.Is("BLOCKED") || len(account.Health.Entities) != 4 {
					t.Errorf("%+v %v", account, err)
				}
				return
			}
			_, err := saying(t, http.StatusBadRequest, body).Me(t.Context())
			graphError := trouble.AsError(err)
			if graphError == nil {
				t.Fatalf("got %v", err)
			}
			if want := promisedBy(t, name); graphError.Trouble().ID != want {
				t.Errorf("judged %s, want %s: %v", graphError.Trouble().ID, want, err)
			}
			if said := codes.FindStringSubmatch(name); said != nil {
				subcode, _ := strconv.Atoi(said[2])
				if strconv.Itoa(graphError.Code) != said[1] || said[2] != "" && graphError.Subcode != subcode {
					t.Errorf("code is %s", graphError.CodeText())
				}
			}
			if found := trouble.Find("HTTP/1.1 400 Bad Request\n\n" + body); len(found) != 1 || found[0].Error.CodeText() != graphError.CodeText() || found[0].Error.HTTPStatus != 400 {
				t.Errorf("found in a text: %+v", found)
			}
		})
	}
}

func TestInspectionAnswers(t *testing.T) {
	for name, body := range answers(t, "debug_token") {
		t.Run(name, func(t *testing.T) {
			status := http.StatusOK
			if strings.HasPrefix(name, "err_400") {
				status = http.StatusBadRequest
			}
			got, err := saying(t, status, body).InspectToken(t.Context())
			if status != http.StatusOK {
				if graphError := trouble.AsError(err); graphError == nil || graphError.Trouble().ID != promisedBy(t, name) {
					t.Errorf("got %v", err)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			if got.Valid == nil {
				t.Error("is_valid is lost")
			}
			if got.Refusal != nil {
				if want := promisedBy(t, name); got.Refusal.Trouble().ID != want {
					t.Errorf("judged %s, want %s", got.Refusal.Trouble().ID, want)
				}
			}
			for words, kind := range map[string]string{"app_access_token": "APP", "user_access_token": "USER", "user_token": "USER", "sysuser": "SYSTEM_USER"} {
				if strings.Contains(name, words) && !got.Type.Is(kind) {
					t.Errorf("type is %s", got.Type)
				}
			}
			if strings.Contains(name, "never_expires") && (!got.ExpiresAt.Known || !got.ExpiresAt.Time().IsZero()) {
				t.Errorf("expires at %+v", got.ExpiresAt)
			}
			if strings.Contains(name, "all_assets") {
				if _, all := got.Targets("whatsapp_business_messaging"); !all {
					t.Error("does not reach all accounts")
				}
			}
			if strings.Contains(name, "target_ids") {
				for _, granular := range got.GranularScopes {
					for _, id := range granular.TargetIDs {
						if !id.Digits() || !strings.Contains(body, string(id)) {
							t.Errorf("id %s is not as it came", id)
						}
					}
				}
			}
		})
	}
}
