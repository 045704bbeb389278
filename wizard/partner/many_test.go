package partner

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"latchkey/graph"
	"latchkey/wizard/vault"
)

// limiting is a Graph that lets so many calls a window through, and says when
// the next window opens. Its tokens end with the customer's id.
type limiting struct {
	clock  *clock
	window time.Duration
	most   int

	mutex    sync.Mutex
	opened   time.Time
	let      int
	refused  int
	underWay int
	together int // the most calls ever under way at once
	granted  map[string]int
}

func (l *limiting) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	switch {
	case strings.HasSuffix(r.URL.Path, "/access_token"):
		l.fetch(w, r)
	case strings.HasSuffix(r.URL.Path, "/me"):
		token := r.Header.Get("Authorization")
		_, _ = fmt.Fprintf(w, `{"id":"9","name":"integration","client_business_id":"%s"}`, token[len(token)-4:])
	default:
		_, _ = w.Write([]byte(`{"data":[]}`))
	}
}

func (l *limiting) fetch(w http.ResponseWriter, r *http.Request) {
	l.mutex.Lock()
	l.underWay++
	l.together = max(l.together, l.underWay)
	now := l.clock.now()
	if now.Sub(l.opened) >= l.window {
		l.opened, l.let = now, 0
	}
	l.let++
	refuse, left := l.let > l.most, l.opened.Add(l.window).Sub(now)
	customer := r.URL.Query().Get("business_id")
	if refuse {
		l.refused++
	} else {
		l.granted[customer]++
	}
	l.mutex.Unlock()
	defer func() {
		l.mutex.Lock()
		l.underWay--
		l.mutex.Unlock()
	}()
	if refuse {
		w.Header().Set("Retry-After", strconv.Itoa(int(left.Seconds())+1))
		w.WriteHeader(http.StatusTooManyRequests)
		_, _ = w.Write([]byte(`{"error":{"message":"Application request limit reached","type":"OAuthException","code":4,"error_subcode":2446079}}`))
		return
	}
	_, _ = fmt.Fprintf(w, `{"access_token":"EAAmadeUpTokenOfCustomer%s","expires_at":%d}`, customer, now.Add(60*24*time.Hour).Unix())
}

func fifty() []Customer {
	customers := make([]Customer, 50)
	for i := range customers {
		customers[i] = Customer{Business: graph.ID(strconv.Itoa(1000 + i)), Name: fmt.Sprintf("Shop %d", i)}
	}
	return customers
}

func limitedPlace(t *testing.T, most int, window time.Duration) (*limiting, *place) {
	t.Helper()
	limit := &limiting{window: window, most: most, granted: map[string]int{}}
	server := httptest.NewServer(limit)
	t.Cleanup(server.Close)
	p := newPlace(t, server.URL)
	limit.clock = p.clock
	return limit, p
}

func TestFiftyCustomersAtALimitingServer(t *testing.T) {
	limit, p := limitedPlace(t, 12, time.Minute)
	var last Progress
	pauses := 0
	results, err := p.tokens.FetchMany(t.Context(), Source{Solution: "77", Partner: graph.NewToken(aToken)}, fifty(), func(progress Progress) {
		if progress.Done < last.Done || progress.All != 50 {
			t.Errorf("progress went from %d to %d of %d", last.Done, progress.Done, progress.All)
		}
		if !progress.Until.IsZero() {
			pauses++
		}
		last = progress
	})
	if err != nil {
		t.Fatal(err)
	}
	for i, result := range results {
		name := fmt.Sprintf("Shop %d", i)
		if result.Done != DoneSaved || result.SavedAs != name {
			t.Fatalf("%+v", result)
		}
		if got := p.keychain.Holds(vault.Service, name); got != "EAAmadeUpTokenOfCustomer"+string(result.Customer.Business) {
			t.Errorf("%s holds %s", name, got)
		}
		entry := p.entry(t, name)
		if entry.SolutionID != "77" || entry.ClientBusinessID != string(result.Customer.Business) || !entry.ExpiresAt.Equal(result.ExpiresAt) {
			t.Errorf("%+v", entry)
		}
	}
	if last.Done != 50 || pauses == 0 {
		t.Errorf("%d done, %d pauses told", last.Done, pauses)
	}
	if limit.together > atOnce {
		t.Errorf("%d calls together", limit.together)
	}
	// Five windows are needed; in each of the first four, only the calls that
	// were under way already run into the limit.
	if limit.refused == 0 || limit.refused > 4*atOnce {
		t.Errorf("%d calls made the limit last longer", limit.refused)
	}
	for customer, times := range limit.granted {
		if times != 1 {
			t.Errorf("%s was fetched %d times", customer, times)
		}
	}
	// The same run once more has nothing to do.
	again, err := p.tokens.FetchMany(t.Context(), Source{Solution: "77", Partner: graph.NewToken(aToken)}, fifty(), nil)
	if err != nil || again[0].Done != DoneFresh || again[49].Done != DoneFresh || limit.granted["1000"] != 1 {
		t.Errorf("again: %+v %v", again[0], err)
	}
}

