package graph

import (
	"context"
	"io"
	"net"
	"net/http"
	"testing"
	"time"

	"latchkey/graph/trouble"
)

func TestWhatIsAskedAgain(t *testing.T) {
	const transient = `{"error":{"message":"m","code":999,"is_transient":true}}`
	for _, test := range []struct {
		name, header, body string
		status             int
		tries              int32
	}{
		{"Graph's outage", "", `{"error":{"message":"m","code":2}}`, 500, 3},
		{"unknown, and transient", "", transient, 400, 3},
		{"expired", "", `{"error":{"message":"m","code":190,"error_subcode":463}}`, 401, 1},
		{"not visible", "", `{"error":{"message":"m","code":100,"error_subcode":33}}`, 400, 1},
		{"unknown", "", `{"error":{"message":"m","code":999}}`, 400, 1},
		{"a limit without a time", "", `{"error":{"message":"m","code":4,"is_transient":true}}`, 400, 1},
		{"a limit with a time that nobody can read", "0.x", `{"error":{"message":"m","code":4}}`, 400, 1},
		{"a limit with a time that does not fit", "3600", `{"error":{"message":"m","code":80007}}`, 429, 1},
		{"an outage with a time that does not fit", "3600", `{"error":{"message":"m","code":2}}`, 503, 1},
		{"a limit told by the status alone", "3600", `slow down`, 429, 1},
	} {
		t.Run(test.name, func(t *testing.T) {
			client, calls := answering(t, quick, func(w http.ResponseWriter, _ *http.Request) {
				w.Header().Set("Retry-After", test.header)
				w.WriteHeader(test.status)
				_, _ = io.WriteString(w, test.body)
			})
			started := time.Now()
			_, err := client.Me(within(t, 30*time.Second))
			if err == nil {
				t.Error("no error")
			}
			if calls.Load() != test.tries {
				t.Errorf("asked %d times, want %d", calls.Load(), test.tries)
			}
			if took := time.Since(started); took > 20*time.Second {
				t.Errorf("gave up after %v only", took)
			}
		})
	}
}

func TestASecondTryThatHelps(t *testing.T) {
	for _, fault := range []string{"", "HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n", "HTTP/1.1 400 Bad Request\r\nRetry-After: 1\r\nContent-Length: 34\r\n\r\n" + `{"error":{"code":4,"message":"m"}}`} {
		first := true
		var asked []time.Time
		client, _ := injecting(t, Options{Pause: time.Millisecond}, func(connection net.Conn) {
			asked = append(asked, time.Now())
			answer := "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n{\"id\":\"1\"}"
			if first {
				answer = fault
			}
			first = false
			_, _ = io.WriteString(connection, answer)
		})
		me, err := client.Me(within(t, 30*time.Second))
		if err != nil || me.ID != "1" {
			t.Fatalf("after %q: %v", fault, err)
		}
		if len(asked) != 2 {
			t.Fatalf("asked %d times", len(asked))
		}
		if pause := asked[1].Sub(asked[0]); len(fault) > 60 && pause < time.Second {
			t.Errorf("Graph asked for a second, the pause was %v", pause)
		}
	}
}

// Without a deadline nobody waits an hour.
func TestLongWaitsWithoutADeadline(t *testing.T) {
	client, calls := answering(t, quick, func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("X-Business-Use-Case-Usage", `{"1":[{"estimated_time_to_regain_access":19}]}`)
		w.WriteHeader(http.StatusBadRequest)
		_, _ = io.WriteString(w, `{"error":{"message":"m","code":80008}}`)
	})
	_, err := client.Me(context.Background())
	if graphError := trouble.AsError(err); graphError == nil || graphError.RetryAfter != 19*time.Minute {
		t.Errorf("got %+v", err)
	}
	if calls.Load() != 1 {
		t.Errorf("asked %d times", calls.Load())
	}
}

