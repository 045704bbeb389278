package terminal_test

import (
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"

	"latchkey/ui/terminal"
	"latchkey/wizard/vault"
)

// answers is a person who has made up their mind: each is typed in turn.
type answers []string

func (a *answers) Line(context.Context) (string, error) {
	if len(*a) == 0 {
		return "", io.EOF
	}
	typed := (*a)[0]
	*a = (*a)[1:]
	return typed, nil
}

func (a *answers) Secret(ctx context.Context) (string, error) { return a.Line(ctx) }

func TestSendTestAsksFirst(t *testing.T) {
	b := newBench(t)
	b.save("shop", "ready")
	send := []string{"send-test", "--saved", "shop", "--to", "+49 (0)170 1234567"}
	b.expect(terminal.ExitUsage, "", send...)
	says(t, b.err.String(), "A test message (hello_world) goes", "to +491701234567", "Add --yes")
	for _, typed := range []string{"n", "", "no", "yes please"} {
		b.Prompt = &answers{typed}
		b.expect(terminal.ExitFailed, "", send...)
		says(t, b.err.String(), "Nothing was done.")
	}
	b.Prompt = &answers{}
	b.expect(terminal.ExitFailed, "", send...)
	for _, typed := range []string{"y", "Y", " yes "} {
		b.Prompt = &answers{typed}
		b.expect(terminal.ExitReady, "", send...)
		says(t, b.err.String(), "WhatsApp has accepted the message.")
	}
	b.Prompt = nil
	b.expect(terminal.ExitReady, "", append(send, "--yes")...)
	silent(t, b.out.String()+b.err.String()+b.inFiles(), token(t, "ready"))
}

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
		server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
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
	server := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) }))
	b.expect(terminal.ExitUnknown, "", append(send, server.URL)...)
	says(t, b.err.String(), "No answer came, so the message may or may not be on its way.")
	server.Close()
	b.expect(terminal.ExitUnknown, "", append(send, server.URL)...)
	says(t, b.err.String(), "nothing was sent")
}

func TestSendTestRefusesWhatCannotBe(t *testing.T) {
	b := newBench(t)
	b.save("shop", "ready")
	for number, wanted := range map[string]string{
		"0170 1234567": "The country code is missing.", "": "Type the number to send to", "a friend": "digits, spaces and a plus", "+49": "7 to 15 digits",
	} {
		b.expect(terminal.ExitUsage, "", "send-test", "--saved", "shop", "--to", number, "--yes")
		says(t, b.err.String(), wanted)
	}
	b.expect(terminal.ExitUsage, "", "send-test", "--saved", "shop", "--to", "+491701234567", "--graph-url", "https://example.com")
	b.expect(terminal.ExitNoToken, "", "send-test", "--saved", "elsewhere", "--to", "+491701234567", "--yes")
	if err := b.Vault.Update(t.Context(), "shop", func(entry *vault.Entry) { entry.PhoneID = "" }); err != nil {
		t.Fatal(err)
	}
	b.expect(terminal.ExitFailed, "", "send-test", "--saved", "shop", "--to", "+491701234567", "--yes")
	says(t, b.err.String(), "No phone number was chosen")
	silent(t, strings.ToLower(b.err.String()), "graph", "[")
}
