package check

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"latchkey/graph"
)

// A server that answers only when a whole round has arrived: calls made one
// after another would wait for each other for ever.
func TestOneAccountTakesTwoRounds(t *testing.T) {
	rounds := [][]string{
		{"debug_token", "me", "me/assigned_whatsapp_business_accounts", "me/permissions"},
		{"500", "500/message_templates", "500/subscribed_apps"},
	}
	var mutex sync.Mutex
	var arrived []string
	together := []chan struct{}{make(chan struct{}), make(chan struct{})}
	replies := answering(readyReplies())
	report := check(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		mutex.Lock()
		arrived = append(arrived, strings.TrimPrefix(r.URL.Path, "/v25.0/"))
		round := 0
		if len(arrived) > len(rounds[0]) {
			round = 1
		}
		if len(arrived) == len(rounds[0]) || len(arrived) == len(rounds[0])+len(rounds[1]) {
			close(together[round])
		}
		mutex.Unlock()
		select {
		case <-together[round]:
			replies(w, r)
		case <-r.Context().Done():
		case <-time.After(time.Minute):
			t.Errorf("after %v, no further call came", arrived)
		}
	}), Expectation{})
	if report.Verdict.Status != Ready {
		t.Error(describe(report))
	}
	if len(arrived) != len(rounds[0])+len(rounds[1]) {
		t.Fatalf("%d calls: %v", len(arrived), arrived)
	}
	first, second := arrived[:len(rounds[0])], arrived[len(rounds[0]):]
	slices.Sort(first)
	slices.Sort(second)
	if !slices.Equal(first, rounds[0]) || !slices.Equal(second, rounds[1]) {
		t.Errorf("the rounds were %v and %v", first, second)
	}
}

func TestRowsComeAsTheyAreKnown(t *testing.T) {
	var rows []Row
	var atAccount []ID
	replies := answering(readyReplies())
	askAccount := make(chan struct{})
	goOn := make(chan struct{})
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/v25.0/500" {
			close(askAccount)
			<-goOn
		}
		replies(w, r)
	}))
	defer server.Close()
	known := make(chan Row, len(checks))
	finished := make(chan Report)
	go func() {
		report, err := Run(context.Background(), Request{
			Paste: ReadPaste(madeUpToken), Graph: graph.Options{BaseURL: server.URL}, OnRow: func(row Row) { known <- row },
		})
		if err != nil {
			t.Error(err)
		}
		finished <- report
	}()
	<-askAccount
	for range len(known) {
		row := <-known
		rows, atAccount = append(rows, row), append(atAccount, row.ID)
	}
	close(goOn)
	report := <-finished
	for range len(known) {
		rows = append(rows, <-known)
	}
	if !slices.Contains(atAccount, TokenAlive) || slices.Contains(atAccount, AccountReach) {
		t.Errorf("while the account was asked, these were known: %v", atAccount)
	}
	if len(rows) != len(checks) {
		t.Errorf("%d rows delivered, want %d", len(rows), len(checks))
	}
	ids := make([]ID, len(report.Rows))
	for i, row := range report.Rows {
		ids[i] = row.ID
	}
	if !slices.Equal(ids, IDs()) {
		t.Errorf("the report's rows are in the order %v", ids)
	}
}

func TestCancelEndsTheCheckAtOnce(t *testing.T) {
	asked := make(chan struct{}, 8)
	server := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		asked <- struct{}{}
		<-r.Context().Done()
	}))
	defer server.Close()
	ctx, cancel := context.WithCancel(context.Background())
	go func() {
		<-asked
		cancel()
	}()
	start := time.Now()
	report, err := Run(ctx, Request{Paste: ReadPaste(madeUpToken), Graph: graph.Options{BaseURL: server.URL}})
	if err != nil {
		t.Fatal(err)
	}
	if took := time.Since(start); took > 30*time.Second {
		t.Errorf("it took %v", took)
	}
	if report.Verdict.Status != Undecided || report.Verdict.About.Reason != "network.canceled" {
		t.Error(describe(report))
	}
}

func TestNothingIsAskedWithoutAToken(t *testing.T) {
	address := serve(t, http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) { t.Errorf("asked %s", r.URL.Path) }))
	report := run(t, address, graph.NewToken("+49 30 901820"), Expectation{App: "700"})
	if got := failingRows(report); !slices.Equal(got, []string{"local.shape"}) {
		t.Errorf("failing: %v", got)
	}
	for _, row := range report.Rows[1:] {
		if row.Reason != "skipped.no_token" {
			t.Errorf("%s is %s %s", row.ID, row.Status, row.Reason)
		}
	}
}