func TestAPauseThatFitsNoDeadline(t *testing.T) {
	client, calls := answering(t, Options{Pause: time.Hour}, func(w http.ResponseWriter, _ *http.Request) {
		w.WriteHeader(http.StatusServiceUnavailable)
	})
	if _, err := client.Me(t.Context()); kindOf(t, err) != NetworkOutage || calls.Load() != 1 {
		t.Errorf("%v after %d calls", err, calls.Load())
	}
}

func TestStoppingDuringAPause(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	client, calls := answering(t, Options{Pause: time.Minute}, func(w http.ResponseWriter, _ *http.Request) {
		w.WriteHeader(http.StatusServiceUnavailable)
		time.AfterFunc(20*time.Millisecond, cancel)
	})
	started := time.Now()
	if _, err := client.Me(ctx); kindOf(t, err) != NetworkCanceled {
		t.Errorf("got %v", err)
	}
	if took := time.Since(started); took > 20*time.Second || calls.Load() != 1 {
		t.Errorf("stopped after %v and %d calls", took, calls.Load())
	}
}

// A message goes out once, whatever happens to the answer.
func TestAMessageIsNeverSentTwice(t *testing.T) {
	for name, answer := range map[string]string{
		"no answer":       "",
		"cut":             "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{",
		"empty":           "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n",
		"outage":          "HTTP/1.1 503 Busy\r\nRetry-After: 0\r\nContent-Length: 0\r\n\r\n",
		"transient error": "HTTP/1.1 500 Oh\r\nConnection: close\r\n\r\n{\"error\":{\"code\":2,\"message\":\"m\",\"is_transient\":true}}",
		"redirect":        "HTTP/1.1 307 Elsewhere\r\nLocation: /again\r\nContent-Length: 0\r\n\r\n",
		"not JSON":        "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok",
		"no message":      "HTTP/1.1 200 OK\r\nContent-Length: 11\r\n\r\n{\"ok\":true}",
	} {
		t.Run(name, func(t *testing.T) {
			client, requests := injecting(t, quick, func(connection net.Conn) { _, _ = io.WriteString(connection, answer) })
			if _, err := client.SendTemplate(within(t, 20*time.Second), "1", "", "15550100", "hello_world", "en_US"); err == nil {
				t.Error("no error")
			}
			if requests.Load() != 1 {
				t.Errorf("sent %d times", requests.Load())
			}
		})
	}
}

// A connection kept from the call before may die just as the message is sent.
func TestAMessageOnADyingConnection(t *testing.T) {
	client, calls := answering(t, quick, func(w http.ResponseWriter, r *http.Request) {
		if r.Method == http.MethodGet {
			_, _ = io.WriteString(w, `{"id":"1"}`)
			return
		}
		connection, _, err := w.(http.Hijacker).Hijack()
		if err != nil {
			t.Error(err)
			return
		}
		_ = connection.Close()
	})
	if _, err := client.Me(t.Context()); err != nil {
		t.Fatal(err)
	}
	_, err := client.SendTemplate(t.Context(), "1", "", "15550100", "hello_world", "en_US")
	if kind := kindOf(t, err); kind != NetworkCut || calls.Load() != 2 {
		t.Errorf("kind %s, %d calls", kind, calls.Load())
	}
}

func TestWaitAsked(t *testing.T) {
	now := time.Date(2026, time.November, 21, 12, 0, 0, 0, time.UTC)
	for value, want := range map[string]time.Duration{
		"":                              0,
		"0":                             0,
		"120":                           2 * time.Minute,
		" 7 ":                           7 * time.Second,
		"-5":                            0,
		"soon":                          0,
		"99999999999999999999":          0,
		"9999999":                       24 * time.Hour,
		"Sat, 21 Nov 2026 12:01:00 GMT": time.Minute,
		"Sat, 21 Nov 2026 11:00:00 GMT": 0,
		"Sat, 21 Nov 2099 11:00:00 GMT": 24 * time.Hour,
	} {
		if got := waitAsked(http.Header{"Retry-After": {value}}, now); got != want {
			t.Errorf("Retry-After %q: %v, want %v", value, got, want)
		}
	}
}

