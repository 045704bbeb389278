package graph

import (
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"

	"latchkey/graph/trouble"
)

const (
	madeUpSecret = "5ec7e70123456789abcdef5ec7e70fed"
	madeUpCode   = "AQBmadeUpCodeOfASignup-_0123456789xyz"
)

// mustHideBoth fails the test when text holds eight characters in a row of the
// secret or the code.
func mustHideBoth(t *testing.T, text string) {
	t.Helper()
	for _, secret := range []string{madeUpSecret, madeUpCode} {
		for i := range len(secret) - 7 {
			if strings.Contains(text, secret[i:i+8]) {
				t.Fatalf("%s is shown: %s", secret[i:i+8], text)
			}
		}
	}
}

func exchange(t *testing.T, client *Client) (IssuedToken, error) {
	t.Helper()
	return client.ExchangeCode(within(t, 5*time.Second), "111", NewToken(madeUpSecret), NewToken(madeUpCode))
}

func TestExchangeCodeSendsEverythingInTheBody(t *testing.T) {
	const granted = "EAAtokenOfACustomerMadeUpForThisTest1234"
	client, _ := answering(t, quick, func(w http.ResponseWriter, r *http.Request) {
		if r.Method != http.MethodPost || r.RequestURI != "/v25.0/oauth/access_token" {
			t.Errorf("asked %s %s", r.Method, r.RequestURI)
		}
		for name, values := range r.Header {
			mustHideBoth(t, name+": "+strings.Join(values, ","))
		}
		if r.Header.Get("Authorization") != "" {
			t.Error("a token was sent as well")
		}
		_ = r.ParseForm()
		if got := r.PostForm.Encode(); got != "client_id=111&client_secret="+madeUpSecret+"&code="+madeUpCode {
			t.Errorf("the form is %s", got)
		}
		_, _ = io.WriteString(w, `{"access_token":"`+granted+`","token_type":"bearer","expires_in":5184000}`)
	})
	got, err := exchange(t, client)
	if err != nil || got.Token.Reveal() != granted || got.Lifetime != 60*24*time.Hour {
		t.Fatalf("%v %v", got, err)
	}
	if shown := fmt.Sprintf("%v %+v %#v", got, got, got); strings.Contains(shown, granted[:12]) {
		t.Errorf("shown: %s", shown)
	}
	if _, err := client.ExchangeCode(t.Context(), "me", NewToken(madeUpSecret), NewToken(madeUpCode)); !errors.Is(err, ErrNotAnID) {
		t.Errorf("an app that is no id: %v", err)
	}
}

func TestExchangeCodeTroubles(t *testing.T) {
	for _, test := range []struct {
		name, body, want string
	}{
		{"late", `{"error":{"message":"This authorization code has expired.","type":"OAuthException","code":100,"error_subcode":36007}}`, "code_expired"},
		{"late, without subcode", `{"error":{"message":"This authorization code has expired.","code":100}}`, "code_expired"},
		{"used", `{"error":{"message":"This authorization code has been used.","code":100,"error_subcode":36009}}`, "code_used"},
		{"used, without subcode", `{"error":{"message":"This authorization code has been used.","code":100}}`, "code_used"},
		{"redirect", `{"error":{"message":"Error validating verification code. Please make sure your redirect_uri is identical","code":100,"error_subcode":36008}}`, "redirect_mismatch"},
		{"wrong secret", `{"error":{"message":"Error validating client secret.","code":1}}`, "app_secret_wrong"},
		{"of another app", `{"error":{"message":"Invalid verification code format.","code":100}}`, "code_not_recognised"},
		{"no such app", `{"error":{"message":"Error validating application. Invalid application ID.","code":101}}`, "app_unknown"},
		{"outage", `{"error":{"message":"Please retry","code":2,"is_transient":true}}`, "outage"},
	} {
		t.Run(test.name, func(t *testing.T) {
			client, calls := answering(t, quick, func(w http.ResponseWriter, _ *http.Request) {
				w.WriteHeader(400)
				_, _ = io.WriteString(w, test.body)
			})
			_, err := exchange(t, client)
			if graphError := trouble.AsError(err); graphError == nil || graphError.Trouble().ID != test.want {
				t.Errorf("got %v", err)
			}
			if calls.Load() != 1 {
				t.Errorf("asked %d times: the code works once", calls.Load())
			}
		})
	}
}

func TestExchangeCodeIsNotRepeatedAfterACut(t *testing.T) {
	client, requests := injecting(t, quick, func(connection net.Conn) { _, _ = io.WriteString(connection, "HTTP/1.1 200 OK\r\nContent-Le") })
	if _, err := exchange(t, client); kindOf(t, err) != NetworkCut {
		t.Error(err)
	}
	if requests.Load() != 1 {
		t.Errorf("sent %d times", requests.Load())
	}
}

// Whatever a server does with what it was sent, neither secret nor code come
// out again.
func TestExchangeCodeHidesSecretAndCode(t *testing.T) {
	echo := madeUpSecret + " " + madeUpCode
	for name, answer := range map[string]struct {
		status int
		body   string
	}{
		"in an error":           {400, `{"error":{"message":"bad ` + echo + `","code":100,"error_user_msg":"` + echo + `","fbtrace_id":"` + madeUpCode + `","error_data":"` + echo + `"}}`},
		"in a page":             {200, "<html>" + echo},
		"as the token":          {200, `{"access_token":"` + madeUpSecret + `"}`},
		"inside the token":      {200, `{"access_token":"EAA` + madeUpCode + `"}`},
		"in another field":      {200, `{"access_token":"","token_type":"` + echo + `"}`},
		"by a redirect":         {302, echo},
		"in an error's escapes": {400, `{"error":{"message":"\u0041QBmadeUpCodeOfASignup-_0123456789xyz","code":100}}`},
	} {
		t.Run(name, func(t *testing.T) {
			client, _ := answering(t, quick, func(w http.ResponseWriter, _ *http.Request) {
				w.Header().Set("Location", "/?code="+madeUpCode+"&client_secret="+madeUpSecret)
				w.WriteHeader(answer.status)
				_, _ = io.WriteString(w, answer.body)
			})
			got, err := exchange(t, client)
			if err == nil {
				t.Errorf("a token was had: %q", got.Token.Reveal())
			}
			mustHideBoth(t, fmt.Sprintf("%v %+v", err, err))
			if graphError := trouble.AsError(err); graphError != nil {
				mustHideBoth(t, fmt.Sprintf("%+v", *graphError))
			}
		})
	}
}

func FuzzExchangeCode(f *testing.F) {
	for _, seed := range []string{
		`{"access_token":"EAAx","token_type":"bearer","expires_in":60}`, `{"access_token":1,"expires_in":"x"}`, `{"expires_in":-1}`,
		`{"access_token":"` + madeUpCode + `"}`, `{"error":{"code":100,"message":"` + madeUpSecret + `"}}`, `[]`, ``,
	} {
		f.Add(200, []byte(seed))
	}
	f.Fuzz(func(t *testing.T, status int, body []byte) {
		var answer struct {
			ExpiresIn Number `json:"expires_in"`
		}
		secrets := []Token{NewToken(madeUpSecret), NewToken(madeUpCode)}
		err := readAnswer(t.Context(), &http.Response{StatusCode: status, Header: http.Header{}}, body, true, &answer, secrets...)
		mustHideBoth(t, fmt.Sprintf("%+v", err))
		if life := lifetime(answer.ExpiresIn); life < 0 {
			t.Errorf("a token that lives for %v", life)
		}
	})
}
