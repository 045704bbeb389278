package support_test

import (
	"context"
	"fmt"
	"maps"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"time"

	"go.uber.org/goleak"

	"latchkey/graph"
	"latchkey/graph/sandbox"
	"latchkey/graph/site"
	"latchkey/wizard/check"
	"latchkey/wizard/report"
	"latchkey/wizard/support"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// noon is when the reports of the tests are made.
var noon = time.Date(2026, time.November, 21, 12, 0, 0, 0, time.UTC)

// idWords says an id and every value it is given, so that nothing a report
// could tell stays unsaid.
type idWords struct{}

func (w idWords) Say(id string, values ...map[string]string) string { return w.Maybe(id, values...) }

func (idWords) Maybe(id string, values ...map[string]string) string {
	said := "<" + id + ">"
	for _, more := range values {
		for _, name := range slices.Sorted(maps.Keys(more)) {
			said += " " + name + "=" + more[name]
		}
	}
	return said
}

func (idWords) Paragraph(sentences ...string) string { return strings.Join(sentences, " ") }

func (idWords) Sentence(title string) string { return title }

func (idWords) List(items ...string) string { return strings.Join(items, ", ") }

func (idWords) Named(name, value string) string { return name + ": " + value }

func (idWords) Date(moment, _ time.Time) string { return moment.UTC().Format(time.RFC3339) }

func (w idWords) Row(row check.Row, _ time.Time) report.Text {
	return report.Text{Title: w.Maybe(string(row.Reason)+".title", row.Values), Fix: "Do **this**. Then do that.", Steps: []string{"Do **this**.", "Then do that."}}
}

func (w idWords) Verdict(judged report.Judged) report.VerdictText {
	verdict, _ := judged.Judgement()
	return report.VerdictText{Summary: w.Maybe(string(verdict.Reason), verdict.About.Values)}
}

// muteWords know nothing that is in a report, like an older program.
type muteWords struct{ idWords }

func (muteWords) Maybe(string, ...map[string]string) string { return "" }

// checked checks a scenario's token against the pretend Meta.
func checked(t *testing.T, scenario string) check.Report {
	t.Helper()
	server, err := sandbox.Start(sandbox.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = server.Close() }()
	story, ok := sandbox.FindScenario(scenario)
	if !ok {
		t.Fatalf("there is no scenario %s", scenario)
	}
	return run(t, server.GraphURL(), story.Token, check.Expectation{})
}

func run(t *testing.T, address string, token graph.Token, expected check.Expectation) check.Report {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	found, err := check.Run(ctx, check.Request{
		Token: token, Expected: expected,
		Graph: graph.Options{BaseURL: address, Pause: time.Millisecond},
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

var everything = support.Show{Names: true, Numbers: true, IDs: true}

func build(checked check.Report, show support.Show) support.Report {
	return support.Build(report.New(checked), idWords{}, support.Options{Show: show, Maker: "Ada", Now: noon, Version: "1.2.3"})
}

func page(t *testing.T, report support.Report) string {
	t.Helper()
	var text strings.Builder
	if err := support.WritePage(&text, report, idWords{}, site.Meta); err != nil {
		t.Fatal(err)
	}
	return text.String()
}

func plain(t *testing.T, report support.Report) string {
	t.Helper()
	var text strings.Builder
	if err := support.WritePlain(&text, report, idWords{}, site.Meta); err != nil {
		t.Fatal(err)
	}
	return text.String()
}

// echoing writes the token into every field of every answer, whole and in
// pieces. A path is answered as Graph would, or as an error.
func echoing(secret string, refuse func(path string) bool) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		path := strings.TrimPrefix(r.URL.Path, "/v25.0/")
		w.Header().Set("Facebook-Api-Version", secret)
		text := func(body string) {
			_, _ = fmt.Fprint(w, strings.NewReplacer("SECRET", secret, "PIECE", secret[:20]).Replace(body))
		}
		if refuse(path) {
			w.WriteHeader(http.StatusBadRequest)
			text(`{"error":{"message":"Malformed access token SECRET","type":"SECRET","code":200,"fbtrace_id":"SECRET",
				"error_user_title":"PIECE…","error_user_msg":"SECRET","error_data":{"details":"PIECE and so on"}}}`)
			return
		}
		switch path {
		case "debug_token":
			text(`{"data":{"app_id":"SECRET","application":"for SECRET","type":"SECRET","is_valid":true,"expires_at":0,"user_id":"SECRET",
				"scopes":["SECRET","whatsapp_business_messaging"],"granular_scopes":[{"scope":"whatsapp_business_messaging","target_ids":["500"]}]}}`)
		case "me":
			text(`{"id":"SECRET","name":"PIECE… SECRET","client_business_id":"PIECE"}`)
		case "me/permissions":
			text(`{"data":[{"permission":"SECRET","status":"granted"},{"permission":"PIECE","status":"granted"}]}`)
		case "500/message_templates":
			text(`{"data":[{"id":"SECRET","name":"SECRET"}]}`)
		case "500/subscribed_apps":
			text(`{"data":[{"whatsapp_business_api_data":{"id":"SECRET","name":"SECRET"}}]}`)
		default:
			text(`{"id":"SECRET","name":"SECRET","account_review_status":"SECRET","status":"SECRET","currency":"SECRET",
				"business_verification_status":"SECRET","ownership_type":"PIECE","owner_business_info":{"id":"SECRET","name":"SECRET"},
				"health_status":{"can_send_message":"BLOCKED","entities":[{"entity_type":"SECRET","id":"SECRET","can_send_message":"BLOCKED",
				"errors":[{"error_code":141006,"error_description":"SECRET","possible_solution":"PIECE"}]}]},
				"phone_numbers":{"data":[{"id":"SECRET","display_phone_number":"SECRET","verified_name":"SECRET","quality_rating":"SECRET",
				"code_verification_status":"SECRET","name_status":"SECRET","status":"SECRET","account_mode":"SECRET","platform_type":"SECRET",
				"messaging_limit_tier":"SECRET","throughput":{"level":"SECRET"}}]}}`)
		}
	}
}

func serve(t *testing.T, handler http.Handler) string {
	t.Helper()
	server := httptest.NewServer(handler)
	t.Cleanup(server.Close)
	return server.URL
}
