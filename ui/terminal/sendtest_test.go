package terminal_test

import (
	"net/http"
	"net/http/httptest"
	"strconv"
	"sync/atomic"
	"testing"

	"latchkey/ui/terminal"
)

func TestSendTestOutcomesAreExplained(t *testing.T) {
	b := newBench(t)
	b.save("shop", "ready")
	secret := token(t, "ready")
	for _, each := range []struct {
		code, status, exit int
		says               string
	}{
		{131030, 400, terminal.ExitFailed, "This recipient is not on the test number’s list"},
		{133010, 400, terminal.ExitFailed, "The phone number is not registered yet"},
		{131005, 403, terminal.ExitFailed, "Meta denies access"},
		{131047, 400, terminal.ExitFailed, "More than 24 hours have passed"},
		{190, 401, terminal.ExitFailed, "Meta does not accept this token"},
		{200, 403, terminal.ExitFailed, "Access to this WhatsApp account is missing"},
		{2, 500, terminal.ExitUnknown, "WhatsApp did not accept the message."},
		{130429, 400, terminal.ExitUnknown, "WhatsApp did not accept the message."},
	} {
		var calls atomic.Int32
		server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if lends(w, r) {
				return
			}
			calls.Add(1)
			w.WriteHeader(each.status)
			_, _ = w.Write([]byte(`{"error":{"message":"no, ` + secret + `","code":` + strconv.Itoa(each.code) + `}}`))
		}))
		b.expect(each.exit, "", "send-test", "--saved", "shop", "--to", "+491701234567", "--yes", "--graph-url", server.URL)
		server.Close()
		says(t, b.err.String(), each.says)
		silent(t, b.out.String()+b.err.String(), secret)
		if calls.Load() != 1 {
			t.Errorf("%d: asked %d times", each.code, calls.Load())
		}
	}
}

func TestSendTestWithoutAnAnswer(t *testing.T) {
	b := newBench(t)
	b.save("shop", "ready")
	send := []string{"send-test", "--saved", "shop", "--to", "+491701234567", "--yes", "--graph-url"}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !lends(w, r) {
			panic(http.ErrAbortHandler)
		}
	}))
	b.expect(terminal.ExitUnknown, "", append(send, server.URL)...)
	says(t, b.err.String(), "No answer came, so the message may or may not be on its way.")
	server.Close()
	// While it is only being looked what could be sent, nothing is.
	silent := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) }))
	b.expect(terminal.ExitUnknown, "", append(send, silent.URL)...)
	says(t, b.err.String(), "nothing was sent")
	silent.Close()
	b.expect(terminal.ExitUnknown, "", append(send, server.URL)...)
	says(t, b.err.String(), "nothing was sent")
}

// lends answers what is asked of the number: it is one of Meta's test numbers.
func lends(w http.ResponseWriter, r *http.Request) bool {
	if r.Method == http.MethodGet {
		_, _ = w.Write([]byte(`{"id":"1","account_mode":"SANDBOX"}`))
	}
	return r.Method == http.MethodGet
}
