package terminal_test

import (
	"context"
	"io"
	"net"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"

	"latchkey/graph/sandbox"
	"latchkey/ui/terminal"
)

// practising is "latchkey practise" while it serves.
type practising struct {
	*bench
	address string
	ended   chan int
	stop    context.CancelFunc
}

func (b *bench) practise(flags ...string) *practising {
	b.t.Helper()
	ctx, cancel := context.WithCancel(b.t.Context())
	p := &practising{bench: b, ended: make(chan int, 1), stop: cancel}
	go func() { p.ended <- b.Run(ctx, append([]string{"practise"}, flags...)) }()
	b.t.Cleanup(cancel)
	b.err.waitFor(b.t, "Ctrl+C")
	p.address = regexp.MustCompile(`http://127\.0\.0\.1:\d+`).FindString(b.out.String())
	return p
}

// end stops it as Ctrl+C does, and returns the exit code.
func (p *practising) end() int {
	p.t.Helper()
	p.stop()
	select {
	case code := <-p.ended:
		return code
	case <-time.After(time.Minute):
		p.t.Fatal("it does not end")
		return 0
	}
}

func get(t *testing.T, address, bearer string) (page string) {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, address, nil)
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set("Authorization", "Bearer "+bearer)
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	body, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	_ = response.Body.Close()
	http.DefaultClient.CloseIdleConnections()
	return string(body)
}

func TestPractiseServesAndEndsAtOnce(t *testing.T) {
	b := newBench(t)
	p := b.practise()
	ready, _ := sandbox.FindScenario("ready")
	says(t, b.out.String(), "Graph address "+p.address, "Pages "+p.address, token(t, "ready"),
		"Business portfolio ID "+ready.BusinessID, "App ID "+ready.AppID,
		"WhatsApp Business Account ID "+ready.AccountID, "Phone number ID "+ready.PhoneID)
	silent(t, b.out.String(), "Solution ID", "Customer")
	if page := get(t, p.address+"/latest/settings/business_info", ""); !strings.Contains(page, ready.BusinessID) {
		t.Error("the pages open on another portfolio than the token's")
	}
	get(t, p.address+"/v25.0/debug_token?input_token="+token(t, "ready"), token(t, "ready"))
	b.err.waitFor(t, "GET /v25.0/debug_token 200")
	silent(t, b.err.String(), token(t, "ready")[:20], "input_token")
	if code := p.end(); code != terminal.ExitReady {
		t.Errorf("exit code %d", code)
	}
	if _, err := net.DialTimeout("tcp", strings.TrimPrefix(p.address, "http://"), time.Second); err == nil {
		t.Error("it still listens")
	}
}

// TestEndsWhileACallHangs: Ctrl+C waits for nobody.
func TestEndsWhileACallHangs(t *testing.T) {
	b := newBench(t)
	p := b.practise("--latency", "1h")
	connection, err := net.Dial("tcp", strings.TrimPrefix(p.address, "http://"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = connection.Close() }()
	if _, err := connection.Write([]byte("GET /v25.0/me HTTP/1.1\r\nHost: " + strings.TrimPrefix(p.address, "http://") + "\r\n\r\n")); err != nil {
		t.Fatal(err)
	}
	if code := p.end(); code != terminal.ExitReady {
		t.Errorf("exit code %d", code)
	}
}

func TestTrainingTellsTheStoryAndWhenItIsSolved(t *testing.T) {
	b := newBench(t)
	p := b.practise("--scenario", "number-not-registered")
	found, _ := sandbox.FindScenario("number-not-registered")
	says(t, b.out.String(), "no message goes out", found.Token.Reveal())
	says(t, b.err.String(), "fix it on the pretend pages")

	get(t, p.address+"/latest/settings/system_users", "")
	b.err.waitFor(t, "GET /latest/settings/system_users 200")
	silent(t, b.out.String(), "Solved.")
	form := url.Values{"number": {found.PhoneID}, "pin": {"123456"}}
	request, err := http.NewRequestWithContext(t.Context(), http.MethodPost, p.address+"/latest/whatsapp_manager/phone_numbers/register", strings.NewReader(form.Encode()))
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	_ = response.Body.Close()
	http.DefaultClient.CloseIdleConnections()
	b.out.waitFor(t, "Solved. The number is registered now.")
	p.end()
}

// TestAPartnerIsToldAllItAsksWith: the solution and the customers, so that other
// people's software can be tried on them.
func TestAPartnerIsToldAllItAsksWith(t *testing.T) {
	b := newBench(t)
	p := b.practise("--scenario", "solution-partner")
	found, _ := sandbox.FindScenario("solution-partner")
	says(t, b.out.String(), "App ID "+found.AppID, "Solution ID "+found.SolutionID)
	for _, customer := range found.Customers {
		says(t, b.out.String(), "Customer "+customer.BusinessID+" "+customer.Name)
	}
	says(t, b.out.String(), "Paper and Pen (no account shared yet)")
	silent(t, b.out.String(), "Corner Bakery (no account")
	p.end()
}

func TestOrderedFaultGoesWrong(t *testing.T) {
	b := newBench(t)
	p := b.practise("--fault", "unavailable")
	get(t, p.address+"/v25.0/me", token(t, "ready"))
	b.err.waitFor(t, "GET /v25.0/me 503")
	p.end()
}

// TestAFaultIsOrderedByNumber: it happens as often as was asked, then no more.
func TestAFaultIsOrderedByNumber(t *testing.T) {
	b := newBench(t)
	p := b.practise("--fault", "too-many:2")
	for _, says := range []string{"request limit reached", "request limit reached", "latchkey-whatsapp"} {
		if answer := get(t, p.address+"/v25.0/me", token(t, "ready")); !strings.Contains(answer, says) {
			t.Errorf("got %s, want %s", answer, says)
		}
	}
	p.end()
}