func TestALimitThatLastsTooLongIsTold(t *testing.T) {
	limit, p := limitedPlace(t, 5, 2*time.Hour)
	results, err := p.tokens.FetchMany(t.Context(), Source{Solution: "77", Partner: graph.NewToken(aToken)}, fifty(), nil)
	if err != nil {
		t.Fatal(err)
	}
	saved := 0
	for _, result := range results {
		if result.Done == DoneSaved {
			saved++
		} else if reason := SolutionReason(result.Err); reason.ID != "trouble.too_many_calls" || reason.Wait < time.Hour {
			t.Errorf("%+v", result)
		}
	}
	if saved != 5 || limit.refused > atOnce || p.clock.waits != 0 {
		t.Errorf("%d saved, %d refused, %d waits", saved, limit.refused, p.clock.waits)
	}
}

func TestARefusedPartnerEndsTheRun(t *testing.T) {
	var asked sync.Map
	count := 0
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked.Store(r.URL.String(), true)
		w.WriteHeader(http.StatusUnauthorized)
		_, _ = w.Write([]byte(`{"error":{"message":"Invalid OAuth access token","code":190,"error_subcode":463}}`))
	}))
	defer server.Close()
	p := newPlace(t, server.URL)
	results, _ := p.tokens.FetchMany(t.Context(), Source{Solution: "77", Partner: graph.NewToken(aToken)}, fifty(), nil)
	asked.Range(func(any, any) bool { count++; return true })
	if reason := SolutionReason(results[49].Err); reason.ID != "partner.partner_token" || count > atOnce {
		t.Errorf("%s after %d calls", reason.ID, count)
	}
}

func TestAKeychainThatRefusesEndsTheRun(t *testing.T) {
	limit, p := limitedPlace(t, 1000, time.Minute)
	kept := 0
	p.keychain.Refuse = func(account string) error {
		if strings.HasPrefix(account, "Shop") {
			if kept++; kept > 3 {
				return errors.New("the user refused")
			}
		}
		return nil
	}
	results, err := p.tokens.FetchMany(t.Context(), Source{Solution: "77", Partner: graph.NewToken(aToken)}, fifty(), nil)
	if err != nil {
		t.Fatal(err)
	}
	saved := 0
	for _, result := range results {
		var trouble *vault.Error
		if result.Done == DoneSaved {
			saved++
		} else if !errors.As(result.Err, &trouble) {
			t.Errorf("%v", result.Err)
		}
	}
	if saved != 3 || len(limit.granted) > saved+2*atOnce {
		t.Errorf("%d saved of %d fetched", saved, len(limit.granted))
	}
	p.keychain.FailWith(errors.New("the user refused"))
	if _, err := p.tokens.FetchMany(t.Context(), Source{Solution: "77", Partner: graph.NewToken(aToken)}, fifty(), nil); err == nil {
		t.Error("a run began with a keychain that keeps nothing")
	}
}

func TestStoppingARun(t *testing.T) {
	_, p := limitedPlace(t, 10, time.Hour)
	p.tokens.Wait = nil
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	done := 0
	results, err := p.tokens.FetchMany(ctx, Source{Solution: "77", Partner: graph.NewToken(aToken)}, fifty(), func(progress Progress) {
		if progress.Latest != nil && progress.Latest.Done == DoneSaved {
			if done++; done == 6 {
				cancel()
			}
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	if last := results[49]; last.Done != DoneFailed || SolutionReason(last.Err).ID != "network.canceled" {
		t.Errorf("%+v", last)
	}
	if done < 6 || done > 6+atOnce {
		t.Errorf("%d saved after it was stopped at 6", done)
	}
}

// Names from Graph where the list has none, and nobody's token gives way.
func TestNamesOfCustomers(t *testing.T) {
	_, p, scenario := rehearse(t)
	p.save(t, vault.Entry{Name: "green grocer"}, graph.NewToken("EAAanotherTokenThatWasThereBefore"))
	customers := []Customer{
		{Business: graph.ID(scenario.Customers[0].BusinessID), Name: "Bakery at the corner"},
		{Business: graph.ID(scenario.Customers[1].BusinessID)},
		{Business: graph.ID(scenario.Customers[2].BusinessID)},
		{Business: graph.ID(scenario.Customers[3].BusinessID)},
	}
	results, err := p.tokens.FetchMany(t.Context(), sourceOf(scenario), customers, nil)
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []string{"Bakery at the corner", "Green Grocer " + scenario.Customers[1].BusinessID, "Blue Café", ""} {
		if results[i].SavedAs != want {
			t.Errorf("saved as %q, want %q: %v", results[i].SavedAs, want, results[i].Err)
		}
	}
	if SolutionReason(results[3].Err).ID != "trouble.account_not_shared_with_solution" {
		t.Errorf("%v", results[3].Err)
	}
	if p.keychain.Holds(vault.Service, "green grocer") != "EAAanotherTokenThatWasThereBefore" {
		t.Error("a token of somebody else gave way")
	}
	// Due again: fetched again under the names they have.
	p.clock.advance(25 * 24 * time.Hour)
	results, err = p.tokens.FetchMany(t.Context(), sourceOf(scenario), customers[:3], nil)
	if err != nil || results[0].Done != DoneAgain || results[0].SavedAs != "Bakery at the corner" {
		t.Errorf("%+v %v", results[0], err)
	}
}