func TestALimitedTokenIsNotAskedAboutAnyFurther(t *testing.T) {
	limited := reply{403, `{"error":{"message":"(#4) Application request limit reached","code":4}}`}
	replies := answering(with(map[string]reply{"debug_token": limited, "me": limited, "me/permissions": limited}))
	report := check(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.HasPrefix(r.URL.Path, "/v25.0/500") {
			t.Errorf("asked %s", r.URL.Path)
		}
		replies(w, r)
	}), Expectation{})
	if row := report.Row(AccountReach); row.Status != Unknown || row.Graph == nil || row.Graph.Error.Code != 4 {
		t.Error(describe(report))
	}
}

func TestARequestElsewhereThanGraphIsRefused(t *testing.T) {
	if _, err := Run(context.Background(), Request{Paste: ReadPaste(madeUpToken), Graph: graph.Options{BaseURL: "https://graph.example"}}); err == nil {
		t.Error("a token would have gone to another host")
	}
}

// Trouble on the way says nothing about the token, whatever form it has.
func TestTroubleOnTheWayNeverFails(t *testing.T) {
	cut := http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Length", "1000")
		_, _ = w.Write([]byte(`{"data":`))
	})
	redirect := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "http://portal.example/", http.StatusFound)
	})
	for name, handler := range map[string]http.Handler{
		"HTML":             everywhere(200, "<!DOCTYPE html><html>Log in to the hotel's network"),
		"HTML with 403":    everywhere(403, "<html>Blocked</html>"),
		"500":              everywhere(500, "oh"),
		"503 HTML":         everywhere(503, "<html></html>"),
		"429":              everywhere(429, ""),
		"407":              everywhere(407, ""),
		"404":              everywhere(404, "not found"),
		"empty":            everywhere(200, ""),
		"garbage":          everywhere(200, "\x00\x01{]"),
		"a list":           everywhere(200, "[]"),
		"null":             everywhere(200, "null"),
		"empty JSON":       everywhere(200, "{}"),
		"other JSON":       everywhere(200, `{"success":true}`),
		"an empty list":    everywhere(200, `{"data":[]}`),
		"no data":          everywhere(200, `{"data":null}`),
		"cut":              cut,
		"redirect":         redirect,
		"Graph's outage":   everywhere(500, `{"error":{"message":"An unexpected error","code":2,"is_transient":true}}`),
		"Graph's limit":    everywhere(400, `{"error":{"message":"(#80008)","code":80008}}`),
		"unheard-of code":  everywhere(400, `{"error":{"message":"new","code":123456}}`),
		"error without":    everywhere(400, `{"error":{}}`),
		"error as a text":  everywhere(400, `{"error":"no"}`),
		"no token arrived": everywhere(400, `{"error":{"message":"An active access token must be used","code":2500}}`),
	} {
		t.Run(name, func(t *testing.T) {
			for _, expected := range []Expectation{{}, {App: "700", Account: "500", Phone: "600"}} {
				report := check(t, handler, expected)
				if report.Verdict.Status != Undecided {
					t.Errorf("with %v: %s", expected, describe(report))
				}
			}
		})
	}
}

