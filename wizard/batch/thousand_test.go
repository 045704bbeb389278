package batch_test

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"latchkey/graph"
	"latchkey/wizard/batch"
	"latchkey/wizard/check"
)

// limitingGraph lets nobody to the accounts for a second whenever it has had
// enough: Meta's limit of calls to WhatsApp accounts. It writes the token into
// the names it tells.
type limitingGraph struct {
	mutex     sync.Mutex
	calls     int // to accounts
	limitedTo time.Time
	inside    []map[string]bool // the tokens that called inside each limit
}

const callsToLimit = 800

// limits notes a call, and tells whether it meets a limit.
func (g *limitingGraph) limits(secret string, account bool) bool {
	g.mutex.Lock()
	defer g.mutex.Unlock()
	if account {
		g.calls++
		if g.calls%callsToLimit == 0 {
			g.limitedTo = time.Now().Add(time.Second)
			g.inside = append(g.inside, map[string]bool{})
		}
	}
	if !time.Now().Before(g.limitedTo) {
		return false
	}
	g.inside[len(g.inside)-1][secret] = true
	return account
}

func (g *limitingGraph) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	secret := strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer ")
	path := strings.TrimPrefix(r.URL.Path, "/v25.0/")
	if g.limits(secret, strings.HasPrefix(path, "500")) {
		w.Header().Set("Retry-After", "1")
		w.WriteHeader(http.StatusBadRequest)
		_, _ = fmt.Fprint(w, `{"error":{"message":"(#80007) There have been too many calls to this WhatsApp account","type":"OAuthException","code":80007}}`)
		return
	}
	answers := map[string]string{
		"debug_token": `{"data":{"app_id":"700","application":"for SECRET","type":"SYSTEM_USER","is_valid":true,"expires_at":0,
			"scopes":["whatsapp_business_management","whatsapp_business_messaging"]}}`,
		"me": `{"id":"900","name":"SECRET"}`,
		"me/permissions": `{"data":[{"permission":"whatsapp_business_management","status":"granted"},
			{"permission":"whatsapp_business_messaging","status":"granted"}]}`,
		"me/assigned_whatsapp_business_accounts": `{"data":[{"id":"500","name":"SECRET"}]}`,
		"500": `{"id":"500","name":"=SECRET","account_review_status":"APPROVED","phone_numbers":{"data":[{"id":"600",
			"display_phone_number":"+49 30 901820","verified_name":"SECRET","quality_rating":"GREEN","code_verification_status":"VERIFIED",
			"name_status":"APPROVED","status":"PENDING","account_mode":"LIVE"}]}}`,
		"500/message_templates": `{"data":[{"id":"1"}]}`,
		"500/subscribed_apps":   `{"data":[{"whatsapp_business_api_data":{"id":"700","name":"SECRET"}}]}`,
	}
	_, _ = fmt.Fprint(w, strings.ReplaceAll(answers[path], "SECRET", secret))
}

// TestAThousandTokensAgainstALimitingServer is the run that the desk is for:
// every row comes to its result, as many are under way as asked for and no more,
// limits are kept, memory stays flat, and nothing that is written holds a token.
func TestAThousandTokensAgainstALimitingServer(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes some seconds")
	}
	const rows, concurrency = 1000, 8
	limiting := &limitingGraph{}
	server := httptest.NewServer(limiting)
	defer server.Close()
	list, err := batch.Read(strings.NewReader(listOf(rows)), nil)
	if err != nil || len(list) != rows {
		t.Fatalf("%d rows were read, %v", len(list), err)
	}
	var under, most atomic.Int32
	ask := func(ctx context.Context, item batch.Item) (check.Report, error) {
		now := under.Add(1)
		defer under.Add(-1)
		for seen := most.Load(); now > seen && !most.CompareAndSwap(seen, now); seen = most.Load() {
		}
		return check.Run(ctx, check.Request{
			Paste: item.Paste, Expected: item.Expected, Graph: graph.Options{BaseURL: server.URL, Tries: 1},
		})
	}
	var early, late uint64
	results, err := batch.Run(t.Context(), list, ask, batch.Options{Concurrency: concurrency, OnProgress: func(now batch.Progress) {
		switch now.Done {
		case rows / 5:
			early = heap()
		case rows:
			late = heap()
		}
	}})
	if err != nil || len(results) != rows {
		t.Fatalf("%d results, %v", len(results), err)
	}
	for _, result := range results {
		if result.Verdict.Status != check.NotReady || result.Verdict.About != check.PhoneStatus || result.Account == "" {
			t.Fatalf("row %d: %+v", result.Row, result.Checks)
		}
	}
	if most.Load() != concurrency {
		t.Errorf("%d tokens were under way at a time", most.Load())
	}
	if len(limiting.inside) < 3 {
		t.Errorf("there were only %d limits", len(limiting.inside))
	}
	// Those under way when a limit begins run into it, and those that begin
	// while the first of them comes back are nobody's fault.
	for i, called := range limiting.inside {
		if len(called) > 2*concurrency {
			t.Errorf("%d tokens called inside limit %d", len(called), i+1)
		}
	}
	const mostGrowth = 4 << 20 // for 800 rows
	if late > early+mostGrowth {
		t.Errorf("800 rows took %d kB", (late-early)>>10)
	}
	var table strings.Builder
	if err := batch.WriteCSV(&table, results, say); err != nil {
		t.Fatal(err)
	}
	document, err := json.Marshal(batch.NewDocument(results, say))
	if err != nil {
		t.Fatal(err)
	}
	for row := range rows {
		// Rows differ in their last five characters; four of them may be told.
		token := tokenOf(row + 1)
		for _, text := range []string{table.String(), string(document)} {
			if strings.Contains(text, token[len(token)-8:]) || strings.Contains(text, token[:12]) {
				t.Fatalf("the results hold the token of row %d", row+1)
			}
		}
	}
}

func listOf(rows int) string {
	var list strings.Builder
	list.WriteString("name;token;app\n")
	for row := 1; row <= rows; row++ {
		_, _ = fmt.Fprintf(&list, "Shop %d;%s;700\n", row, tokenOf(row))
	}
	return list.String()
}

// heap is what is in use once everything that is not needed has gone.
func heap() uint64 {
	runtime.GC()
	var memory runtime.MemStats
	runtime.ReadMemStats(&memory)
	return memory.HeapAlloc
}
