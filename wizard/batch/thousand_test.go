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

// slowGraph answers every token after a while, counts those under way, and
// lets nobody to the accounts for a second whenever it has had enough: Meta's
// limit of calls to WhatsApp accounts. It writes the token into the names it
// tells.
type slowGraph struct {
	mutex     sync.Mutex
	under     map[string]int
	most      int
	calls     int
	limitedTo time.Time
	limits    int
}

const (
	callsToLimit = 600
	limitLength  = time.Second
)

func (g *slowGraph) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	secret := strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer ")
	g.mutex.Lock()
	g.under[secret]++
	g.most = max(g.most, len(g.under))
	path := strings.TrimPrefix(r.URL.Path, "/v25.0/")
	account := strings.HasPrefix(path, "500")
	if account {
		g.calls++
		if g.calls%callsToLimit == 0 {
			g.limits++
			g.limitedTo = time.Now().Add(limitLength)
		}
	}
	limited := account && time.Now().Before(g.limitedTo)
	g.mutex.Unlock()
	defer func() {
		g.mutex.Lock()
		defer g.mutex.Unlock()
		if g.under[secret]--; g.under[secret] == 0 {
			delete(g.under, secret)
		}
	}()
	if limited {
		w.Header().Set("Retry-After", "1")
		w.WriteHeader(http.StatusBadRequest)
		_, _ = fmt.Fprint(w, `{"error":{"message":"(#80007) There have been too many calls to this WhatsApp account","type":"OAuthException","code":80007}}`)
		return
	}
	time.Sleep(3 * time.Millisecond) // as slow as the server is
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

// TestAThousandTokensAgainstASlowLimitingServer is the run that the desk is
// for: every row comes to its result, no more are under way than asked for,
// limits are kept, memory stays flat, and nothing that is written holds a
// token.
func TestAThousandTokensAgainstASlowLimitingServer(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes some seconds")
	}
	const rows, concurrency = 1000, 8
	slow := &slowGraph{under: map[string]int{}}
	server := httptest.NewServer(slow)
	defer server.Close()
	var told atomic.Int64 // when a limit was last told, in nanoseconds
	toldAt := func() time.Time { return time.Unix(0, told.Load()) }
	list, err := batch.Read(strings.NewReader(listOf(rows)), nil)
	if err != nil || len(list) != rows {
		t.Fatalf("%d rows were read, %v", len(list), err)
	}
	ask := func(ctx context.Context, item batch.Item) (check.Report, error) {
		// Those that begin while the first one to be limited comes back are
		// nobody's fault.
		if into := time.Since(toldAt()); into > limitLength/3 && into < limitLength*2/3 {
			t.Errorf("row %d was begun %s into a limit", item.Row, into)
		}
		report, err := check.Run(ctx, check.Request{
			Paste: item.Paste, Expected: item.Expected, Graph: graph.Options{BaseURL: server.URL, Tries: 1},
		})
		if report.Row(check.AccountReach).Status == check.Unknown {
			told.Store(time.Now().UnixNano())
		}
		return report, err
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
		if result.Status != check.NotReady || result.About != check.PhoneStatus || result.Account == "" {
			t.Fatalf("row %d: %+v", result.Row, result.Problems)
		}
	}
	if slow.most > concurrency || slow.most < concurrency/2 {
		t.Errorf("%d tokens were under way at a time", slow.most)
	}
	if slow.limits < 4 {
		t.Errorf("there were only %d limits", slow.limits)
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