func TestUsageHeader(t *testing.T) {
	for header, want := range map[string]time.Duration{
		`{"1":[{"type":"whatsapp","call_count":100,"estimated_time_to_regain_access":19}],"2":[{"call_count":4}]}`: 19 * time.Minute,
		`{"1":[{"estimated_time_to_regain_access":3},{"estimated_time_to_regain_access":7}]}`:                      7 * time.Minute,
		`{"1":[{"type":"whatsapp","call_count":4,"estimated_time_to_regain_access":0}]}`:                           0,
		`{"1":[{"estimated_time_to_regain_access":1e300}]}`:                                                        24 * time.Hour,
		`{"1":[{"estimated_time_to_regain_access":-5}]}`:                                                           0,
		`{"1":[{"estimated_time_to_regain_access":"19"}]}`:                                                         0,
		`{"1":{"estimated_time_to_regain_access":5}}`:                                                              0,
		`[`: 0,
	} {
		if got := waitAsked(http.Header{"X-Business-Use-Case-Usage": {header}}, time.Now()); got != want {
			t.Errorf("%s: %v, want %v", header, got, want)
		}
	}
}

// TestACallThatNeverAnswersLeavesTimeForTheNext: of a check's time one call takes
// two thirds at most with each try.
func TestACallThatNeverAnswersLeavesTimeForTheNext(t *testing.T) {
	for left, want := range map[time.Duration]time.Duration{
		30 * time.Second: 20 * time.Second, 9 * time.Second: 6 * time.Second,
		2 * time.Second: 2 * time.Second, // less would be too little for a slow answer
	} {
		try, done := oneTry(within(t, left))
		deadline, bounded := try.Deadline()
		if takes := time.Until(deadline).Round(time.Second); !bounded || takes != want {
			t.Errorf("with %v left a try may take %v, want %v", left, takes, want)
		}
		done()
	}
}

// What one client of an app hears of a limit holds the others too, and nobody
// waits longer than was allowed.
func TestASharedLimit(t *testing.T) {
	var told []time.Time
	now := time.Date(2026, 9, 14, 12, 0, 0, 0, time.UTC)
	limit := &Limit{
		Longest: time.Hour, Now: func() time.Time { return now },
		Wait: func(_ context.Context, pause time.Duration) error { now = now.Add(pause); return nil },
		Told: func(until time.Time) { told = append(told, until) },
	}
	refusals, asked := 4, "600"
	answer := func(w http.ResponseWriter, _ *http.Request) {
		if refusals == 0 {
			_, _ = io.WriteString(w, `{"id":"1"}`)
			return
		}
		refusals--
		w.Header().Set("Retry-After", asked)
		w.WriteHeader(http.StatusBadRequest)
		_, _ = io.WriteString(w, `{"error":{"message":"m","code":80007}}`)
	}
	one, _ := answering(t, Options{Limit: limit, Tries: 2}, answer)
	other, calls := answering(t, Options{Limit: limit, Tries: 2}, answer)
	started := now
	if _, err := one.Me(context.Background()); err != nil || now.Sub(started) != 40*time.Minute || len(told) != 4 {
		t.Errorf("%v after %v and %d pauses", err, now.Sub(started), len(told))
	}
	limit.Hold(5 * time.Minute)
	until := limit.Until()
	if _, err := other.Me(context.Background()); err != nil || now.Before(until) || calls.Load() != 1 {
		t.Errorf("%v at %v after %d calls, held until %v", err, now, calls.Load(), until)
	}
	refusals, asked = 1, "3601"
	if _, err := other.Me(context.Background()); !Limited(err) || RetryAfter(err) <= time.Hour || !limit.Until().IsZero() {
		t.Errorf("%v, held until %v", err, limit.Until())
	}
}
