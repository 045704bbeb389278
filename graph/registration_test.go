package graph

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"latchkey/graph/trouble"
)

const testPIN = "246810"

// changing are the calls that change something, with what each sends.
var changing = map[string]struct {
	do   func(context.Context, *Client) error
	sent string
}{
	"subscribe":   {func(ctx context.Context, c *Client) error { return c.Subscribe(ctx, "1") }, "POST /v25.0/1/subscribed_apps "},
	"unsubscribe": {func(ctx context.Context, c *Client) error { return c.Unsubscribe(ctx, "1") }, "DELETE /v25.0/1/subscribed_apps "},
	"code":        {func(ctx context.Context, c *Client) error { return c.RequestCode(ctx, "1", CodeByVoice, "en_US") }, `POST /v25.0/1/request_code {"code_method":"VOICE","language":"en_US"}`},
	"verify":      {func(ctx context.Context, c *Client) error { return c.VerifyCode(ctx, "1", NewToken("123456")) }, `POST /v25.0/1/verify_code {"code":"123456"}`},
	"register":    {func(ctx context.Context, c *Client) error { return c.Register(ctx, "1", NewToken(testPIN)) }, `POST /v25.0/1/register {"messaging_product":"whatsapp","pin":"246810"}`},
}

// TestWhatChangesIsSentOnce: in the body, and never again, whatever the answer.
func TestWhatChangesIsSentOnce(t *testing.T) {
	for name, call := range changing {
		for answer, works := range map[string]bool{
			`{"success":true}`: true, `{"success":"true","id":"1"}`: true, `{"success":false}`: false, `{"id":"1"}`: false, `{}`: false, ``: false,
		} {
			client, calls := answering(t, quick, func(w http.ResponseWriter, r *http.Request) {
				body, _ := io.ReadAll(r.Body)
				if got := fmt.Sprintf("%s %s %s", r.Method, r.URL, body); got != call.sent {
					t.Errorf("%s sends %s", name, got)
				}
				_, _ = io.WriteString(w, answer)
			})
			if err := call.do(t.Context(), client); (err == nil) != works {
				t.Errorf("%s, answered %q: %v", name, answer, err)
			}
			if calls.Load() != 1 {
				t.Errorf("%s, answered %q: sent %d times", name, answer, calls.Load())
			}
		}
		for _, status := range []int{500, 503, 429} {
			client, calls := answering(t, quick, func(w http.ResponseWriter, _ *http.Request) {
				w.Header().Set("Retry-After", "0")
				w.WriteHeader(status)
				_, _ = io.WriteString(w, `{"error":{"code":2,"message":"m","is_transient":true}}`)
			})
			if err := call.do(within(t, 10*time.Second), client); trouble.AsError(err) == nil || calls.Load() != 1 {
				t.Errorf("%s, HTTP %d: sent %d times, %v", name, status, calls.Load(), err)
			}
		}
	}
}

// TestAPINEchoedIsHidden: a hostile answer gives it back.
func TestAPINEchoedIsHidden(t *testing.T) {
	client := saying(t, http.StatusBadRequest, `{"error":{"code":133005,"message":"PIN `+testPIN+` is wrong","error_user_msg":"`+testPIN+`","error_data":{"details":"not `+testPIN+`"}}}`)
	err := client.Register(t.Context(), "1", NewToken(testPIN))
	if shown := fmt.Sprintf("%v %+v", err, *trouble.AsError(err)); strings.Contains(shown, testPIN) {
		t.Errorf("the error shows it: %s", shown)
	}
}

func TestANumberIsReadByItself(t *testing.T) {
	asked := 0
	client, _ := answering(t, quick, func(w http.ResponseWriter, r *http.Request) {
		asked++
		if strings.Contains(r.URL.Query().Get("fields"), "is_on_biz_app") {
			w.WriteHeader(http.StatusBadRequest)
			_, _ = io.WriteString(w, `{"error":{"code":100,"message":"(#100) Tried accessing nonexisting field (is_on_biz_app) on node type (WhatsAppBusinessPhoneNumber)"}}`)
			return
		}
		_, _ = io.WriteString(w, `{"id":"1","display_phone_number":"+49 30 901820","status":"PENDING"}`)
	})
	number, err := client.PhoneNumber(t.Context(), "1")
	if err != nil || number.Display != "+49 30 901820" || !number.Status.Is("pending") || asked != 2 {
		t.Errorf("%+v after %d calls: %v", number, asked, err)
	}
}
