package sandbox

import (
	"errors"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"
)

func TestFaults(t *testing.T) {
	client := start(t, Options{})
	token := scenario(t, "ready").Token
	for _, test := range []struct {
		fault  Fault
		status int
		text   string
	}{
		{FaultServerError, 500, "<h1>"},
		{FaultUnavailable, 503, "<h1>"},
		{FaultTooMany, 429, "request limit reached"},
		{FaultEmpty, 200, ""},
		{FaultWebPage, 200, "<h1>"},
		{FaultRedirect, 302, ""},
		{FaultGarbage, 200, "{]"},
		{FaultEcho, 401, token.Reveal()},
		{FaultEchoAnswer, 200, `"account_review_status":`},
		{FaultEchoRefusal, 401, `"error_user_msg":`},
	} {
		client.server.SetFault(test.fault, 1)
		got := client.get(token, "/v25.0/me")
		if got.status != test.status || !strings.Contains(got.raw, test.text) {
			t.Errorf("%s: HTTP %d %.200s", test.fault, got.status, got.raw)
		}
	}
	client.get(token, "/v25.0/me").wantOK(t) // each was ordered once
}

func TestACutConnectionEndsInTheMiddle(t *testing.T) {
	client := start(t, Options{Fault: FaultCut})
	response, err := client.web.Do(client.request(http.MethodGet, "/v25.0/me", scenario(t, "ready").Token, nil))
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	if _, err := io.ReadAll(response.Body); !errors.Is(err, io.ErrUnexpectedEOF) {
		t.Errorf("reading ended with %v", err)
	}
}

func TestAnOversizeAnswerIsOversize(t *testing.T) {
	client := start(t, Options{Fault: FaultOversize})
	response, err := client.web.Do(client.request(http.MethodGet, "/v25.0/me", scenario(t, "ready").Token, nil))
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	if size, _ := io.Copy(io.Discard, response.Body); size < oversizeBytes {
		t.Errorf("it has %d bytes", size)
	}
}

func TestAHangEndsWhenTheServerCloses(t *testing.T) {
	client := start(t, Options{Fault: FaultHang})
	client.web.Timeout = 50 * time.Millisecond
	response, err := client.web.Do(client.request(http.MethodGet, "/v25.0/me", scenario(t, "ready").Token, nil))
	if err == nil {
		response.Body.Close()
		t.Error("it answered")
	}
}

func TestAFaultStaysUntilItIsTakenBack(t *testing.T) {
	client := start(t, Options{Fault: FaultUnavailable})
	token := scenario(t, "ready").Token
	for range 3 {
		if got := client.get(token, "/v25.0/me"); got.status != http.StatusServiceUnavailable {
			t.Fatalf("got HTTP %d", got.status)
		}
	}
	client.server.SetFault("", 0)
	client.get(token, "/v25.0/me").wantOK(t)
}