// One call in trouble at a time, the others as they should be.
func TestOneRefusedCall(t *testing.T) {
	refuse := func(code, subcode int, message string) reply {
		return reply{400, fmt.Sprintf(`{"error":{"message":%q,"type":"OAuthException","code":%d,"error_subcode":%d,"fbtrace_id":"Atrace"}}`, message, code, subcode)}
	}
	for _, want := range []struct {
		name     string
		changes  map[string]reply
		expected Expectation
		status   Outcome
		failing  []string
	}{
		{"inspection", map[string]reply{"debug_token": refuse(100, 0, "did not match the Viewing App")}, Expectation{}, Attention, nil},
		{"permissions", map[string]reply{"me/permissions": refuse(100, 33, "")}, Expectation{}, Ready, nil},
		{"assigned accounts, id named", map[string]reply{"me/assigned_whatsapp_business_accounts": refuse(100, 0, "nonexisting field")}, Expectation{Account: "500"}, Ready, nil},
		{"assigned accounts, no id", map[string]reply{"me/assigned_whatsapp_business_accounts": refuse(100, 0, "nonexisting field")}, Expectation{}, Undecided, nil},
		{"me", map[string]reply{"me": refuse(190, 463, "Session has expired")}, Expectation{}, NotReady, []string{"token.alive 190/463", "token.expiry 190/463"}},
		{"account hidden", map[string]reply{"500": refuse(100, 33, "")}, Expectation{}, NotReady, []string{"waba.reach 100/33"}},
		{"account without access", map[string]reply{"500": refuse(200, 0, "(#200)")}, Expectation{}, NotReady, []string{"waba.reach 200"}},
		{"account limited", map[string]reply{"500": refuse(80008, 0, "")}, Expectation{}, Undecided, nil},
		{"account out", map[string]reply{"500": {502, "<html>"}}, Expectation{}, Undecided, nil},
		{"templates", map[string]reply{"500/message_templates": refuse(200, 0, "(#200)")}, Expectation{}, NotReady, []string{"templates.read 200"}},
		{"templates limited", map[string]reply{"500/message_templates": refuse(4, 0, "")}, Expectation{}, Undecided, nil},
		{"webhooks", map[string]reply{"500/subscribed_apps": refuse(200, 0, "(#200)")}, Expectation{}, Ready, nil},
	} {
		t.Run(want.name, func(t *testing.T) {
			report := check(t, answering(with(want.changes)), want.expected)
			if failing := failingRows(report); report.Verdict.Status != want.status || !slices.Equal(failing, want.failing) {
				t.Errorf("want %s failing %v, got %s", want.status, want.failing, describe(report))
			}
		})
	}
}

// A server that says one thing to everything: the row that this belongs to
// says it, with Graph's code.
func TestOneErrorToEveryCall(t *testing.T) {
	for _, want := range []struct {
		code, subcode int
		message       string
		failing       []string
	}{
		{190, 463, "Session has expired", []string{"token.alive 190/463", "token.expiry 190/463"}},
		{190, 0, "The access token could not be decrypted", []string{"token.alive 190"}},
		{102, 0, "Session key invalid", []string{"token.alive 102"}},
		{368, 0, "Blocked for policies", []string{"token.alive 368"}},
		{10, 0, "Application does not have permission", []string{"waba.reach 10"}},
		{100, 0, "(#100) Missing Permission", []string{"waba.reach 100"}},
		{100, 33, "Unsupported get request", []string{"waba.reach 100/33"}},
		{200, 0, "You do not have the necessary permissions", []string{"waba.reach 200"}},
		{803, 0, "Some of the aliases you requested do not exist", []string{"waba.reach 803"}},
		{131005, 0, "(#131005) Access denied", []string{"waba.reach 131005"}},
		{131031, 0, "Business account has been locked", []string{"waba.reach 131031"}},
		{133010, 0, "Phone number not registered", []string{"waba.reach 133010"}},
	} {
		t.Run(fmt.Sprintf("%d/%d", want.code, want.subcode), func(t *testing.T) {
			body := fmt.Sprintf(`{"error":{"message":%q,"code":%d,"error_subcode":%d}}`, want.message, want.code, want.subcode)
			for _, expected := range []Expectation{{}, {Account: "500"}} {
				if failing := failingRows(check(t, everywhere(400, body), expected)); !slices.Equal(failing, want.failing) {
					t.Errorf("failing %v with %+v, want %v", failing, expected, want.failing)
				}
			}
		})
	}
}

func TestAllPagesOfNumbersCount(t *testing.T) {
	numbers := func(from, to int) string {
		texts := []string{}
		for n := from; n <= to; n++ {
			texts = append(texts, fmt.Sprintf(`{"id":"%d","display_phone_number":"+49 30 %d","status":"CONNECTED"}`, n, n))
		}
		return strings.Join(texts, ",")
	}
	next := `"paging":{"cursors":{"after":"QVFI"},"next":"https://elsewhere.example/?access_token=x"}`
	replies := answering(with(map[string]reply{
		"500":               {200, `{"id":"500","account_review_status":"APPROVED","phone_numbers":{"data":[` + numbers(1001, 1100) + `],` + next + `}}`},
		"500/phone_numbers": {200, `{"data":[` + numbers(1101, 1130) + `],"paging":{"cursors":{"after":"end"}}}`},
	}))
	report := check(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.HasSuffix(r.URL.Path, "phone_numbers") && r.URL.Query().Get("after") != "QVFI" {
			t.Errorf("the second page was asked for as %s", r.URL.RawQuery)
		}
		replies(w, r)
	}), Expectation{Phone: "1130"})
	if row := report.Row(PhoneList); row.Status != Pass || row.Values["Number"] != "+49 30 1130" {
		t.Errorf("%s %s %v", row.Status, row.Reason, row.Values)
	}
	if got := len(report.Accounts[0].Numbers); got != 130 {
		t.Errorf("%d numbers, want 130", got)
	}
}

