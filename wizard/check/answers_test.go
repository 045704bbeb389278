package check

import (
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"latchkey/graph"
)

// answersOf Graph's, by name: those written for the tests of package graph, and
// those that others recorded from live Graph, in a folder shared/samples beside
// this tree or above it. The latter are not part of the project.
func answersOf(t *testing.T, kind string) map[string]string {
	t.Helper()
	var written map[string]json.RawMessage
	if err := json.Unmarshal([]byte(readFile(t, filepath.Join("..", "..", "graph", "testdata", kind+".json"))), &written); err != nil {
		t.Fatal(err)
	}
	answers := map[string]string{}
	for name, body := range written {
		answers[name] = string(body)
	}
	recorded := recordedAnswers(t, kind)
	for _, name := range recorded {
		answers[strings.TrimSuffix(filepath.Base(name), ".json")] = readFile(t, name)
	}
	if len(recorded) == 0 {
		t.Run("recorded by others", func(t *testing.T) {
			t.Skipf("there is no folder shared/samples/%s above this one: only our own answers were judged", kind)
		})
	}
	return answers
}

func recordedAnswers(t *testing.T, kind string) []string {
	t.Helper()
	folder, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for ; filepath.Dir(folder) != folder; folder = filepath.Dir(folder) {
		if names, _ := filepath.Glob(filepath.Join(filepath.Dir(folder), "shared", "samples", kind, "*.json")); len(names) > 0 {
			return names
		}
	}
	return nil
}

func readFile(t *testing.T, name string) string {
	t.Helper()
	body, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(body)
}

// inspecting answers debug_token so; what the other calls then say follows from
// it.
func inspecting(body string) http.HandlerFunc {
	var answer struct {
		Data struct {
			App   graph.ID        `json:"app_id"`
			Valid *bool           `json:"is_valid"`
			Error json.RawMessage `json:"error"`
		} `json:"data"`
		Error json.RawMessage `json:"error"`
	}
	_ = json.Unmarshal([]byte(body), &answer)
	replies := with(map[string]reply{"debug_token": {200, body}})
	if answer.Data.App != "" {
		replies["500/subscribed_apps"] = reply{200, fmt.Sprintf(`{"data":[{"whatsapp_business_api_data":{"id":%q}}]}`, answer.Data.App)}
	}
	if answer.Error != nil {
		replies["debug_token"] = reply{400, body}
	}
	if answer.Data.Valid != nil && !*answer.Data.Valid {
		refusal := reply{401, `{"error":{"message":"Invalid OAuth access token","type":"OAuthException","code":190}}`}
		for path := range replies {
			if path != "debug_token" {
				replies[path] = refusal
			}
		}
	}
	return answering(replies)
}

func TestInspectionAnswers(t *testing.T) {
	answers := answersOf(t, "debug_token")
	for _, want := range []struct {
		part    string // of the answer's name
		status  Outcome
		failing []string
	}{
		{"could_not_be_decrypted", NotReady, []string{"token.alive 190"}},
		{"cannot_parse_access_token", NotReady, []string{"token.alive 190"}},
		{"app_access_token", NotReady, []string{"token.kind"}},
		{"user_access_token_1", NotReady, []string{"token.expiry"}},
		{"user_access_token_4", NotReady, []string{"token.alive 190/460"}},
		{"err_400_app_mismatch", Attention, nil},
		{"target_ids_as_numbers", Attention, nil},
		{"is_valid_false_minimal", NotReady, []string{"token.alive 190"}},
		{"user_token_example", NotReady, []string{"token.expiry"}},
		{"sysuser_selfdebug", Attention, nil},
		{"never_expires_all_assets", Ready, nil},
	} {
		seen := false
		for name, body := range answers {
			if !strings.Contains(name, want.part) {
				continue
			}
			seen = true
			t.Run(name, func(t *testing.T) {
				report := check(t, inspecting(body), Expectation{})
				if failing := failingRows(report); report.Verdict.Status != want.status || !slices.Equal(failing, want.failing) {
					t.Errorf("want %s failing %v, got %v in %s", want.status, want.failing, failing, describe(report))
				}
			})
		}
		if !seen {
			t.Errorf("no answer is called %s", want.part)
		}
	}
}

// An error as the answer to the account, and to everything: a limit or an outage
// leaves the verdict open, all else names a thing to fix with Graph's code.
// Nothing but a refusal of the token itself blames the token.
func TestErrorAnswers(t *testing.T) {
	open := []string{"104_", "130429_", "17_", "200_provide_valid_app_id", "2500_", "80008_", "solution_400", "solution_500"}
	for name, body := range answersOf(t, "errors") {
		var envelope struct {
			Error *struct {
				Code    int `json:"code"`
				Subcode int `json:"error_subcode"`
			} `json:"error"`
		}
		if err := json.Unmarshal([]byte(body), &envelope); err != nil || envelope.Error == nil {
			continue
		}
		code := fmt.Sprint(envelope.Error.Code)
		if envelope.Error.Subcode != 0 {
			code += fmt.Sprintf("/%d", envelope.Error.Subcode)
		}
		status, failing := NotReady, []string{"waba.reach " + code}
		if slices.ContainsFunc(open, func(start string) bool { return strings.HasPrefix(name, start) }) {
			status, failing = Undecided, nil
		}
		t.Run(name, func(t *testing.T) {
			report := check(t, answering(with(map[string]reply{"500": {400, body}})), Expectation{})
			if got := failingRows(report); report.Verdict.Status != status || !slices.Equal(got, failing) {
				t.Errorf("to the account: want %s failing %v, got %v in %s", status, failing, got, describe(report))
			}
			report = check(t, everywhere(400, body), Expectation{})
			if report.Verdict.Status != status {
				t.Errorf("to everything: want %s, got %s", status, describe(report))
			}
		})
	}
}

func TestHealthAnswers(t *testing.T) {
	for name, body := range answersOf(t, "errors") {
		if !strings.HasPrefix(name, "health_status_blocked") {
			continue
		}
		t.Run(name, func(t *testing.T) {
			body = strings.Replace(body, "{", `{"id":"500","account_review_status":"APPROVED","phone_numbers":{"data":[{"id":"600"}]},`, 1)
			report := check(t, answering(with(map[string]reply{"500": {200, body}})), Expectation{})
			if got := failingRows(report); !slices.Equal(got, []string{"send.allowed 141006"}) {
				t.Errorf("failing %v in %s", got, describe(report))
			}
		})
	}
}