func TestAccountsAreLookedForInThePortfolio(t *testing.T) {
	changes := map[string]reply{
		"debug_token": {200, `{"data":{"app_id":"700","type":"SYSTEM_USER","is_valid":true,"expires_at":0,"user_id":"900",
			"scopes":["business_management","whatsapp_business_management","whatsapp_business_messaging"],
			"granular_scopes":[{"scope":"business_management","target_ids":[18014398509481985]}]}}`},
		"me/assigned_whatsapp_business_accounts":              {200, `{"data":[]}`},
		"18014398509481985/owned_whatsapp_business_accounts":  {200, `{"data":[]}`},
		"18014398509481985/client_whatsapp_business_accounts": {200, `{"data":[{"id":"500"}]}`},
	}
	if report := check(t, answering(with(changes)), Expectation{}); report.Verdict.Status != Ready {
		t.Error(describe(report))
	}
}

func TestTheFirst25AccountsAreLookedAtInFull(t *testing.T) {
	var ids []string
	for n := range 30 {
		ids = append(ids, fmt.Sprintf(`{"id":"%d"}`, 800+n))
	}
	replies := answering(with(map[string]reply{
		"me/assigned_whatsapp_business_accounts": {200, `{"data":[` + strings.Join(ids, ",") + `]}`},
	}))
	report := check(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if path := strings.TrimPrefix(r.URL.Path, "/v25.0/"); strings.HasPrefix(path, "8") && !strings.Contains(path, "/") {
			_, _ = fmt.Fprintf(w, `{"id":%q,"name":"Account %s"}`, path, path)
			return
		}
		replies(w, r)
	}), Expectation{Account: "829"})
	if len(report.Accounts) != 25 || report.Unlisted != 5 || report.Accounts[0].ID != "829" {
		t.Errorf("%d accounts from %s on, %d not looked at", len(report.Accounts), report.Accounts[0].ID, report.Unlisted)
	}
}

func TestExpiryIsJudgedByGraphsClock(t *testing.T) {
	expires := time.Now().Add(24 * time.Hour).Unix()
	inspection := reply{200, fmt.Sprintf(`{"data":{"app_id":"700","type":"SYSTEM_USER","is_valid":true,"expires_at":%d,
		"scopes":["whatsapp_business_management","whatsapp_business_messaging"]}}`, expires)}
	replies := answering(with(map[string]reply{"debug_token": inspection}))
	for _, test := range []struct {
		name  string
		off   time.Duration // of Graph's clock from this computer's
		want  Reason
		clock Reason
	}{
		{"this clock runs ahead", -48 * time.Hour, "check.token.expiry.date_soon", "check.net.clock.ahead"},
		{"this clock runs behind", 48 * time.Hour, "check.token.expiry.past", "check.net.clock.behind"},
	} {
		t.Run(test.name, func(t *testing.T) {
			report := check(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				w.Header().Set("Date", time.Now().Add(test.off).UTC().Format(http.TimeFormat))
				replies(w, r)
			}), Expectation{})
			if got := report.Row(TokenExpiry).Reason; got != test.want {
				t.Errorf("got %s, want %s", got, test.want)
			}
			if got := report.Row(NetClock).Reason; got != test.clock {
				t.Errorf("got %s, want %s", got, test.clock)
			}
		})
	}
}

// TestAnExpectedAccountIsAskedAboutAtOnce: no call of a saved token's check waits for another.
func TestAnExpectedAccountIsAskedAboutAtOnce(t *testing.T) {
	const calls = 7
	replies, all := answering(readyReplies()), make(chan struct{})
	var asked atomic.Int32
	report := check(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if asked.Add(1) == calls {
			close(all)
		}
		select {
		case <-all:
		case <-r.Context().Done():
		}
		replies(w, r)
	}), Expectation{Account: "500"})
	if report.Verdict.Status != Ready || asked.Load() != calls {
		t.Errorf("%d calls were made: %s", asked.Load(), describe(report))
	}
}
